import { useState } from 'react';
import Form from 'antd/es/form';
import Input from 'antd/es/input';
import Modal from 'antd/es/modal';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CaseSummary } from '../../../modules/cases/case-fields.ts';
import { findCasesByDocumentEndpoint } from '../../../modules/cases/parties.contract.ts';
import { CommandForm } from '../../components/command-form/command-form.tsx';

/** 按证件查案件: by the whole number, which stands in no address; that somebody asked is recorded. */
export function FindByDocumentForm({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation('cases');
  const [found, setFound] = useState<readonly CaseSummary[]>();
  const close = () => {
    setFound(undefined);
    onClose();
  };
  return (
    <>
      <CommandForm<typeof findCasesByDocumentEndpoint, { documentNumber: string }>
        declaration={findCasesByDocumentEndpoint}
        open={open && found === undefined}
        onClose={close}
        title={t('byDocument.title')}
        submitLabel={t('byDocument.submit')}
        toRequest={(values) => ({ body: values })}
        onDone={({ items }) => setFound(items)}
      >
        <p>{t('byDocument.effect')}</p>
        <Form.Item
          name="documentNumber"
          label={t('party.documentNumber')}
          rules={[
            { required: true, whitespace: true, message: t('missing', { field: t('party.documentNumber') }) },
          ]}
        >
          <Input maxLength={40} autoComplete="off" spellCheck={false} />
        </Form.Item>
      </CommandForm>
      <Modal open={open && found !== undefined} title={t('byDocument.title')} footer={null} onCancel={close}>
        {found?.length === 0 && <p>{t('byDocument.none')}</p>}
        <ul className="cc-case-found">
          {found?.map((row) => (
            <li key={row.id}>
              <Link to={`/cases/${row.id}`}>{row.number}</Link> {row.cause} · {row.handler}
            </li>
          ))}
        </ul>
      </Modal>
    </>
  );
}
