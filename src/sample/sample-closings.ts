/** 销账 of the sample court: what both proofs allow is closed, and one ledger was opened again on a paper. */
import { grantsOfRoles } from '../modules/accounts/permissions.ts';
import { lockBooksOf } from '../modules/ledger/read-book.ts';
import { reopenCaseLedger } from '../modules/seized-items/close-case-ledger.ts';
import { appendLedgerEvent } from '../modules/seized-items/ledger-closing.sql.ts';
import { proveCaseLedger } from '../modules/seized-items/read-case-ledger.ts';
import { newId } from '../platform/ids.ts';
import type { CommandContext } from '../platform/run-command.ts';
import { listFinishedCaseIds } from './sample-custody.sql.ts';
import type { SampleStructure } from './sample-court-structure.ts';

const DAY_MS = 86_400_000;
const CLOSINGS_MAX = 16;
/** Ready to be closed by whoever tries the product. */
const LEFT_READY = 2;

/** Answers how many ledgers are closed. */
export async function closeSampleLedgers(
  command: CommandContext,
  { world, accounts, custodians }: SampleStructure,
): Promise<number> {
  const { trx, now } = command;
  const { courtId } = world;
  const [custodian, second] = custodians;
  const president = accounts.find(({ role }) => role === 'president');
  if (!custodian || !second || !president) return 0;
  const query = { reader: trx, actor: { ...command.actor, courtId, readableCourtIds: [courtId] }, now };
  const grants = grantsOfRoles([{ role: 'property_custodian', departmentId: null }]);
  const closed: string[] = [];
  for (const caseId of (await listFinishedCaseIds(trx, courtId)).slice(LEFT_READY)) {
    if (closed.length === CLOSINGS_MAX) break;
    const asked = { ...query, actor: { ...query.actor, roles: ['property_custodian'], grants } };
    const { conservation, closure } = await proveCaseLedger(asked, caseId);
    const [book] = await lockBooksOf(trx, courtId, 'case', [caseId]);
    if (!book || !conservation.holds || !closure.holds) continue;
    await appendLedgerEvent(trx, courtId, {
      ...{
        id: newId(),
        caseId,
        kind: 'closed',
        at: new Date(now.getTime() - (closed.length * 5 + 2) * DAY_MS),
      },
      ...{ byId: custodian.id, byName: custodian.name, secondPersonName: second.name },
      ...{ document: '涉案财物处置完毕报告', reason: null },
      ...{ lastSequence: book.lastSequence, lastHash: book.lastHash },
    });
    closed.push(caseId);
  }
  const [reopened] = closed;
  if (reopened === undefined) return 0;
  const actor = {
    ...{ ...query.actor, personId: president.personId, personName: president.fullName, roles: ['president'] },
    grants: grantsOfRoles([{ role: 'president', departmentId: null }]),
  };
  const body = { document: '院长办公会纪要', reason: '补收遗漏物品一件' };
  await reopenCaseLedger(
    { ...command, actor, audit: () => {} },
    { params: { caseId: reopened }, query: {}, body },
  );
  return closed.length - 1;
}
