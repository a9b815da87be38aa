import { fillSentence } from '../../platform/errors.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { decideBinding } from './binding-rules.ts';
import { lockCodesOfBinding } from './code-directory.sql.ts';
import { CODE_REFUSALS, refuseCode } from './code-refusals.ts';
import { groupItemCode, readItemCode, type ItemCodeKind } from './item-code.ts';
import { recordBindings, type Binding } from './record-bindings.ts';

export interface NewThing {
  readonly id: string;
  readonly title: string;
  /** The blank label's code, as scanned or typed. */
  readonly blankCode: string;
}

/**
 * Gives new things the codes of blank labels that lie ready for them, in the order given; answers the folded codes.
 * Refusal: BINDINGS_REFUSED with a problem a code under `path`.
 */
export async function bindBlankCodes(
  command: Pick<CommandContext, 'trx' | 'actor' | 'now' | 'audit'>,
  input: { readonly kind: ItemCodeKind; readonly things: readonly NewThing[]; readonly path: string },
): Promise<string[]> {
  const { kind, things, path } = input;
  const scanned = things.map(({ blankCode }) => readItemCode(blankCode));
  const wanted = scanned.map((one) => (one.ok ? one.code : ''));
  const rows = await lockCodesOfBinding(
    command.trx,
    command.actor.courtId,
    wanted.filter((code) => code !== ''),
    [],
  );
  const bindings: Binding[] = [];
  const problems = things.flatMap(({ id, title, blankCode }, index) => {
    const row = rows.find(({ code }) => code === wanted[index]);
    const verdict = decideBinding(
      {
        text: blankCode,
        scanned: scanned[index] ?? readItemCode(''),
        kind,
        reason: null,
        isCodeListedBefore: wanted.indexOf(wanted[index] ?? '') < index,
        isThingListedBefore: false,
      },
      row && { ...row, boundTo: null },
      { id, title, isOver: false, carries: null },
    );
    if (verdict.allowed) {
      if (row) bindings.push({ row, thing: { kind, id, title }, reason: null, givesWay: null });
      return [];
    }
    const { reason, facts } = verdict;
    const shown = { ...facts, code: groupItemCode(wanted[index] ?? '') };
    const { zh, en } = fillSentence({ zh: CODE_REFUSALS[reason].zh, en: CODE_REFUSALS[reason].en }, shown);
    return [{ path: `${path}.${index}`, code: reason, zh, en }];
  });
  if (problems.length > 0) throw refuseCode('BINDINGS_REFUSED', { count: problems.length }, problems);
  await recordBindings(command, bindings);
  return wanted;
}
