import { useTranslation } from 'react-i18next';
import type { ItemSummary } from '../../../modules/seized-items/items.contract.ts';
import { downloadItemFileEndpoint } from '../../../modules/seized-items/item-files.contract.ts';
import { downloadAddress } from '../../api/download-file.ts';
import { ItemCode } from '../../components/item-code.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { When } from '../../components/when.tsx';
import { useSayQuantity } from '../../i18n/use-quantity.ts';
import { useShippedWords } from '../../i18n/use-shipped-words.ts';
import { whereIs } from './item-columns.tsx';
import { HeldTag, ItemStateTag } from './item-state-tag.tsx';
import './seized-items.css';

/** An item in a few lines: on the phone a row of the list. */
export function ItemCard({ row }: { row: ItemSummary }) {
  const shipped = useShippedWords();
  const sayQuantity = useSayQuantity();
  const { t } = useTranslation('seized-items');
  return (
    <span className="cc-item-row">
      <span className="cc-item-row-head">
        <strong>{shipped(row.name)}</strong>
        <ItemStateTag state={row.state} />
        {row.isUnverified && <StatusTag tone="soon">{t('tag.unverified')}</StatusTag>}
        {row.isSeizureLapsed && <StatusTag tone="alarm">{t('tag.lapsed')}</StatusTag>}
        <HeldTag isHeld={row.isHeld} />
      </span>
      <span>
        {row.caseNumber} {t('piece', { number: row.number })} · {sayQuantity(row.onHand, row.unit)}
      </span>
      <ItemCode code={row.code} withCopy={false} />
      <span className="cc-soft">{whereIs(row)}</span>
    </span>
  );
}

/** The same beside a list, with what it looks like and since when it lies there. */
export function ItemPreview({ row }: { row: ItemSummary }) {
  const { t } = useTranslation('seized-items');
  return (
    <div className="cc-item-preview">
      {row.photoFileId !== null && (
        <img
          src={downloadAddress(downloadItemFileEndpoint, {
            params: { itemId: row.id, fileId: row.photoFileId },
          })}
          alt=""
        />
      )}
      <ItemCard row={row} />
      <span>
        <span className="cc-soft">{t('column.seal')}</span> {row.sealNumber ?? '—'}
      </span>
      <span>
        <span className="cc-soft">{t('column.since')}</span> <When instant={row.stateSince} />
      </span>
      {row.dueAt !== null && (
        <span>
          <span className="cc-soft">{t('column.due')}</span> <When instant={row.dueAt} withRelative />
        </span>
      )}
    </div>
  );
}
