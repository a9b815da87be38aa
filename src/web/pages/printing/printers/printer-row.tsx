import { useState } from 'react';
import Alert from 'antd/es/alert';
import Button from 'antd/es/button';
import { useTranslation } from 'react-i18next';
import {
  downloadTestPageEndpoint,
  printTestPageEndpoint,
  type PrinterAnswer,
} from '../../../../modules/labels/printers.contract.ts';
import type { LabelTemplateHead } from '../../../../modules/labels/templates.contract.ts';
import type { ResponseOf } from '../../../../platform/endpoint.ts';
import { downloadFile } from '../../../api/download-file.ts';
import { useCommand } from '../../../api/use-command.ts';
import { ProblemAlert } from '../../../components/problem-alert.tsx';
import { RowMenu, type RowAction } from '../../../components/row-menu.tsx';
import { StatusTag } from '../../../components/status-tag.tsx';
import { usePickSentence } from '../../../i18n/use-language.ts';
import { announce } from '../../../layout/announcer.tsx';

type TestAnswer = ResponseOf<typeof printTestPageEndpoint>;

/** What a printer is doing, as far as this system knows. */
export function PrinterStateTag({
  printer,
}: {
  printer: Pick<PrinterAnswer, 'closedAt' | 'jobsAtWork' | 'address'>;
}) {
  const { t } = useTranslation('printing');
  if (printer.closedAt !== null) return <StatusTag tone="closed">{t('printer.closed')}</StatusTag>;
  if (printer.jobsAtWork > 0)
    return <StatusTag tone="open">{t('printer.atWork', { count: printer.jobsAtWork })}</StatusTag>;
  return <StatusTag tone="calm">{t(printer.address === null ? 'printer.byHand' : 'printer.free')}</StatusTag>;
}

function TestResult({ answer }: { answer: TestAnswer }) {
  const { t } = useTranslation('printing');
  const pick = usePickSentence();
  return (
    <Alert
      type={answer.isHandedOver ? 'info' : 'error'}
      showIcon
      role="status"
      title={answer.isHandedOver ? t('printer.testSent') : t('printer.testFailed')}
      description={answer.failure === null ? t('printer.testLook') : pick(answer.failure)}
    />
  );
}

function PrinterFacts({
  printer,
  templates,
}: {
  printer: PrinterAnswer;
  templates: readonly LabelTemplateHead[];
}) {
  const { t } = useTranslation('printing');
  const pick = usePickSentence();
  const { address, stockMm, offsetMm, dpi, language } = printer;
  const facts = [
    t(`language.${language}`),
    t('dpi', { dpi }),
    t('printer.stockOf', stockMm),
    ...(address === null ? [] : [`${address.host}:${address.port}`]),
    ...(offsetMm.x === 0 && offsetMm.y === 0 ? [] : [t('printer.offsetOf', offsetMm)]),
    ...(printer.place === null ? [] : [printer.place.path]),
  ];
  const names = templates
    .filter(({ key }) => printer.templateKeys.includes(key))
    .map(({ name }) => pick(name));
  return (
    <span className="cc-soft">
      {facts.join(' · ')}
      <br />
      {names.length === 0
        ? t('printer.noTemplates')
        : t('printer.prints', { names: names.join(t('common:listComma')) })}
    </span>
  );
}

export interface PrinterRowProps {
  readonly printer: PrinterAnswer;
  readonly templates: readonly LabelTemplateHead[];
  readonly onOpen: (command: string) => void;
}

/** One printer: what it is, what it does, its calibration page, and changing it. */
export function PrinterRow({ printer, templates, onOpen }: PrinterRowProps) {
  const { t } = useTranslation('printing');
  const test = useCommand(printTestPageEndpoint);
  const [answer, setAnswer] = useState<TestAnswer>();
  const may = (action: PrinterAnswer['availableActions'][number]) =>
    printer.availableActions.includes(action);
  const params = { printerId: printer.id };
  const sendTest = async () => {
    const told = await test.send({ params, body: {} });
    setAnswer(told);
    if (told !== undefined) announce(t(told.isHandedOver ? 'printer.testSent' : 'printer.testFailed'));
  };
  const menu: (RowAction | false)[] = [
    may('downloadTestPage') && {
      key: 'download',
      label: t('printer.testDownload'),
      onClick: () => downloadFile(downloadTestPageEndpoint, { params }),
    },
    may('close') && {
      key: 'close',
      label: t('printer.close'),
      onClick: () => onOpen(`close-${printer.id}`),
      isDestructive: true,
    },
  ];
  return (
    <li className={printer.closedAt === null ? 'cc-printer-row' : 'cc-printer-row cc-rows-ended'}>
      <span className="cc-rows-main">
        <strong>{printer.name}</strong> <PrinterStateTag printer={printer} />
        <br />
        <PrinterFacts printer={printer} templates={templates} />
      </span>
      <span className="cc-rows-side">
        {may('testPage') && (
          <Button
            loading={test.isSending}
            onClick={() => void sendTest()}
            aria-label={t('printer.testSendTo', { name: printer.name })}
          >
            {t('printer.testSend')}
          </Button>
        )}
        {may('update') && (
          <Button
            onClick={() => onOpen(`edit-${printer.id}`)}
            aria-label={t('printer.editOf', { name: printer.name })}
          >
            {t('printer.editShort')}
          </Button>
        )}
        <RowMenu
          label={t('printer.moreOf', { name: printer.name })}
          actions={menu.filter((action) => action !== false)}
        />
      </span>
      {(answer !== undefined || test.problem !== null) && (
        <div className="cc-printer-result">
          {answer !== undefined && <TestResult answer={answer} />}
          <ProblemAlert problem={test.problem} />
        </div>
      )}
    </li>
  );
}
