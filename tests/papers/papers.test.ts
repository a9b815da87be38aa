/** Papers through the public door: numbers without gaps, copies on record, scans, voiding, names and permissions. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  listCasePapersEndpoint,
  listPapersEndpoint,
  readPaperEndpoint,
  readRegisterEndpoint,
  uploadScanEndpoint,
} from '../../src/modules/papers/papers.contract.ts';
import { createCaseEndpoint } from '../../src/modules/cases/contract.ts';
import { verifyLedger } from '../../src/verify-ledger.ts';
import { bodyOf, codeOf } from '../support/answers.ts';
import { issue, openPrint, printedText, recordPrint, refuseIssue } from '../support/paper-court.ts';
import { textOfPaper } from '../support/paper-text.ts';
import { buildCourt, buildPerson, type TestPerson } from '../support/people.ts';
import { buildSeizedCourt, listLine, PIXEL, type SeizedCourt } from '../support/seized-court.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';

let app: TestApp;
let court: SeizedCourt;
let itemIds: string[];

beforeAll(async () => {
  app = await createTestApp();
  court = await buildSeizedCourt(app);
  await court.enter(court.room, [court.custodian, court.reviewer]);
  itemIds = await court.receive([listLine(), listLine({ name: '平板电脑', unit: '台' })]);
});
afterAll(() => app.close());

async function papersOf(caseId = court.caseId, itemId = '', as: TestPerson = court.custodian) {
  const query = itemId === '' ? '' : `?itemId=${itemId}`;
  const answer = await as.agent.get(`/api/cases/${caseId}/papers${query}`).expect(200);
  return bodyOf(listCasePapersEndpoint, answer);
}

async function paperOf(paperId: string, as: TestPerson = court.custodian) {
  return bodyOf(readPaperEndpoint, await as.agent.get(`/api/papers/${paperId}`).expect(200));
}

async function register(year = 2026) {
  const answer = await court.custodian.agent.get(`/api/papers/register?year=${year}`).expect(200);
  return bodyOf(readRegisterEndpoint, answer).forms;
}

function statement(more: object = {}) {
  return { form: 'statement', caseId: court.caseId, texts: { body: '清单字迹不清，已核实。' }, ...more };
}

async function refuseFrom(person: TestPerson, path: string, status: number): Promise<string> {
  return codeOf(await person.agent.get(`/api${path}`).expect(status));
}

/** The serial at the end of a number. */
const serialOf = ({ number }: { readonly number: string }) => Number(/〕(\d+)号$/.exec(number)?.[1]);

