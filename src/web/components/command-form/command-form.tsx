import { useEffect, useState, type ReactNode } from 'react';
import Alert from 'antd/es/alert';
import Button from 'antd/es/button';
import Drawer from 'antd/es/drawer';
import Form from 'antd/es/form';
import { useTranslation } from 'react-i18next';
import type { EndpointDeclaration, ResponseOf } from '../../../platform/endpoint.ts';
import { ApiProblem } from '../../api/api-problem.ts';
import type { ClientRequest } from '../../api/endpoint-request.ts';
import { useCommand } from '../../api/use-command.ts';
import { announceDone } from '../../layout/announcer.tsx';
import { useIsPhone } from '../../layout/use-is-phone.ts';
import { ProblemAlert } from '../problem-alert.tsx';
import { useFieldProblems } from '../use-field-problems.ts';
import { ChangeList, type Change } from './change-list.tsx';
import { dropDraft, readDraft, writeDraft } from './form-draft.ts';
import { RequirementList, type Requirement } from './requirement-list.tsx';
import './command-form.css';

export interface Rehearsal<E extends EndpointDeclaration> {
  /** On the button until the form was tried out: 「核对 40 件」. */
  readonly label: string;
  readonly passes: (answer: ResponseOf<E>) => boolean;
  /** What would happen, above the buttons. */
  readonly show: (answer: ResponseOf<E>) => ReactNode;
}

export interface CommandFormProps<E extends EndpointDeclaration, V extends object> {
  readonly declaration: E;
  readonly open: boolean;
  readonly onClose: () => void;
  /** 「领用」. */
  readonly title: string;
  /** What it is done to: name and code, or 「12 件资产」. */
  readonly subject?: ReactNode;
  /** Form items; field values must be plain JSON (`DayInput`, `MoneyInput`), because they are kept as a draft. */
  readonly children: ReactNode;
  readonly initialValues?: Partial<V>;
  /** Shown as from → to while typing; leave out what does not change. */
  readonly changes?: (values: Partial<V>) => readonly Change[];
  readonly requirements?: readonly Requirement[];
  readonly toRequest: (values: V) => ClientRequest<E>;
  /** Version that the person saw, for endpoints that take `If-Match`. */
  readonly ifMatch?: string | number;
  readonly invalidates?: readonly EndpointDeclaration[];
  /** The verb on the button: 「领用」, never 「确定」. */
  readonly submitLabel: string;
  readonly isDestructive?: boolean;
  readonly onDone: (response: ResponseOf<E>, values: V) => void;
  /** Sentence for the live region after success: 「已领用」. */
  readonly doneSentence?: string;
  /** Names the draft, for example `issue:<assetId>`; without it what was typed goes with the page. */
  readonly draftKey?: string;
  /** With it the form is tried out first: nothing is written before the answer to that was seen. */
  readonly rehearsal?: Rehearsal<E>;
  /** Offered when somebody changed the record meanwhile (412): read it anew; what was typed stays. */
  readonly onReload?: () => void;
}

/** The answer of trying the form out, as long as nothing was changed since. */
function useRehearsal<E extends EndpointDeclaration>(rehearsal: Rehearsal<E> | undefined) {
  const [answer, setAnswer] = useState<ResponseOf<E>>();
  const isPassed = answer !== undefined && rehearsal?.passes(answer) === true;
  return {
    isDue: rehearsal !== undefined && !isPassed,
    shown: answer === undefined ? null : (rehearsal?.show(answer) ?? null),
    keep: setAnswer,
    forget: () => setAnswer(undefined),
  };
}

function FormBody<E extends EndpointDeclaration, V extends object>(props: CommandFormProps<E, V>) {
  const { declaration, draftKey, initialValues, ifMatch, invalidates, requirements } = props;
  const { t } = useTranslation();
  const [form] = Form.useForm<V>();
  const [draft, setDraft] = useState(() => (draftKey === undefined ? undefined : readDraft(draftKey)));
  const values: Partial<V> = Form.useWatch((all: V) => all, form) ?? {};
  const command = useCommand(declaration, {
    ...(ifMatch === undefined ? {} : { ifMatch }),
    ...(invalidates === undefined ? {} : { invalidates }),
  });
  const rehearsed = useRehearsal(props.rehearsal);
  const shownPaths = useFieldProblems(form, command.problem);
  const isStale = command.problem instanceof ApiProblem && command.problem.status === 412;
  useEffect(() => {
    if (draft !== undefined) form.setFieldsValue(draft as Parameters<typeof form.setFieldsValue>[0]);
  }, [draft, form]);

  const startAnew = () => {
    if (draftKey !== undefined) dropDraft(draftKey);
    setDraft(undefined);
    form.resetFields();
    rehearsed.forget();
    command.clearProblem();
  };
  const submit = async (all: V) => {
    const request = props.toRequest(all);
    if (rehearsed.isDue) {
      rehearsed.keep(await command.tryOut(request));
      return;
    }
    const response = await command.send(request);
    rehearsed.forget();
    if (response === undefined) return;
    if (draftKey !== undefined) dropDraft(draftKey);
    const { doneSentence, title } = props;
    // What only repeats the verb of the button says that it was done.
    if (doneSentence !== undefined)
      announceDone(doneSentence === title ? t('command.done', { what: title }) : doneSentence);
    props.onDone(response, all);
  };
  return (
    <Form<V>
      form={form}
      layout="vertical"
      className="cc-command"
      {...(initialValues === undefined ? {} : { initialValues })}
      onValuesChange={(_changed, all: V) => {
        rehearsed.forget();
        if (draftKey !== undefined) writeDraft(draftKey, all);
      }}
      onFinish={(all: V) => void submit(all)}
    >
      <div className="cc-command-body">
        {props.subject !== undefined && <div className="cc-command-subject">{props.subject}</div>}
        {draft !== undefined && (
          <Alert
            type="info"
            className="cc-command-draft"
            title={t('command.draftRestored')}
            action={
              <Button size="small" onClick={startAnew}>
                {t('action.clear')}
              </Button>
            }
          />
        )}
        {requirements !== undefined && <RequirementList requirements={requirements} />}
        <div>{props.children}</div>
        <ChangeList changes={props.changes?.(values) ?? []} />
      </div>
      <div className="cc-command-foot">
        <ProblemAlert
          problem={command.problem}
          shownPaths={shownPaths}
          {...(isStale && props.onReload !== undefined
            ? { onRetry: props.onReload, retryLabel: t('command.reload') }
            : {})}
        />
        {rehearsed.shown}
        <div className="cc-command-buttons">
          <Button
            type="primary"
            htmlType="submit"
            danger={props.isDestructive === true && !rehearsed.isDue}
            loading={command.isSending}
          >
            {rehearsed.isDue ? props.rehearsal?.label : props.submitLabel}
          </Button>
          <Button onClick={props.onClose} disabled={command.isSending}>
            {t('action.cancel')}
          </Button>
        </div>
      </div>
    </Form>
  );
}

/**
 * One command to fill in and send: a drawer on the desktop, a page on the phone. Shows what will change, names why it
 * was refused, never sends twice, and keeps what was typed when the line is cut.
 */
export function CommandForm<E extends EndpointDeclaration, V extends object>(props: CommandFormProps<E, V>) {
  const isPhone = useIsPhone();
  return (
    <Drawer
      open={props.open}
      onClose={props.onClose}
      title={props.title}
      placement="right"
      size={isPhone ? '100%' : 480}
      destroyOnHidden
      rootClassName="cc-command-drawer"
      mask={{ closable: false }}
    >
      <FormBody {...props} />
    </Drawer>
  );
}
