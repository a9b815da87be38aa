import { useTranslation } from 'react-i18next';
import { CLAIM_KINDS } from '../../../modules/dispositions/judgment-orders.ts';
import * as dispositions from '../../../modules/dispositions/dispositions.contract.ts';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import { useOptions } from '../cases/case-words.tsx';
import { AreaItem, ChoiceItem, MoneyItem, TextItem } from './fields.tsx';
import { openRecord, useItemFrame, type ItemFormProps } from './item-form.ts';

interface ClaimValues {
  kind: keyof typeof CLAIM_KINDS;
  document: string;
  claimant: string;
  amountFen: number;
  reason: string;
}

function ClaimForm(props: ItemFormProps) {
  const { t } = useTranslation('dispositions');
  const frame = useItemFrame(props, 'claim');
  const kinds = useOptions(CLAIM_KINDS);
  const dispositionId = openRecord(props, 'claim') ?? props.shown.dispositions.at(-1)?.id ?? '';
  return (
    <CommandForm<typeof dispositions.openClaimEndpoint, ClaimValues>
      {...frame}
      declaration={dispositions.openClaimEndpoint}
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

function CloseClaimForm(props: ItemFormProps) {
  const { t } = useTranslation('dispositions');
  const frame = useItemFrame(props, 'close_claim');
  const claimId =
    openRecord(props, 'close_claim') ?? props.shown.claims.find(({ state }) => state === 'open')?.id ?? '';
  const ends = (['paid', 'rejected'] as const).map((value) => ({ value, label: t(`claim.${value}`) }));
  return (
    <CommandForm<typeof dispositions.closeClaimEndpoint, { state: 'paid' | 'rejected'; document: string }>
      {...frame}
      declaration={dispositions.closeClaimEndpoint}
      toRequest={(body) => ({ params: { claimId }, body })}
    >
      <ChoiceItem name="state" label="claimState" options={ends} />
      <TextItem name="document" label="closingDocument" />
    </CommandForm>
  );
}

/** What is owed after a judgment was reversed. */
export function ClaimForms(props: ItemFormProps) {
  return (
    <>
      <ClaimForm {...props} />
      <CloseClaimForm {...props} />
    </>
  );
}
