/** What the commands of the audit trail are called: the summaries of the endpoint declarations, of every module. */
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { EndpointDeclaration } from '../../../platform/endpoint.ts';
import { useLanguage } from '../../i18n/use-language.ts';

const contracts = import.meta.glob<Record<string, unknown>>('../../../modules/**/*contract.ts', {
  eager: true,
});

function isDeclaration(value: unknown): value is EndpointDeclaration {
  return typeof value === 'object' && value !== null && 'summary' in value && 'method' in value;
}

const declarations = new Map(
  Object.values(contracts)
    .flatMap((contract) => Object.values(contract))
    .filter(isDeclaration)
    .filter(({ kind }) => kind === 'command' || kind === 'upload')
    .map((declaration) => [declaration.name, declaration] as const),
);

/** The name of a command; one that is no endpoint (the system's own) has its text here, others stay as stored. */
export function useCommandName(): (command: string) => string {
  const { t } = useTranslation('audit');
  const language = useLanguage();
  return useCallback(
    (command: string) =>
      declarations.get(command)?.summary[language] ??
      t(`systemCommand.${command}`, { defaultValue: command }),
    [language, t],
  );
}

/** Every command that a person can send, by name. */
export function useCommandOptions(): { value: string; label: string }[] {
  const language = useLanguage();
  return [...declarations.values()]
    .map(({ name, summary }) => ({ value: name, label: summary[language] }))
    .sort((a, b) => a.label.localeCompare(b.label, language));
}
