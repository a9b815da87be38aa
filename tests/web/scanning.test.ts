import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { issueCodeBatchEndpoint } from '../../src/modules/item-codes/code-batches.contract.ts';
import { formatItemCode, groupItemCode } from '../../src/modules/item-codes/item-code.ts';
import { createPrintJobEndpoint } from '../../src/modules/labels/print-jobs.contract.ts';
import { bodyOf } from '../support/answers.ts';
import {
  expectNoSeriousFindings,
  expectNoSidewaysScrolling,
  openAt,
  PHONE,
  startWebTest,
  type WebTest,
  sendByWedge,
} from '../support/browser.ts';
import { fakeCameraArguments, writeCameraVideo } from '../support/fake-camera.ts';
import { buildCourt, buildPerson, TEST_PASSWORD, type TestPerson } from '../support/people.ts';

interface Asset {
  readonly id: string;
  readonly code: string;
}

interface Position {
  readonly status: string;
  readonly place: { readonly path: string } | null;
  readonly holder: { readonly name: string } | null;
}

/** The fake camera shows each of its four codes once in this time. */
const ROUND_MS = 25_000;

let folder: string;
let test: WebTest;
let equipment: TestPerson;
let staff: TestPerson;
let stranger: TestPerson;
let building: { id: string; code: string };
let room: { id: string; code: string };

async function addPlace(parentId: string | null, kind: string, name: string) {
  const added = await equipment.agent.post('/api/places').send({ parentId, kind, name }).expect(200);
  // why: the endpoint's own schema says so.
  return added.body as { id: string; code: string };
}

async function addAssets(name: string, copies = 1, more: object = {}): Promise<Asset[]> {
  const card = {
    ...{ name, classCode: 'A02020600', acquisitionMethod: 'purchase', acquiredOn: '2026-01-05' },
    originalValueFen: 120_000,
    ...more,
  };
  const body = { card, copies, placeId: building.id, departmentId: equipment.departmentId };
  const answer = await equipment.agent.post('/api/fixed-assets').send(body).expect(200);
  // why: the endpoint's own schema says so.
  return (answer.body as { assets: Asset[] }).assets;
}

async function addAsset(name: string): Promise<Asset> {
  const [asset] = await addAssets(name);
  if (asset === undefined) throw new Error('nothing was stocked in');
  return asset;
}

async function positionOf({ id }: Asset): Promise<Position> {
  const answer = await equipment.agent.get(`/api/fixed-assets/${id}`).expect(200);
  // why: the endpoint's own schema says so.
  return answer.body as Position;
}

/** Two neighbours that differ change places: the check digits always show it. */
function swapNeighbours(code: string): string {
  const at = [...code].findIndex((character, index) => index > 7 && character !== code[index + 1]);
  return `${code.slice(0, at)}${code[at + 1] ?? ''}${code[at] ?? ''}${code.slice(at + 2)}`;
}

async function typeCode(page: Page, text: string): Promise<void> {
  await page.getByLabel('扫码或输入编码').fill(text);
  await page.getByLabel('扫码或输入编码').press('Enter');
}

const card = (page: Page) => page.locator('.cc-answer');
const line = (page: Page, name: string | RegExp) =>
  page.locator('.cc-scan-lines li').filter({ hasText: name });

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'court-custody-camera-'));
  test = await startWebTest({}, fakeCameraArguments(path.join(folder, 'camera.y4m')));
  const court = await buildCourt(test);
  equipment = await buildPerson(test, { court, role: 'equipment_admin' });
  staff = await buildPerson(test, { court, name: '赵敏' });
  stranger = await buildPerson(test, { court: await buildCourt(test), role: 'equipment_admin' });
  building = await addPlace(null, 'building', '审判楼');
  room = await addPlace(building.id, 'room', '916 室');
});
afterEach(() => test.closePages());
afterAll(async () => {
  await test.close();
  await rm(folder, { recursive: true, force: true });
});

