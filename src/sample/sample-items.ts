/** Seized items of the sample court: thousands of lives by the rules, written a case's book at a time. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { listCaseRows } from '../modules/cases/case-list.sql.ts';
import { issueItemCodes } from '../modules/item-codes/issue-item-codes.ts';
import { chainEntry, openBook, openBooks } from '../modules/ledger/append-entries.ts';
import type { BookHead } from '../modules/ledger/book.ts';
import type { ChainedEntry } from '../modules/ledger/entry.ts';
import { happeningOf } from '../modules/seized-items/item-happening.ts';
import { insertSeals, type NewSeal } from '../modules/seized-items/item-measure.sql.ts';
import { minorUnitsOf } from '../modules/seized-items/item-quantity.ts';
import { insertItems, type NewItem } from '../modules/seized-items/item.sql.ts';
import { listPlaceRows } from '../modules/storage/place.sql.ts';
import { startOfShanghaiDay } from '../platform/clock.ts';
import { sendTogether } from '../platform/database.ts';
import { newId } from '../platform/ids.ts';
import type { CommandContext } from '../platform/run-command.ts';
import type { Random } from './random.ts';
import { numberReleases, sampleReleaseOf, type ReleasePeople } from './sample-releases.ts';
import { insertSampleReleases, type SampleRelease } from './sample-releases.sql.ts';
import { releasePeopleOf } from './sample-release-people.ts';
import { basisOf, detailsOf, slipOf } from './sample-entry-words.ts';
import { addSampleDeposits, type SampleDeposit } from './sample-money.ts';
import { addSampleOwners, ownableOf, type OwnableItem } from './sample-owners.ts';
import type { SampleStructure } from './sample-court-structure.ts';
import {
  simulateItems,
  type SampleKeeping,
  type SampleShelf,
  type SimulatedItem,
  type SimulatedStep,
} from './simulate-items.ts';

interface SampleCase {
  readonly id: string;
  readonly acceptedOn: string;
  readonly effectiveOn: string | null;
  readonly number: string;
  readonly handler: {
    readonly id: string;
    readonly name: string;
    readonly departmentId: string;
    readonly department: string;
  };
}

interface WrittenCase {
  readonly book: BookHead;
  readonly entries: readonly ChainedEntry[];
  readonly items: readonly NewItem[];
  readonly seals: readonly NewSeal[];
  readonly releases: readonly SampleRelease[];
  readonly deposits: readonly SampleDeposit[];
}

type NumberedItem = SimulatedItem & { readonly id: string; readonly code: string; readonly number: number };

const CASES_MAX = 2000;
/** Of every so many cases one that was judged is carried out to the end; such cases are small. */
const FINISHED_EACH = 7;
const FINISHED_ITEMS_MAX = 14;
const SHELVES_MAX = 200;
const ANYBODY = { isWhole: true, departmentIds: [], personId: '00000000-0000-0000-0000-000000000000' };
/** By category, the index of the room in which such things lie; all others in the first. */
const ROOM_OF: Readonly<Record<string, number>> = {
  electronics: 1,
  documents: 1,
  cash: 2,
  foreign_currency: 2,
  precious_metals: 2,
};

async function listCases({ trx }: CommandContext, courtId: number): Promise<SampleCase[]> {
  const nobody = { search: null, handlerId: null, personId: null, departmentId: null, stage: null };
  const filter = { courtId, reach: ANYBODY, ...nobody, state: 'all', after: null, limit: CASES_MAX } as const;
  const rows = await listCaseRows(trx, filter);
  return rows.map(
    ({ id, number, acceptedOn, effectiveOn, handlerId, handler, departmentId, department }) => ({
      ...{ id, number, acceptedOn, effectiveOn },
      handler: { id: handlerId, name: handler, departmentId, department },
    }),
  );
}

async function listShelves(
  { trx }: CommandContext,
  courtId: number,
  rooms: SampleStructure['propertyRooms'],
): Promise<SampleShelf[][]> {
  const shelves: SampleShelf[][] = [];
  for (const { path } of rooms) {
    const search = { parentId: undefined, words: [`${path} /`], code: null, includeClosed: false };
    const rows = await listPlaceRows(trx, { courtId, ...search, after: null, limit: SHELVES_MAX });
    shelves.push(
      rows.filter(({ kind }) => kind === 'shelf').map(({ id, path: shelf }) => ({ id, path: shelf })),
    );
  }
  return shelves;
}

