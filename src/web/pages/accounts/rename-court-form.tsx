import Form from 'antd/es/form';
import Input from 'antd/es/input';
import { useTranslation } from 'react-i18next';
import { listCourts, renameCourt } from '../../../modules/accounts/courts.contract.ts';
import { readSession } from '../../../modules/accounts/session.contract.ts';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import type { Court } from './court.ts';

interface Values {
  name: string;
  shortName: string;
}

export interface RenameCourtFormProps {
  /** The form is open while there is one. */
  readonly court: Court | undefined;
  readonly onClose: () => void;
}

/** 更名: name and short name; the number stays, because codes are made of it. */
export function RenameCourtForm({ court, onClose }: RenameCourtFormProps) {
  const { t } = useTranslation('organisation');
  return (
    <CommandForm<typeof renameCourt, Values>
      declaration={renameCourt}
      open={court !== undefined}
      onClose={onClose}
      title={t('courts.rename')}
      submitLabel={t('courts.renameSubmit')}
      subject={court?.name}
      draftKey={`court:${court?.id ?? ''}`}
      {...(court === undefined ? {} : { initialValues: { name: court.name, shortName: court.shortName } })}
      changes={({ name, shortName }) =>
        [
          { label: t('courts.name'), from: court?.name, to: name?.trim() },
          { label: t('courts.shortName'), from: court?.shortName, to: shortName?.trim() },
        ].filter(({ from, to }) => from !== to)
      }
      invalidates={[listCourts, readSession]}
      toRequest={({ name, shortName }) => ({
        params: { courtId: court?.id ?? 0 },
        body: { name: name.trim(), shortName: shortName.trim() },
      })}
      onDone={onClose}
      doneSentence={t('courts.renamed')}
    >
      <Form.Item
        name="name"
        label={t('courts.name')}
        rules={[
          { required: true, whitespace: true, message: t('courts.missing', { field: t('courts.name') }) },
        ]}
      >
        <Input autoComplete="off" maxLength={100} />
      </Form.Item>
      <Form.Item
        name="shortName"
        label={t('courts.shortName')}
        extra={t('common:setUp.courtShortNameHint')}
        rules={[
          {
            required: true,
            whitespace: true,
            message: t('courts.missing', { field: t('courts.shortName') }),
          },
        ]}
      >
        <Input autoComplete="off" maxLength={40} />
      </Form.Item>
    </CommandForm>
  );
}
