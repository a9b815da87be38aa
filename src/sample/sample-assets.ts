/** Writes the assets of one sample court with two years of history: codes, books, entries, cards, receipts. */
import { aliasesOf, cardGramsOf, type AssetCard } from '../modules/fixed-assets/asset-card.ts';
import { insertAssets, type NewAsset } from '../modules/fixed-assets/asset.sql.ts';
import { insertReceipts, type NewReceipt, type ReceiptKind } from '../modules/fixed-assets/receipt.sql.ts';
import type { AssetMove } from '../modules/fixed-assets/rules.ts';
import { listCardProblems } from '../modules/fixed-assets/card-rules.ts';
import { issueItemCodes } from '../modules/item-codes/issue-item-codes.ts';
import { chainEntry, openBook, type Scribe } from '../modules/ledger/append-entries.ts';
import type { ChainedEntry } from '../modules/ledger/entry.ts';
import { insertBooks, insertEntries } from '../modules/ledger/ledger-entry.sql.ts';
import type { Actor } from '../platform/actor.ts';
import { shanghaiDay } from '../platform/clock.ts';
import { newId } from '../platform/ids.ts';
import type { CommandContext } from '../platform/run-command.ts';
import { SAMPLE_KINDS, type SampleUse } from './catalogue.ts';
import { drawCard } from './draw-card.ts';
import type { Random } from './random.ts';
import type { SampleStructure } from './sample-court-structure.ts';
import { simulateAsset, type SampleLife, type SampleMove } from './simulate-asset.ts';

const CHUNK = 1000;
const HOUR_MS = 3_600_000;
const RECEIPT_KINDS: Partial<Record<AssetMove, ReceiptKind>> = {
  issue: 'issue',
  transfer: 'transfer',
  loan: 'loan',
};

interface Drawn {
  readonly card: AssetCard;
  readonly life: SampleLife;
}

interface Written {
  readonly asset: NewAsset;
  readonly entries: readonly ChainedEntry[];
  readonly receipts: readonly NewReceipt[];
}

function drawAssets(
  random: Random,
  structure: SampleStructure,
  input: { count: number; now: Date; registerSince: Date; lifeYearsOf: (classCode: string) => number | null },
): Drawn[] {
  const today = shanghaiDay(input.now);
  const drawn = Array.from({ length: input.count }, (_, index): Drawn => {
    const kind = random.pickWeighted(SAMPLE_KINDS);
    const card = drawCard(random, kind, {
      now: input.now,
      registerSince: input.registerSince,
      number: index + 1,
      managingDepartmentId: structure.managingDepartmentId,
      lifeYears: input.lifeYearsOf(kind.classCode),
    });
    const problems = listCardProblems(card, today);
    if (problems.length > 0)
      throw new Error(`sample card ${card.name}: ${problems.map(({ reason }) => reason).join(', ')}`);
    const use: SampleUse = kind.use;
    return {
      card,
      life: simulateAsset(structure.world, random, {
        card,
        use,
        registerSince: input.registerSince,
        now: input.now,
      }),
    };
  });
  return drawn.sort((a, b) => (a.life.moves[0]?.at.getTime() ?? 0) - (b.life.moves[0]?.at.getTime() ?? 0));
}

function actorOf(
  base: Actor,
  person: { id: string; name: string; department: string | null; departmentId: string | null },
): Actor {
  return {
    ...base,
    personId: person.id,
    personName: person.name,
    departmentId: person.departmentId,
    departmentName: person.department,
  };
}

/** Half of the hand-overs are signed at once by PIN, the others from the receiver's own list some hours later. */
function signsLater(random: Random, move: SampleMove, next: SampleMove | undefined, now: Date): Date | null {
  const at = new Date(move.at.getTime() + random.integer(1, 5) * HOUR_MS);
  const inTime = at < now && (next === undefined || at < next.at);
  return inTime && random.chance(0.4) ? at : null;
}

