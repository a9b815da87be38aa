import Button from 'antd/es/button';
import { useTranslation } from 'react-i18next';
import { useToday } from '../../clock.ts';
import { StatusTag, type StatusTone } from '../../components/status-tag.tsx';
import { useCan } from '../../session/use-session.ts';
import type { Membership, PersonView } from './person-view.ts';
import { useRoleName } from './role-names.tsx';

type State = 'active' | 'future' | 'ended';
const TONES: Record<State, StatusTone> = { active: 'calm', future: 'open', ended: 'closed' };

function stateOf(membership: Membership, today: string): State {
  if (membership.active) return 'active';
  return membership.validFrom > today ? 'future' : 'ended';
}

function MembershipRow({ membership, onEnd }: { membership: Membership; onEnd: (() => void) | undefined }) {
  const { t } = useTranslation('accounts');
  const roleName = useRoleName();
  const state = stateOf(membership, useToday());
  const { validFrom, validUntil, grantedByName } = membership;
  return (
    <li className={state === 'ended' ? 'cc-rows-ended' : undefined}>
      <span className="cc-rows-main">
        <strong>{roleName(membership.role)}</strong>
        {membership.departmentName !== null && ` · ${membership.departmentName}`}
        <br />
        <span className="cc-soft">
          {validUntil === null
            ? t('memberships.openTerm', { from: validFrom })
            : t('memberships.term', { from: validFrom, until: validUntil })}
          {grantedByName !== null && t('memberships.grantedBy', { name: grantedByName })}
        </span>
      </span>
      <span className="cc-rows-side">
        <StatusTag tone={TONES[state]}>{t(`memberships.${state}`)}</StatusTag>
        {onEnd !== undefined && state !== 'ended' && (
          <Button onClick={onEnd} aria-label={t('memberships.endOf', { role: roleName(membership.role) })}>
            {t('memberships.end')}
          </Button>
        )}
      </span>
    </li>
  );
}

/** Roles in the acting court with their terms, past ones last. */
export function PersonMemberships({
  person,
  onOpen,
}: {
  person: PersonView;
  onOpen: (command: string) => void;
}) {
  const { t } = useTranslation('accounts');
  const mayGrant = useCan()('role.grant');
  const today = useToday();
  const rows = [...person.memberships].sort(
    (a, b) =>
      Number(stateOf(a, today) === 'ended') - Number(stateOf(b, today) === 'ended') ||
      b.validFrom.localeCompare(a.validFrom),
  );
  return (
    <section className="cc-section" aria-labelledby="memberships">
      <div className="cc-section-head">
        <h2 id="memberships">{t('memberships.title')}</h2>
        {!mayGrant && <span className="cc-soft">{t('memberships.whoGrants')}</span>}
      </div>
      {rows.length === 0 ? (
        <p className="cc-soft">{t('memberships.none')}</p>
      ) : (
        <ul className="cc-rows">
          {rows.map((membership) => (
            <MembershipRow
              key={membership.id}
              membership={membership}
              onEnd={mayGrant ? () => onOpen(`end-${membership.id}`) : undefined}
            />
          ))}
        </ul>
      )}
    </section>
  );
}
