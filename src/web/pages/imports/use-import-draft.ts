/** What the person has chosen on the page and not yet had checked: columns, settings, names. */
import { useMemo, useState } from 'react';
import type { ImportRunAnswer, NameFindingAnswer } from '../../../modules/imports/answers.contract.ts';
import type { ImportField } from '../../../modules/imports/import-fields.ts';
import type { ImportSettings, NameChoice } from '../../../modules/imports/import-settings.ts';

export type DraftColumn = NonNullable<ImportRunAnswer['columns']>[number];

export interface ImportDraft {
  readonly columns: readonly DraftColumn[];
  readonly settings: ImportSettings;
  /** Something differs from what the last check knew. */
  readonly isChanged: boolean;
  readonly setField: (position: number, field: ImportField | null) => void;
  readonly setSettings: (change: Partial<ImportSettings>) => void;
  readonly choiceOf: (name: NameFindingAnswer) => NameChoice | undefined;
  /** Undefined takes the choice back. */
  readonly choose: (names: readonly NameFindingAnswer[], choice: ChoiceOfName | undefined) => void;
}

export type ChoiceOfName =
  | { readonly action: 'match'; readonly subjectId: string }
  | { readonly action: 'create' };

const addressOf = ({ kind, key }: { readonly kind: string; readonly key: string }) => `${kind} ${key}`;

/** The choice for one name; null where the kind cannot be created. */
function choiceFor({ kind, key }: NameFindingAnswer, choice: ChoiceOfName): NameChoice | null {
  if (choice.action === 'match') return { action: 'match', kind, key, subjectId: choice.subjectId };
  return kind === 'department' || kind === 'place' ? { action: 'create', kind, key } : null;
}

function withoutWhenBlank({ position, header }: DraftColumn, field: ImportField | null): DraftColumn {
  return { position, header, field };
}

/** Starts from the run; a new version of the run starts a new draft. */
export function useImportDraft(run: ImportRunAnswer): ImportDraft {
  const [columns, setColumns] = useState<readonly DraftColumn[]>();
  const [settings, setSettings] = useState<ImportSettings>();
  const chosen = settings ?? run.settings;
  const choices = useMemo(
    () => new Map(chosen.choices.map((choice) => [addressOf(choice), choice])),
    [chosen.choices],
  );
  const current = columns ?? run.columns ?? [];
  return {
    columns: current,
    settings: chosen,
    isChanged: columns !== undefined || settings !== undefined,
    setField: (position, field) =>
      setColumns(
        current.map((column) => (column.position === position ? withoutWhenBlank(column, field) : column)),
      ),
    setSettings: (change) => setSettings({ ...chosen, ...change }),
    choiceOf: (name) => choices.get(addressOf(name)),
    choose: (names, choice) => {
      const next = new Map(choices);
      for (const name of names) {
        const one = choice === undefined ? null : choiceFor(name, choice);
        if (one === null) next.delete(addressOf(name));
        else next.set(addressOf(name), one);
      }
      setSettings({ ...chosen, choices: [...next.values()] });
    },
  };
}
