/** A register of many different assets, made by the one writer, together with what a list of it must show. */
import type { AssetCard } from '../../src/modules/fixed-assets/asset-card.ts';
import { addAssets } from '../../src/modules/fixed-assets/add-assets.ts';
import type { AssetStatus } from '../../src/modules/fixed-assets/rules.ts';
import { addDepartments } from '../../src/modules/accounts/add-departments.ts';
import { NOWHERE, type Position } from '../../src/modules/ledger/entry.ts';
import { addPlaces } from '../../src/modules/storage/add-places.ts';
import { cardOf } from './asset-court.ts';
import { buildPerson, writeAsSystem, type TestCourt, type TestPerson } from './people.ts';
import type { TestApp } from './test-app.ts';

export interface ModelAsset {
  readonly id: string;
  readonly code: string;
  readonly card: AssetCard;
  readonly position: Position & { readonly status: AssetStatus };
  readonly loanDueOn: string | null;
  readonly updatedAtMs: number;
}

export interface RandomRegister {
  readonly court: TestCourt;
  readonly assets: readonly ModelAsset[];
  /** The first holds the second. */
  readonly departments: readonly { readonly id: string; readonly name: string }[];
  /** The first holds the second and third. */
  readonly places: readonly { readonly id: string; readonly path: string }[];
  readonly holders: readonly TestPerson[];
}

/** Numbers below `limit`, the same for the same seed. */
export function seededPicker(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * limit);
  };
}

const CLASSES = [
  ['台式计算机', 'A02010105'],
  ['便携式计算机', 'A02010108'],
  ['办公椅', 'A05010301'],
  ['会议椅', 'A05010303'],
  ['文件柜', 'A05010502'],
  ['空调机', 'A02061804'],
] as const;
const STATUSES: readonly AssetStatus[] = [
  'in_use',
  'in_use',
  'in_use',
  'in_stock',
  'idle',
  'on_loan',
  'in_repair',
];
const SUPPLIERS = ['河套商贸有限公司', '瑞丰科技', '恒达家具厂', null] as const;
const PROCUREMENT_FORMS = ['政府集中采购', '分散采购', null] as const;
const BRANDS = ['联想', '华为', 'ThinkPad', null] as const;

function randomCard(pick: (limit: number) => number, index: number): AssetCard {
  const [name, classCode] = CLASSES[pick(CLASSES.length)] ?? CLASSES[0];
  const day = String(1 + pick(28)).padStart(2, '0');
  return cardOf({
    name: pick(5) === 0 ? `${name}（备用）` : name,
    classCode,
    brand: BRANDS[pick(BRANDS.length)] ?? null,
    model: pick(2) === 0 ? `M${1000 + pick(50)}` : null,
    supplier: SUPPLIERS[pick(SUPPLIERS.length)] ?? null,
    serialNumber: pick(2) === 0 ? `SN-${String(index).padStart(4, '0')}X` : null,
    oldNumber1: pick(3) === 0 ? `TY${2010 + pick(10)}-${index}` : null,
    acquiredOn: `${2008 + pick(18)}-${String(1 + pick(12)).padStart(2, '0')}-${day}`,
    specification: pick(3) === 0 ? null : `${100 + pick(40)}×60`,
    unit: pick(2) === 0 ? '把' : '台',
    quantity: String(1 + pick(4)),
    inUseOn: pick(2) === 0 ? `${2020 + pick(6)}-03-01` : null,
    fiscalFundsFen: pick(2) === 0 ? 10_000 * pick(8) : null,
    nonFiscalFundsFen: pick(3) === 0 ? 10_000 * pick(8) : null,
    usefulLifeMonths: pick(3) === 0 ? 60 + 12 * pick(5) : null,
    voucherNumber: pick(2) === 0 ? `记-${2020 + pick(6)}-${String(pick(90)).padStart(4, '0')}` : null,
    procurementForm: PROCUREMENT_FORMS[pick(PROCUREMENT_FORMS.length)] ?? null,
    notes: pick(4) === 0 ? '随机附电源线' : null,
    // Few values, so that many rows share one and only the id orders them.
    originalValueFen: 10_000 * (1 + pick(8)),
  });
}

