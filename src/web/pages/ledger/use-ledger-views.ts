import {
  deleteView,
  listSavedViews,
  saveView,
  type SavedView as StoredView,
} from '../../../modules/fixed-assets/saved-views.contract.ts';
import { useCommand } from '../../api/use-command.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import type { SavedView, SavedViews } from '../../components/list-page/list-types.ts';

const LIST = 'ledger';

function viewOf(stored: StoredView): SavedView {
  const name = stored.isMine ? stored.name : `${stored.name} (${stored.ownerName})`;
  return { id: stored.id, name, search: stored.query };
}

/** The person's saved views of the ledger and those shared in the court. */
export function useLedgerViews(): { views: SavedViews; problem: Error | null } {
  const { data } = useQueryEndpoint(listSavedViews, { query: { list: LIST } });
  const save = useCommand(saveView, { invalidates: [listSavedViews] });
  const remove = useCommand(deleteView, { invalidates: [listSavedViews] });
  const views: SavedViews = {
    items: (data?.items ?? []).map(viewOf),
    onSave: (name, query) => save.send({ body: { list: LIST, name, query, columns: [] } }),
    onDelete: (view) => remove.send({ params: { viewId: view.id } }),
  };
  return { views, problem: save.problem ?? remove.problem };
}
