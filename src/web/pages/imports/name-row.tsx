import Button from 'antd/es/button';
import { useTranslation } from 'react-i18next';
import type { NameFindingAnswer } from '../../../modules/imports/answers.contract.ts';
import { REFERENCE_KINDS, type ReferenceKind } from '../../../modules/imports/rules.ts';
import { formatCount } from '../../components/amount.ts';
import { ClassPicker } from '../../components/pickers/class-picker.tsx';
import { DepartmentPicker } from '../../components/pickers/department-picker.tsx';
import { PersonPicker } from '../../components/pickers/person-picker.tsx';
import type { PickerProps } from '../../components/pickers/picker-props.ts';
import { PlacePicker } from '../../components/pickers/place-picker.tsx';
import { StatusTag, type StatusTone } from '../../components/status-tag.tsx';
import { usePickSentence } from '../../i18n/use-language.ts';
import type { ImportDraft } from './use-import-draft.ts';

const PICKERS: Readonly<Record<ReferenceKind, (props: PickerProps) => React.JSX.Element>> = {
  department: DepartmentPicker,
  person: PersonPicker,
  place: PlacePicker,
  class: ClassPicker,
};

type Decision = 'open' | 'ambiguous' | 'found' | 'matched' | 'created';
const TONES: Readonly<Record<Decision, StatusTone>> = {
  open: 'alarm',
  ambiguous: 'alarm',
  found: 'soon',
  matched: 'settled',
  created: 'settled',
};

/** What is decided about a name by now: by the check, and by what was chosen since. */
export function decisionOf(name: NameFindingAnswer, draft: Pick<ImportDraft, 'choiceOf'>): Decision {
  const choice = draft.choiceOf(name);
  if (choice?.action === 'match') return 'matched';
  if (choice?.action === 'create') return 'created';
  if (name.state === 'found' || name.state === 'ambiguous') return name.state;
  return 'open';
}

/** One name of the file: matched with something of the court, or created, by choice. */
export function NameRow({ name, draft }: { name: NameFindingAnswer; draft: ImportDraft }) {
  const { t } = useTranslation('imports');
  const pick = usePickSentence();
  const Picker = PICKERS[name.kind];
  const decision = decisionOf(name, draft);
  const choice = draft.choiceOf(name);
  const found = decision === 'found' ? name.subjectId : null;
  const picked = choice?.action === 'match' ? choice.subjectId : found;
  const isCreated = decision === 'created';
  return (
    <li className="cc-name-row">
      <div className="cc-name-what">
        <span className="cc-name-label">
          <span className="cc-soft">{pick(REFERENCE_KINDS[name.kind])}</span> <strong>{name.label}</strong>
        </span>
        <span className="cc-name-state">
          <StatusTag tone={TONES[decision]}>{t(`names.state.${decision}`)}</StatusTag>{' '}
          <span className="cc-soft">{t('names.rows', { count: formatCount(name.rowCount) })}</span>
        </span>
      </div>
      <div className="cc-name-decision">
        {!isCreated && (
          <Picker
            label={t('names.matchOf', { name: name.label })}
            placeholder={t('names.match')}
            value={picked}
            onChange={(id) =>
              draft.choose([name], id === null ? undefined : { action: 'match', subjectId: id })
            }
          />
        )}
        {isCreated && (
          <p className="cc-name-plan">
            {t('names.willCreate', { plan: (name.plan ?? []).map(pick).join(t('common:listComma')) })}
          </p>
        )}
        {name.plan !== null && (
          <Button
            aria-pressed={isCreated}
            onClick={() => draft.choose([name], isCreated ? undefined : { action: 'create' })}
          >
            {t(isCreated ? 'names.takeBack' : 'names.create')}
          </Button>
        )}
      </div>
    </li>
  );
}