describe('the camera', () => {
  it('reads a QR code, a scratched one, a Code 128 and a Data Matrix, and is let go with the page', async () => {
    const [first, second] = [await addAsset('摄像头甲'), await addAsset('摄像头乙')];
    const scratched = await addAsset('摄像头丙');
    await writeCameraVideo(path.join(folder, 'camera.y4m'), [
      { symbology: 'qrcode', text: `${test.origin}/c/${first.code}`, seconds: 3 },
      { symbology: null, text: '', seconds: 2 },
      { symbology: 'code128', text: second.code, seconds: 3 },
      { symbology: null, text: '', seconds: 2 },
      { symbology: 'datamatrix', text: room.code, seconds: 3 },
      { symbology: null, text: '', seconds: 2 },
      { symbology: 'qrcode', text: `${test.origin}/c/${scratched.code}`, seconds: 3, isScratched: true },
      { symbology: null, text: '', seconds: 2 },
    ]);
    const page = await test.openPage({ as: equipment, viewport: PHONE });
    await openAt(page, '/scan');
    await page.getByRole('button', { name: '打开摄像头' }).click();
    for (const name of ['摄像头甲', '摄像头乙', '916 室', '摄像头丙'])
      await card(page).getByRole('heading', { name }).waitFor({ timeout: ROUND_MS });
    await expectNoSeriousFindings(page);
    await expectNoSidewaysScrolling(page);
    const track = await page.evaluateHandle(() => {
      const { srcObject } = document.querySelector('video') ?? {};
      return srcObject instanceof MediaStream ? srcObject.getTracks()[0] : undefined;
    });
    expect(await track.evaluate((one) => one?.readyState)).toBe('live');
    await page.getByRole('button', { name: '关闭摄像头' }).click();
    await page.locator('video').waitFor({ state: 'detached' });
    expect(await track.evaluate((one) => one?.readyState)).toBe('ended');
  });

  it('offers light, zoom and the choice of camera, and lets go while another tab is in front', async () => {
    const page = await test.openPage({ as: equipment, viewport: PHONE });
    await page.addInitScript(() => {
      // why: Chromium's fake camera has one lens, no light and no zoom; what is asked of it is noted on the page.
      const note = (asked: unknown) => {
        document.documentElement.dataset['asked'] = JSON.stringify(asked);
      };
      const set = (on: object, name: string, value: unknown) =>
        Object.defineProperty(on, name, { value, configurable: true });
      const { mediaDevices } = navigator;
      const open = mediaDevices.getUserMedia.bind(mediaDevices);
      const lens = (deviceId: string, label: string) => ({ kind: 'videoinput', deviceId, label });
      set(mediaDevices, 'enumerateDevices', () =>
        Promise.resolve([lens('wide', '后置广角'), lens('far', '后置长焦')]),
      );
      set(mediaDevices, 'getUserMedia', (wanted: MediaStreamConstraints) => {
        note(wanted.video);
        return open({ video: true });
      });
      const track = MediaStreamTrack.prototype;
      set(track, 'getSettings', () => ({ deviceId: 'wide' }));
      set(track, 'getCapabilities', () => ({ torch: true, zoom: { min: 1, max: 5, step: 0.5 } }));
      set(track, 'applyConstraints', (wanted: MediaTrackConstraints) => {
        note(wanted.advanced);
        return Promise.resolve();
      });
    });
    await openAt(page, '/scan');
    await page.getByRole('button', { name: '打开摄像头' }).click();
    const asked = (text: string) =>
      page.locator(`html[data-asked*='${text}']`).waitFor({ state: 'attached' });
    await page.getByRole('button', { name: '照明', pressed: false }).click();
    await page.getByRole('button', { name: '照明', pressed: true }).waitFor();
    await asked('[{"torch":true}]');
    await page.getByRole('slider', { name: '变焦' }).press('ArrowRight');
    await asked('[{"zoom":1.5}]');
    await expectNoSeriousFindings(page);
    await expectNoSidewaysScrolling(page);
    await page.getByRole('combobox', { name: '选择摄像头' }).click();
    await page.getByTitle('后置长焦').click();
    await asked('"deviceId":{"exact":"far"}');
    await page.locator('.cc-camera-picture[data-live="true"]').waitFor();
    const trackOf = () =>
      page.evaluateHandle(() => {
        const { srcObject } = document.querySelector('video') ?? {};
        return srcObject instanceof MediaStream ? srcObject.getTracks()[0] : undefined;
      });
    const track = await trackOf();
    const turnAway = (hidden: boolean) =>
      page.evaluate((value) => {
        Object.defineProperty(document, 'hidden', { value, configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));
      }, hidden);
    await turnAway(true);
    await page.locator('.cc-camera-picture[data-live="false"]').waitFor();
    expect(await track.evaluate((one) => one?.readyState)).toBe('ended');
    await turnAway(false);
    await page.locator('.cc-camera-picture[data-live="true"]').waitFor();
    expect(await (await trackOf()).evaluate((one) => one?.readyState)).toBe('live');
  });

  it.each([
    ['NotAllowedError', '没有摄像头权限', '请在浏览器地址栏旁的权限设置中允许摄像头'],
    ['NotFoundError', '没有找到摄像头', '请接好摄像头再重新打开'],
    ['NotReadableError', '摄像头被其他程序占用', '请关闭正在使用摄像头的程序'],
  ])('says what to do on %s', async (error, said, next) => {
    const page = await test.openPage({ as: equipment, viewport: PHONE });
    await page.addInitScript((name) => {
      // why: the fake camera of Chromium is always there and always allowed.
      navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', name));
    }, error);
    await openAt(page, '/scan');
    await page.getByRole('button', { name: '打开摄像头' }).click();
    const trouble = page.getByRole('alert').filter({ hasText: said });
    await trouble.getByText(next).waitFor();
    await trouble.getByRole('button', { name: '重新打开' }).waitFor();
  });

  it('asks for HTTPS where the browser hides the camera', async () => {
    const page = await test.openPage({ as: equipment, viewport: PHONE });
    await page.addInitScript(() => {
      // why: every address of this machine counts as secure.
      Object.defineProperty(window, 'isSecureContext', { value: false });
    });
    await openAt(page, '/scan');
    await page.getByRole('button', { name: '打开摄像头' }).click();
    await page.getByText('请改用 https:// 开头的网址').waitFor();
    await expectNoSeriousFindings(page);
  });
});

