/** A court with places, people and a few assets for tests of pages, written through the public door. */
import { buildCourt, buildDepartment, buildPerson, type TestCourt, type TestPerson } from './people.ts';
import { sendJson } from './http-json.ts';
import type { TestApp } from './test-app.ts';

export const WEB_CARD = {
  name: '台式计算机',
  classCode: 'A02010105',
  specification: '国产 8 核',
  acquisitionMethod: 'purchase',
  acquiredOn: '2025-03-05',
  originalValueFen: 499_900,
};

export interface StockedAsset {
  readonly id: string;
  readonly code: string;
}

export interface WebRegister {
  readonly court: TestCourt;
  readonly keeper: TestPerson;
  readonly judge: TestPerson;
  readonly department: { readonly id: string; readonly name: string };
  readonly storeId: string;
  readonly officeId: string;
  stockIn(copies: number, card?: object): Promise<StockedAsset[]>;
  move(name: string, assets: readonly StockedAsset[], body?: object): Promise<void>;
}

// why: the endpoint's own schema says that a place has an id.
const idOf = ({ body }: { readonly body: unknown }) => (body as { id: string }).id;

export async function buildWebRegister(test: TestApp, court?: TestCourt): Promise<WebRegister> {
  const home = court ?? (await buildCourt(test));
  const keeper = await buildPerson(test, { court: home, role: 'equipment_admin', name: '陈管理' });
  const department = await buildDepartment(test, home, '民一庭');
  const judge = await buildPerson(test, {
    court: home,
    role: 'staff',
    departmentId: department.id,
    name: '王法官',
  });
  const addPlace = async (parentId: string | null, kind: string, name: string) =>
    idOf(await keeper.agent.post('/api/places').send({ parentId, kind, name }).expect(200));
  const building = await addPlace(null, 'building', '审判楼');
  const storeId = await addPlace(building, 'room', '库房');
  const officeId = await addPlace(building, 'room', '301');
  const ids = (assets: readonly StockedAsset[]) => assets.map(({ id }) => id);
  return {
    ...{ court: home, keeper, judge, department, storeId, officeId },
    async stockIn(copies, card = {}) {
      const body = { card: { ...WEB_CARD, ...card }, copies, placeId: storeId };
      return (await sendJson<{ assets: StockedAsset[] }>(keeper, 'post', '/fixed-assets', body)).assets;
    },
    async move(name, assets, body = {}) {
      await sendJson(keeper, 'post', `/fixed-assets/${name}`, { assetIds: ids(assets), ...body });
    },
  };
}
