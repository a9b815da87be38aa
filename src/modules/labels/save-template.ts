import { refuse } from '../../platform/errors.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { withVersion, type Versioned } from '../../platform/served-endpoint.ts';
import { describeTemplate, findTemplate, shippedTemplate, templateOfRow } from './find-template.ts';
import { refusePrint } from './print-refusals.ts';
import { decideFit } from './printer.rules.ts';
import { listPrintersOfTemplate } from './printer.sql.ts';
import type { LabelTemplate } from './template.contract.ts';
import { appendTemplateVersion, findTemplateVersion, lockTemplates } from './template-version.sql.ts';
import type { SavedLabelTemplate } from './templates.contract.ts';

type Answer = Promise<Versioned<SavedLabelTemplate>>;

interface NextVersion {
  readonly template: LabelTemplate;
  readonly retired: boolean;
  readonly note: string | null;
}

/** Appends the version after the one that was seen. Refusal: VERSION_STALE. */
async function appendNext(command: CommandContext, seen: number, next: NextVersion): Answer {
  const { trx, actor, now } = command;
  const { key } = next.template;
  const newest = await findTemplateVersion(trx, actor.courtId, key);
  if ((newest?.version ?? 0) !== seen) throw refuse('VERSION_STALE');
  const version = seen + 1;
  await appendTemplateVersion(trx, actor.courtId, {
    ...next,
    version,
    savedBy: actor.personId,
    savedByName: actor.personName,
    savedAt: now,
  });
  command.audit({
    subjectKind: 'label_template',
    subjectId: key,
    subjectLabel: next.template.name.zh,
    after: { version, retired: next.retired, note: next.note },
  });
  const saved = await findTemplate(trx, actor.courtId, key, version);
  return withVersion(version, describeTemplate(saved, true));
}

/** A template that printers are bound to must go on fitting them. Refusal: TEMPLATE_IN_PRINTERS. */
async function refuseMisfit({ trx, actor }: CommandContext, template: LabelTemplate): Promise<void> {
  const printers = await listPrintersOfTemplate(trx, actor.courtId, template.key);
  const misfit = printers.find((printer) => decideFit(template, printer) !== null);
  if (misfit) throw refusePrint('TEMPLATE_IN_PRINTERS', { printer: misfit.name });
}

/**
 * Saves a template of the acting court as its next version; what was printed keeps the version it was printed with.
 * Refusals: TEMPLATE_KEY_DIFFERS, VERSION_STALE, TEMPLATE_IN_PRINTERS.
 */
export async function saveTemplate(
  command: CommandContext,
  input: {
    readonly templateKey: string;
    readonly template: LabelTemplate;
    readonly note?: string | undefined;
    readonly expectedVersion: number;
  },
): Answer {
  const { template, expectedVersion } = input;
  if (template.key !== input.templateKey) throw refusePrint('TEMPLATE_KEY_DIFFERS', { key: template.key });
  await lockTemplates(command.trx, command.actor.courtId);
  await refuseMisfit(command, template);
  return appendNext(command, expectedVersion, { template, retired: false, note: input.note ?? null });
}

interface ChangeTemplate {
  readonly templateKey: string;
  readonly expectedVersion: number;
}

/** Offers a template no more. Refusals: TEMPLATE_NOT_FOUND, VERSION_STALE, TEMPLATE_RETIRED. */
export async function retireTemplate(command: CommandContext, input: ChangeTemplate): Answer {
  const { trx, actor } = command;
  await lockTemplates(trx, actor.courtId);
  const found = await findTemplate(trx, actor.courtId, input.templateKey);
  if (found.isRetired) throw refusePrint('TEMPLATE_RETIRED');
  const next = { template: found.template, retired: true, note: null };
  return appendNext(command, input.expectedVersion, next);
}

/**
 * Makes an older version, or the shipped one, the newest. Refusals: TEMPLATE_NOT_FOUND, TEMPLATE_VERSION_NOT_FOUND,
 * VERSION_STALE, TEMPLATE_IN_PRINTERS.
 */
export async function restoreTemplate(
  command: CommandContext,
  input: ChangeTemplate & { readonly version: number },
): Answer {
  const { trx, actor } = command;
  const { templateKey, version } = input;
  await lockTemplates(trx, actor.courtId);
  await findTemplate(trx, actor.courtId, templateKey);
  const row = version === 0 ? undefined : await findTemplateVersion(trx, actor.courtId, templateKey, version);
  const older = row ? templateOfRow(row) : version === 0 ? shippedTemplate(templateKey) : undefined;
  if (!older) throw refusePrint('TEMPLATE_VERSION_NOT_FOUND', { version });
  await refuseMisfit(command, older.template);
  const next = { template: older.template, retired: false, note: null };
  return appendNext(command, input.expectedVersion, next);
}