function actorOf(command: CommandContext, person: { readonly id: string; readonly name: string }) {
  return { ...command.actor, personId: person.id, personName: person.name, departmentName: null };
}

/** The book of a case: every step of its items in the order of time, each recorded when it happened. */
function chainCase(
  command: CommandContext,
  book: BookHead,
  items: readonly NumberedItem[],
  keeping: SampleKeeping,
): Map<SimulatedStep, ChainedEntry> {
  const steps = items
    .flatMap((item) => item.steps.map((step, index) => ({ item, step, previous: item.steps[index - 1] })))
    .sort((a, b) => a.step.at.getTime() - b.step.at.getTime());
  const entries = new Map<SimulatedStep, ChainedEntry>();
  let head = { sequence: book.lastSequence, hash: book.lastHash };
  for (const { item, step, previous } of steps) {
    const { id, code, number, card } = item;
    const { at, by, transition, quantity, before, after } = step;
    const names = { place: step.place, holder: step.holder };
    const position = {
      status: before?.state ?? null,
      ...{ departmentId: null, department: null },
      holderId: before?.holderId ?? null,
      holder: previous?.holder ?? null,
      placeId: before?.placeId ?? null,
      place: previous?.place ?? null,
    };
    const happening = happeningOf(
      {
        book,
        item: { id, code, number, name: card.name },
        ...{ transition, quantity, after, names },
        details: detailsOf(transition, code),
        before: before === null ? null : { standing: before, position },
      },
      {
        occurredAt: at,
        secondPerson: by !== 'custodian' ? null : transition === 'deposit' ? keeping.finance : keeping.second,
        counterparty: null,
        basis: basisOf(transition, code, card.listNumber),
        note: null,
      },
    );
    const person = by === 'custodian' ? keeping.custodian : keeping.handler;
    const entry = chainEntry({ now: at, actor: actorOf(command, person) }, happening, head);
    head = { sequence: entry.sequence, hash: entry.hash };
    entries.set(step, entry);
  }
  return entries;
}

function rowOf(
  item: NumberedItem,
  all: readonly NumberedItem[],
  {
    caseId,
    bookId,
    entries,
  }: { caseId: string; bookId: string; entries: ReadonlyMap<SimulatedStep, ChainedEntry> },
): NewItem | null {
  const last = item.steps.at(-1);
  if (!last) return null;
  const since = item.steps.findLast(({ before, after }) => before?.state !== after.state) ?? last;
  const { id, code, number, card, parent } = item;
  return {
    ...{ id, code, number, card, caseId, bookId },
    standing: last.after,
    holder: last.holder,
    stateSince: since.at,
    lastSequence: entries.get(last)?.sequence ?? 0,
    lastOccurredAt: last.at,
    parentItemId: parent === null ? null : (all[parent]?.id ?? null),
    priorItemId: null,
  };
}

function sealsOf(item: NumberedItem, keeping: SampleKeeping): NewSeal[] {
  return item.steps.flatMap(({ before, after, at }) =>
    after.sealNumber === null || after.sealNumber === before?.sealNumber
      ? []
      : [
          {
            ...{ id: newId(), itemId: item.id, number: after.sealNumber, sealedAt: at, witness: null },
            ...{ sealedByName: keeping.custodian.name, secondPersonName: keeping.second.name },
          },
        ],
  );
}

function depositsOf(
  { id, code, steps }: NumberedItem,
  entries: ReadonlyMap<SimulatedStep, ChainedEntry>,
): SampleDeposit[] {
  return steps.flatMap((step) => {
    if (step.transition !== 'deposit') return [];
    const { at, quantity, after } = step;
    const amountMinor = minorUnitsOf(quantity, after.unit) ?? 0;
    const sequence = entries.get(step)?.sequence ?? 0;
    return [{ itemId: id, sequence, currency: after.unit, amountMinor, slipNumber: slipOf(code), at }];
  });
}

