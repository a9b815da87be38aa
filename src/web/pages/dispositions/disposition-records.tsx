/** What is on record about one item on its way to the end: holds, grounds, notices, auctions, dispositions, claims. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import {
  CONSENTS,
  CONTACT_MEANS,
  CONTACT_OUTCOMES,
  DISPOSITION_WAYS,
  EARLY_CAUSES,
  HOLD_KINDS,
  TAKER_RELATIONS,
} from '../../../modules/dispositions/judgment-orders.ts';
import { Money } from '../../components/money.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { When } from '../../components/when.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { useSayQuantity } from '../../i18n/use-quantity.ts';
import { Beside } from './record-action.tsx';
import type { ItemFormProps } from './item-form.ts';
import { ClaimRecord } from './claim-record.tsx';
import { RevealTaker } from './reveal-taker.tsx';
import { ReversalNote } from './reversal-note.tsx';

type Words = Readonly<Record<string, { readonly zh: string; readonly en: string }>>;
type Row<K extends keyof ItemFormProps['shown']> = ItemFormProps['shown'][K] extends readonly (infer T)[]
  ? T
  : never;

function useWord(): (table: Words, key: string | null) => string | null {
  const language = useLanguage();
  return (table, key) => (key === null ? null : (table[key]?.[language] ?? key));
}

const join = (parts: readonly (string | null | undefined)[]) =>
  parts.filter((part) => part !== null && part !== undefined && part !== '').join(' · ');

function List({ title, children }: { title: string; children: ReactNode[] }) {
  if (children.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul className="cc-rows">{children}</ul>
    </>
  );
}

function Hold({ hold, ...props }: ItemFormProps & { hold: Row<'holds'> }) {
  const { t } = useTranslation('dispositions');
  const word = useWord();
  const isOver = hold.releasedOn !== null;
  return (
    <li className={isOver ? 'cc-rows-ended' : undefined}>
      <span className="cc-rows-main">
        <strong>{hold.holder}</strong> {word(HOLD_KINDS, hold.kind)}
        <br />
        <span className="cc-soft">
          {join([hold.document, hold.placedOn, hold.releaseDocument, hold.releasedOn])}
        </span>
      </span>
      <span className="cc-rows-side">
        <StatusTag tone={isOver ? 'closed' : 'alarm'}>
          {t(isOver ? 'hold.released' : 'hold.inForce')}
        </StatusTag>
        {!isOver && <Beside {...props} action="release_hold" id={hold.id} />}
      </span>
    </li>
  );
}

function Ground({ ground, ...props }: ItemFormProps & { ground: Row<'grounds'> }) {
  const { t } = useTranslation('dispositions');
  const word = useWord();
  return (
    <li>
      <span className="cc-rows-main">
        <strong>{t(`ground.${ground.kind}`)}</strong>{' '}
        {join([word(EARLY_CAUSES, ground.cause), ground.rightHolder, word(CONSENTS, ground.consent)])}
        <br />
        <span className="cc-soft">
          {join([ground.document, ground.valuationDocument, ground.reason, ground.escalationDocument])}
        </span>
      </span>
      <span className="cc-rows-side">
        {ground.isPermitted ? (
          <StatusTag tone={ground.state === 'ended' ? 'closed' : 'open'}>
            {t(`groundState.${ground.state}`)}
          </StatusTag>
        ) : (
          <StatusTag tone="alarm">
            {t(ground.state === 'escalated' ? 'ground.escalated' : 'ground.notMet')}
          </StatusTag>
        )}
        {ground.kind === 'early' && ground.state === 'open' && (
          <Beside {...props} action="escalate" id={ground.id} />
        )}
      </span>
    </li>
  );
}

function Notice({ notice }: { notice: Row<'notices'> }) {
  const { t } = useTranslation('dispositions');
  return (
    <li className={notice.endedOn === null ? undefined : 'cc-rows-ended'}>
      <span className="cc-rows-main">
        <strong>{notice.document}</strong> {notice.medium}
        <br />
        <span className="cc-soft">{t('notice.days', { from: notice.publishedOn, to: notice.dueOn })}</span>
      </span>
      <span className="cc-rows-side">
        <StatusTag tone={notice.outcome === null ? 'open' : 'closed'}>
          {t(`notice.${notice.outcome ?? 'running'}`)}
        </StatusTag>
      </span>
    </li>
  );
}

function Contact({ contact }: { contact: Row<'contacts'> }) {
  const word = useWord();
  return (
    <li>
      <span className="cc-rows-main">
        <When instant={contact.contactedAt} /> {word(CONTACT_MEANS, contact.means)} {contact.toWhom}
        <br />
        <span className="cc-soft">{join([contact.note, contact.recordedByName])}</span>
      </span>
      <span className="cc-rows-side">
        <StatusTag
          tone={contact.outcome === 'reached' || contact.outcome === 'will_come' ? 'settled' : 'soon'}
        >
          {word(CONTACT_OUTCOMES, contact.outcome)}
        </StatusTag>
      </span>
    </li>
  );
}

function Auction({ auction }: { auction: Row<'auctions'> }) {
  const { t } = useTranslation('dispositions');
  const { round, announcedOn, heldOn, result } = auction;
  return (
    <li>
      <span className="cc-rows-main">
        <strong>{t('auction.round', { round })}</strong> {t('auction.reserve')}{' '}
        <Money fen={auction.reserveFen} inline />
        <br />
        <span className="cc-soft">
          {t('auction.days', { announcedOn, heldOn })} ·{' '}
          {t('auction.valuation', { number: auction.valuationNumber, until: auction.valuationValidUntil })}
        </span>
      </span>
      <span className="cc-rows-side">
        {auction.priceFen !== null && <Money fen={auction.priceFen} inline />}
        {auction.buyer}
        <StatusTag tone={result === null ? 'open' : result === 'sold' ? 'settled' : 'closed'}>
          {t(`auction.${result ?? 'running'}`)}
        </StatusTag>
      </span>
    </li>
  );
}

function Disposition({ done, ...props }: ItemFormProps & { done: Row<'dispositions'> }) {
  const sayQuantity = useSayQuantity();
  const { t } = useTranslation('dispositions');
  const word = useWord();
  const facts = join([
    done.counterparty,
    word(TAKER_RELATIONS, done.relation),
    done.numberMasked,
    done.document,
    done.method,
    done.place,
    done.video,
    done.paymentSlip,
    done.receiptDocument,
    done.approvalNumber === null ? null : t('approvalOf', { number: done.approvalNumber }),
  ]);
  const isUnderWay = done.way === 'hand_over' && done.receiptDocument === null;
  const { reversal } = done;
  return (
    <li className={reversal === null ? undefined : 'cc-rows-ended'}>
      <span className="cc-rows-main">
        <strong>{word(DISPOSITION_WAYS, done.way)}</strong> {sayQuantity(done.quantity, done.unit)} ·{' '}
        <When instant={done.executedAt} />
        <br />
        <span className="cc-soft">{facts}</span>
        <br />
        <span className="cc-soft">
          {join([
            t('executedBy', {
              names: [done.executorName, done.secondPersonName].filter(Boolean).join(t('separator')),
            }),
            done.supervisorName === null ? null : t('supervisedBy', { name: done.supervisorName }),
          ])}
        </span>
        {reversal !== null && <ReversalNote reversal={reversal} />}
        {done.proceedsItemId !== null && (
          <Link className="cc-disposition-link" to={`/seized-items/${done.proceedsItemId}`}>
            {t('toProceeds')}
          </Link>
        )}
        {done.residueItemId !== null && (
          <Link className="cc-disposition-link" to={`/seized-items/${done.residueItemId}`}>
            {t('toResidue')}
          </Link>
        )}
      </span>
      <span className="cc-rows-side">
        {reversal !== null && <StatusTag tone="closed">{t('reversal.done')}</StatusTag>}
        {done.mayReveal && <RevealTaker dispositionId={done.id} />}
        {isUnderWay && <Beside {...props} action="receipt" id={done.id} />}
        {reversal === null && <Beside {...props} action="claim" id={done.id} />}
      </span>
    </li>
  );
}

export function DispositionRecords(props: ItemFormProps) {
  const { t } = useTranslation('dispositions');
  const { holds, grounds, notices, contacts, auctions, dispositions, claims } = props.shown;
  return (
    <div className="cc-disposition-records">
      <List title={t('records.holds')}>
        {holds.map((hold) => (
          <Hold key={hold.id} hold={hold} {...props} />
        ))}
      </List>
      <List title={t('records.grounds')}>
        {grounds.map((ground) => (
          <Ground key={ground.id} ground={ground} {...props} />
        ))}
      </List>
      <List title={t('records.notices')}>
        {notices.map((notice) => (
          <Notice key={notice.id} notice={notice} />
        ))}
      </List>
      <List title={t('records.contacts')}>
        {contacts.map((contact) => (
          <Contact key={contact.id} contact={contact} />
        ))}
      </List>
      <List title={t('records.auctions')}>
        {auctions.map((auction) => (
          <Auction key={auction.id} auction={auction} />
        ))}
      </List>
      <List title={t('records.dispositions')}>
        {dispositions.map((done) => (
          <Disposition key={done.id} done={done} {...props} />
        ))}
      </List>
      <List title={t('records.claims')}>
        {claims.map((claim) => (
          <ClaimRecord key={claim.id} claim={claim} {...props} />
        ))}
      </List>
    </div>
  );
}
