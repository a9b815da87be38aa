/** Two things with the same label (situation 24): told apart by where a label is scanned, and hardly made at all. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { resolveScan } from '../../src/modules/item-codes/scan.contract.ts';
import { readItemEndpoint } from '../../src/modules/seized-items/items.contract.ts';
import type { CreatedPrintJob } from '../../src/modules/labels/print-jobs.contract.ts';
import {
  findSightingDoubt,
  type SightingGrounds,
} from '../../src/modules/seized-items/sightings/sighting.rules.ts';
import { bodyOf, refusedBodyOf } from '../support/answers.ts';
import { travelTo } from '../support/http-json.ts';
import type { TestPerson } from '../support/people.ts';
import { buildReleaseCourt, type ReleaseCourt } from '../support/release-court.ts';
import { listLine } from '../support/seized-court.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';

describe('a label where it was scanned', () => {
  const here = { id: 'a', name: '一号库房' };
  const there = { id: 'b', name: '二号库房' };
  const last = { roomId: 'b', roomName: there.name, byName: '保管员丙', at: '2026-11-23 09:00' };
  const plain: SightingGrounds = {
    ...{ state: 'in_store', with: null, room: here, scannedIn: here },
    ...{ containerSeal: null, lastDoubtful: null },
  };

  it.each<[string, Partial<SightingGrounds>, string | undefined]>([
    ['in its room', {}, undefined],
    ['at a desk', { scannedIn: null }, undefined],
    ['carried, in any room', { room: null, scannedIn: there }, undefined],
    ['in another room', { scannedIn: there }, 'lies_elsewhere'],
    ['in its room, after it was seen in another', { lastDoubtful: last }, 'seen_elsewhere'],
    ['at a desk, after it was seen in another', { lastDoubtful: last, scannedIn: null }, 'seen_elsewhere'],
    ['where it was seen before', { room: null, scannedIn: there, lastDoubtful: last }, undefined],
    ['in a sealed box', { containerSeal: 'F-1' }, 'in_sealed_box'],
    ['lent, in a room', { state: 'on_loan', room: null, with: '第一法庭' }, 'is_out'],
    ['lent, in the courtroom', { state: 'on_loan', room: null, scannedIn: null }, undefined],
    [
      'lent, in a room where it was seen',
      { state: 'on_loan', scannedIn: there, room: null, lastDoubtful: last },
      'is_out',
    ],
    ['lent, in a room after another', { state: 'on_loan', room: null, lastDoubtful: last }, 'out_and_seen'],
    [
      'lent, at a desk after a room',
      { state: 'on_loan', room: null, scannedIn: null, lastDoubtful: last },
      'out_and_seen',
    ],
    ['with its keeper, in a room', { state: 'kept_elsewhere', room: null, with: '粮库' }, 'is_out'],
    ['destroyed', { state: 'destroyed', room: null }, 'gone'],
    ['returned, at a desk', { state: 'returned', room: null, scannedIn: null }, 'gone'],
    ['split up: its packaging is still there', { state: 'split_up', room: null }, undefined],
    ['under investigation', { state: 'under_investigation', scannedIn: there }, undefined],
  ])('%s', (_where, change, doubt) => {
    expect(findSightingDoubt({ ...plain, ...change })?.key).toBe(doubt);
  });
});

describe('labels of seized items', () => {
  let app: TestApp;
  let court: ReleaseCourt;
  let other: TestPerson;
  let secondRoom: string;
  beforeAll(async () => {
    app = await createTestApp();
    court = await buildReleaseCourt(app);
    other = court.custodians[2];
    secondRoom = await court.addRoom('二号库房');
    await court.appoint(secondRoom, other);
    await court.enter(secondRoom, [other]);
  });
  afterAll(() => app.close());

  const scan = async (text: string, as: TestPerson = court.custodian) => {
    const answer = bodyOf(resolveScan, await as.agent.get(`/api/scan?text=${text}`).expect(200));
    if (answer.outcome !== 'thing') throw new Error(answer.outcome);
    return answer;
  };

  async function print(id: string, more: object, status = 200): Promise<string> {
    const answer = await court.custodian.agent
      .post('/api/print-jobs')
      .send({ selection: { kind: 'S', ids: [id] }, templateKey: 'seized-item-70x50', ...more })
      .expect(status);
    if (status !== 200) return refusedBodyOf(answer).problems[0]?.code ?? '';
    const { job } = answer.body as CreatedPrintJob;
    await step(job?.id ?? '', 'confirm');
    return 'printed';
  }

  const step = (jobId: string, name: string, body: object = {}) =>
    court.custodian.agent.post(`/api/print-jobs/${jobId}/${name}`).send(body).expect(200);

  async function makeJob(id: string, more: object): Promise<string> {
    const answer = await court.custodian.agent
      .post('/api/print-jobs')
      .send({ selection: { kind: 'S', ids: [id] }, templateKey: 'seized-item-70x50', ...more })
      .expect(200);
    return (answer.body as CreatedPrintJob).job?.id ?? '';
  }

  async function identify(id: string): Promise<void> {
    await travelTo(app, new Date(app.clock.now().getTime() + 60_000).toISOString());
    await court.custodian.agent
      .post(`/api/seized-items/${id}/identify`)
      .send({
        ...{ recognisedBy: '与照片一致', compared: ['name', 'features', 'photo'] },
        secondPerson: court.secondPerson(),
      })
      .expect(200);
  }

  async function labelled(name: string): Promise<{ id: string; label: string; code: string }> {
    const [id = ''] = await court.receive([listLine({ name })]);
    await print(id, { purpose: 'first' });
    const { code } = await court.read(id);
    return { id, code, label: `${code}-1` };
  }

  const record = async (id: string, as = court.custodian) =>
    as.agent.post(`/api/seized-items/${id}/sightings`).send({ labelVersion: '1' }).expect(200);

  it('situation 24: a label in a room where the item does not lie stops everything but the report of an incident', async () => {
    const { id, code, label } = await labelled('移动硬盘');
    expect(await scan(label)).toMatchObject({ doubt: null, label: { state: 'current' } });
    const found = await scan(label, other);
    expect(found).toMatchObject({
      doubt: { key: 'lies_elsewhere', stops: true },
      actions: [{ key: 'report_incident' }],
      zh: expect.stringContaining('二号库房') as unknown,
    });
    expect((await scan(code, other)).doubt).toBeNull();
    expect((await record(id, other)).body).toEqual({ isRecorded: true });
  });

  it('the custodian of another room is offered nothing that would be refused for the room', async () => {
    const { id, code } = await labelled('文件柜');
    const handsOn = ['relocate', 'carry_out', 'reseal', 'unseal'];
    const offeredTo = async (person: TestPerson) => {
      const answer = await person.agent.get(`/api/seized-items/${id}`).expect(200);
      const onPage = bodyOf(readItemEndpoint, answer).availableActions;
      return [...onPage, ...(await scan(code, person)).actions].map(({ key }) => key);
    };
    expect(await offeredTo(court.custodian)).toEqual(expect.arrayContaining(['relocate', 'carry_out']));
    const offered = await offeredTo(other);
    expect(offered.filter((key) => handsOn.includes(key))).toEqual([]);
    expect(offered).toContain('report_incident');
  });

  it('situation 24: whoever scans it where it does lie is told, until an entry says what became of it', async () => {
    const { id, label } = await labelled('录音笔');
    expect((await record(id, court.custodian)).body).toEqual({ isRecorded: false });
    await scan(label, other);
    await record(id, other);
    const told = await scan(label);
    expect(told).toMatchObject({
      doubt: { key: 'seen_elsewhere', stops: true },
      actions: [{ key: 'report_incident' }],
      zh: expect.stringContaining(other.name) as unknown,
    });
    await court.custodian.agent
      .post('/api/seized-items/report-incident')
      .send({ itemIds: [id], kind: 'duplicate_label', description: '两库各有一件' })
      .expect(200);
    expect(await scan(label)).toMatchObject({ doubt: null, status: { id: 'under_investigation' } });
    await expect(app.database.ownerPool.query('delete from item_label_sightings')).rejects.toThrow();
  });

  it('situation 24: what is lent comes back by its label, and is said to be out when it is scanned in a room', async () => {
    const { id, label } = await labelled('平板电脑');
    const releaseId = await court.lend([id]);
    const out = await scan(label);
    expect(out).toMatchObject({ doubt: { key: 'is_out', stops: false } });
    expect(out.actions.map(({ key }) => key)).toContain('replace_label');
    expect((await scan(label, court.handler)).doubt).toBeNull();
    await court.giveBack(releaseId, [court.back(id)]);
    expect((await scan(label)).doubt).toBeNull();
  });

  it('situation 24: scans at the counter on the way back stop nothing; after it is in, a label elsewhere does', async () => {
    const { id, label } = await labelled('笔记本电脑');
    const releaseId = await court.lend([id]);
    const counter = await scan(label, other);
    expect(counter).toMatchObject({ doubt: { key: 'is_out', stops: false } });
    expect((await record(id, other)).body).toEqual({ isRecorded: true });
    const offered = counter.actions.map(({ key }) => key);
    expect(offered).toContain('replace_label');
    expect(await scan(label, other)).toMatchObject({ doubt: { key: 'is_out', stops: false } });
    expect((await scan(label, court.handler)).doubt).toMatchObject({ key: 'out_and_seen', stops: false });
    expect(await scan(label)).toMatchObject({
      doubt: { key: 'out_and_seen', stops: false },
      zh: expect.stringContaining(other.name) as unknown,
    });
    expect((await scan(label)).actions.map(({ key }) => key)).toEqual(offered);
    expect((await record(id)).body).toEqual({ isRecorded: true });
    await court.giveBack(releaseId, [court.back(id)]);
    const { state, life } = await court.read(id);
    expect([state, life.some(({ kind }) => kind === 'report_incident')]).toEqual(['in_store', false]);
    expect((await scan(label)).doubt).toBeNull();
    expect(await scan(label, other)).toMatchObject({
      doubt: { key: 'lies_elsewhere', stops: true },
      actions: [{ key: 'report_incident' }],
    });
  });

  it('situation 24: what was printed is printed again as the next version, after two people have identified the thing', async () => {
    const { id, code } = await labelled('账册');
    const again = { purpose: 'reprint', reason: '标签破损' };
    expect(await print(id, { purpose: 'first' }, 409)).toBe('LABEL_MADE_ONCE_ONLY');
    expect(await print(id, again, 409)).toBe('LABEL_THING_UNIDENTIFIED');
    await identify(id);
    await print(id, again);
    expect(await scan(`${code}-1`)).toMatchObject({
      label: { state: 'replaced', currentVersion: '2' },
      actions: [{ key: 'report_incident' }],
    });
    expect(await scan(`${code}-2`)).toMatchObject({ label: { state: 'current' }, doubt: null });
    expect(await print(id, again, 409)).toBe('LABEL_THING_UNIDENTIFIED');
  });

  it('situation 24: one label a thing, and a file is not handed out again once its labels are said to be printed', async () => {
    const [id = ''] = await court.receive([listLine({ name: '银元' })]);
    const body = { selection: { kind: 'S', ids: [id] }, templateKey: 'seized-item-70x50' };
    const two = await court.custodian.agent
      .post('/api/print-jobs')
      .send({ ...body, purpose: 'first', copies: 2 })
      .expect(409);
    expect(refusedBodyOf(two).code).toBe('PRINT_ONE_COPY');
    const jobId = await makeJob(id, { purpose: 'first' });
    const file = (status: number) =>
      court.custodian.agent.get(`/api/print-jobs/${jobId}/file`).expect(status);
    await file(200);
    await step(jobId, 'confirm');
    expect(refusedBodyOf(await file(409)).code).toBe('PRINT_JOB_NOT_IN_STATE');
    const range = { fromPosition: 1, toPosition: 1, reason: '卡纸' };
    const again = await court.custodian.agent
      .post(`/api/print-jobs/${jobId}/reprint`)
      .send(range)
      .expect(409);
    expect(refusedBodyOf(again).problems[0]?.code).toBe('LABEL_THING_UNIDENTIFIED');
  });

  it('situation 24: a file that was cancelled may have been printed, until a person says that nothing came out', async () => {
    const [id = ''] = await court.receive([listLine({ name: '铜像' })]);
    const { code } = await court.read(id);
    const first = await makeJob(id, { purpose: 'first' });
    expect((await step(first, 'cancel')).body).toMatchObject({ state: 'cancelled', counts: { in_doubt: 1 } });
    expect(await print(id, { purpose: 'first' }, 409)).toBe('LABEL_MADE_ONCE_ONLY');
    const second = await makeJob(id, { purpose: 'reprint', reason: '取消后另打' });
    expect((await scan(`${code}-1`)).label).toMatchObject({ state: 'replaced', currentVersion: '2' });
    await step(second, 'cancel');
    await step(second, 'confirm-up-to', { last: { position: 0 } });
    await step(first, 'confirm-up-to', { last: { position: 0 } });
    expect(await print(id, { purpose: 'first' })).toBe('printed');
    expect((await scan(`${code}-1`)).label).toMatchObject({ state: 'current', currentVersion: '1' });
  });

  it('situation 24: a blank label of seized items is printed once', async () => {
    const batch = await court.custodian.agent
      .post('/api/code-batches')
      .send({ kind: 'S', count: 2, note: '现场备用' })
      .expect(200);
    const { id: batchId } = batch.body as { id: string };
    const body = { selection: { batchId }, templateKey: 'seized-item-70x50', purpose: 'batch' };
    const made = await court.custodian.agent.post('/api/print-jobs').send(body).expect(200);
    await step((made.body as CreatedPrintJob).job?.id ?? '', 'confirm');
    const again = await court.custodian.agent.post('/api/print-jobs').send(body).expect(409);
    expect(refusedBodyOf(again).problems[0]?.code).toBe('LABEL_BLANK_ONCE_ONLY');
  });
});

describe('live animals', () => {
  let app: TestApp;
  let court: ReleaseCourt;
  let sheep: string;
  const SHEEP = {
    ...{ name: '绵羊', category: 'live_animals', unit: '只', quantity: '20' },
    facts: { features: '耳标 1–20', source: '扣押' },
  };
  beforeAll(async () => {
    app = await createTestApp();
    court = await buildReleaseCourt(app);
  });
  afterAll(() => app.close());

  const move = (path: string, body: object, status = 200) =>
    court.custodian.agent
      .post(`/api/seized-items/${path}`)
      .send({ secondPerson: court.secondPerson(), ...body })
      .expect(status);

  it('situation 19: are received as special without a seal, and with one not at all', async () => {
    const [listed] = await court.preregister([listLine(SHEEP)]);
    sheep = listed?.id ?? '';
    const intakeId = await court.openIntake([sheep]);
    await court.photograph(sheep, 4);
    const count = { outcome: 'matches', quantity: '20', placeId: court.shelves[0], grade: 'special' };
    const sealed = [{ itemId: sheep, count: { ...count, sealNumber: 'F-羊-1' } }];
    const refused = refusedBodyOf({ body: await court.count(intakeId, sealed, 409) });
    expect(refused.problems.map(({ code }) => code)).toContain('SEAL_NOT_FOR_THIS');
    await court.count(intakeId, [{ itemId: sheep, count: { ...count, sealNumber: null } }]);
    await court.complete(intakeId);
    expect(await court.read(sheep)).toMatchObject({ state: 'in_store', grade: 'special', sealNumber: null });
  });

  it('situation 19: are moved by two, and nobody puts a seal on them', async () => {
    await move('relocate', { itemIds: [sheep], placeId: court.shelves[1] });
    await move('carry-out', { itemIds: [sheep] });
    await move('carry-in', { itemIds: [sheep], placeId: court.shelves[0] });
    const item = await court.read(sheep);
    expect(item.sealNumber).toBeNull();
    expect(item.availableActions.map(({ key }) => key)).not.toContain('reseal');
    await court.photograph(sheep);
    const refused = refusedBodyOf(await move('reseal', { itemId: sheep, sealNumber: 'F-羊-2' }, 409));
    expect(refused.problems[0]?.code ?? refused.code).toBe('TAKES_NO_SEAL');
  });

  it('situation 19: go out to be examined and come back without a seal, as they are', async () => {
    const releaseId = await (async () => {
      const requestId = await court.askLoan([sheep], { purpose: 'appraisal', receiver: '畜牧站' });
      await court.decide(requestId);
      await court.decide(requestId, court.vicePresident);
      const id = await court.prepare(requestId, [sheep]);
      await court.handOut(id, [sheep], { secondPerson: court.secondPerson() });
      return id;
    })();
    expect(await court.read(sheep)).toMatchObject({ state: 'on_loan', sealNumber: null });
    const back = (more: object) => court.back(sheep, { quantity: '20', ...more });
    const sealed = refusedBodyOf({
      body: await court.giveBack(releaseId, [back({ seal: 'F-羊-3', sealReason: '换封' })], 409),
    });
    expect(sealed.code).toBe('TAKES_NO_SEAL');
    app.clock.advanceMs(60_000);
    await court.photograph(sheep);
    await court.giveBack(releaseId, [back({})]);
    expect(await court.read(sheep)).toMatchObject({ state: 'in_store', onHand: '20', sealNumber: null });
  });
});
