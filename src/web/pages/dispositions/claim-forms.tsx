import Form from 'antd/es/form';
import { useTranslation } from 'react-i18next';
import * as claims from '../../../modules/dispositions/claims.contract.ts';
import { CLAIM_ENDS, isRecoverable, type ClaimEnd } from '../../../modules/dispositions/claim.rules.ts';
import { CLAIM_KINDS, type ClaimKind } from '../../../modules/dispositions/judgment-orders.ts';
import { CURRENCIES } from '../../../modules/seized-items/item-quantity.ts';
import { useToday } from '../../clock.ts';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import { Money } from '../../components/money.tsx';
import { SecondPersonFields, type SecondPersonValues } from '../../components/second-person.tsx';
import { useSayUnit } from '../../i18n/use-quantity.ts';
import { useSession } from '../../session/use-session.ts';
import { listDepositsEndpoint } from '../../../modules/seized-items/money/deposits.contract.ts';
import { listMoneyMonthsEndpoint } from '../../../modules/seized-items/money/months.contract.ts';
import { AmountField } from '../money/amount-field.tsx';
import { readMinor } from '../money/money-amount.ts';
import { useOptions } from '../cases/case-words.tsx';
import { ApprovalSentence } from './form-parts.tsx';
import { AreaItem, ChoiceItem, DayItem, MoneyItem, TextItem } from './fields.tsx';
import {
  approvalFor,
  openRecord,
  STALE_AFTER_DISPOSITION,
  useItemFrame,
  type ItemFormProps,
} from './item-form.ts';

interface ClaimValues {
  kind: ClaimKind;
  document: string;
  claimant: string;
  amountFen: number;
  reason: string;
}

type Claim = ItemFormProps['shown']['claims'][number];

/** The claim of which the form speaks, or the first that it may speak of. */
function claimOf(
  props: ItemFormProps,
  action: 'recover_claim' | 'ask_claim_end' | 'close_claim',
  isMeant: (claim: Claim) => boolean = () => true,
): Claim | undefined {
  const open = props.shown.claims.filter(({ state }) => state === 'open');
  const asked = openRecord(props, action);
  return open.find(({ id }) => id === asked) ?? open.find(isMeant);
}

function ClaimForm(props: ItemFormProps) {
  const { t } = useTranslation('dispositions');
  const frame = useItemFrame(props, 'claim');
  const kinds = useOptions(CLAIM_KINDS);
  const dispositionId = openRecord(props, 'claim') ?? props.shown.dispositions.at(-1)?.id ?? '';
  return (
    <CommandForm<typeof claims.openClaimEndpoint, ClaimValues>
      {...frame}
      declaration={claims.openClaimEndpoint}
      toRequest={(body) => ({ params: { dispositionId }, body })}
    >
      <p className="cc-soft">{t('form.claim')}</p>
      <ChoiceItem name="kind" label="claimKind" options={kinds} />
      <TextItem name="document" label="reversalDocument" />
      <TextItem name="claimant" />
      <MoneyItem name="amountFen" label="claimAmount" />
      <AreaItem name="reason" />
    </CommandForm>
  );
}

/** What is claimed, what came back, what is open. */
function ClaimSentence({ claim }: { claim: Claim | undefined }) {
  const { t } = useTranslation('dispositions');
  if (claim === undefined) return null;
  return (
    <p>
      {claim.claimant} {t('claim.claimed')} <Money fen={claim.amountFen} inline /> · {t('claim.recovered')}{' '}
      <Money fen={claim.recoveredFen} inline /> · {t('claim.left')} <Money fen={claim.openFen} inline />
    </p>
  );
}

interface RecoveryValues extends Required<SecondPersonValues> {
  currency: string;
  amount: string;
  payer: string;
  document: string;
  paymentSlip: string;
  bank: string;
  recoveredOn: string;
}

function RecoveryAmount() {
  const sayUnit = useSayUnit();
  const { t } = useTranslation('dispositions');
  const form = Form.useFormInstance<RecoveryValues>();
  const currency = Form.useWatch('currency', form) ?? 'CNY';
  const options = Object.keys(CURRENCIES).map((value) => ({ value, label: sayUnit(value) }));
  return (
    <>
      <ChoiceItem name="currency" options={options} />
      <AmountField name="amount" label={t('field.recoveredAmount')} currency={currency} />
      {currency !== 'CNY' && <p className="cc-soft">{t('form.recoveredForeign')}</p>}
    </>
  );
}