describe('issuing', () => {
  it('offers the paper of what has happened until it is issued, once', async () => {
    const { offers } = await papersOf();
    const offer = offers.find(({ form }) => form === 'receipt');
    expect(offer).toMatchObject({ itemCount: 2, firstItem: '手机', replacesId: null });
    const paper = { form: 'receipt', caseId: court.caseId, sequence: offer?.subject.sequence };
    const issued = await issue(court.custodian, paper);
    expect(issued.number).toBe('涉财入〔2026〕0001号');
    const after = await papersOf(court.caseId, itemIds[0]);
    expect(after.offers.filter(({ form }) => form === 'receipt')).toEqual([]);
    expect(after.papers[0]).toMatchObject({ number: issued.number, itemCount: 2, printCount: 0 });
    expect(await refuseIssue(court.custodian, paper)).toBe('PAPER_ALREADY_ISSUED');
  });

  it('gives numbers without gaps when many ask at once, and none to what is refused', async () => {
    const asked = Array.from({ length: 6 }, (_, index) =>
      court.custodian.agent.post('/api/papers').send(index === 2 ? statement({ texts: {} }) : statement()),
    );
    const answers = await Promise.all(asked);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 409]);
    const forms = await register();
    const statements = forms.find(({ form }) => form === 'statement');
    expect(statements).toMatchObject({ lastSerial: 5, issuedCount: 5, missingSerials: [] });
  });

  it('makes one of two papers of one event at once', async () => {
    const [id = ''] = await court.receive([listLine()]);
    const offer = (await papersOf(court.caseId, id)).offers.find(({ form }) => form === 'receipt');
    const paper = { form: 'receipt', caseId: court.caseId, sequence: offer?.subject.sequence };
    const answers = await Promise.all(
      [1, 2].map(() => court.custodian.agent.post('/api/papers').send(paper)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const receipts = (await register()).find(({ form }) => form === 'receipt');
    expect(receipts).toMatchObject({ lastSerial: 2, issuedCount: 2, missingSerials: [] });
  });

  it('refuses what a paper cannot be made from, and takes no number', async () => {
    const before = await register();
    const { caseId } = court;
    const refused = [
      [{ form: 'receipt', caseId, sequence: 9999 }, 'PAPER_SUBJECT_UNKNOWN'],
      [{ form: 'release_approval', caseId }, 'PAPER_SUBJECT_WRONG'],
      [{ form: 'count_sheet' }, 'PAPER_SUBJECT_WRONG'],
      [{ form: 'seizure_list', caseId }, 'PAPER_ITEMS_NONE'],
      [{ form: 'custody_report', caseId, itemIds }, 'PAPER_ITEM_ONE'],
      [{ form: 'transfer_list', caseId, itemIds }, 'PAPER_TEXT_MISSING'],
      [{ form: 'seizure_list', caseId, itemIds: [caseId] }, 'PAPER_ITEMS_UNKNOWN'],
      [{ form: 'seizure_list', caseId: itemIds[0], itemIds }, 'PAPER_CASE_UNKNOWN'],
    ] as const;
    for (const [paper, reason] of refused) expect(await refuseIssue(court.custodian, paper)).toBe(reason);
    expect(await register()).toEqual(before);
  });
});

describe('copies', () => {
  it('are recorded one by one before they can be opened, and say the same each time', async () => {
    const { id } = await issue(court.custodian, statement());
    const first = await recordPrint(court.custodian, id, '附卷');
    const second = await recordPrint(court.custodian, id, '交移送单位');
    expect([first.copyNumber, second.copyNumber]).toEqual([1, 2]);
    const bytes = await openPrint(court.custodian, id, first.printId);
    expect(await openPrint(court.custodian, id, first.printId)).toEqual(bytes);
    const copy = await textOfPaper(await openPrint(court.custodian, id, second.printId));
    expect(await textOfPaper(bytes)).toContain('正本');
    expect(copy).toContain('副本');
    expect(copy.replace(/\s/g, '')).toContain('用途：交移送单位');
    expect((await paperOf(id)).prints).toMatchObject([
      { copyNumber: 1, printedByName: court.custodian.name, reason: '附卷', isOpen: true },
      { copyNumber: 2, reason: '交移送单位', isOpen: true },
    ]);
  });

  it('open for whoever recorded them, and not for long', async () => {
    const { id } = await issue(court.custodian, statement());
    const { printId } = await recordPrint(court.custodian, id);
    const path = `/papers/${id}/prints/${printId}`;
    expect(await refuseFrom(court.reviewer, path, 409)).toBe('PAPER_PRINT_NOT_YOURS');
    app.clock.advanceMs(16 * 60_000);
    expect(await refuseFrom(court.custodian, path, 409)).toBe('PAPER_PRINT_NOT_YOURS');
  });

  it('say what was so when the paper was issued, and nothing else is printed', async () => {
    const [id = ''] = await court.receive([listLine({ name: '原名手机' })]);
    const paper = { form: 'seizure_list', caseId: court.caseId, itemIds: [id] };
    const issued = await issue(court.custodian, paper);
    const owner = app.database.ownerPool;
    await owner.query(`update seized_items set name = '后来的名称' where id = $1`, [id]);
    expect(await printedText(court.custodian, issued.id)).toContain('原名手机');
    const change = `update papers set content = jsonb_set(content, '{title}', '"伪造"') where id = $1`;
    await expect(owner.query(change, [issued.id])).rejects.toThrow('not changed');
    await owner.query('alter table papers disable trigger refuse_change');
    await owner.query(change, [issued.id]);
    await owner.query('alter table papers enable trigger refuse_change');
    expect((await paperOf(issued.id)).isIntact).toBe(false);
    const { difference } = await verifyLedger(owner, {});
    expect(difference?.zh).toContain(`${issued.number}：存档内容与出具时的校验值不符`);
    const print = court.custodian.agent.post(`/api/papers/${issued.id}/prints`).send({ reason: '附卷' });
    expect(codeOf(await print.expect(409))).toBe('PAPER_CONTENT_DAMAGED');
  });
});

