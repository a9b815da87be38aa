import Form from 'antd/es/form';
import Input from 'antd/es/input';
import Select from 'antd/es/select';
import { useTranslation } from 'react-i18next';
import { listCourts, openCourt } from '../../../modules/accounts/courts.contract.ts';
import { isLevelBelow } from '../../../modules/accounts/rules.ts';
import type { ClientRequest } from '../../api/endpoint-request.ts';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import { ChoiceRow } from '../../components/fields/choice-row.tsx';
import { treeRows } from '../../components/tree-rows.ts';
import type { Court } from './court.ts';
import type { NewAccount } from './first-password-shown.tsx';

type Values = ClientRequest<typeof openCourt>['body'];

const LEVELS = ['supreme', 'high', 'intermediate', 'basic'] as const;

export interface OpenCourtFormProps {
  readonly courts: readonly Court[];
  /** The court above, which may still be changed. */
  readonly parent: Court | undefined;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onDone: (administrator: NewAccount) => void;
}

function TextField({
  name,
  label,
  hint,
  maxLength,
}: {
  name: string[];
  label: string;
  hint?: string;
  maxLength: number;
}) {
  const { t } = useTranslation('organisation');
  return (
    <Form.Item
      name={name}
      label={label}
      extra={hint}
      rules={[{ required: true, whitespace: true, message: t('courts.missing', { field: label }) }]}
    >
      <Input autoComplete="off" maxLength={maxLength} />
    </Form.Item>
  );
}

function LevelField({ courts }: { courts: readonly Court[] }) {
  const { t } = useTranslation('organisation');
  const parentId: unknown = Form.useWatch('parentId');
  const parent = courts.find(({ id }) => id === parentId);
  const levels = LEVELS.filter((level) => parent === undefined || isLevelBelow(parent.level, level));
  return (
    <Form.Item
      name="level"
      label={t('courts.level')}
      rules={[{ required: true, message: t('courts.missing', { field: t('courts.level') }) }]}
    >
      <ChoiceRow
        label={t('courts.level')}
        options={levels.map((value) => ({ value, label: t(`common:courtLevel.${value}`) }))}
      />
    </Form.Item>
  );
}

/** 开通下级法院: the court and its first system administrator in one step. */
export function OpenCourtForm({ courts, parent, open, onClose, onDone }: OpenCourtFormProps) {
  const { t } = useTranslation('organisation');
  const parents = treeRows<number, Court>(courts.filter(({ level }) => level !== 'basic'));
  return (
    <CommandForm<typeof openCourt, Values>
      declaration={openCourt}
      open={open && parent !== undefined}
      onClose={onClose}
      title={t('courts.open')}
      submitLabel={t('courts.openSubmit')}
      subject={t('courts.openHint')}
      draftKey="open-court"
      {...(parent === undefined ? {} : { initialValues: { parentId: parent.id, level: 'basic' } })}
      invalidates={[listCourts]}
      toRequest={(body) => ({ body })}
      onDone={({ administratorId, firstPassword }, { administrator }) =>
        onDone({ personId: administratorId, firstPassword, ...administrator })
      }
      doneSentence={t('courts.opened')}
    >
      <Form.Item
        name="parentId"
        label={t('courts.parent')}
        rules={[{ required: true, message: t('courts.missing', { field: t('courts.parent') }) }]}
      >
        <Select options={parents.map(({ item }) => ({ value: item.id, label: item.name }))} />
      </Form.Item>
      <TextField name={['name']} label={t('courts.name')} maxLength={100} />
      <TextField
        name={['shortName']}
        label={t('courts.shortName')}
        hint={t('common:setUp.courtShortNameHint')}
        maxLength={40}
      />
      <TextField
        name={['divisionNumber']}
        label={t('courts.divisionNumber')}
        hint={t('common:setUp.divisionNumberHint')}
        maxLength={6}
      />
      <LevelField courts={courts} />
      <TextField name={['administrator', 'fullName']} label={t('courts.administratorName')} maxLength={60} />
      <TextField
        name={['administrator', 'username']}
        label={t('courts.administratorUsername')}
        hint={t('common:setUp.usernameHint')}
        maxLength={40}
      />
    </CommandForm>
  );
}