describe('the scan page', () => {
  it('says what a thing is, where it should be, and leads to what may be done', async () => {
    const asset = await addAsset('激光打印机');
    const page = await test.openPage({ as: equipment });
    await openAt(page, '/scan');
    await sendByWedge(page, asset.code);
    await card(page).getByRole('heading', { name: '激光打印机' }).waitFor();
    await card(page).getByText('审判楼').waitFor();
    await expectNoSeriousFindings(page);
    await card(page).getByRole('link', { name: '领用', exact: true }).click();
    await page.getByRole('dialog', { name: '领用' }).getByText('激光打印机').first().waitFor();
  });

  it('catches a wrong check digit on the device and offers what may be meant, none chosen', async () => {
    const asset = await addAsset('碎纸机');
    const slip = swapNeighbours(asset.code);
    const page = await test.openPage({ as: equipment, viewport: PHONE });
    await openAt(page, '/scan');
    const offered = page.getByRole('button', { name: new RegExp(groupItemCode(asset.code)) });
    await page.context().setOffline(true);
    await typeCode(page, slip);
    await card(page).getByText('校验位不符').waitFor();
    await offered.waitFor();
    await page.context().setOffline(false);
    await typeCode(page, slip);
    await offered.getByText('碎纸机').waitFor();
    expect(await card(page).getByRole('heading', { name: '碎纸机' }).count()).toBe(0);
    await expectNoSeriousFindings(page);
    await offered.click();
    await card(page).getByRole('heading', { name: '碎纸机' }).waitFor();
  });

  it('gives every other code an answer of its own and keeps them in the order of scanning', async () => {
    const asset = await addAsset('别院的保险柜');
    const { divisionNumber } = stranger.court;
    const neverIssued = formatItemCode({ kind: 'A', divisionNumber, serial: 9_000_001 });
    const page = await test.openPage({ as: stranger, viewport: PHONE });
    await openAt(page, '/scan');
    await typeCode(page, asset.code);
    await card(page).getByText('其他法院的编码').waitFor();
    expect(await page.getByText('别院的保险柜').count()).toBe(0);
    await typeCode(page, neverIssued);
    await card(page).getByText('从未发放').waitFor();
    await typeCode(page, '6901234567892');
    await card(page).getByText('厂商的商品条码').waitFor();
    await typeCode(page, '没有这样的号码');
    await card(page).getByText('没有找到').waitFor();
    await page.reload();
    const past = page.locator('.cc-past li');
    await past.nth(3).waitFor();
    expect(await past.nth(0).innerText()).toContain('没有这样的号码');
    expect(await past.nth(3).innerText()).toContain(asset.code);
    await expectNoSeriousFindings(page);
    await expectNoSidewaysScrolling(page);
  });

  it('tells blank, void and replaced labels and a number of several things apart', async () => {
    const { agent } = equipment;
    const made = await agent.post('/api/code-batches').send({ kind: 'A', count: 2, note: '现场补贴' });
    const batch = bodyOf(issueCodeBatchEndpoint, made);
    const voiding = { what: { which: 'codes', codes: [batch.lastCode] }, reason: '标签撕损' };
    await agent.post(`/api/code-batches/${batch.id}/void`).send(voiding).expect(200);
    await addAssets('会议桌', 2, { oldNumber1: 'ZC-0088' });
    const asset = await addAsset('换过标签的柜子');
    for (const choice of [{ purpose: 'first' }, { purpose: 'replacement', replacementReason: 'damaged' }]) {
      const selection = { kind: 'A', ids: [asset.id] };
      const body = { selection, templateKey: 'asset-70x40', ...choice };
      const { job } = bodyOf(createPrintJobEndpoint, await agent.post('/api/print-jobs').send(body));
      await agent.post(`/api/print-jobs/${job?.id}/confirm`).send({}).expect(200);
    }
    const page = await test.openPage({ as: equipment, viewport: PHONE });
    await openAt(page, '/scan');
    await typeCode(page, batch.lastCode);
    await card(page).getByText('标签撕损').waitFor();
    await typeCode(page, 'zc-0088');
    await card(page)
      .getByRole('link', { name: /会议桌/ })
      .nth(1)
      .waitFor();
    await typeCode(page, `${asset.code}-1`);
    await card(page).getByRole('heading', { name: '换过标签的柜子' }).waitFor();
    await card(page).getByText('请撕下旧标签').waitFor();
    await typeCode(page, `${asset.code}-2`);
    await card(page).getByText('请撕下旧标签').waitFor({ state: 'detached' });
    await typeCode(page, batch.firstCode);
    await card(page).getByText('现场补贴').waitFor();
    await expectNoSeriousFindings(page);
    await card(page).getByRole('link', { name: '绑定标签' }).click();
    await page.getByRole('status').getByText('标签已扫，请扫实物').waitFor();
    expect(new URL(page.url()).search).toBe('');
  });

  it('opens from the bottom bar and from beside the scan box of a phone', async () => {
    const page = await test.openPage({ as: equipment, viewport: PHONE });
    await openAt(page, '/');
    await page.getByRole('link', { name: '用摄像头扫码' }).click();
    await page.getByRole('heading', { name: '扫码', level: 1 }).waitFor();
    await openAt(page, '/');
    await page.getByRole('link', { name: '扫码', exact: true }).click();
    await page.getByRole('heading', { name: '扫码', level: 1 }).waitFor();
  });
});

