/** Writes the assets of one sample court with two years of history: codes, books, entries, cards, receipts. */
import { aliasesOf, cardGramsOf, type AssetCard } from '../modules/fixed-assets/asset-card.ts';
import { letSearchWordsWait } from '../modules/fixed-assets/asset-search-row.sql.ts';
import { newAssetStatements, type NewAsset } from '../modules/fixed-assets/new-asset.sql.ts';
import { insertReceipts, type NewReceipt, type ReceiptKind } from '../modules/fixed-assets/receipt.sql.ts';
import type { AssetMove } from '../modules/fixed-assets/rules.ts';
import { listCardProblems } from '../modules/fixed-assets/card-rules.ts';
import { issueItemCodes } from '../modules/item-codes/issue-item-codes.ts';
import { chainEntry, openBook, type Scribe } from '../modules/ledger/append-entries.ts';
import type { ChainedEntry, HashAlgorithm } from '../modules/ledger/entry.ts';
import { newBookStatements } from '../modules/ledger/ledger-entry.sql.ts';
import type { BookHead } from '../modules/ledger/book.ts';
import type { Actor } from '../platform/actor.ts';
import { shanghaiDay } from '../platform/clock.ts';
import { sendTogether } from '../platform/database.ts';
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

type SampleHappening = Omit<SampleMove, 'kind' | 'signed'> & { readonly kind: string };
type Receiver = { readonly id: string; readonly name: string };
const NO_PAPERS = { counterparty: null, basis: null, note: null };

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

/** The book of one life as it is being written. */
class LifeWriter {
  readonly book: BookHead;
  readonly entries: ChainedEntry[] = [];
  readonly receipts: NewReceipt[] = [];

  constructor(
    private readonly card: AssetCard,
    private readonly subject: { readonly id: string; readonly code: string },
    courtId: number,
    hashAlgorithm: HashAlgorithm,
  ) {
    this.book = openBook({ courtId, kind: 'fixed_asset', subjectId: subject.id, hashAlgorithm });
  }

  append(scribe: Pick<Scribe, 'now' | 'actor'>, move: SampleHappening, secondPerson: Receiver | null): void {
    const { card, book } = this;
    const last = this.entries.at(-1);
    const head = { sequence: last?.sequence ?? 0, hash: last?.hash ?? book.lastHash };
    const opening = last === undefined ? { code: this.subject.code, card, loanDueOn: null } : {};
    const amounts = { quantity: card.quantity, unit: card.unit, amountFen: card.originalValueFen };
    const details = { ...opening, ...move.details };
    this.entries.push(
      chainEntry(scribe, { ...move, ...amounts, book, occurredAt: move.at, secondPerson, details }, head),
    );
  }

  addReceipt(kind: ReceiptKind, receiver: Receiver, handedAt: Date, signedAt: Date | null): void {
    const method = signedAt === null ? null : signedAt > handedAt ? 'own_list' : 'pin';
    this.receipts.push({
      id: newId(handedAt.getTime()),
      assetId: this.subject.id,
      bookId: this.book.id,
      entrySequence: this.entries.length,
      kind,
      receiverId: receiver.id,
      state: signedAt === null ? 'pending' : 'signed',
      method,
      signatureSha256: null,
      createdAt: handedAt,
      settledAt: signedAt,
    });
  }
}

function receiverOf({ from, to }: SampleMove): Receiver | null {
  const { holderId, holder } = to;
  return holderId !== null && holder !== null && holderId !== from.holderId
    ? { id: holderId, name: holder }
    : null;
}

function writeMove(
  context: { writer: LifeWriter; command: CommandContext; random: Random; keeper: Actor },
  move: SampleMove,
  next: SampleMove | undefined,
): void {
  const { writer, command, random, keeper } = context;
  const kind = RECEIPT_KINDS[move.kind];
  const receiver = kind === undefined ? null : receiverOf(move);
  const later = receiver && move.signed ? signsLater(random, move, next, command.now) : null;
  writer.append({ now: move.at, actor: keeper }, move, receiver && move.signed && !later ? receiver : null);
  if (!receiver || !kind) return;
  writer.addReceipt(kind, receiver, move.at, move.signed ? (later ?? move.at) : null);
  if (!later) return;
  const { department, departmentId } = move.to;
  const still = { ...NO_PAPERS, kind: 'sign_receipt', at: later, from: move.to, to: move.to };
  const details = { signs: writer.entries.length };
  const actor = actorOf(command.actor, { ...receiver, department, departmentId });
  writer.append({ now: later, actor }, { ...still, details }, null);
}

function writeLife(
  command: CommandContext,
  random: Random,
  structure: SampleStructure,
  drawn: Drawn,
  subject: { readonly id: string; readonly code: string },
): Written {
  const { card, life } = drawn;
  const writer = new LifeWriter(card, subject, structure.world.courtId, command.hashAlgorithm);
  const keeper = actorOf(command.actor, structure.scribe);
  life.moves.forEach((move, index) => {
    writeMove({ writer, command, random, keeper }, move, life.moves[index + 1]);
  });
  const recordedAt = (entry: ChainedEntry | undefined) =>
    new Date(entry?.recordedAtMs ?? command.now.getTime());
  const { position, stateSince, loanDueOn, statusBeforeRepair } = life;
  const asset: NewAsset = {
    ...subject,
    book: writer.book,
    card,
    position,
    stateSince,
    loanDueOn,
    statusBeforeRepair,
    createdAt: recordedAt(writer.entries[0]),
    updatedAt: recordedAt(writer.entries.at(-1)),
    grams: cardGramsOf(card),
    aliases: aliasesOf(subject.code, card),
  };
  return { asset, entries: writer.entries, receipts: writer.receipts };
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
  await letSearchWordsWait(trx);
  for (let start = 0; start < drawn.length; start += CHUNK) {
    const chunk = drawn.slice(start, start + CHUNK);
    const ids = chunk.map(() => newId());
    const codes = await issueItemCodes(command, { courtId, kind: 'A', subjectIds: ids });
    const written = chunk.map((one, index) =>
      writeLife(command, random, structure, one, { id: ids[index] ?? '', code: codes[index] ?? '' }),
    );
    const books = written.map(({ asset }) => asset.book);
    const assets = written.map(({ asset }) => asset);
    const entries = written.flatMap((one) => one.entries);
    await sendTogether(trx, [
      ...newBookStatements(books, chunk[0]?.life.moves[0]?.at ?? now, entries),
      ...newAssetStatements(courtId, assets),
    ]);
    await insertReceipts(
      trx,
      courtId,
      written.flatMap(({ receipts }) => receipts),
    );
    entryCount += entries.length;
  }
  return entryCount;
}
