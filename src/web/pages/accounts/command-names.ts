/** What the commands of the audit trail are called: the summaries of the endpoint declarations, of every module. */
import { useCallback } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { EndpointDeclaration } from '../../../platform/endpoint.ts';
import { useLanguage } from '../../i18n/use-language.ts';

/** Every module's contracts are more than the page itself: they come after it is shown. */
const contracts = import.meta.glob<Record<string, unknown>>('../../../modules/**/*contract.ts');

type Declarations = ReadonlyMap<string, EndpointDeclaration>;
const NONE_YET: Declarations = new Map();

function isDeclaration(value: unknown): value is EndpointDeclaration {
  return typeof value === 'object' && value !== null && 'summary' in value && 'method' in value;
}

async function loadDeclarations(): Promise<Declarations> {
  const loaded = await Promise.all(Object.values(contracts).map((load) => load()));
  return new Map(
    loaded
      .flatMap((contract) => Object.values(contract))
      .filter(isDeclaration)
      .filter(({ kind }) => kind === 'command' || kind === 'upload')
      .map((declaration) => [declaration.name, declaration] as const),
  );
}

function useDeclarations(): Declarations {
  const { data } = useQuery({
    queryKey: ['command-names'],
    queryFn: loadDeclarations,
    staleTime: Infinity,
    gcTime: Infinity,
  });
  return data ?? NONE_YET;
}

/** The name of a command; one that is no endpoint (the system's own) has its text here, others stay as stored. */
export function useCommandName(): (command: string) => string {
  const { t } = useTranslation('audit');
  const language = useLanguage();
  const declarations = useDeclarations();
  return useCallback(
    (command: string) =>
      declarations.get(command)?.summary[language] ??
      t(`systemCommand.${command}`, { defaultValue: command }),
    [declarations, language, t],
  );
}

/** Every command that a person can send, by name. */
export function useCommandOptions(): { value: string; label: string }[] {
  const language = useLanguage();
  const declarations = useDeclarations();
  return [...declarations.values()]
    .map(({ name, summary }) => ({ value: name, label: summary[language] }))
    .sort((a, b) => a.label.localeCompare(b.label, language));
}
