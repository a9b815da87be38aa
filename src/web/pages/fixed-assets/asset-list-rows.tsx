import { useTranslation } from 'react-i18next';
import { useToday } from '../../clock.ts';
import { downloadAssetFileEndpoint } from '../../../modules/fixed-assets/files.contract.ts';
import type { AssetListItem } from '../../../modules/fixed-assets/asset-list.contract.ts';
import { ACQUISITION_METHODS, CARD_FIELDS } from '../../../modules/fixed-assets/asset-card.ts';
import { downloadAddress } from '../../api/download-file.ts';
import { ItemCode } from '../../components/item-code.tsx';
import { Money } from '../../components/money.tsx';
import { Day } from '../../components/when.tsx';
import { usePickSentence } from '../../i18n/use-language.ts';
import { AssetSentence } from './asset-sentence.tsx';
import { AssetStatusTag } from './asset-status-tag.tsx';
import { isOverdueOn } from '../../court-day.ts';
import { useSayQuantity } from '../../i18n/use-quantity.ts';
import { placeTail } from './place-tail.ts';

function RowStatus({ row }: { row: AssetListItem }) {
  const today = useToday();
  const isOverdue = isOverdueOn(row.loanDueOn, today);
  return <AssetStatusTag status={row.status} isOverdue={isOverdue} />;
}

/** A row on the phone: name and status, code, where it is; of several courts also whose it is. */
export function AssetPhoneRow({ row, withCourt = false }: { row: AssetListItem; withCourt?: boolean }) {
  const place = row.place === null ? undefined : placeTail(row.place.path);
  const court = withCourt ? row.court : undefined;
  const whereabouts = [court, row.department?.name, row.holder?.name, place];
  return (
    <span className="cc-asset-row">
      <span className="cc-asset-row-head">
        <strong>{row.name}</strong>
        <RowStatus row={row} />
      </span>
      <ItemCode code={row.code} withCopy={false} />
      <span className="cc-soft">{whereabouts.filter((part) => part !== undefined).join(' · ')}</span>
    </span>
  );
}

/** The row's summary beside the list. */
export function AssetPreview({ row }: { row: AssetListItem }) {
  const sayQuantity = useSayQuantity();
  const { t } = useTranslation('fixed-assets');
  const pick = usePickSentence();
  const facts = [
    [pick(CARD_FIELDS.classCode), `${row.classCode} ${row.className}`],
    [pick(CARD_FIELDS.specification), row.specification],
    [pick(CARD_FIELDS.model), [row.brand, row.model].filter((part) => part !== null).join(' ') || null],
    [pick(CARD_FIELDS.serialNumber), row.serialNumber],
    [pick(CARD_FIELDS.quantity), sayQuantity(String(row.quantity), row.unit)],
    [pick(CARD_FIELDS.acquisitionMethod), pick(ACQUISITION_METHODS[row.acquisitionMethod])],
    [pick(CARD_FIELDS.supplier), row.supplier],
    [pick(CARD_FIELDS.notes), row.notes],
  ] as const;
  const photo = row.photoId;
  return (
    <div className="cc-asset-preview">
      {photo !== null && (
        <img
          className="cc-asset-preview-photo"
          alt={t('photo.of', { name: row.name })}
          src={downloadAddress(downloadAssetFileEndpoint, { params: { assetId: row.id, fileId: photo } })}
        />
      )}
      <h2>{row.name}</h2>
      <p className="cc-asset-preview-code">
        <ItemCode code={row.code} /> <RowStatus row={row} />
      </p>
      <p>
        <AssetSentence asset={row} withLinks />
      </p>
      {row.pendingReceiver !== null && (
        <p className="cc-soft">{t('pending.waitsFor', { receiver: row.pendingReceiver })}</p>
      )}
      <dl className="cc-facts">
        {facts
          .filter(([, value]) => value !== null && value !== '')
          .map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        <div>
          <dt>{pick(CARD_FIELDS.acquiredOn)}</dt>
          <dd>
            <Day day={row.acquiredOn} />
          </dd>
        </div>
        <div>
          <dt>{pick(CARD_FIELDS.originalValueFen)}</dt>
          <dd>
            <Money fen={row.originalValueFen} inline />
          </dd>
        </div>
        <div>
          <dt>{t('depreciation.netValue')}</dt>
          <dd>
            <Money fen={row.netValueFen} inline />
          </dd>
        </div>
      </dl>
    </div>
  );
}