describe('a paper made wrong', () => {
  it('is void with its number and reason, and another one is made in its place', async () => {
    const [itemId = ''] = await court.receive([listLine()]);
    const offer = (await papersOf(court.caseId, itemId)).offers[0];
    const paper = { form: 'receipt', caseId: court.caseId, sequence: offer?.subject.sequence };
    const wrong = await issue(court.custodian, paper);
    const { printId } = await recordPrint(court.custodian, wrong.id);
    const path = `/api/papers/${wrong.id}/void`;
    await court.custodian.agent.post(path).send({ reason: '封条号写错' }).expect(200);
    const again = court.custodian.agent.post(path).send({ reason: '封条号写错' });
    expect(codeOf(await again.expect(409))).toBe('PAPER_VOIDED');
    const marked = await textOfPaper(await openPrint(court.custodian, wrong.id, printId));
    expect(marked).toContain('作废');
    const renewed = (await papersOf(court.caseId, itemId)).offers[0];
    expect(renewed).toMatchObject({ form: 'receipt', replacesId: wrong.id });
    const right = await issue(court.custodian, { ...paper, replacesId: wrong.id });
    expect(serialOf(right)).toBe(serialOf(wrong) + 1);
    expect(await paperOf(wrong.id)).toMatchObject({
      voidReason: '封条号写错',
      replacedBy: { number: right.number },
      availableActions: [],
    });
    expect((await paperOf(right.id)).replaces).toEqual({ id: wrong.id, number: wrong.number });
    const receipts = (await register()).find(({ form }) => form === 'receipt');
    expect(receipts).toMatchObject({ voidedCount: 1, missingSerials: [] });
  });

  it('takes signed scans until it is void: PDF or pictures only', async () => {
    const { id } = await issue(court.custodian, statement());
    const path = `/api/papers/${id}/scans`;
    const send = (content: Buffer, name: string) =>
      court.custodian.agent.post(path).attach('file', content, name);
    const sent = bodyOf(uploadScanEndpoint, await send(PIXEL, '签字件.png').expect(200));
    expect(codeOf(await send(Buffer.from('无此类型'), '签字件.txt').expect(409))).toBe('PAPER_SCAN_REFUSED');
    expect((await paperOf(id)).scans).toMatchObject([{ id: sent.id, fileName: '签字件.png' }]);
    await court.custodian.agent.get(`${path}/${sent.id}`).expect(200).expect('content-type', 'image/png');
    await court.custodian.agent.post(`/api/papers/${id}/void`).send({ reason: '另行出具' }).expect(200);
    expect(codeOf(await send(PIXEL, '签字件.png').expect(409))).toBe('PAPER_VOIDED');
  });
});

