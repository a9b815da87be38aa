import Button from 'antd/es/button';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CaseAnswer } from '../../../modules/cases/case-fields.ts';
import { DOCUMENT_KINDS } from '../../../modules/cases/document-number.ts';
import { LINK_KINDS, NUMBER_RELATIONS, PARTY_ROLES } from '../../../modules/cases/rules.ts';
import { RowMenu, type RowAction } from '../../components/row-menu.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { CaseRecusals } from './case-recusals.tsx';
import type { CaseTabProps } from './case-tab-props.ts';
import { useNameOf } from './case-words.tsx';

type NumberAnswer = CaseAnswer['numbers'][number];
type Party = CaseAnswer['parties'][number];

function NumberRow({ number, onWrong }: { number: NumberAnswer; onWrong: (() => void) | undefined }) {
  const { t } = useTranslation('cases');
  const relationName = useNameOf(NUMBER_RELATIONS);
  const isWrong = number.relation === 'formerly_wrong';
  const facts = [
    number.sourceDocument,
    t('number.since', { day: number.validFrom }),
    number.raw === number.number ? null : t('number.typedAs', { raw: number.raw }),
    isWrong
      ? t('number.right', { number: number.supersededBy ?? '', reason: number.supersededReason ?? '' })
      : null,
  ];
  return (
    <li className={isWrong ? 'cc-rows-ended' : undefined}>
      <span className="cc-rows-main">
        <strong className={isWrong ? 'cc-case-number-wrong' : undefined}>{number.number}</strong>
        <br />
        <span className="cc-soft">{facts.filter((fact) => fact !== null).join(' · ')}</span>
      </span>
      <span className="cc-rows-side">
        <StatusTag tone={isWrong ? 'closed' : 'calm'}>{relationName(number.relation)}</StatusTag>
        {number.isPrimary && <StatusTag tone="settled">{t('number.primary')}</StatusTag>}
        {number.isOfOtherCourt && <StatusTag tone="soon">{t('number.otherCourtTag')}</StatusTag>}
        {onWrong !== undefined && !isWrong && (
          <RowMenu
            label={t('number.actions', { number: number.number })}
            actions={[{ key: 'wrong', label: t('number.markWrong'), onClick: onWrong }]}
          />
        )}
      </span>
    </li>
  );
}

function PartyRow({
  party,
  mayChange,
  onOpen,
}: {
  party: Party;
  mayChange: boolean;
  onOpen: (command: string) => void;
}) {
  const { t } = useTranslation('cases');
  const roleName = useNameOf(PARTY_ROLES);
  const documentName = useNameOf(DOCUMENT_KINDS);
  const hasLeft = party.leftOn !== null;
  const document =
    party.documentKind === null || party.numberMasked === null
      ? null
      : `${documentName(party.documentKind)} ${party.numberMasked}`;
  const facts = [
    document,
    party.contact,
    party.note,
    hasLeft ? t('party.left', { day: party.leftOn, reason: party.leftReason }) : null,
  ];
  const actions: RowAction[] = [
    ...(party.mayReveal
      ? [{ key: 'reveal', label: t('reveal.title'), onClick: () => onOpen(`reveal-${party.id}`) }]
      : []),
    ...(mayChange && !hasLeft
      ? [
          { key: 'correct', label: t('party.correct'), onClick: () => onOpen(`party-${party.id}`) },
          {
            key: 'remove',
            label: t('party.remove'),
            isDestructive: true,
            onClick: () => onOpen(`remove-${party.id}`),
          },
        ]
      : []),
  ];
  return (
    <li className={hasLeft ? 'cc-rows-ended' : undefined}>
      <span className="cc-rows-main">
        <strong>{party.name}</strong>
        <br />
        <span className="cc-soft">
          {facts.filter((fact) => fact !== null).join(' · ') || t('party.noDocument')}
        </span>
      </span>
      <span className="cc-rows-side">
        <StatusTag tone={hasLeft ? 'closed' : 'calm'}>{roleName(party.role)}</StatusTag>
        <RowMenu label={t('party.actions', { name: party.name })} actions={actions} />
      </span>
    </li>
  );
}

