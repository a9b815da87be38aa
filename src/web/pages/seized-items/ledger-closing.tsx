import Alert from 'antd/es/alert';
import Button from 'antd/es/button';
import Form from 'antd/es/form';
import Input from 'antd/es/input';
import { useTranslation } from 'react-i18next';
import type { ResponseOf } from '../../../platform/endpoint.ts';
import {
  closeCaseLedgerEndpoint,
  reopenCaseLedgerEndpoint,
  readCaseLedgerEndpoint,
} from '../../../modules/seized-items/case-ledger.contract.ts';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import { useOpenCommand, type OpenCommand } from '../../components/command-form/use-open-command.ts';
import { SecondPersonFields, type SecondPersonValues } from '../../components/second-person.tsx';
import { formatInstant } from '../../components/when.tsx';

type Ledger = ResponseOf<typeof readCaseLedgerEndpoint>;

interface FormProps {
  readonly ledger: Ledger;
  readonly command: OpenCommand;
}

function CloseForm({ ledger, command }: FormProps) {
  const { t } = useTranslation('seized-items');
  return (
    <CommandForm<typeof closeCaseLedgerEndpoint, Required<SecondPersonValues> & { document?: string }>
      open={command.current === 'close_ledger' && ledger.availableActions.includes('close')}
      onClose={command.close}
      onDone={command.close}
      title={t('closing.close')}
      submitLabel={t('closing.close')}
      doneSentence={t('closing.done')}
      subject={ledger.caseNumber}
      declaration={closeCaseLedgerEndpoint}
      invalidates={[readCaseLedgerEndpoint]}
      requirements={[
        { label: t('proof.conservation'), isMet: ledger.conservation.holds },
        { label: t('closing.ended'), isMet: ledger.closure.holds },
      ]}
      toRequest={({ document, secondPerson }) => ({
        params: { caseId: ledger.caseId },
        body: { document: document === undefined || document.trim() === '' ? null : document, secondPerson },
      })}
    >
      <p>{t('closing.effect')}</p>
      <Form.Item name="document" label={t('closing.document')}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <SecondPersonFields sentence={t('form.twoPersons')} />
    </CommandForm>
  );
}

function ReopenForm({ ledger, command }: FormProps) {
  const { t } = useTranslation('seized-items');
  const required = (label: string) => [
    { required: true, whitespace: true, message: t('closing.missing', { field: label }) },
  ];
  return (
    <CommandForm<typeof reopenCaseLedgerEndpoint, { document: string; reason: string }>
      open={command.current === 'reopen_ledger' && ledger.availableActions.includes('reopen')}
      onClose={command.close}
      onDone={command.close}
      title={t('closing.reopen')}
      submitLabel={t('closing.reopen')}
      doneSentence={t('closing.reopenDone')}
      subject={ledger.caseNumber}
      isDestructive
      declaration={reopenCaseLedgerEndpoint}
      invalidates={[readCaseLedgerEndpoint]}
      toRequest={(body) => ({ params: { caseId: ledger.caseId }, body })}
    >
      <p>{t('closing.reopenEffect')}</p>
      <Form.Item name="document" label={t('closing.document')} rules={required(t('closing.document'))}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <Form.Item name="reason" label={t('form.reason')} rules={required(t('form.reason'))}>
        <Input.TextArea rows={3} maxLength={500} />
      </Form.Item>
    </CommandForm>
  );
}

/** 销账: offered when both proofs hold, and taken back only by a leader. */
export function LedgerClosing({ ledger }: { ledger: Ledger }) {
  const { t } = useTranslation('seized-items');
  const command = useOpenCommand();
  const { closing } = ledger;
  const isClosed = closing?.kind === 'closed';
  const facts =
    closing === null
      ? null
      : t(isClosed ? 'closing.closed' : 'closing.reopened', {
          at: formatInstant(closing.at),
          names: [closing.byName, closing.secondPersonName].filter((name) => name !== null).join(t('and')),
        });
  return (
    <>
      {facts !== null && (
        <Alert
          className="cc-notice"
          type={isClosed ? 'success' : 'info'}
          showIcon
          title={facts}
          description={[closing?.document, closing?.reason].filter((part) => part != null).join(' · ')}
        />
      )}
      {ledger.availableActions.includes('close') && (
        <div className="cc-ledger-close">
          <Button type="primary" onClick={() => command.open('close_ledger')}>
            {t('closing.close')}
          </Button>
        </div>
      )}
      {ledger.availableActions.includes('reopen') && (
        <div className="cc-ledger-close">
          <Button onClick={() => command.open('reopen_ledger')}>{t('closing.reopen')}</Button>
        </div>
      )}
      <CloseForm ledger={ledger} command={command} />
      <ReopenForm ledger={ledger} command={command} />
    </>
  );
}
