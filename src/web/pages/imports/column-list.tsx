import Select from 'antd/es/select';
import { useTranslation } from 'react-i18next';
import type { ImportHead } from '../../../modules/imports/answers.contract.ts';
import { isImportTargetId, TARGET_FIELDS, type ImportField } from '../../../modules/imports/import-fields.ts';
import { usePickSentence } from '../../i18n/use-language.ts';
import type { DraftColumn, ImportDraft } from './use-import-draft.ts';

/** Stands for a column that is left out. */
const LEFT_OUT = '';
const LETTERS = 26;
const CODE_OF_A = 65;

/** 0 → A, 26 → AA: as a spreadsheet calls its columns. */
export function columnLetters(position: number): string {
  const letter = String.fromCharCode(CODE_OF_A + (position % LETTERS));
  return position < LETTERS ? letter : columnLetters(Math.floor(position / LETTERS) - 1) + letter;
}

interface ColumnRowProps {
  readonly column: DraftColumn;
  readonly samples: readonly string[];
  readonly target: string;
  readonly takenBy: ReadonlyMap<ImportField, number>;
  readonly onChange: (field: ImportField | null) => void;
}

function ColumnRow({ column, samples, target, takenBy, onChange }: ColumnRowProps) {
  const { t } = useTranslation('imports');
  const pick = usePickSentence();
  const { fields, nameOf } = TARGET_FIELDS[isImportTargetId(target) ? target : 'fixed_assets'];
  const letters = columnLetters(column.position);
  const header = column.header === '' ? t('columns.blankHeader') : column.header;
  return (
    <li className="cc-column-row">
      <span className="cc-soft cc-column-letters">{letters}</span>
      <span className="cc-column-header">{header}</span>
      <span className="cc-soft cc-column-samples">{samples.join(t('common:listComma'))}</span>
      <Select<ImportField | typeof LEFT_OUT>
        aria-label={t('columns.fieldOf', { letters, header })}
        className="cc-column-field"
        data-left-out={column.field === null}
        value={column.field ?? LEFT_OUT}
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
        options={[
          { value: LEFT_OUT, label: t('columns.leftOut') },
          ...fields.map((field) => ({
            value: field,
            label: pick(nameOf(field)),
            disabled: takenBy.has(field) && takenBy.get(field) !== column.position,
          })),
        ]}
        onChange={(field) => onChange(field === LEFT_OUT ? null : field)}
      />
    </li>
  );
}

interface ColumnListProps {
  readonly head: ImportHead;
  readonly draft: ImportDraft;
  readonly target: string;
}

/** Which column fills which field, column by column with values of the file. */
export function ColumnList({ head, draft, target }: ColumnListProps) {
  const { t } = useTranslation('imports');
  const takenBy = new Map(
    draft.columns.flatMap(({ field, position }) => (field === null ? [] : [[field, position] as const])),
  );
  return (
    <>
      <p className="cc-soft">{t('columns.hint')}</p>
      <ul className="cc-columns-list">
        <li className="cc-column-row cc-column-row-head" aria-hidden>
          <span />
          <span>{t('columns.header')}</span>
          <span>{t('columns.samples')}</span>
          <span>{t('columns.field')}</span>
        </li>
        {draft.columns.map((column) => (
          <ColumnRow
            key={column.position}
            column={column}
            target={target}
            samples={head.samples[column.position] ?? []}
            takenBy={takenBy}
            onChange={(field) => draft.setField(column.position, field)}
          />
        ))}
      </ul>
    </>
  );
}
