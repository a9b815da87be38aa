import Form from 'antd/es/form';
import Input from 'antd/es/input';
import Select from 'antd/es/select';
import { useTranslation } from 'react-i18next';
import type { CaseAnswer } from '../../../modules/cases/case-fields.ts';
import { DOCUMENT_KINDS, type DocumentKind } from '../../../modules/cases/document-number.ts';
import {
  addPartyEndpoint,
  correctPartyEndpoint,
  removePartyEndpoint,
} from '../../../modules/cases/parties.contract.ts';
import { PARTY_KINDS, PARTY_ROLES, type PartyKind, type PartyRole } from '../../../modules/cases/rules.ts';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import { ReasonField } from '../../components/command-form/reason-field.tsx';
import { ChoiceRow } from '../../components/fields/choice-row.tsx';
import type { CaseFormProps } from './case-commands.tsx';
import { useOptions } from './case-words.tsx';
import { STALE_CASES } from './stale-cases.ts';

type Party = CaseAnswer['parties'][number];

interface Values {
  role: PartyRole;
  kind: PartyKind;
  name: string;
  documentKind?: DocumentKind | null;
  documentNumber?: string;
  contact?: string | null;
  note?: string | null;
}

const text = (value: string | null | undefined) => (value == null || value.trim() === '' ? null : value);

function factsOf({ role, kind, name, documentKind, contact, note }: Values) {
  return { role, kind, name, documentKind: documentKind ?? null, contact: text(contact), note: text(note) };
}

function PartyFields({ masked }: { masked: string | null }) {
  const { t } = useTranslation('cases');
  const roles = useOptions(PARTY_ROLES);
  const kinds = useOptions(PARTY_KINDS);
  const documents = useOptions(DOCUMENT_KINDS);
  return (
    <>
      <Form.Item
        name="role"
        label={t('party.role')}
        rules={[{ required: true, message: t('missingChoice', { field: t('party.role') }) }]}
      >
        <Select options={roles} />
      </Form.Item>
      <Form.Item name="kind" label={t('party.kind')}>
        <ChoiceRow label={t('party.kind')} options={kinds} />
      </Form.Item>
      <Form.Item
        name="name"
        label={t('party.name')}
        rules={[{ required: true, whitespace: true, message: t('missing', { field: t('party.name') }) }]}
      >
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item name="documentKind" label={t('party.documentKind')}>
        <Select options={documents} allowClear />
      </Form.Item>
      <Form.Item
        name="documentNumber"
        label={t('party.documentNumber')}
        extra={masked === null ? t('hint.documentNumber') : t('hint.keepsNumber', { masked })}
      >
        <Input maxLength={40} autoComplete="off" spellCheck={false} />
      </Form.Item>
      <Form.Item name="contact" label={t('party.contact')}>
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item name="note" label={t('party.note')}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
    </>
  );
}

/** 增加、更正当事人. What is typed of a number is kept in no draft. */
export function PartyForm({ found, party, open, onClose }: CaseFormProps & { party?: Party }) {
  const { t } = useTranslation('cases');
  const shared = { open, onClose, subject: found.number, ifMatch: found.version, invalidates: STALE_CASES };
  const title = t(party === undefined ? 'party.add' : 'party.correct');
  const labels = { title, submitLabel: title, onDone: onClose };
  if (party === undefined)
    return (
      <CommandForm<typeof addPartyEndpoint, Values>
        declaration={addPartyEndpoint}
        {...shared}
        {...labels}
        initialValues={{ kind: 'person' }}
        toRequest={(values) => ({
          params: { caseId: found.id },
          body: { ...factsOf(values), documentNumber: text(values.documentNumber) },
        })}
        doneSentence={t('done.partyAdded')}
      >
        <PartyFields masked={null} />
      </CommandForm>
    );
  const { role, kind, name, documentKind, contact, note } = party;
  return (
    <CommandForm<typeof correctPartyEndpoint, Values>
      declaration={correctPartyEndpoint}
      {...shared}
      {...labels}
      initialValues={{ role, kind, name, documentKind, contact, note }}
      toRequest={(values) => ({
        params: { caseId: found.id, partyId: party.id },
        body: {
          ...factsOf(values),
          ...(text(values.documentNumber) === null ? {} : { documentNumber: text(values.documentNumber) }),
        },
      })}
      doneSentence={t('done.partyCorrected')}
    >
      <PartyFields masked={party.numberMasked} />
    </CommandForm>
  );
}

/** 移出当事人. */
export function RemovePartyForm({ found, party, open, onClose }: CaseFormProps & { party: Party }) {
  const { t } = useTranslation('cases');
  return (
    <CommandForm<typeof removePartyEndpoint, { reason: string }>
      declaration={removePartyEndpoint}
      open={open}
      onClose={onClose}
      title={t('party.remove')}
      submitLabel={t('party.remove')}
      subject={`${found.number} · ${party.name}`}
      ifMatch={found.version}
      isDestructive
      invalidates={STALE_CASES}
      toRequest={({ reason }) => ({ params: { caseId: found.id, partyId: party.id }, body: { reason } })}
      onDone={onClose}
      doneSentence={t('done.partyRemoved')}
    >
      <ReasonField />
    </CommandForm>
  );
}
