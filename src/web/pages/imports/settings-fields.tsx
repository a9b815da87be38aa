import Input from 'antd/es/input';
import Select from 'antd/es/select';
import { useTranslation } from 'react-i18next';
import { ACQUISITION_METHODS } from '../../../modules/fixed-assets/asset-card.ts';
import type { NewCardDefaults } from '../../../modules/imports/import-settings.ts';
import { ChoiceRow } from '../../components/fields/choice-row.tsx';
import { DayInput } from '../../components/fields/day-input.tsx';
import { MoneyInput } from '../../components/fields/money-input.tsx';
import { ClassPicker } from '../../components/pickers/class-picker.tsx';
import { usePickSentence } from '../../i18n/use-language.ts';
import { MonthInput } from '../fixed-assets/card-form/small-inputs.tsx';
import type { ImportDraft } from './use-import-draft.ts';

const UNIT_MAX = 20;

function DefaultFields({ draft }: { draft: ImportDraft }) {
  const { t } = useTranslation('imports');
  const pick = usePickSentence();
  const { defaults } = draft.settings;
  const set = (change: Partial<NewCardDefaults>) =>
    draft.setSettings({ defaults: { ...defaults, ...change } });
  const methods = Object.entries(ACQUISITION_METHODS).map(([value, words]) => ({
    // why: the keys of a literal object are its values.
    value: value as keyof typeof ACQUISITION_METHODS,
    label: pick(words),
  }));
  return (
    <fieldset className="cc-import-fields">
      <legend>{t('defaults.title')}</legend>
      <p className="cc-soft">{t('defaults.hint')}</p>
      <label htmlFor="default-class">{t('defaults.classCode')}</label>
      <ClassPicker
        id="default-class"
        value={defaults.classCode ?? null}
        onChange={(classCode) => set({ classCode: classCode ?? undefined })}
      />
      <label htmlFor="default-method">{t('defaults.acquisitionMethod')}</label>
      <Select<(typeof methods)[number]['value']>
        id="default-method"
        allowClear
        {...(defaults.acquisitionMethod === undefined ? {} : { value: defaults.acquisitionMethod })}
        options={methods}
        onChange={(acquisitionMethod) => set({ acquisitionMethod })}
      />
      <label htmlFor="default-acquired">{t('defaults.acquiredOn')}</label>
      <DayInput
        id="default-acquired"
        value={defaults.acquiredOn ?? null}
        onChange={(acquiredOn) => set({ acquiredOn: acquiredOn ?? undefined })}
      />
      <label htmlFor="default-value">{t('defaults.originalValueFen')}</label>
      <MoneyInput
        id="default-value"
        value={defaults.originalValueFen ?? null}
        onChange={(fen) => set({ originalValueFen: fen ?? undefined })}
      />
      <label htmlFor="default-unit">{t('defaults.unit')}</label>
      <Input
        id="default-unit"
        maxLength={UNIT_MAX}
        value={defaults.unit ?? ''}
        onChange={(event) =>
          set({ unit: event.target.value.trim() === '' ? undefined : event.target.value.trim() })
        }
      />
    </fieldset>
  );
}

/** 导入选项: blank cells, opening depreciation, what a new card gets where a row says nothing. */
export function SettingsFields({ draft, target }: { draft: ImportDraft; target: string }) {
  return target === 'seized_items' ? <RegisterSettings draft={draft} /> : <AssetSettings draft={draft} />;
}

/** 旧台账: whether cases that the court does not have are registered with their items. */
function RegisterSettings({ draft }: { draft: ImportDraft }) {
  const { t } = useTranslation('imports');
  const { createCases } = draft.settings;
  return (
    <div className="cc-import-settings">
      <fieldset className="cc-import-fields">
        <legend>{t('settings.cases')}</legend>
        <ChoiceRow
          label={t('settings.cases')}
          value={createCases ? 'create' : 'refuse'}
          options={[
            { value: 'refuse', label: t('settings.refuseCases') },
            { value: 'create', label: t('settings.createCases') },
          ]}
          onChange={(value) => draft.setSettings({ createCases: value === 'create' })}
        />
        <p className="cc-soft">{t('settings.casesHint')}</p>
      </fieldset>
    </div>
  );
}

function AssetSettings({ draft }: { draft: ImportDraft }) {
  const { t } = useTranslation('imports');
  const { clearBlank, openingMonth } = draft.settings;
  return (
    <div className="cc-import-settings">
      <fieldset className="cc-import-fields">
        <legend>{t('settings.blank')}</legend>
        <ChoiceRow
          label={t('settings.blank')}
          value={clearBlank ? 'clear' : 'keep'}
          options={[
            { value: 'keep', label: t('settings.keep') },
            { value: 'clear', label: t('settings.clear') },
          ]}
          onChange={(value) => draft.setSettings({ clearBlank: value === 'clear' })}
        />
        <p className="cc-soft">{t(clearBlank ? 'settings.clearHint' : 'settings.keepHint')}</p>
        <label htmlFor="opening-month">{t('settings.openingMonth')}</label>
        <MonthInput
          id="opening-month"
          value={openingMonth}
          onChange={(month) => draft.setSettings({ openingMonth: month })}
        />
        <p className="cc-soft">{t('settings.openingHint')}</p>
      </fieldset>
      <DefaultFields draft={draft} />
    </div>
  );
}
