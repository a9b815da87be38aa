/** Random commands by random people on a few assets, allowed ones and such as are refused. */
import fc from 'fast-check';
import { correctCard } from '../../src/modules/fixed-assets/correct-card.ts';
import { correctEntry } from '../../src/modules/fixed-assets/correct-entry.ts';
import { recordMoves } from '../../src/modules/fixed-assets/record-moves.ts';
import { refuseReceipt } from '../../src/modules/fixed-assets/refuse-receipt.ts';
import { ASSET_MOVES, type AssetMove } from '../../src/modules/fixed-assets/rules.ts';
import { signReceipts } from '../../src/modules/fixed-assets/sign-receipts.ts';
import { cardOf, type AssetCourt } from './asset-court.ts';
import type { TestApp } from './test-app.ts';

const MOVES = (Object.keys(ASSET_MOVES) as AssetMove[]).filter((move) => ASSET_MOVES[move].from.length > 0);
const someIndex = fc.nat(99);
const target = fc.record({
  departmentId: fc.option(fc.nat(2), { nil: undefined }),
  holderId: fc.option(fc.option(fc.nat(4), { nil: null }), { nil: undefined }),
  placeId: fc.option(fc.nat(2), { nil: undefined }),
});
export type RandomStep =
  | {
      kind: 'move';
      move: AssetMove;
      assets: number[];
      target: { departmentId?: number; holderId?: number | null; placeId?: number };
      minutes: number;
    }
  | { kind: 'settle'; sign: boolean; person: number }
  | { kind: 'correctCard'; asset: number; name: string; value: number }
  | {
      kind: 'correctEntry';
      asset: number;
      sequence: number;
      place: number;
      holder: number | null;
      basis: string | null;
    };

export const randomStep: fc.Arbitrary<RandomStep> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('move' as const),
      move: fc.constantFrom(...MOVES),
      assets: fc.array(someIndex, { minLength: 1, maxLength: 3 }),
      target: target as fc.Arbitrary<{ departmentId?: number; holderId?: number | null; placeId?: number }>,
      minutes: fc.integer({ min: -5, max: 30 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('settle' as const), sign: fc.boolean(), person: fc.nat(4) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('correctCard' as const),
      asset: someIndex,
      name: fc
        .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
        .filter((text) => text.isWellFormed() && !text.includes('\u0000')),
      value: fc.nat(10_000_000),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('correctEntry' as const),
      asset: someIndex,
      sequence: fc.integer({ min: 1, max: 6 }),
      place: fc.nat(2),
      holder: fc.option(fc.nat(4), { nil: null }),
      // With a basis only that is corrected, which is allowed of any entry.
      basis: fc.option(fc.constantFrom('单 1', '单 2', '单 3'), { nil: null }),
    }),
  },
);

async function pendingOf(app: TestApp, personId: string): Promise<string[]> {
  const { rows } = await app.database.ownerPool.query<{ id: string }>(
    "select id from asset_receipts where receiver_id = $1 and state = 'pending' order by id",
    [personId],
  );
  return rows.map(({ id }) => id);
}

interface World {
  readonly app: TestApp;
  readonly court: AssetCourt;
  /** How long a minute of a step lasts. */
  readonly minuteMs?: number;
}
type StepOf<K extends RandomStep['kind']> = Extract<RandomStep, { kind: K }>;

function at<T>(items: readonly T[], index: number): T {
  const item = items[index % items.length];
  if (item === undefined) throw new Error('nothing to choose from');
  return item;
}

async function performMove(world: World, one: StepOf<'move'>, assetIds: readonly string[]): Promise<void> {
  const { app, court, minuteMs = 60_000 } = world;
  app.clock.advanceMs(Math.max(0, one.minutes) * minuteMs);
  const { departmentId, holderId, placeId } = one.target;
  await court.run((command) =>
    recordMoves(command, {
      move: one.move,
      assetIds: one.assets.map((index) => at(assetIds, index)),
      occurredAt:
        one.minutes < 0 ? new Date(command.now.getTime() + one.minutes * minuteMs).toISOString() : undefined,
      basis: null,
      note: null,
      loanDueOn: one.move === 'loan' ? '2027-01-01' : null,
      details: one.move === 'loan' ? { dueOn: '2027-01-01' } : {},
      target: {
        departmentId: departmentId === undefined ? undefined : at(court.departments, departmentId).id,
        holderId: holderId === undefined || holderId === null ? holderId : at(court.people, holderId).id,
        placeId: placeId === undefined ? undefined : at(court.places, placeId).id,
      },
    }),
  );
}

async function performSettling(
  { app, court }: World,
  one: StepOf<'settle'>,
  assetIds: readonly string[],
): Promise<void> {
  const person = at(court.people, one.person);
  const [receiptId = assetIds[0] ?? ''] = await pendingOf(app, person.id);
  const actor = court.actorOf(person, 'staff');
  if (one.sign) await court.run((command) => signReceipts(command, { receiptIds: [receiptId] }), actor);
  else await court.run((command) => refuseReceipt(command, { receiptId, reason: '不是本人' }), actor);
}

async function performCardCorrection(
  { app, court }: World,
  one: StepOf<'correctCard'>,
  assetIds: readonly string[],
): Promise<void> {
  const assetId = at(assetIds, one.asset);
  const { rows } = await app.database.ownerPool.query<{ version: number }>(
    'select version from assets where id = $1',
    [assetId],
  );
  const card = cardOf({ name: one.name, originalValueFen: one.value });
  await court.run((command) =>
    correctCard(command, { assetId, card, reason: '核对', expectedVersion: rows[0]?.version ?? 0 }),
  );
}

async function performEntryCorrection(
  { court }: World,
  one: StepOf<'correctEntry'>,
  assetIds: readonly string[],
): Promise<void> {
  const holderId = one.holder === null ? null : at(court.people, one.holder).id;
  const entry = { assetId: at(assetIds, one.asset), sequence: one.sequence, reason: '录错' };
  const corrected =
    one.basis === null ? { placeId: at(court.places, one.place).id, holderId } : { basis: one.basis };
  await court.run((command) => correctEntry(command, { ...entry, ...corrected }));
}

/** Carries out one step in the court. Throws what the command throws. */
export async function performStep(world: World, one: RandomStep, assetIds: readonly string[]): Promise<void> {
  if (one.kind === 'move') await performMove(world, one, assetIds);
  else if (one.kind === 'settle') await performSettling(world, one, assetIds);
  else if (one.kind === 'correctCard') await performCardCorrection(world, one, assetIds);
  else await performEntryCorrection(world, one, assetIds);
}
