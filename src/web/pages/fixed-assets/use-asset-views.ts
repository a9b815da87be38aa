import type { ResponseOf } from '../../../platform/endpoint.ts';
import { deleteView, listSavedViews, saveView } from '../../../modules/fixed-assets/saved-views.contract.ts';
import { isColumnKey } from './asset-list-columns.tsx';
import type { SavedView, SavedViews } from '../../components/list-page/list-types.ts';
import { useCommand } from '../../api/use-command.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';

const LIST = 'fixed-assets';

type StoredView = ResponseOf<typeof listSavedViews>['items'][number];

function viewOf(stored: StoredView): SavedView {
  const name = stored.isMine ? stored.name : `${stored.name} (${stored.ownerName})`;
  return { id: stored.id, name, search: stored.query };
}

/** The person's saved views of the asset list and those shared in the court. */
export function useAssetViews(): { views: SavedViews; problem: Error | null } {
  const { data } = useQueryEndpoint(listSavedViews, { query: { list: LIST } });
  const save = useCommand(saveView, { invalidates: [listSavedViews] });
  const remove = useCommand(deleteView, { invalidates: [listSavedViews] });
  const views: SavedViews = {
    items: (data?.items ?? []).map(viewOf),
    onSave: (name, search) => {
      const columns = (new URLSearchParams(search).get('columns') ?? '').split(',').filter(isColumnKey);
      return save.send({ body: { list: LIST, name, query: search, columns } });
    },
    onDelete: (view) => remove.send({ params: { viewId: view.id } }),
  };
  return { views, problem: save.problem ?? remove.problem };
}