describe('names', () => {
  async function addMinorsCase(): Promise<string> {
    const answer = await court.custodian.agent.post('/api/cases').send({
      ...{ number: '（2026）内08刑初77号', cause: '寻衅滋事', handlerId: court.handler.id },
      ...{ stage: 'first_instance', acceptedOn: '2026-03-02', involvesMinors: true },
      parties: [{ name: '诸葛小明', role: 'defendant', kind: 'person' }],
    });
    return bodyOf(createCaseEndpoint, answer).id;
  }

  it('situation 37: minors stand under their real names on legal papers alone, and every copy is on record', async () => {
    const caseId = await addMinorsCase();
    const [item] = await court.preregister([listLine()], caseId);
    const { id } = await issue(court.custodian, statement({ caseId, itemIds: [item?.id] }));
    expect(await printedText(court.custodian, id)).toContain('诸葛小明');
    expect(await paperOf(id)).toMatchObject({ isSensitive: true });
    expect(JSON.stringify([await papersOf(caseId), await paperOf(id)])).not.toContain('诸葛');
    const { rows } = await app.database.ownerPool.query<{ detail: unknown }>(
      `select detail from audit_events where command = 'printPaper' and subject_id = $1`,
      [id],
    );
    expect(rows).toEqual([{ detail: { copyNumber: 1, reason: '附卷', bearsMaskedNames: true } }]);
    const equipment = court.equipment;
    expect(await refuseIssue(equipment, statement({ caseId }))).toBe('PAPER_NAMES_HIDDEN');
    const print = equipment.agent.post(`/api/papers/${id}/prints`).send({ reason: '附卷' });
    expect(codeOf(await print.expect(403))).toBe('PAPER_NAMES_HIDDEN');
  });

  it('situation 35: papers of a secret case are made by those who are cleared', async () => {
    const answer = await court.custodian.agent.post('/api/cases').send({
      ...{ number: '（2026）内08刑初78号', cause: '为境外刺探国家秘密', handlerId: court.handler.id },
      ...{ stage: 'first_instance', acceptedOn: '2026-03-02', secrecy: 'secret' },
    });
    const { id: caseId } = bodyOf(createCaseEndpoint, answer);
    expect(await refuseIssue(court.custodian, statement({ caseId }))).toBe('PAPER_NAMES_HIDDEN');
    expect(await papersOf(caseId)).toMatchObject({ offers: [], mayIssue: false, mayPrint: false });
    const { id } = await issue(court.handler, statement({ caseId }));
    expect(await printedText(court.handler, id)).toContain('为境外刺探国家秘密');
    const print = court.custodian.agent.post(`/api/papers/${id}/prints`).send({ reason: '附卷' });
    expect(codeOf(await print.expect(403))).toBe('PAPER_NAMES_HIDDEN');
  });
});

describe('who may', () => {
  it('handlers make and print papers of their own cases, others of their court none', async () => {
    const { id } = await issue(court.handler, statement());
    const stranger = await buildPerson(app, { court: court.court, role: 'case_handler', name: '承办人戊' });
    expect(await refuseIssue(stranger, statement())).toBe('PAPER_CASE_UNKNOWN');
    expect(await refuseFrom(stranger, `/papers/${id}`, 404)).toBe('PAPER_NOT_FOUND');
    const print = stranger.agent.post(`/api/papers/${id}/prints`).send({ reason: '附卷' });
    expect(codeOf(await print.expect(404))).toBe('PAPER_NOT_FOUND');
    const listed = bodyOf(listPapersEndpoint, await stranger.agent.get('/api/papers?year=2026').expect(200));
    expect(listed.items).toEqual([]);
  });

  it('a court above reads the register entry and prints nothing', async () => {
    const below = await buildCourt(app, { parent: court.court });
    const custodian = await buildPerson(app, {
      court: below,
      role: 'property_custodian',
      name: '下级保管员',
    });
    expect(await refuseIssue(custodian, statement())).toBe('PAPER_CASE_UNKNOWN');
  });
});

describe('a new year', () => {
  it('begins at one again, and the register of each year stands for itself', async () => {
    const last = await issue(court.custodian, statement());
    expect(serialOf(last)).toBeGreaterThan(1);
    app.clock.set('2027-01-01T00:00:01.000+08:00');
    const custodian = await buildPerson(app, {
      ...{ court: court.court, role: 'property_custodian', name: '保管员新' },
    });
    const first = await issue(custodian, statement());
    expect(first.number).toBe('涉财说〔2027〕0001号');
    const answer = await custodian.agent.get('/api/papers/register?year=2027').expect(200);
    expect(bodyOf(readRegisterEndpoint, answer).forms).toEqual([
      { form: 'statement', lastSerial: 1, issuedCount: 1, voidedCount: 0, missingSerials: [] },
    ]);
    const listed = bodyOf(
      listPapersEndpoint,
      await custodian.agent.get('/api/papers?year=2027&form=statement').expect(200),
    );
    expect(listed.items.map(({ number }) => number)).toEqual([first.number]);
  });
});
