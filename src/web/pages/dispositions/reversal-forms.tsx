import { useTranslation } from 'react-i18next';
import * as reversals from '../../../modules/dispositions/reversals.contract.ts';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import { SecondPersonFields, type SecondPersonValues } from '../../components/second-person.tsx';
import { ApprovalSentence } from './form-parts.tsx';
import { AreaItem, TextItem } from './fields.tsx';
import { approvalFor, useItemFrame, type ItemFormProps } from './item-form.ts';

interface AskValues {
  document: string;
  reason: string;
}
interface ReverseValues extends AskValues, Required<SecondPersonValues> {}

/** The one that ended the item: the last that stands. */
function lastStanding({ shown }: ItemFormProps): string {
  return shown.dispositions.findLast(({ reversal }) => reversal === null)?.id ?? '';
}

/** What shows the mistake, and what it was. */
function MistakeFields() {
  return (
    <>
      <TextItem name="document" />
      <AreaItem name="reason" />
    </>
  );
}

function ReverseFields({ shown }: ItemFormProps) {
  const { t } = useTranslation('dispositions');
  return (
    <>
      <ApprovalSentence shown={shown} kinds={['reversal']} />
      <p className="cc-soft">{t('form.reverse')}</p>
      <MistakeFields />
      <SecondPersonFields sentence={t('form.twoPersons')} />
    </>
  );
}

function AskForm(props: ItemFormProps) {
  const { t } = useTranslation('dispositions');
  const frame = useItemFrame(props, 'ask_reversal');
  return (
    <CommandForm<typeof reversals.requestReversalEndpoint, AskValues>
      {...frame}
      declaration={reversals.requestReversalEndpoint}
      toRequest={(body) => ({ params: { dispositionId: lastStanding(props) }, body })}
    >
      <p className="cc-soft">{t('form.askReversal')}</p>
      <MistakeFields />
    </CommandForm>
  );
}

function ReverseForm(props: ItemFormProps) {
  const frame = useItemFrame(props, 'reverse');
  const requestId = approvalFor(props.shown, ['reversal'])?.id ?? '';
  return (
    <CommandForm<typeof reversals.reverseDispositionEndpoint, ReverseValues>
      {...frame}
      isDestructive
      declaration={reversals.reverseDispositionEndpoint}
      toRequest={(values) => ({
        params: { dispositionId: lastStanding(props) },
        body: { requestId, ...values },
      })}
    >
      <ReverseFields {...props} />
    </CommandForm>
  );
}

/** Used up or lost, by no disposition. */
function isEndedOtherwise({ shown }: ItemFormProps): boolean {
  return shown.state === 'consumed' || shown.state === 'lost';
}

function AskForEndForm(props: ItemFormProps) {
  const { t } = useTranslation('dispositions');
  const frame = useItemFrame(props, 'ask_reversal');
  return (
    <CommandForm<typeof reversals.requestEndReversalEndpoint, AskValues>
      {...frame}
      declaration={reversals.requestEndReversalEndpoint}
      toRequest={(body) => ({ params: { itemId: props.item.id }, body })}
    >
      <p className="cc-soft">{t('form.askEndReversal')}</p>
      <MistakeFields />
    </CommandForm>
  );
}

function ReverseEndForm(props: ItemFormProps) {
  const frame = useItemFrame(props, 'reverse');
  const requestId = approvalFor(props.shown, ['reversal'])?.id ?? '';
  return (
    <CommandForm<typeof reversals.reverseEndEndpoint, ReverseValues>
      {...frame}
      isDestructive
      declaration={reversals.reverseEndEndpoint}
      toRequest={(values) => ({ params: { itemId: props.item.id }, body: { requestId, ...values } })}
    >
      <ReverseFields {...props} />
    </CommandForm>
  );
}

/** 冲正 of what ended the item: asked for by the judge’s side, carried out by a leader. */
export function ReversalForms(props: ItemFormProps) {
  if (isEndedOtherwise(props))
    return (
      <>
        <AskForEndForm {...props} />
        <ReverseEndForm {...props} />
      </>
    );
  return (
    <>
      <AskForm {...props} />
      <ReverseForm {...props} />
    </>
  );
}
