/** 收案审查: what is looked at when a prosecution with property is received, and what the procuratorate supplies. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCaseEndpoint } from '../../src/modules/cases/contract.ts';
import { listDeadlinesEndpoint } from '../../src/modules/deadlines/contract.ts';
import * as contract from '../../src/modules/seized-items/filing-check/filing-check.contract.ts';
import {
  decideFilingCheck,
  proposeAnswers,
  type FilingAnswered,
  type FiledItem,
} from '../../src/modules/seized-items/filing-check/filing-check.rules.ts';
import {
  FILING_QUESTION_IDS,
  type FilingAnswer,
  type FilingQuestionId,
} from '../../src/modules/seized-items/filing-check/filing-questions.ts';
import { preregisterItemsEndpoint } from '../../src/modules/seized-items/intakes.contract.ts';
import { bodyOf, codeOf } from '../support/answers.ts';
import { issue, printedText } from '../support/paper-court.ts';
import type { TestPerson } from '../support/people.ts';
import { buildSeizedCourt, listLine, type SeizedCourt } from '../support/seized-court.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';

const TODAY = '2026-11-23';

function filed(change: Partial<FiledItem> = {}): FiledItem {
  const whole = { id: 'a', hasArrived: true, listNumber: '1', isOwnerStated: true };
  return { ...whole, seizureExpiresOn: '2027-01-01', ...change };
}

describe('what the list says by itself', () => {
  it.each<readonly [string, readonly FiledItem[], FilingQuestionId, FilingAnswer | null, readonly string[]]>([
    ['nothing without a list', [], 'measures', null, []],
    ['a thing was seized', [filed()], 'measures', 'yes', []],
    ['on its last day a seizure is in force', [filed({ seizureExpiresOn: TODAY })], 'in_term', 'yes', []],
    [
      'a day later it is not',
      [filed(), filed({ id: 'b', seizureExpiresOn: '2026-11-22' })],
      'in_term',
      'no',
      ['b'],
    ],
    ['nobody wrote the day', [filed({ seizureExpiresOn: null })], 'in_term', null, ['a']],
    ['it did not come', [filed({ hasArrived: false }), filed({ id: 'b' })], 'delivered', 'no', ['a']],
    ['it stands on no list', [filed({ listNumber: null })], 'listed', 'no', ['a']],
    ['it is not said whose it is', [filed({ isOwnerStated: false })], 'owned', 'no', ['a']],
    ['evidence is always asked for', [filed()], 'evidenced', null, []],
  ])('%s', (_title, items, question, answer, itemIds) => {
    const proposal = proposeAnswers(items, TODAY).find((one) => one.question === question);
    expect(proposal).toEqual({ question, answer, itemIds });
  });
});

function answersOf(
  change: Partial<Record<FilingQuestionId, Partial<FilingAnswered>>> = {},
): FilingAnswered[] {
  return FILING_QUESTION_IDS.map((question) => ({
    ...{ question, answer: 'yes' as const, itemIds: [], note: null },
    ...change[question],
  }));
}
const none = { answer: 'not_applicable' as const };
const nothingSeized = { in_term: none, delivered: none, listed: none, owned: none, evidenced: none };

describe('the answers of a check', () => {
  it.each<readonly [string, FilingAnswered[], object]>([
    ['all are yes', answersOf(), { allowed: true, missing: [] }],
    [
      'nothing was seized',
      answersOf({ measures: { answer: 'no' }, ...nothingSeized }),
      { allowed: true, missing: [] },
    ],
    [
      'two are missing, one by its things and one in words',
      answersOf({ owned: { answer: 'no', itemIds: ['a'] }, evidenced: { answer: 'no', note: '缺估价意见' } }),
      { allowed: true, missing: ['owned', 'evidenced'] },
    ],
    ['one is left out', answersOf().slice(1), { reason: 'FILING_QUESTION_OPEN', question: 'measures' }],
    [
      'one is answered twice',
      [...answersOf(), ...answersOf().slice(0, 1)],
      { reason: 'FILING_QUESTION_OPEN', question: 'measures' },
    ],
    [
      'nothing was seized and yet a list is there',
      answersOf({ measures: { answer: 'no' }, ...nothingSeized, listed: { answer: 'yes' } }),
      { reason: 'FILING_NOTHING_SEIZED', question: 'listed' },
    ],
    [
      'something was seized and a question skipped',
      answersOf({ owned: none }),
      { reason: 'FILING_NOT_ANSWERED' },
    ],
    ['a no says nothing', answersOf({ listed: { answer: 'no' } }), { reason: 'FILING_MISSING_UNNAMED' }],
  ])('%s', (_title, answers, verdict) => {
    expect(decideFilingCheck(answers)).toMatchObject(verdict);
  });
});

let app: TestApp;
let court: SeizedCourt;
let caseId: string;
let itemIds: string[];

beforeAll(async () => {
  app = await createTestApp();
  court = await buildSeizedCourt(app);
  caseId = await prosecute('（2026）内08刑初218号');
  itemIds = [
    await listed({ name: '手机', ownership: 'victim' }, '2026-11-01'),
    await listed({ name: '账本', ownership: 'unknown' }, '2028-11-01'),
  ];
});
afterAll(() => app.close());

async function listed(line: object, seizureExpiresOn: string): Promise<string> {
  const answer = await court.custodian.agent
    .post(`/api/cases/${caseId}/items`)
    .send({ listNumber: '临检移字〔2026〕7号', seizureExpiresOn, lines: [listLine(line)] })
    .expect(200);
  return bodyOf(preregisterItemsEndpoint, answer).items[0]?.id ?? '';
}

async function prosecute(
  number: string,
  more: object = { procuratorate: '临河区人民检察院' },
): Promise<string> {
  const answer = await court.custodian.agent
    .post('/api/cases')
    .send({
      ...{ number, cause: '盗窃', handlerId: court.handler.id, stage: 'first_instance' },
      ...{ acceptedOn: TODAY, ...more },
    })
    .expect(200);
  return bodyOf(createCaseEndpoint, answer).id;
}

function check(answers: readonly object[], status = 200, by: TestPerson = court.handler, of = caseId) {
  return by.agent.post(`/api/cases/${of}/filing-checks`).send({ answers }).expect(status);
}

async function read(by: TestPerson = court.handler) {
  return bodyOf(
    contract.readFilingEndpoint,
    await by.agent.get(`/api/cases/${caseId}/filing-checks`).expect(200),
  );
}

async function waiting() {
  const answer = await court.handler.agent.get('/api/my/filing-checks').expect(200);
  return bodyOf(contract.listWaitingFilingsEndpoint, answer).items;
}

async function supplements(state: 'open' | 'settled') {
  const answer = await court.handler.agent.get('/api/deadlines').query({ caseId, state }).expect(200);
  return bodyOf(listDeadlinesEndpoint, answer).items.filter(({ rule }) => rule.id === 'D03');
}

describe('the check of a filing', () => {
  it('waits on the desk of its judge while its review runs, and proposes what the list says', async () => {
    expect(await waiting()).toMatchObject([{ caseId, state: 'unchecked', dueOn: '2026-11-30' }]);
    const state = await read();
    expect(state).toMatchObject({ isProsecution: true, checks: [], availableActions: ['check'] });
    expect(state.proposals).toEqual([
      { question: 'measures', answer: 'yes', itemIds: [] },
      { question: 'in_term', answer: 'no', itemIds: [itemIds[0]] },
      { question: 'delivered', answer: 'no', itemIds },
      { question: 'listed', answer: 'yes', itemIds: [] },
      { question: 'owned', answer: 'no', itemIds: [itemIds[1]] },
      { question: 'evidenced', answer: null, itemIds: [] },
    ]);
    expect((await read(court.custodian)).availableActions).toEqual([]);
  });

  it('is the judge’s, of a prosecution, and speaks of things of the case', async () => {
    expect(codeOf(await check(answersOf(), 403, court.custodian))).toBe('PERMISSION_DENIED');
    const other = await prosecute('（2026）内08刑初219号', {});
    expect(codeOf(await check(answersOf(), 409, court.handler, other))).toBe('FILING_NO_PROSECUTION');
    const foreign = answersOf({ owned: { answer: 'no', itemIds: [caseId] } });
    expect(codeOf(await check(foreign, 409))).toBe('FILING_ITEM_UNKNOWN');
    expect(codeOf(await check(answersOf({ owned: { answer: 'no' } }), 422))).toBe('FILING_MISSING_UNNAMED');
  });

  it('asks the procuratorate for what is missing within three days, and says so on a notice', async () => {
    const answers = answersOf({
      in_term: { answer: 'no', itemIds: itemIds.slice(0, 1), note: '续行扣押手续未附' },
      owned: { answer: 'no', itemIds: itemIds.slice(1) },
    });
    const told = bodyOf(contract.recordFilingCheckEndpoint, await check(answers));
    expect(told).toMatchObject({ missing: ['in_term', 'owned'], supplementDueOn: '2026-11-26' });
    const state = await read();
    expect(state).toMatchObject({ supplementDueOn: '2026-11-26' });
    expect(state.checks).toMatchObject([
      { checkedByName: court.handler.name, missing: ['in_term', 'owned'] },
    ]);
    expect(state.checks[0]?.answers.find(({ question }) => question === 'delivered')).toMatchObject({
      ...{ answer: 'yes', proposed: 'no' },
    });
    expect(await waiting()).toMatchObject([{ caseId, state: 'incomplete', dueOn: '2026-11-26' }]);
    expect(await supplements('open')).toMatchObject([{ ownerId: court.handler.id, subjectKind: 'filing' }]);
    const paper = await issue(court.handler, {
      ...{ form: 'supplement_notice', caseId, itemIds, texts: { demand: '1. 补送续行扣押手续' } },
    });
    expect(paper.number).toMatch(/^涉财补〔2026〕/);
    const text = await printedText(court.handler, paper.id);
    for (const said of ['临河区人民检察院：', '1.补送续行扣押手续', '三日内补送', '第二百一十九条', '账本'])
      expect(text).toContain(said);
  });

  it('goes on with its first clock while anything is missing, and ends it with the last', async () => {
    const stillOne = answersOf({ owned: { answer: 'no', itemIds: itemIds.slice(1) } });
    expect(bodyOf(contract.recordFilingCheckEndpoint, await check(stillOne)).supplementDueOn).toBe(
      '2026-11-26',
    );
    expect(await supplements('open')).toHaveLength(1);
    expect(bodyOf(contract.recordFilingCheckEndpoint, await check(answersOf()))).toMatchObject({
      ...{ missing: [], supplementDueOn: null },
    });
    expect(await supplements('open')).toEqual([]);
    expect(await supplements('settled')).toMatchObject([{ outcome: 'done' }]);
    expect(await waiting()).toEqual([]);
    expect((await read()).checks.map(({ missing }) => missing.length)).toEqual([0, 1, 2]);
  });

  it('is kept as it was said', async () => {
    await expect(
      app.database.ownerPool.query('update filing_check_answers set note = null'),
    ).rejects.toThrow();
    await expect(app.database.ownerPool.query('delete from filing_checks')).rejects.toThrow();
  });
});
