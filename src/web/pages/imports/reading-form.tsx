import { useState } from 'react';
import Button from 'antd/es/button';
import Select from 'antd/es/select';
import { useTranslation } from 'react-i18next';
import type { ImportRunAnswer } from '../../../modules/imports/answers.contract.ts';
import { findImportEndpoint, readImportEndpoint } from '../../../modules/imports/contract.ts';
import { READING_CHOICES, type ReadingChoices } from '../../../modules/imports/import-settings.ts';
import { useCommand } from '../../api/use-command.ts';
import { WholeNumberInput } from '../fixed-assets/card-form/small-inputs.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';

const ENCODINGS = READING_CHOICES.shape.encoding.unwrap().options;
const DELIMITERS = { comma: ',', semicolon: ';', tab: '\t' } as const;

interface ReadingChoiceProps<V extends string> {
  readonly label: string;
  readonly value: V | undefined;
  /** What reading found by itself. */
  readonly found: string;
  readonly options: readonly { readonly value: V; readonly label: string }[];
  readonly onChange: (value: V | undefined) => void;
}

function ReadingChoice<V extends string>({ label, value, found, options, onChange }: ReadingChoiceProps<V>) {
  return (
    <label>
      {label}
      <Select<V>
        aria-label={label}
        allowClear
        placeholder={found}
        {...(value === undefined ? {} : { value })}
        options={[...options]}
        onChange={(next: V | undefined) => onChange(next)}
      />
    </label>
  );
}

/** 读取设置: where recognising sheet, header row, encoding or separator was wrong, the person says so. */
export function ReadingForm({ run }: { run: ImportRunAnswer }) {
  const { t } = useTranslation('imports');
  const [reading, setReading] = useState<ReadingChoices>(run.reading);
  const read = useCommand(readImportEndpoint, { invalidates: [findImportEndpoint] });
  const { head } = run;
  const automatic = t('reading.automatic');
  const isWorkbook = head === null ? run.fileName.toLowerCase().endsWith('.xlsx') : head.format === 'xlsx';
  const sheets = head?.sheets ?? [];
  return (
    <div className="cc-import-fields">
      <p className="cc-soft">{t('reading.hint')}</p>
      {isWorkbook && sheets.length > 1 && (
        <ReadingChoice
          label={t('reading.sheet')}
          value={reading.sheet}
          found={head?.sheet ?? automatic}
          options={sheets.map((sheet) => ({ value: sheet, label: sheet }))}
          onChange={(sheet) => setReading({ ...reading, sheet })}
        />
      )}
      {!isWorkbook && (
        <>
          <ReadingChoice
            label={t('reading.encoding')}
            value={reading.encoding}
            found={head?.encoding?.toUpperCase() ?? automatic}
            options={ENCODINGS.map((value) => ({ value, label: value.toUpperCase() }))}
            onChange={(encoding) => setReading({ ...reading, encoding })}
          />
          <ReadingChoice
            label={t('reading.delimiter')}
            value={reading.delimiter}
            found={automatic}
            options={Object.entries(DELIMITERS).map(([name, value]) => ({
              value,
              label: t(`delimiter.${name}`),
            }))}
            onChange={(delimiter) => setReading({ ...reading, delimiter })}
          />
        </>
      )}
      <label htmlFor="header-row">
        {head === null ? t('reading.headerRow') : t('reading.headerRowNow', { row: head.headerRow })}
      </label>
      <WholeNumberInput
        id="header-row"
        value={reading.headerRow ?? null}
        onChange={(headerRow) => setReading({ ...reading, headerRow: headerRow ?? undefined })}
      />
      <ProblemAlert problem={read.problem} />
      <Button
        loading={read.isSending}
        onClick={() => void read.send({ params: { importId: run.id }, body: reading })}
      >
        {t('reading.submit')}
      </Button>
    </div>
  );
}