async function simulateCase(
  command: CommandContext,
  random: Random,
  keeping: SampleKeeping,
  one: SampleCase,
  input: {
    readonly courtId: number;
    readonly count: number;
    readonly people: ReleasePeople;
    readonly mayBeFinished: boolean;
    readonly hasJudgments: boolean;
  },
): Promise<WrittenCase> {
  const { courtId, count, people } = input;
  const { now, hashAlgorithm } = command;
  const effective = one.effectiveOn === null ? null : startOfShanghaiDay(one.effectiveOn);
  const judgedOn = input.hasJudgments && effective !== null && effective < now ? effective : null;
  const since = startOfShanghaiDay(one.acceptedOn);
  const isFinished = input.mayBeFinished && judgedOn !== null;
  const drawn = simulateItems(random, keeping, { count, since, now, judgedOn, isFinished });
  const subjectIds = drawn.map(() => newId());
  const codes = await issueItemCodes(command, { courtId, kind: 'S', subjectIds });
  const numbered = drawn.map((item, index) => ({
    ...item,
    id: subjectIds[index] ?? '',
    code: codes[index] ?? '',
    number: index + 1,
  }));
  const book = openBook({ courtId, kind: 'case', subjectId: one.id, hashAlgorithm });
  const entries = chainCase(command, book, numbered, keeping);
  const written = { caseId: one.id, bookId: book.id, entries };
  return {
    book,
    entries: [...entries.values()],
    items: numbered.flatMap((item) => rowOf(item, numbered, written) ?? []),
    seals: numbered.flatMap((item) => sealsOf(item, keeping)),
    deposits: numbered.flatMap((item) => depositsOf(item, entries)),
    releases: numbered.flatMap((item) => sampleReleaseOf(random, item, people, one.number) ?? []),
  };
}

/** About so many items in the cases of the court, in every state. Answers how many items and entries were written. */
export async function addSampleItems(
  command: CommandContext,
  random: Random,
  structure: SampleStructure,
  { items: count, hasJudgments }: { readonly items: number; readonly hasJudgments: boolean },
): Promise<{ itemCount: number; entryCount: number }> {
  const { courtId } = structure.world;
  const cases = await listCases(command, courtId);
  const shelves = await listShelves(command, courtId, structure.propertyRooms);
  const [custodian, second] = structure.custodians;
  if (!custodian || !second || cases.length === 0) return { itemCount: 0, entryCount: 0 };
  const shelfFor: SampleKeeping['shelfFor'] = (draw, { category }) =>
    draw.pick(shelves[ROOM_OF[category] ?? 0] ?? shelves[0] ?? []);
  const releases: SampleRelease[] = [];
  let itemCount = 0;
  let entryCount = 0;
  let sealCount = 0;
  const nextSeal: SampleKeeping['nextSeal'] = (at) => {
    sealCount += 1;
    return `F${at.getUTCFullYear()}-${String(sealCount).padStart(6, '0')}`;
  };
  const deposits: SampleDeposit[] = [];
  const ownable: OwnableItem[] = [];
  for (const [index, one] of cases.entries()) {
    const mayBeFinished = index % FINISHED_EACH === 0;
    const share = Math.max(1, Math.round((count / cases.length) * (0.4 + random.next() * 1.2)));
    const people = releasePeopleOf(structure, one, command.now);
    const post = { custodian, second, finance: structure.bookkeeper };
    const keeping = { ...post, handler: one.handler, shelfFor, nextSeal };
    const written = await simulateCase(command, random, keeping, one, {
      ...{ courtId, people, mayBeFinished, hasJudgments },
      count: mayBeFinished ? Math.min(share, FINISHED_ITEMS_MAX) : share,
    });
    await sendTogether(command.trx, openBooks(command, [written.book], written.entries));
    await insertItems(command.trx, courtId, command.now, written.items);
    await insertSeals(command.trx, courtId, written.seals);
    releases.push(...written.releases);
    deposits.push(...written.deposits);
    ownable.push(...ownableOf(written.items, one));
    itemCount += written.items.length;
    entryCount += written.entries.length;
    await nextTurn();
  }
  await insertSampleReleases(command.trx, courtId, numberReleases(releases));
  await addSampleDeposits(command, courtId, deposits, { custodian, finance: structure.bookkeeper });
  await addSampleOwners(command, random, courtId, ownable);
  return { itemCount, entryCount };
}
