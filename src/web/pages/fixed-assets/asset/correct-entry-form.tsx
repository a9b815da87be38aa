import Form from 'antd/es/form';
import Input from 'antd/es/input';
import { useTranslation } from 'react-i18next';
import { listAssets } from '../../../../modules/fixed-assets/asset-list.contract.ts';
import {
  readAsset,
  readAssetTimeline,
  type AssetPage,
  type TimelineEntry,
} from '../../../../modules/fixed-assets/asset-page.contract.ts';
import { correctEntryEndpoint } from '../../../../modules/fixed-assets/contract.ts';
import { ASSET_ENTRY_KINDS, ASSET_RECORDS } from '../../../../modules/fixed-assets/rules.ts';
import { CommandForm } from '../../../components/command-form/command-form.tsx';
import { ReasonField } from '../../../components/command-form/reason-field.tsx';
import { DepartmentPicker } from '../../../components/pickers/department-picker.tsx';
import { PersonPicker } from '../../../components/pickers/person-picker.tsx';
import { PlacePicker } from '../../../components/pickers/place-picker.tsx';
import { When } from '../../../components/when.tsx';
import { usePickSentence } from '../../../i18n/use-language.ts';

interface Values {
  readonly departmentId?: string | null;
  readonly holderId?: string | null;
  readonly placeId?: string | null;
  readonly basis?: string;
  readonly note?: string;
  readonly reason: string;
}

export interface CorrectEntryFormProps {
  readonly asset: AssetPage;
  readonly entry: TimelineEntry;
  /** While no later move stands on the entry, its destination can be corrected too. */
  readonly newestMove: TimelineEntry | undefined;
  readonly onClose: () => void;
}

/** Only what was changed is sent: what is left out stays as it is. */
function changesOf(entry: TimelineEntry, values: Values, withDestination: boolean) {
  const { to } = entry;
  const text = (typed: string | undefined) => (typed === undefined || typed.trim() === '' ? null : typed);
  const changed = <K extends string, T>(key: K, before: T, after: T) =>
    // why: the computed key is the one handed in.
    (before === after ? {} : { [key]: after }) as Partial<Record<K, T>>;
  return {
    ...changed('basis', entry.basis, text(values.basis)),
    ...changed('note', entry.note, text(values.note)),
    ...(withDestination
      ? {
          ...changed('departmentId', to.departmentId, values.departmentId ?? null),
          ...changed('holderId', to.holderId, values.holderId ?? null),
          ...changed('placeId', to.placeId, values.placeId ?? null),
        }
      : {}),
  };
}

/** 更正台账: a correcting entry that refers to the wrong one; the wrong one stays as it is. */
export function CorrectEntryForm({ asset, entry, newestMove, onClose }: CorrectEntryFormProps) {
  const { t } = useTranslation('fixed-assets');
  const pick = usePickSentence();
  const withDestination = newestMove?.sequence === entry.sequence;
  const title = pick(ASSET_RECORDS.correct_entry);
  return (
    <CommandForm<typeof correctEntryEndpoint, Values>
      declaration={correctEntryEndpoint}
      open
      onClose={onClose}
      title={title}
      submitLabel={title}
      subject={
        <>
          <strong>
            {t('life.number', { number: entry.sequence })} {pick(ASSET_ENTRY_KINDS[entry.kind])}
          </strong>{' '}
          <When instant={entry.occurredAt} /> <span className="cc-soft">{entry.actorName}</span>
          <p className="cc-soft">{t('life.correctHint')}</p>
        </>
      }
      draftKey={`correct-entry:${asset.id}:${entry.sequence}`}
      initialValues={{
        departmentId: entry.to.departmentId,
        holderId: entry.to.holderId,
        placeId: entry.to.placeId,
        basis: entry.basis ?? '',
        note: entry.note ?? '',
      }}
      toRequest={(values) => ({
        params: { assetId: asset.id, sequence: entry.sequence },
        body: { reason: values.reason, ...changesOf(entry, values, withDestination) },
      })}
      invalidates={[readAsset, readAssetTimeline, listAssets]}
      onDone={onClose}
      doneSentence={t('life.correctDone')}
    >
      {withDestination ? (
        <>
          <Form.Item name="departmentId" label={t('card.department')}>
            <DepartmentPicker />
          </Form.Item>
          <Form.Item name="holderId" label={t('card.holder')}>
            <PersonPicker />
          </Form.Item>
          <Form.Item name="placeId" label={t('card.place')}>
            <PlacePicker />
          </Form.Item>
        </>
      ) : (
        <p className="cc-soft">{t('life.onlyPapers')}</p>
      )}
      <Form.Item name="basis" label={t('move.basis')}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="note" label={t('move.note')}>
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 6 }} maxLength={1000} />
      </Form.Item>
      <ReasonField />
    </CommandForm>
  );
}
