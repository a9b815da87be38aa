import Form from 'antd/es/form';
import Input from 'antd/es/input';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { LabelTemplate } from '../../../../modules/labels/template.contract.ts';
import {
  saveLabelTemplateEndpoint,
  type SavedLabelTemplate,
} from '../../../../modules/labels/templates.contract.ts';
import { CommandForm } from '../../../components/command-form/command-form.tsx';
import type { OpenCommand } from '../../../components/command-form/use-open-command.ts';
import { usePickSentence } from '../../../i18n/use-language.ts';
import { STALE_TEMPLATES } from '../stale-templates.ts';
import { dropKeptDraft } from './kept-draft.ts';

interface SaveValues {
  readonly note?: string;
}
interface SaveAsValues extends SaveValues {
  readonly key: string;
  readonly zh: string;
  readonly en: string;
}

export interface SaveFormsProps {
  readonly saved: SavedLabelTemplate;
  readonly template: LabelTemplate;
  readonly command: OpenCommand;
  readonly onReload: () => void;
}

function noteOf(note: string | undefined): { note?: string } {
  const text = note?.trim() ?? '';
  return text === '' ? {} : { note: text };
}

function NoteField() {
  const { t } = useTranslation('label-templates');
  return (
    <Form.Item name="note" label={t('save.note')}>
      <Input maxLength={200} placeholder={t('save.noteHint')} />
    </Form.Item>
  );
}

const KEY = /^[a-z0-9]+(-[a-z0-9]+)*$/;

function SaveAsFields() {
  const { t } = useTranslation('label-templates');
  const missing = [{ required: true, whitespace: true, message: t('save.missing') }];
  return (
    <>
      <Form.Item
        name="key"
        label={t('save.key')}
        extra={t('save.keyHint')}
        rules={[
          { required: true, message: t('save.missing') },
          { pattern: KEY, message: t('save.keyWrong') },
        ]}
      >
        <Input autoComplete="off" maxLength={60} />
      </Form.Item>
      <Form.Item name="zh" label={t('form.nameZh')} rules={missing}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="en" label={t('form.nameEn')} rules={missing}>
        <Input maxLength={60} />
      </Form.Item>
    </>
  );
}

/** 保存 as the next version, and 另存为 under another key. */
export function SaveForms({ saved, template, command, onReload }: SaveFormsProps) {
  const { t } = useTranslation('label-templates');
  const pick = usePickSentence();
  const navigate = useNavigate();
  return (
    <>
      <CommandForm<typeof saveLabelTemplateEndpoint, SaveValues>
        declaration={saveLabelTemplateEndpoint}
        open={command.current === 'save'}
        onClose={command.close}
        onReload={onReload}
        title={t('save.title')}
        submitLabel={t('save.submit', { version: saved.version + 1 })}
        subject={pick(template.name)}
        ifMatch={saved.version}
        invalidates={STALE_TEMPLATES}
        toRequest={({ note }) => ({
          params: { templateKey: saved.key },
          body: { template, ...noteOf(note) },
        })}
        onDone={command.close}
        doneSentence={t('save.done')}
      >
        <p>{t('save.effect')}</p>
        <NoteField />
      </CommandForm>
      <CommandForm<typeof saveLabelTemplateEndpoint, SaveAsValues>
        declaration={saveLabelTemplateEndpoint}
        open={command.current === 'save-as'}
        onClose={command.close}
        title={t('saveAs.title')}
        submitLabel={t('saveAs.submit')}
        subject={pick(template.name)}
        initialValues={{ zh: template.name.zh, en: template.name.en }}
        ifMatch={0}
        invalidates={STALE_TEMPLATES}
        toRequest={({ key, zh, en, note }) => ({
          params: { templateKey: key },
          body: { template: { ...template, key, name: { zh: zh.trim(), en: en.trim() } }, ...noteOf(note) },
        })}
        onDone={(made) => {
          dropKeptDraft(saved.key);
          void navigate(`/label-templates/${made.key}`);
        }}
        doneSentence={t('saveAs.done')}
      >
        <SaveAsFields />
        <NoteField />
      </CommandForm>
    </>
  );
}