function CaseLinks({ found, onOpen }: CaseTabProps) {
  const { t } = useTranslation('cases');
  const kindName = useNameOf(LINK_KINDS);
  const mayEnd = found.availableActions.includes('link');
  return (
    <ul className="cc-rows">
      {found.links.map((link) => (
        <li key={link.caseId} className={link.endedOn === null ? undefined : 'cc-rows-ended'}>
          <span className="cc-rows-main">
            <Link to={`/cases/${link.caseId}`}>{link.number}</Link> {link.cause}
            <br />
            <span className="cc-soft">
              {[link.handler, link.sourceDocument, t('number.since', { day: link.linkedOn }), link.endReason]
                .filter((part) => part !== null)
                .join(' · ')}
            </span>
          </span>
          <span className="cc-rows-side">
            <StatusTag tone={link.endedOn === null ? 'calm' : 'closed'}>{kindName(link.kind)}</StatusTag>
            <StatusTag tone="open">{t(link.isMain ? 'link.mainHere' : 'link.mainThere')}</StatusTag>
            {mayEnd && link.endedOn === null && (
              <Button onClick={() => onOpen(`unlink-${link.caseId}`)}>{t('link.end')}</Button>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

function CaseHandlers({ found }: CaseTabProps) {
  const { t } = useTranslation('cases');
  return (
    <ul className="cc-rows">
      {found.handlers.map((row) => (
        <li
          key={`${row.handlerId} ${row.recordedAt}`}
          className={row.untilOn === null ? undefined : 'cc-rows-ended'}
        >
          <span className="cc-rows-main">
            <strong>{row.handler}</strong> · {row.department}
            <br />
            <span className="cc-soft">
              {[
                row.untilOn === null
                  ? t('handler.since', { from: row.fromOn })
                  : t('handler.term', { from: row.fromOn, until: row.untilOn }),
                row.reason,
              ]
                .filter((part) => part !== null)
                .join(' · ')}
            </span>
          </span>
          <span className="cc-rows-side">
            <StatusTag tone={row.untilOn === null ? 'calm' : 'closed'}>
              {t(row.untilOn === null ? 'handler.present' : 'handler.former')}
            </StatusTag>
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Numbers, parties, linked cases, and who handled the case. */
export function CaseOverview(props: CaseTabProps) {
  const { found, onOpen } = props;
  const { t } = useTranslation('cases');
  const may = (action: CaseAnswer['availableActions'][number]) => found.availableActions.includes(action);
  return (
    <>
      <section className="cc-section" aria-labelledby="numbers">
        <div className="cc-section-head">
          <h2 id="numbers">{t('section.numbers')}</h2>
          {may('add_number') && <Button onClick={() => onOpen('add_number')}>{t('addNumber.title')}</Button>}
        </div>
        <ul className="cc-rows">
          {found.numbers.map((number) => (
            <NumberRow
              key={number.id}
              number={number}
              onWrong={may('add_number') ? () => onOpen(`wrong-${number.id}`) : undefined}
            />
          ))}
        </ul>
      </section>
      <section className="cc-section" aria-labelledby="parties">
        <div className="cc-section-head">
          <h2 id="parties">{t('section.parties')}</h2>
          {may('add_party') && <Button onClick={() => onOpen('add_party')}>{t('party.add')}</Button>}
        </div>
        {found.parties.length === 0 ? (
          <p className="cc-soft">{t('party.none')}</p>
        ) : (
          <ul className="cc-rows">
            {found.parties.map((party) => (
              <PartyRow key={party.id} party={party} mayChange={may('add_party')} onOpen={onOpen} />
            ))}
          </ul>
        )}
      </section>
      {(found.links.length > 0 || may('link')) && (
        <section className="cc-section" aria-labelledby="links">
          <div className="cc-section-head">
            <h2 id="links">{t('section.links')}</h2>
            {may('link') && <Button onClick={() => onOpen('link')}>{t('link.title')}</Button>}
          </div>
          {found.links.length === 0 ? <p className="cc-soft">{t('link.none')}</p> : <CaseLinks {...props} />}
        </section>
      )}
      <section className="cc-section" aria-labelledby="handlers">
        <div className="cc-section-head">
          <h2 id="handlers">{t('section.handlers')}</h2>
        </div>
        <CaseHandlers {...props} />
      </section>
      <CaseRecusals found={found} />
    </>
  );
}
