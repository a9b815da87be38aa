import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { isRecoverable } from '../../../modules/dispositions/claim.rules.ts';
import { CLAIM_KINDS } from '../../../modules/dispositions/judgment-orders.ts';
import { Money } from '../../components/money.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { usePickSentence } from '../../i18n/use-language.ts';
import { useSayUnit } from '../../i18n/use-quantity.ts';
import { formatMinor } from '../money/money-amount.ts';
import { approvalFor, type ItemFormProps } from './item-form.ts';
import { Beside } from './record-action.tsx';

type Claim = ItemFormProps['shown']['claims'][number];

const join = (parts: readonly (string | null)[]) =>
  parts.filter((part) => part !== null && part !== '').join(' · ');

/** Money that came back, with its papers, and the item that it is now. */
function Recovery({ back }: { back: Claim['recoveries'][number] }) {
  const sayUnit = useSayUnit();
  const { t } = useTranslation('dispositions');
  return (
    <li>
      {back.recoveredOn} {back.payer}{' '}
      <strong>
        {formatMinor(back.amountMinor, back.currency)} {sayUnit(back.currency)}
      </strong>
      {back.currency !== 'CNY' && (
        <>
          {' '}
          {t('claim.counts')} <Money fen={back.recoveredFen} inline />
        </>
      )}{' '}
      <Link to={`/seized-items/${back.itemId}`}>{t('claim.toMoney')}</Link>
      <br />
      <span className="cc-soft">
        {join([
          back.document,
          `${back.bank} ${back.paymentSlip}`,
          t('executedBy', { names: [back.recordedByName, back.secondPersonName].join(t('separator')) }),
        ])}
      </span>
    </li>
  );
}

/** 执行回转与赔偿: what was claimed, what came back in which parts, what is open, and how it ended. */
export function ClaimRecord({ claim, ...props }: ItemFormProps & { claim: Claim }) {
  const pick = usePickSentence();
  const { t } = useTranslation('dispositions');
  const isOpen = claim.state === 'open';
  const isSettled = claim.openFen === 0 || !isRecoverable(claim.kind);
  const mayEnd = isSettled || approvalFor(props.shown, ['claim_end']) !== undefined;
  return (
    <li>
      <span className="cc-rows-main">
        <strong>{pick(CLAIM_KINDS[claim.kind])}</strong> {claim.claimant} {t('claim.claimed')}{' '}
        <Money fen={claim.amountFen} inline />
        {isRecoverable(claim.kind) && (
          <>
            {' · '}
            {t('claim.recovered')} <Money fen={claim.recoveredFen} inline /> · {t('claim.left')}{' '}
            <Money fen={claim.openFen} inline />
          </>
        )}
        <br />
        <span className="cc-soft">
          {join([
            claim.document,
            claim.reason,
            claim.closingDocument,
            claim.closingReason,
            claim.closingApproval === null ? null : t('approvalOf', { number: claim.closingApproval }),
          ])}
        </span>
        {claim.recoveries.length > 0 && (
          <ul className="cc-claim-recoveries" aria-label={t('claim.recoveries')}>
            {claim.recoveries.map((back) => (
              <Recovery key={back.id} back={back} />
            ))}
          </ul>
        )}
      </span>
      <span className="cc-rows-side">
        <StatusTag tone={isOpen ? 'alarm' : 'closed'}>{t(`claim.${claim.state}`)}</StatusTag>
        {isOpen && isRecoverable(claim.kind) && claim.openFen > 0 && (
          <Beside {...props} action="recover_claim" id={claim.id} />
        )}
        {isOpen && claim.openFen > 0 && <Beside {...props} action="ask_claim_end" id={claim.id} />}
        {isOpen && mayEnd && <Beside {...props} action="close_claim" id={claim.id} />}
      </span>
    </li>
  );
}
