import Button from 'antd/es/button';
import { useTranslation } from 'react-i18next';
import { sayShare } from '../../../../modules/seized-items/owners/owner-shares.ts';
import {
  readOwnersEndpoint,
  type OwnerActAnswer,
} from '../../../../modules/seized-items/owners/owners.contract.ts';
import { useQueryEndpoint } from '../../../api/use-query-endpoint.ts';
import type { OpenCommand } from '../../../components/command-form/use-open-command.ts';
import { StatusTag } from '../../../components/status-tag.tsx';
import { When } from '../../../components/when.tsx';
import type { SeizedItem } from '../item-answer.ts';
import { useItemWord } from '../item-words.ts';
import { RECORD_OWNERS, useRoleName } from './owner-words.ts';
import { OwnersForm } from './owners-form.tsx';
import './owners.css';

interface ItemOwnersProps {
  readonly item: SeizedItem;
  readonly command: OpenCommand;
}

function OwnerList({ act }: { act: OwnerActAnswer }) {
  const { t } = useTranslation('owners');
  const roleName = useRoleName();
  if (act.owners.length === 0) return <p className="cc-soft">{t('nobody')}</p>;
  return (
    <ul className="cc-owner-list">
      {act.owners.map((owner) => (
        <li key={owner.partyId}>
          <span>
            {owner.name} <span className="cc-soft">{roleName(owner.role)}</span>
            {owner.hasLeft && <StatusTag tone="closed">{t('hasLeft')}</StatusTag>}
          </span>
          <strong>{sayShare(owner)}</strong>
        </li>
      ))}
      {act.unassigned !== null && (
        <li>
          <span className="cc-soft">{t('unassigned')}</span>
          <strong>{act.unassigned}</strong>
        </li>
      )}
    </ul>
  );
}

function Act({ act }: { act: OwnerActAnswer }) {
  const { t } = useTranslation('owners');
  const word = useItemWord();
  return (
    <li>
      <p>
        <strong>{word('ownership', act.ownership)}</strong>{' '}
        <span className="cc-soft">
          <When instant={act.decidedAt} /> {act.recordedByName}
          {act.isOfParent && ` ${t('ofParent')}`}
        </span>
      </p>
      <OwnerList act={act} />
      <p className="cc-soft">{t('because', { document: act.document, reason: act.reason })}</p>
    </li>
  );
}

/** Whose the item is with shares, the paper that says so, and what was recorded before. */
export function ItemOwners({ item, command }: ItemOwnersProps) {
  const { t } = useTranslation('owners');
  const word = useItemWord();
  const { data } = useQueryEndpoint(readOwnersEndpoint, { params: { itemId: item.id } });
  if (data === undefined) return null;
  const { current, history, ownership } = data;
  const earlier = history.slice(1);
  return (
    <section className="cc-owners" aria-label={t('title')}>
      <h2>{t('title')}</h2>
      {ownership === 'disputed' && <StatusTag tone="alarm">{t('disputed')}</StatusTag>}
      {current === null ? (
        <p>
          {word('ownership', ownership)} <span className="cc-soft">{t('asListed')}</span>
        </p>
      ) : (
        <ul className="cc-owner-acts">
          <Act act={current} />
        </ul>
      )}
      {earlier.length > 0 && (
        <details>
          <summary>{t('earlier', { count: earlier.length })}</summary>
          <ul className="cc-owner-acts">
            {earlier.map((act) => (
              <Act key={act.id} act={act} />
            ))}
          </ul>
        </details>
      )}
      {data.mayRecord && (
        <>
          <Button onClick={() => command.open(RECORD_OWNERS)}>{t('record')}</Button>
          <OwnersForm item={item} command={command} found={data} />
        </>
      )}
    </section>
  );
}