describe('the link on a label', () => {
  it('shows nothing without sign-in, then comes back to the thing', async () => {
    const asset = await addAsset('保密柜');
    const page = await test.openPage();
    const bodies: string[] = [];
    page.on('response', (response) => {
      const { pathname } = new URL(response.url());
      if (pathname.startsWith('/api/')) bodies.push(`${pathname} ${response.status()}`);
    });
    await openAt(page, `/c/${asset.code}`);
    await page.getByLabel('用户名').waitFor();
    expect(await page.content()).not.toContain('保密柜');
    expect(bodies.filter((answer) => answer.endsWith(' 200'))).toEqual([]);
    await page.getByLabel('用户名').fill(equipment.username);
    await page.getByLabel('密码', { exact: true }).fill(TEST_PASSWORD);
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByRole('heading', { name: '保密柜', level: 1 }).waitFor();
    expect(new URL(page.url()).pathname).toBe(`/assets/${asset.id}`);
  });

  it('opens a place, and the answer of the scan page where there is no thing', async () => {
    const page = await test.openPage({ as: equipment });
    await page.goto(`/C/${room.code}`);
    await page.waitForURL((url) => url.pathname === `/places/${room.id}`);
    const slip = swapNeighbours(room.code);
    await page.goto(`/c/${slip}`);
    await card(page).getByText('校验位不符').waitFor();
    expect(new URL(page.url()).pathname).toBe('/scan');
  });
});

