import Alert from 'antd/es/alert';
import { useTranslation } from 'react-i18next';
import type { EnvironmentKey, ItemCategoryKey } from '../../../modules/rooms/item-categories.ts';
import { previewPlaceConditionsEndpoint } from '../../../modules/seized-items/keeping/keeping.contract.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { LackTags } from '../seized-items/lack-tags.tsx';
import './rooms.css';

interface MisfitPreviewProps {
  readonly placeId: string;
  readonly isRoom: boolean;
  readonly environment: readonly EnvironmentKey[];
  /** Of a room; none: every category. */
  readonly allowedCategories?: readonly ItemCategoryKey[];
}

/** Before it is saved: what lies there and would not fit any more. */
export function MisfitPreview({ placeId, isRoom, environment, allowedCategories = [] }: MisfitPreviewProps) {
  const { t } = useTranslation('rooms');
  const { data } = useQueryEndpoint(
    previewPlaceConditionsEndpoint,
    {
      params: { placeId },
      query: {
        isRoom: isRoom ? 'true' : 'false',
        environment: [...environment],
        allowedCategories: [...allowedCategories],
      },
    },
    { keepPrevious: true },
  );
  if (data === undefined || data.count === 0) return null;
  const others = data.count - data.items.length;
  return (
    <Alert
      type="warning"
      showIcon
      role="status"
      className="cc-done"
      title={t('misfits.title', { count: data.count })}
      description={
        <>
          <p>{t('misfits.hint')}</p>
          <ul className="cc-doors-gaps">
            {data.items.map((item) => (
              <li key={item.id}>
                {item.name} · {item.place} <LackTags lack={item} />
              </li>
            ))}
          </ul>
          {others > 0 && <p>{t('misfits.others', { count: others })}</p>}
        </>
      }
    />
  );
}