function writeLife(
  command: CommandContext,
  random: Random,
  structure: SampleStructure,
  drawn: Drawn,
  id: string,
  code: string,
): Written {
  const { card, life } = drawn;
  const { courtId } = structure.world;
  const book = openBook({
    courtId,
    kind: 'fixed_asset',
    subjectId: id,
    hashAlgorithm: command.hashAlgorithm,
  });
  const keeper = actorOf(command.actor, structure.scribe);
  const entries: ChainedEntry[] = [];
  const receipts: NewReceipt[] = [];
  const append = (
    scribe: Pick<Scribe, 'now' | 'actor'>,
    move: Omit<SampleMove, 'kind' | 'signed'> & { kind: string },
    secondPerson: { id: string; name: string } | null,
  ) => {
    const last = entries.at(-1);
    const head = { sequence: last?.sequence ?? 0, hash: last?.hash ?? book.lastHash };
    const first = last === undefined ? { code, card, loanDueOn: null } : {};
    const happening = {
      ...move,
      book,
      occurredAt: move.at,
      quantity: card.quantity,
      unit: card.unit,
      amountFen: card.originalValueFen,
      secondPerson,
      details: { ...first, ...move.details },
    };
    entries.push(chainEntry(scribe, happening, head));
  };
  life.moves.forEach((move, index) => {
    const kind = RECEIPT_KINDS[move.kind];
    const handed = kind !== undefined && move.to.holderId !== null && move.to.holderId !== move.from.holderId;
    const receiver =
      handed && move.to.holderId !== null && move.to.holder !== null
        ? { id: move.to.holderId, name: move.to.holder }
        : null;
    const later =
      receiver && move.signed ? signsLater(random, move, life.moves[index + 1], command.now) : null;
    append({ now: move.at, actor: keeper }, move, receiver && move.signed && !later ? receiver : null);
    if (!receiver || !kind) return;
    const sequence = entries.length;
    const signedAt = move.signed ? (later ?? move.at) : null;
    receipts.push({
      id: newId(move.at.getTime()),
      assetId: id,
      bookId: book.id,
      entrySequence: sequence,
      kind,
      receiverId: receiver.id,
      state: move.signed ? 'signed' : 'pending',
      method: move.signed ? (later ? 'own_list' : 'pin') : null,
      signatureSha256: null,
      createdAt: move.at,
      settledAt: signedAt,
    });
    if (later) {
      const actor = actorOf(command.actor, {
        ...receiver,
        department: move.to.department,
        departmentId: move.to.departmentId,
      });
      const still = {
        ...move,
        kind: 'sign_receipt',
        at: later,
        from: move.to,
        to: move.to,
        counterparty: null,
        basis: null,
        note: null,
        details: { signs: sequence },
      };
      append({ now: later, actor }, still, null);
    }
  });
  const lastEntry = entries.at(-1);
  const asset: NewAsset = {
    id,
    code,
    book,
    card,
    position: life.position,
    stateSince: life.stateSince,
    loanDueOn: life.loanDueOn,
    statusBeforeRepair: life.statusBeforeRepair,
    recordedAt: new Date(lastEntry?.recordedAtMs ?? command.now.getTime()),
    grams: cardGramsOf(card),
    aliases: aliasesOf(code, card),
  };
  return { asset, entries, receipts };
}

/** Draws and writes `count` assets into the court that the transaction writes in. Answers the number of entries. */
export async function addSampleAssets(
  command: CommandContext,
  random: Random,
  structure: SampleStructure,
  input: { count: number; registerSince: Date; lifeYearsOf: (classCode: string) => number | null },
): Promise<number> {
  const { trx, now } = command;
  const { courtId } = structure.world;
  const drawn = drawAssets(random, structure, { ...input, now });
  let entryCount = 0;
  for (let start = 0; start < drawn.length; start += CHUNK) {
    const chunk = drawn.slice(start, start + CHUNK);
    const ids = chunk.map(() => newId());
    const codes = await issueItemCodes(command, { courtId, kind: 'A', subjectIds: ids });
    const written = chunk.map((one, index) =>
      writeLife(command, random, structure, one, ids[index] ?? '', codes[index] ?? ''),
    );
    const books = written.map(({ asset }) => asset.book);
    await insertBooks(trx, books, chunk[0]?.life.moves[0]?.at ?? now);
    await insertEntries(
      trx,
      written.flatMap(({ entries }) => entries),
    );
    await insertAssets(
      trx,
      courtId,
      written.map(({ asset }) => asset),
    );
    await insertReceipts(
      trx,
      courtId,
      written.flatMap(({ receipts }) => receipts),
    );
    entryCount += written.reduce((sum, { entries }) => sum + entries.length, 0);
  }
  return entryCount;
}
