import { useTranslation } from 'react-i18next';
import { useToday } from '../../clock.ts';
import * as judgments from '../../../modules/dispositions/judgments.contract.ts';
import {
  JUDGMENT_ORDERS,
  NOTICE_KINDS,
  type NoticeKind,
} from '../../../modules/dispositions/judgment-orders.ts';
import { awaitDispositionEndpoint } from '../../../modules/dispositions/preparing.contract.ts';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import type { OpenCommand } from '../../components/command-form/use-open-command.ts';
import { useSayQuantity } from '../../i18n/use-quantity.ts';
import { useNameOf, useOptions } from '../cases/case-words.tsx';
import { AreaItem, DayItem, TextItem, ChoiceItem } from './fields.tsx';
import { STALE_AFTER_DISPOSITION } from './item-form.ts';
import type { CaseJudgments, JudgmentLine } from './judgment-answer.ts';

interface FormProps {
  readonly shown: CaseJudgments;
  readonly command: OpenCommand;
}

function useFrame({ command }: FormProps, name: string, title: string) {
  return {
    open: command.current === name,
    onClose: command.close,
    onDone: command.close,
    title,
    submitLabel: title,
    doneSentence: title,
    invalidates: STALE_AFTER_DISPOSITION,
  };
}

function LineSummary({ lines }: { lines: readonly JudgmentLine[] }) {
  const sayQuantity = useSayQuantity();
  const { t } = useTranslation('dispositions');
  const orderName = useNameOf(JUDGMENT_ORDERS);
  return (
    <ol className="cc-judgment-summary">
      {lines.map((line) => (
        <li key={line.id}>
          <strong>{orderName(line.order)}</strong> {line.description} {sayQuantity(line.quantity, line.unit)}
          {line.beneficiary !== null && ` → ${line.beneficiary}`}
          <br />
          <span className="cc-soft">
            {line.item === null
              ? t('line.noItem')
              : t('line.matchedTo', {
                  name: line.item.name,
                  quantity: sayQuantity(line.item.onHand, line.item.unit),
                })}
          </span>
        </li>
      ))}
    </ol>
  );
}

/** The record after the dash of the open form’s name. */
function recordOf({ command }: FormProps, verb: string): string | undefined {
  const start = `${verb}-`;
  return command.current?.startsWith(start) === true ? command.current.slice(start.length) : undefined;
}

function ConfirmForm(props: FormProps) {
  const { t } = useTranslation('dispositions');
  const frame = useFrame(props, 'confirm_lines', t('lineAction.confirm'));
  const lines = props.shown.lines.filter(({ availableActions }) => availableActions.includes('confirm'));
  return (
    <CommandForm
      {...frame}
      open={frame.open && lines.length > 0}
      declaration={judgments.confirmJudgmentLinesEndpoint}
      toRequest={() => ({ body: { lineIds: lines.map(({ id }) => id) } })}
    >
      <p>{t('form.confirm')}</p>
      <LineSummary lines={lines} />
    </CommandForm>
  );
}

function AwaitForm({ awaitable, ...props }: FormProps & { readonly awaitable: readonly JudgmentLine[] }) {
  const { t } = useTranslation('dispositions');
  const frame = useFrame(props, 'await_lines', t('action.await'));
  const itemIds = [...new Set(awaitable.flatMap(({ item }) => (item === null ? [] : [item.id])))];
  return (
    <CommandForm
      {...frame}
      open={frame.open && itemIds.length > 0}
      declaration={awaitDispositionEndpoint}
      toRequest={() => ({ body: { itemIds } })}
    >
      <p>{t('form.await')}</p>
      <LineSummary lines={awaitable} />
    </CommandForm>
  );
}

function RefuseForm(props: FormProps) {
  const { t } = useTranslation('dispositions');
  const lineId = recordOf(props, 'refuse_line');
  const title = t('lineAction.refuse');
  const line = props.shown.lines.find(({ id }) => id === lineId);
  return (
    <CommandForm<typeof judgments.refuseJudgmentLinesEndpoint, { reason: string }>
      {...useFrame(props, `refuse_line-${lineId ?? ''}`, title)}
      open={line !== undefined}
      isDestructive
      declaration={judgments.refuseJudgmentLinesEndpoint}
      toRequest={({ reason }) => ({ body: { lineIds: [lineId ?? ''], reason } })}
    >
      {line !== undefined && <LineSummary lines={[line]} />}
      <AreaItem name="reason" />
    </CommandForm>
  );
}

function CarryOutForm(props: FormProps) {
  const { t } = useTranslation('dispositions');
  const lineId = recordOf(props, 'carry_out_line');
  const line = props.shown.lines.find(({ id }) => id === lineId);
  return (
    <CommandForm<typeof judgments.carryOutJudgmentLineEndpoint, { document: string }>
      {...useFrame(props, `carry_out_line-${lineId ?? ''}`, t('lineAction.carry_out'))}
      open={line !== undefined}
      declaration={judgments.carryOutJudgmentLineEndpoint}
      toRequest={(body) => ({ params: { lineId: lineId ?? '' }, body })}
    >
      {line !== undefined && <LineSummary lines={[line]} />}
      <TextItem name="document" label="endingDocument" />
    </CommandForm>
  );
}

interface SendValues {
  kind: NoticeKind;
  document: string;
  organ: string;
  sentOn: string;
}

function SendForm(props: FormProps) {
  const today = useToday();
  const { t } = useTranslation('dispositions');
  const kinds = useOptions(NOTICE_KINDS);
  const document = props.shown.lines[0]?.document;
  return (
    <CommandForm<typeof judgments.sendJudgmentEndpoint, SendValues>
      {...useFrame(props, 'send_judgment', t('judgments.send'))}
      declaration={judgments.sendJudgmentEndpoint}
      initialValues={{
        kind: 'seizing_organ',
        sentOn: today,
        ...(document === undefined ? {} : { document }),
      }}
      toRequest={(body) => ({ params: { caseId: props.shown.caseId }, body })}
    >
      <p className="cc-soft">{t('form.send')}</p>
      <ChoiceItem name="kind" label="noticeKind" options={kinds} />
      <TextItem name="document" max={100} />
      <TextItem name="organ" label="noticeOrgan" />
      <DayItem name="sentOn" />
    </CommandForm>
  );
}

function ReceiveForm(props: FormProps) {
  const today = useToday();
  const { t } = useTranslation('dispositions');
  const judgmentNoticeId = recordOf(props, 'receive_judgment');
  return (
    <CommandForm<typeof judgments.receiveJudgmentReceiptEndpoint, { document: string; receivedOn: string }>
      {...useFrame(props, `receive_judgment-${judgmentNoticeId ?? ''}`, t('judgments.receive'))}
      open={judgmentNoticeId !== undefined}
      declaration={judgments.receiveJudgmentReceiptEndpoint}
      initialValues={{ receivedOn: today }}
      toRequest={(body) => ({ params: { judgmentNoticeId: judgmentNoticeId ?? '' }, body })}
    >
      <TextItem name="document" label="receipt" />
      <DayItem name="receivedOn" />
    </CommandForm>
  );
}

/** Confirming and returning lines, letting items wait, and the way of the judgment to the seizing organ. */
export function JudgmentForms(props: FormProps & { readonly awaitable: readonly JudgmentLine[] }) {
  return (
    <>
      <ConfirmForm {...props} />
      <AwaitForm {...props} />
      <RefuseForm {...props} />
      <CarryOutForm {...props} />
      <SendForm {...props} />
      <ReceiveForm {...props} />
    </>
  );
}
