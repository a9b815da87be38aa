import { useState } from 'react';
import Button from 'antd/es/button';
import Checkbox from 'antd/es/checkbox';
import Drawer from 'antd/es/drawer';
import Form from 'antd/es/form';
import Skeleton from 'antd/es/skeleton';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ITEM_CODE_KINDS } from '../../../../modules/item-codes/item-code.ts';
import type { PrintPurpose } from '../../../../modules/labels/print-job.rules.ts';
import { listPrintersEndpoint } from '../../../../modules/labels/printers.contract.ts';
import { listLabelTemplatesEndpoint } from '../../../../modules/labels/templates.contract.ts';
import { useCommand } from '../../../api/use-command.ts';
import { useQueryEndpoint } from '../../../api/use-query-endpoint.ts';
import { formatCount } from '../../../components/amount.ts';
import { ProblemAlert } from '../../../components/problem-alert.tsx';
import { useFieldProblems } from '../../../components/use-field-problems.ts';
import { usePickSentence } from '../../../i18n/use-language.ts';
import { announce } from '../../../layout/announcer.tsx';
import { useIsPhone } from '../../../layout/use-is-phone.ts';
import { STALE_JOBS } from '../jobs/stale-jobs.ts';
import { DeviceFields } from './device-fields.tsx';
import { FirstLabel } from './first-label.tsx';
import { PlanView } from './plan-view.tsx';
import { endpointOf, purposesOf, requestOf, type PrintTarget } from './print-target.ts';
import {
  AS_FILE,
  bodyOfValues,
  questionOfValues,
  settleChoice,
  type Offered,
  type PrintValues,
  type Settled,
} from './print-values.ts';
import { PurposeFields } from './purpose-fields.tsx';
import { readRememberedChoice, rememberChoice } from './remembered-choice.ts';
import { TemplateField } from './template-field.tsx';
import { usePrintPlan } from './use-print-plan.ts';
import '../../../components/command-form/command-form.css';
import './print-drawer.css';

export interface PrintDrawerProps {
  readonly target: PrintTarget;
  /** What the person came for; the first that fits unless given. */
  readonly purpose?: PrintPurpose | undefined;
  readonly onClose: () => void;
}

interface BodyProps extends PrintDrawerProps {
  readonly offered: Offered;
}

function initialValues({ target, purpose }: PrintDrawerProps): PrintValues {
  const [usual = 'first'] = purposesOf(target);
  return {
    ...{ output: 'pdf', dpi: 300, skipCells: 0, copies: 1, codeForm: 'template', skipRefused: false },
    ...readRememberedChoice(target.kind),
    purpose: purpose ?? usual,
  };
}

/** Sends it, remembers how, and opens the job. */
function usePrint({ target }: PrintDrawerProps, settled: Settled | undefined) {
  const { t } = useTranslation('printing');
  const navigate = useNavigate();
  const command = useCommand(endpointOf(target), { invalidates: STALE_JOBS });
  const print = async (values: PrintValues) => {
    if (settled === undefined) return;
    const answer = await command.send(requestOf(target, bodyOfValues(values, settled)));
    if (answer?.job == null) return;
    const { template, printer, output, dpi } = settled;
    rememberChoice(target.kind, {
      ...{ templateKey: template.key, output, dpi },
      device: printer?.id ?? AS_FILE,
    });
    announce(t(printer === null ? 'dialog.fileMade' : 'dialog.made'));
    void navigate(`/print-jobs/${answer.job.id}`);
  };
  return { command, print };
}

function DrawerBody(props: BodyProps) {
  const { target, offered, onClose } = props;
  const { t } = useTranslation('printing');
  const [form] = Form.useForm<PrintValues>();
  const [first] = useState(() => initialValues(props));
  const watched = Form.useWatch((all: PrintValues) => all, form);
  const values: PrintValues = { ...first, ...watched };
  const settled = settleChoice(values, offered);
  const { command, print } = usePrint(props, settled);
  const { plan, isAsking, problem } = usePrintPlan(
    endpointOf(target),
    settled === undefined ? undefined : requestOf(target, questionOfValues(values, settled)),
  );
  const shownPaths = useFieldProblems(form, command.problem);
  const left = plan === undefined ? 0 : plan.refusedCount + plan.undrawableCount;
  const count = plan?.labelCount ?? 0;
  const isBlocked = count === 0 || (left > 0 && !values.skipRefused);
  if (settled === undefined) return <p className="cc-print-none">{t('dialog.noTemplate')}</p>;
  return (
    <Form<PrintValues>
      form={form}
      layout="vertical"
      className="cc-command"
      initialValues={first}
      onFinish={(all) => void print({ ...values, ...all })}
    >
      <div className="cc-command-body cc-print-body">
        <div>
          <PurposeFields purposes={purposesOf(target)} kind={target.kind} values={values} />
          <Form.Item required label={t('dialog.template')}>
            <TemplateField
              templates={offered.templates}
              kind={target.kind}
              value={settled.template.key}
              onChange={(templateKey) => form.setFieldsValue({ templateKey })}
            />
          </Form.Item>
          <Form.Item name="templateKey" hidden>
            <input type="hidden" />
          </Form.Item>
          <DeviceFields settled={settled} kind={target.kind} />
        </div>
        <div className="cc-print-result" aria-busy={isAsking}>
          <FirstLabel
            settled={settled}
            kind={target.kind}
            codeForm={values.codeForm}
            thingId={plan?.labels[0]?.thingId ?? undefined}
          />
          {plan === undefined && problem === null && <Skeleton active title={false} />}
          <PlanView plan={plan} />
          <ProblemAlert problem={problem} />
        </div>
      </div>
      <div className="cc-command-foot">
        {left > 0 && count > 0 && (
          <Form.Item name="skipRefused" valuePropName="checked" noStyle>
            <Checkbox>{t('plan.skipRefused', { left, shown: formatCount(count) })}</Checkbox>
          </Form.Item>
        )}
        <ProblemAlert problem={command.problem} shownPaths={shownPaths} />
        <div className="cc-command-buttons">
          <Button type="primary" htmlType="submit" loading={command.isSending} disabled={isBlocked}>
            {plan === undefined && problem === null
              ? t('dialog.counting')
              : t(settled.printer?.address == null ? 'dialog.makeFile' : 'dialog.print', {
                  count,
                  shown: formatCount(count),
                })}
          </Button>
          <Button onClick={onClose} disabled={command.isSending}>
            {t('common:action.cancel')}
          </Button>
        </div>
      </div>
    </Form>
  );
}

/** 打印标签: what, with which template, on which printer, and what comes of it before it is sent. */
export function PrintDrawer(props: PrintDrawerProps) {
  const { t } = useTranslation('printing');
  const pick = usePickSentence();
  const isPhone = useIsPhone();
  const { kind } = props.target;
  const templates = useQueryEndpoint(listLabelTemplatesEndpoint, { query: { kind } });
  const printers = useQueryEndpoint(listPrintersEndpoint, {});
  const isThere = templates.data !== undefined && printers.data !== undefined;
  return (
    <Drawer
      open
      onClose={props.onClose}
      title={t('dialog.title', { kind: pick(ITEM_CODE_KINDS[kind]) })}
      size={isPhone ? '100%' : 960}
      rootClassName="cc-command-drawer"
      mask={{ closable: false }}
    >
      <ProblemAlert problem={templates.error ?? printers.error} />
      {isThere ? (
        <DrawerBody {...props} offered={{ templates: templates.data.items, printers: printers.data.items }} />
      ) : (
        templates.error === null && printers.error === null && <Skeleton active className="cc-print-none" />
      )}
    </Drawer>
  );
}