interface Surroundings {
  readonly departments: RandomRegister['departments'];
  readonly places: RandomRegister['places'];
  readonly holders: readonly TestPerson[];
}

function randomPosition(pick: (limit: number) => number, around: Surroundings): ModelAsset['position'] {
  const status = STATUSES[pick(STATUSES.length)] ?? 'in_use';
  const department = around.departments[pick(around.departments.length)];
  const isHeld = status === 'on_loan' || (status === 'in_use' && pick(3) > 0);
  const holder = isHeld ? around.holders[pick(around.holders.length)] : undefined;
  const place = pick(8) === 0 ? undefined : around.places[pick(around.places.length)];
  return {
    ...NOWHERE,
    status,
    departmentId: department?.id ?? null,
    department: department?.name ?? null,
    holderId: holder?.id ?? null,
    holder: holder?.name ?? null,
    placeId: place?.id ?? null,
    place: place?.path ?? null,
  };
}

async function buildSurroundings(test: TestApp, court: TestCourt): Promise<Surroundings> {
  const { departments, places } = await writeAsSystem(test, court.id, async (command) => {
    const named = (parentId: string | null, name: string) => ({ parentId, name, sortOrder: 0 });
    const [first = '', third = ''] = await addDepartments(command, court.id, [
      named(null, '审判业务'),
      named(null, '综合'),
    ]);
    const [second = ''] = await addDepartments(command, court.id, [named(first, '审判业务一庭')]);
    const site = await addPlaces(command, { parentId: null, kind: 'site', names: ['南院', '北院'] });
    const [south, north] = site.added;
    const rooms = await addPlaces(command, {
      parentId: south?.id ?? null,
      kind: 'building',
      names: ['甲楼', '乙楼'],
    });
    const all = [south, ...rooms.added, north].flatMap((place) => (place ? [place] : []));
    return {
      departments: [
        { id: first, name: '审判业务' },
        { id: second, name: '审判业务一庭' },
        { id: third, name: '综合' },
      ],
      places: all.map(({ id, path }) => ({ id, path })),
    };
  });
  const holders = [];
  for (const [index, department] of departments.entries()) {
    const name = `使用人${index + 1}`;
    holders.push(await buildPerson(test, { court, role: 'staff', departmentId: department.id, name }));
  }
  return { departments, places, holders };
}

/** `count` assets taken over at the test's clock, in several batches a minute apart. */
export async function buildRandomRegister(
  test: TestApp,
  court: TestCourt,
  { count, seed, batch = 100 }: { readonly count: number; readonly seed: number; readonly batch?: number },
): Promise<RandomRegister> {
  const pick = seededPicker(seed);
  const around = await buildSurroundings(test, court);
  const assets: ModelAsset[] = [];
  for (let start = 0; start < count; start += batch) {
    test.clock.advanceMs(60_000);
    const updatedAtMs = test.clock.now().getTime();
    const drafts = Array.from({ length: Math.min(batch, count - start) }, (_, index) => {
      const position = randomPosition(pick, around);
      const loanDueOn = position.status === 'on_loan' ? `2026-${10 + pick(3)}-15` : null;
      return { card: randomCard(pick, start + index), position, loanDueOn };
    });
    const added = await writeAsSystem(test, court.id, (command) =>
      addAssets(command, {
        courtId: court.id,
        kind: 'take_over',
        drafts: drafts.map((draft) => ({ ...draft, occurredAt: command.now, basis: null, note: null })),
      }),
    );
    for (const [index, draft] of drafts.entries()) {
      const { id = '', code = '' } = added[index] ?? {};
      assets.push({ id, code, ...draft, updatedAtMs });
    }
  }
  return { court, assets, ...around };
}