function RecoveryForm(props: ItemFormProps) {
  const { t } = useTranslation('dispositions');
  const { roles } = useSession();
  const today = useToday();
  const frame = useItemFrame(props, 'recover_claim');
  const claim = claimOf(props, 'recover_claim', ({ kind }) => isRecoverable(kind));
  const other = roles.includes('finance_officer') ? 'enforcement_officer' : 'finance_officer';
  return (
    <CommandForm<typeof claims.recordRecoveryEndpoint, RecoveryValues>
      {...frame}
      declaration={claims.recordRecoveryEndpoint}
      invalidates={[...STALE_AFTER_DISPOSITION, listDepositsEndpoint, listMoneyMonthsEndpoint]}
      initialValues={{ currency: 'CNY', recoveredOn: today }}
      toRequest={({ amount, ...values }) => ({
        params: { claimId: claim?.id ?? '' },
        body: { ...values, amountMinor: readMinor(amount, values.currency) ?? 0 },
      })}
    >
      <ClaimSentence claim={claim} />
      <p className="cc-soft">{t('form.recover')}</p>
      <RecoveryAmount />
      <TextItem name="payer" />
      <TextItem name="document" label="recoveryDocument" />
      <TextItem name="paymentSlip" label="depositSlip" max={100} />
      <TextItem name="bank" label="recoveryBank" max={100} />
      <DayItem name="recoveredOn" />
      <SecondPersonFields roles={[other]} sentence={t('form.recoverBoth')} />
    </CommandForm>
  );
}

function AskEndForm(props: ItemFormProps) {
  const { t } = useTranslation('dispositions');
  const frame = useItemFrame(props, 'ask_claim_end');
  const claim = claimOf(props, 'ask_claim_end', ({ openFen }) => openFen > 0);
  const ends = useOptions({ written_off: CLAIM_ENDS.written_off, rejected: CLAIM_ENDS.rejected });
  return (
    <CommandForm<
      typeof claims.requestClaimEndEndpoint,
      { state: 'rejected' | 'written_off'; document: string; reason: string }
    >
      {...frame}
      declaration={claims.requestClaimEndEndpoint}
      toRequest={(body) => ({ params: { claimId: claim?.id ?? '' }, body })}
    >
      <ClaimSentence claim={claim} />
      <p className="cc-soft">{t('form.askClaimEnd')}</p>
      <ChoiceItem name="state" label="claimState" options={ends} />
      <TextItem name="document" label="closingDocument" />
      <AreaItem name="reason" />
    </CommandForm>
  );
}

function CloseClaimForm(props: ItemFormProps) {
  const { t } = useTranslation('dispositions');
  const frame = useItemFrame(props, 'close_claim');
  const claim = claimOf(props, 'close_claim');
  const approval = approvalFor(props.shown, ['claim_end']);
  const ends = useOptions(CLAIM_ENDS);
  const isSettled = claim !== undefined && (claim.openFen === 0 || !isRecoverable(claim.kind));
  const offered = ends.filter(({ value }) =>
    value === 'paid' ? isSettled : approval !== undefined && claim?.openFen !== 0,
  );
  return (
    <CommandForm<typeof claims.closeClaimEndpoint, { state: ClaimEnd; document: string }>
      {...frame}
      declaration={claims.closeClaimEndpoint}
      toRequest={(body) => ({
        params: { claimId: claim?.id ?? '' },
        body: { ...body, requestId: body.state === 'paid' ? null : (approval?.id ?? null) },
      })}
    >
      <ClaimSentence claim={claim} />
      {approval === undefined ? (
        <p className="cc-soft">{t('form.closeClaim')}</p>
      ) : (
        <ApprovalSentence shown={props.shown} kinds={['claim_end']} />
      )}
      <ChoiceItem name="state" label="claimState" options={offered} />
      <TextItem name="document" label="closingDocument" />
    </CommandForm>
  );
}

/** What is owed after a judgment was reversed. */
export function ClaimForms(props: ItemFormProps) {
  return (
    <>
      <ClaimForm {...props} />
      <RecoveryForm {...props} />
      <AskEndForm {...props} />
      <CloseClaimForm {...props} />
    </>
  );
}