describe('scanning in series', () => {
  it('moves things to a place: duplicates, unknown codes, undo, reload, one confirmation', async () => {
    const [first, second, third] = await addAssets('档案柜', 3);
    if (first === undefined || second === undefined || third === undefined) throw new Error('three');
    const page = await test.openPage({ as: equipment, viewport: PHONE });
    await openAt(page, '/scan/serial');
    for (const code of [room.code, first.code, second.code, third.code, second.code])
      await typeCode(page, code);
    await page.getByText('审判楼 / 916 室').first().waitFor();
    await line(page, '重复扫码，不另计').waitFor();
    await typeCode(page, 'QZ-777777');
    await line(page, 'QZ-777777').getByText('没有找到').waitFor();
    await page.getByText('已扫 3 件').waitFor();
    await line(page, groupItemCode(third.code)).getByRole('button', { name: /撤销/ }).click();
    await page.getByText('已扫 2 件').waitFor();
    await expectNoSeriousFindings(page);
    await page.reload();
    await page.getByText('已扫 2 件').waitFor();
    await expectNoSidewaysScrolling(page);
    await page.getByRole('button', { name: '把 2 件移到 审判楼 / 916 室' }).click();
    await page.getByText('已把 2 件移到 审判楼 / 916 室').first().waitFor();
    expect((await positionOf(first)).place?.path).toBe('审判楼 / 916 室');
    expect((await positionOf(second)).place?.path).toBe('审判楼 / 916 室');
    expect((await positionOf(third)).place?.path).toBe('审判楼');
    expect(await page.locator('.cc-scan-lines li').count()).toBe(0);
  });

  it('issues to the person whose badge was scanned, and asks before the destination changes', async () => {
    const [first, second] = await addAssets('笔记本计算机', 2);
    if (first === undefined || second === undefined) throw new Error('two');
    const page = await test.openPage({ as: equipment });
    await openAt(page, '/scan/serial');
    await sendByWedge(page, staff.badgeCode ?? '');
    await page.getByText('发给', { exact: true }).waitFor();
    await sendByWedge(page, first.code);
    await page.getByText('已扫 1 件').waitFor();
    await sendByWedge(page, room.code);
    const question = page.getByRole('alertdialog', { name: '更换去处' });
    await question.waitFor();
    await sendByWedge(page, second.code);
    await line(page, second.code).getByText('正在查询').waitFor();
    await expectNoSeriousFindings(page);
    await question.getByRole('button', { name: '不换，仍是 赵敏' }).click();
    await page.getByText('已扫 2 件').waitFor();
    await page.getByRole('button', { name: '把 2 件发给 赵敏' }).click();
    await page.getByText('已把 2 件发给 赵敏，等待签收').first().waitFor();
    expect(await positionOf(first)).toMatchObject({ status: 'in_use', holder: { name: '赵敏' } });
    expect(await positionOf(second)).toMatchObject({ status: 'in_use', holder: { name: '赵敏' } });
    await sendByWedge(page, first.code);
    await line(page, '笔记本计算机').getByText('不能办理').waitFor();
    await page.getByText('已扫 0 件').waitFor();

    const signed = await addAsset('执法记录仪');
    await staff.agent
      .put('/api/session/pin')
      .send({ currentPassword: TEST_PASSWORD, pin: '190283' })
      .expect(200);
    await sendByWedge(page, signed.code);
    await page.getByText('已扫 1 件').waitFor();
    await page.getByRole('button', { name: '当场签收' }).click();
    const form = page.getByRole('dialog', { name: '领用' });
    await form.getByLabel(/赵敏.*确认码/).fill('190283');
    await form.getByRole('button', { name: '领用', exact: true }).click();
    await page.getByText('已办理领用 1 件').first().waitFor();
    await page.getByText('已扫 0 件').waitFor();
    const receipts = await staff.agent.get('/api/my/receipts').expect(200);
    expect(JSON.stringify(receipts.body)).not.toContain(signed.code);
  });

  it('takes scans over a lost connection and asks about them when it is back', async () => {
    const asset = await addAsset('投影仪');
    const page = await test.openPage({ as: equipment });
    await openAt(page, '/scan/serial');
    await sendByWedge(page, room.code);
    await page.getByText('审判楼 / 916 室').first().waitFor();
    await page.context().setOffline(true);
    await sendByWedge(page, asset.code);
    await line(page, asset.code).getByText('连接中断').waitFor();
    await page.context().setOffline(false);
    await line(page, '投影仪').waitFor();
    await page.getByText('已扫 1 件').waitFor();
  });

  it('says on the line which thing the server would refuse, and writes none of them', async () => {
    const [mine, other] = [await addAsset('在位物品'), await addAsset('同行物品')];
    const move = { assetIds: [mine.id], placeId: room.id };
    await equipment.agent.post('/api/fixed-assets/relocate').send(move).expect(200);
    const page = await test.openPage({ as: equipment });
    await openAt(page, '/scan/serial');
    for (const code of [room.code, mine.code, other.code]) await sendByWedge(page, code);
    await page.getByText('1 件不能办理').waitFor();
    const confirm = page.getByRole('button', { name: /把 2 件移到/ });
    expect(await confirm.isDisabled()).toBe(true);
    await page.getByRole('button', { name: '去掉不能办理的 1 件' }).click();
    await page.getByRole('button', { name: /把 1 件移到/ }).click();
    await page.getByText('已把 1 件移到 审判楼 / 916 室').first().waitFor();
    expect((await positionOf(other)).place?.path).toBe('审判楼 / 916 室');
  });
});
