import Input from 'antd/es/input';
import Radio from 'antd/es/radio';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { downloadItemFileEndpoint } from '../../../modules/seized-items/item-files.contract.ts';
import { listItemsEndpoint, type ItemSummary } from '../../../modules/seized-items/items.contract.ts';
import { downloadAddress } from '../../api/download-file.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { useSettled } from '../../components/pickers/use-settled.ts';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { useSayQuantity } from '../../i18n/use-quantity.ts';
import { useShippedWords } from '../../i18n/use-shipped-words.ts';
import { whereIs } from '../seized-items/item-columns.tsx';
import { ItemStateTag } from '../seized-items/item-state-tag.tsx';

const SHOWN_MAX = 20;

function Tile({ item }: { item: ItemSummary }) {
  const { t } = useTranslation('uncased');
  const shipped = useShippedWords();
  const sayQuantity = useSayQuantity();
  const name = shipped(item.name);
  return (
    <Radio value={item.id} className="cc-likely-item">
      {item.photoFileId === null ? (
        <span className="cc-likely-none">{t('noPhotos')}</span>
      ) : (
        <img
          src={downloadAddress(downloadItemFileEndpoint, {
            params: { itemId: item.id, fileId: item.photoFileId },
          })}
          alt={t('photoOf', { name })}
          loading="lazy"
        />
      )}
      <strong>{name}</strong>
      <span>{sayQuantity(item.onHand, item.unit)}</span>
      <span className="cc-soft">
        {item.caseNumber}-{item.number}
      </span>
      <span className="cc-soft">
        <ItemStateTag state={item.state} /> {whereIs(item)}
      </span>
    </Radio>
  );
}

interface LikelyItemsProps {
  readonly value?: string;
  readonly onChange?: (itemId: string) => void;
  readonly id?: string;
}

/**
 * One item of the books, recognised by its picture: those that are being looked for, or whatever a name, a code, a seal
 * or a case number finds.
 */
export function LikelyItems({ value, onChange, id }: LikelyItemsProps) {
  const { t } = useTranslation('uncased');
  const [search, setSearch] = useState('');
  const q = useSettled(search.trim());
  const wanted = q === '' ? { state: ['under_investigation' as const] } : { q };
  const { data, error, refetch } = useQueryEndpoint(listItemsEndpoint, {
    query: { limit: SHOWN_MAX, ...wanted },
  });
  return (
    <>
      <Input.Search
        {...(id === undefined ? {} : { id })}
        allowClear
        value={search}
        placeholder={t('itemSearch')}
        onChange={(event) => setSearch(event.target.value)}
      />
      <ProblemAlert problem={error} onRetry={() => void refetch()} />
      {data !== undefined && (
        <p className="cc-soft" aria-live="polite">
          {t(q === '' ? 'lookedFor' : 'foundByWords', { count: data.items.length })}
          {data.nextCursor !== null && ` ${t('moreFound')}`}
        </p>
      )}
      <Radio.Group
        {...(value === undefined ? {} : { value })}
        className="cc-likely"
        aria-label={t('candidates')}
        onChange={(event) => onChange?.(String(event.target.value))}
      >
        {data?.items.map((item) => (
          <Tile key={item.id} item={item} />
        ))}
      </Radio.Group>
    </>
  );
}
