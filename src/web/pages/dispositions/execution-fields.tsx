/** Fields of carrying a disposition out, the same for one item and for many, and what the commands take of them. */
import type { ReactNode } from 'react';
import Form from 'antd/es/form';
import Input from 'antd/es/input';
import { useTranslation } from 'react-i18next';
import { DOCUMENT_KINDS } from '../../../modules/cases/document-number.ts';
import { TAKER_RELATIONS } from '../../../modules/dispositions/judgment-orders.ts';
import { SecondPersonFields, type SecondPersonValues } from '../../components/second-person.tsx';
import { useSession } from '../../session/use-session.ts';
import { useOptions } from '../cases/case-words.tsx';
import { ChoiceItem, FlagItem, instantOf, MomentItem, SignatureItem, TextItem } from './fields.tsx';
import { orNull } from './form-parts.tsx';
import { SupervisorFields } from './supervisor-fields.tsx';

type Second = Required<SecondPersonValues>;

/** Where the photos of the day are taken, beside the sentence that asks for them. */
interface WithPhoto {
  readonly photo: ReactNode;
}

function PhotoField({
  photo,
  asked,
}: WithPhoto & { readonly asked: 'photoToday' | 'photoByPolicy' | 'photoBeforeAfter' }) {
  const { t } = useTranslation('dispositions');
  return (
    <div className="cc-disposition-photo">
      <span className="cc-soft">{t(`form.${asked}`)}</span>
      {photo}
    </div>
  );
}

export interface ReturnValues extends Second {
  name: string;
  relation: keyof typeof TAKER_RELATIONS;
  proof?: string;
  documentKind: keyof typeof DOCUMENT_KINDS;
  documentNumber: string;
  isNamesake?: boolean;
  hasCoOwners?: boolean;
  coOwnersConsent?: string;
  takerSignature: string;
  officerSignature: string;
}

export function returnDefaults(beneficiary: string | null): Partial<ReturnValues> {
  return {
    relation: 'self',
    documentKind: 'resident_id',
    ...(beneficiary === null ? {} : { name: beneficiary }),
  };
}

export function toReturn(values: ReturnValues) {
  const { name, relation, proof, documentKind, documentNumber, isNamesake } = values;
  const { takerSignature, officerSignature, secondPerson, hasCoOwners, coOwnersConsent } = values;
  return {
    ...{ secondPerson, takerSignature, officerSignature },
    hasCoOwners: hasCoOwners ?? false,
    coOwnersConsent: orNull(coOwnersConsent),
    taker: {
      ...{ name, relation, documentKind, documentNumber },
      proof: orNull(proof),
      isNamesake: isNamesake ?? false,
    },
  };
}

export function ReturnFields({ photo }: WithPhoto) {
  const { t } = useTranslation('dispositions');
  const { person } = useSession();
  const relations = useOptions(TAKER_RELATIONS);
  const kinds = useOptions(DOCUMENT_KINDS);
  return (
    <>
      <TextItem name="name" label="takerName" max={100} extra={t('form.noStaff')} />
      <FlagItem name="isNamesake" />
      <ChoiceItem name="relation" options={relations} />
      <Form.Item noStyle dependencies={['relation']}>
        {({ getFieldValue }) =>
          getFieldValue('relation') === 'self' ? (
            <TextItem name="proof" extra={t('form.ownProof')} isOptional />
          ) : (
            <TextItem name="proof" extra={t('form.proof')} />
          )
        }
      </Form.Item>
      <ChoiceItem name="documentKind" options={kinds} />
      <TextItem name="documentNumber" max={60} extra={t('form.sealed')} />
      <FlagItem name="hasCoOwners" />
      <Form.Item noStyle dependencies={['hasCoOwners']}>
        {({ getFieldValue }) =>
          getFieldValue('hasCoOwners') === true ? <TextItem name="coOwnersConsent" /> : null
        }
      </Form.Item>
      <PhotoField photo={photo} asked="photoByPolicy" />
      <SignatureItem name="takerSignature" whose={t('taker')} />
      <SignatureItem name="officerSignature" whose={person.name} />
      <SecondPersonFields sentence={t('form.twoPersons')} />
    </>
  );
}

export interface OrganValues extends Second {
  organ: string;
  receiver: string;
  receiverDocument: string;
  paper: string;
}

export function OrganFields({ paper, photo }: WithPhoto & { readonly paper: 'handoverList' | 'receipt' }) {
  const { t } = useTranslation('dispositions');
  return (
    <>
      <TextItem name="organ" />
      <TextItem name="receiver" label="receiverName" max={100} />
      <TextItem name="receiverDocument" max={100} />
      <TextItem name="paper" label={paper} />
      <PhotoField photo={photo} asked="photoByPolicy" />
      <SecondPersonFields sentence={t('form.twoPersons')} />
    </>
  );
}

export interface DestroyValues extends Second {
  method: string;
  place: string;
  startedAt: string;
  endedAt: string;
  video: string;
  witness?: string;
  supervisor: { personId: string; pin: string };
  residue?: { name?: string; quantity?: string; unit?: string };
}

function residueOf(residue: DestroyValues['residue']) {
  const { name, quantity, unit } = residue ?? {};
  return name === undefined || name.trim() === '' || quantity === undefined || unit === undefined
    ? null
    : { name, quantity, unit };
}

export function toDestruction(values: DestroyValues) {
  const { method, place, startedAt, endedAt, video, witness, supervisor, secondPerson, residue } = values;
  return {
    ...{ method, place, video, supervisor, secondPerson },
    startedAt: instantOf(startedAt),
    endedAt: instantOf(endedAt),
    witness: orNull(witness),
    residue: residueOf(residue),
  };
}

function ResidueFields() {
  const { t } = useTranslation('dispositions');
  return (
    <fieldset className="cc-disposition-group">
      <legend>{t('residue')}</legend>
      <TextItem name={['residue', 'name']} label="residueName" isOptional />
      <div className="cc-disposition-pair">
        <TextItem name={['residue', 'quantity']} label="quantity" max={40} isOptional />
        <Form.Item name={['residue', 'unit']} label={t('field.unit')}>
          <Input maxLength={20} autoComplete="off" />
        </Form.Item>
      </div>
    </fieldset>
  );
}

export function DestroyFields({ photo }: WithPhoto) {
  const { t } = useTranslation('dispositions');
  return (
    <>
      <TextItem name="method" />
      <TextItem name="place" label="destructionPlace" />
      <div className="cc-disposition-pair cc-disposition-times">
        <MomentItem name="startedAt" />
        <MomentItem name="endedAt" />
      </div>
      <TextItem name="video" />
      <TextItem name="witness" max={100} isOptional />
      <ResidueFields />
      <PhotoField photo={photo} asked="photoBeforeAfter" />
      <SecondPersonFields sentence={t('form.twoExecutors')} />
      <SupervisorFields />
    </>
  );
}
