import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { PlaceAnswer } from '../../../modules/storage/contract.ts';
import { PLACE_KINDS } from '../../../modules/storage/rules.ts';
import { ItemCode } from '../../components/item-code.tsx';
import { RowMenu } from '../../components/row-menu.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { usePickSentence } from '../../i18n/use-language.ts';
import { useCan } from '../../session/use-session.ts';
import { usePlaceActions } from './place-actions.ts';

/** How many assets are kept here and below, as the way to them. */
export function AssetCount({ place }: { place: PlaceAnswer }) {
  const { t } = useTranslation('places');
  const can = useCan();
  const count = place.contents?.['fixedAssets'] ?? 0;
  const text = t('assetCount', { count, shown: count.toLocaleString('en-US') });
  if (count === 0) return <span className="cc-soft">{text}</span>;
  if (!can('asset.read')) return <>{text}</>;
  return <Link to={`/assets?placeId=${place.id}`}>{text}</Link>;
}

export interface PlaceRowProps {
  readonly place: PlaceAnswer;
  /** What stands before the name: the button that opens the branch. */
  readonly lead?: ReactNode;
  /** How far to the right the name stands; the columns stay where they are. */
  readonly depth?: number;
  /** The whole path instead of the name, where the tree is not seen. */
  readonly withPath?: boolean;
  readonly onOpen: (command: string) => void;
}

/** One place: its name is the link, its code, what is kept there, what can be done. */
export function PlaceRow({ place, lead, depth = 0, withPath = false, onOpen }: PlaceRowProps) {
  const { t } = useTranslation('places');
  const pick = usePickSentence();
  const actions = usePlaceActions(place, onOpen);
  return (
    <div className={place.closedOn === null ? 'cc-place-row' : 'cc-place-row cc-place-closed'}>
      <span className="cc-place-name" style={{ paddingInlineStart: `calc(${depth} * var(--cc-indent))` }}>
        {lead}
        <Link to={`/places/${place.id}`}>{withPath ? place.path : place.name}</Link>
        {place.closedOn !== null && <StatusTag tone="closed">{t('closed')}</StatusTag>}
      </span>
      <span className="cc-place-kind cc-soft">{pick(PLACE_KINDS[place.kind])}</span>
      <span className="cc-place-code">{place.code !== null && <ItemCode code={place.code} />}</span>
      <span className="cc-place-count">
        <AssetCount place={place} />
      </span>
      <span className="cc-place-menu">
        <RowMenu label={t('actionsOf', { name: place.name })} actions={actions} />
      </span>
    </div>
  );
}

/** What the columns of the rows are; hidden on a phone, where rows explain themselves. */
export function PlaceRowHead() {
  const { t } = useTranslation('places');
  return (
    <div className="cc-place-row cc-place-head" aria-hidden>
      <span className="cc-place-name">{t('field.name')}</span>
      <span className="cc-place-kind">{t('field.kind')}</span>
      <span className="cc-place-code">{t('field.code')}</span>
      <span className="cc-place-count">{t('field.assets')}</span>
      <span className="cc-place-menu" />
    </div>
  );
}
