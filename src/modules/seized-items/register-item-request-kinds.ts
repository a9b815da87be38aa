import { registerRequestKind } from '../approvals/request-kinds.ts';
import { keptSentenceInEnglish } from './kept-sentences.ts';
import { weighAnew } from './weigh-anew.ts';
import { listCounters } from './baseline/count-difference.sql.ts';
import { listKeepers } from './list-keepers.ts';
import { listSuccessors } from './list-successors.ts';
import { approvalKindOf, ITEM_REQUEST_KIND_IDS, itemRequestKindOf } from './item-request-kinds.ts';

/** Makes the approvals know everything that can be asked for to be done with seized items. */
export function registerItemRequestKinds(): void {
  for (const id of ITEM_REQUEST_KIND_IDS) {
    const { zh, en, rules, mayBeWaived, restsOnCount } = itemRequestKindOf(id);
    const kind = approvalKindOf(id);
    registerRequestKind({
      kind,
      name: { zh, en },
      shippedRules: rules,
      keepsExecutorApart: true,
      listKeepers,
      listSuccessors,
      // The amount of a claim is none of its item.
      ...(id === 'claim_end'
        ? {}
        : { weighAnew: (command, lines) => weighAnew(command, { kind, lines, isEnded: id === 'reversal' }) }),
      ...(restsOnCount === true ? { listCounters } : {}),
      mayBeWaived: mayBeWaived === true,
      sayLabel: (label) => ({ zh: label, en: keptSentenceInEnglish(label) ?? label }),
    });
  }
}
