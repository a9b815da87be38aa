/**
 * A court full of things for the tests that nobody from elsewhere gets anything of it. A new `:parameter` in a path,
 * or a new id in a body, needs its sample here; the denial tests say which one is missing.
 */
import { newId } from '../../src/platform/ids.ts';
import type { Role } from '../../src/modules/accounts/roles.ts';
import { buildForeignDispositions } from './foreign-dispositions.ts';
import type { TestApp } from './test-app.ts';
import {
  buildApiToken,
  buildCourt,
  buildDepartment,
  buildPerson,
  TEST_PASSWORD,
  type TestCourt,
  type TestPerson,
} from './people.ts';

/** Stands in every name of the foreign court and nowhere else. */
export const FOREIGN_MARK = '乙院密';
/** The smallest picture there is. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

export interface ForeignCourt {
  readonly court: TestCourt;
  readonly people: Readonly<Record<'equipment' | 'system' | 'security' | 'audit', TestPerson>>;
  /** By the name of a path parameter, a query parameter or a property of a body. */
  readonly samples: Readonly<Record<string, string>>;
}

/** What the answer of a preparing request holds at a path such as `assets.0.id`. */
function textAt(body: unknown, path: string): string {
  let at: unknown = body;
  for (const key of path.split('.')) {
    at =
      typeof at === 'object' && at !== null
        ? Object.entries(at).find(([name]) => name === key)?.[1]
        : undefined;
  }
  if (typeof at !== 'string' && typeof at !== 'number')
    throw new Error(`no ${path} in ${JSON.stringify(body)}`);
  return String(at);
}

async function buildAsset(equipment: TestPerson, departmentId: string) {
  const { agent } = equipment;
  const place = await agent.post('/api/places').send({ kind: 'site', name: `${FOREIGN_MARK}院区` });
  const placeId = textAt(place.body, 'id');
  const card = {
    name: `${FOREIGN_MARK}台式机`,
    classCode: 'A02010105',
    acquisitionMethod: 'purchase',
    acquiredOn: '2026-03-05',
    originalValueFen: 499_900,
  };
  const stocked = await agent.post('/api/fixed-assets').send({ card, placeId });
  const assetId = textAt(stocked.body, 'assets.0.id');
  await agent
    .post('/api/fixed-assets/issue')
    .send({ assetIds: [assetId], departmentId, holderId: equipment.id });
  const receipts = await agent.get('/api/my/receipts');
  const file = await agent
    .post(`/api/fixed-assets/${assetId}/files?purpose=photo`)
    .attach('file', PNG, { filename: `${FOREIGN_MARK}.png`, contentType: 'image/png' });
  return {
    placeId,
    assetId,
    code: textAt(stocked.body, 'assets.0.code'),
    receiptId: textAt(receipts.body, 'items.0.id'),
    fileId: textAt(file.body, 'id'),
  };
}

/** A template of its own, a printer that may print it, and a job that nobody has printed yet. */
async function buildPrinting({ agent }: TestPerson, assetId: string) {
  const templateKey = 'foreign-label';
  const text = { type: 'text', x: 2, y: 2, width: 40, height: 6, fontSizePt: 9, text: '{name}' };
  const template = {
    key: templateKey,
    name: { zh: `${FOREIGN_MARK}标签`, en: FOREIGN_MARK },
    kinds: ['A'],
    sizeMm: { width: 50, height: 30 },
    elements: [text, { type: 'qr', x: 30, y: 10, width: 18, height: 18 }],
  };
  await agent.put(`/api/label-templates/${templateKey}`).set('If-Match', '"0"').send({ template });
  const printer = await agent.post('/api/printers').send({
    name: `${FOREIGN_MARK}打印机`,
    language: 'zpl',
    address: null,
    dpi: 203,
    stockMm: { width: 50, height: 30, gap: 2 },
    offsetMm: { x: 0, y: 0 },
    darkness: null,
    speedMmPerSecond: null,
    placeId: null,
    templateKeys: [templateKey],
  });
  const printerId = textAt(printer.body, 'id');
  const selection = { kind: 'A', ids: [assetId] };
  const printed = await agent
    .post('/api/print-jobs')
    .send({ selection, purpose: 'first', templateKey, printerId });
  return { templateKey, printerId, jobId: textAt(printed.body, 'job.id') };
}

/** Two cases, each with a party and a deadline. */
async function buildCases({ agent, id: handlerId }: TestPerson) {
  const register = (sequence: number) =>
    agent.post('/api/cases').send({
      number: `（2026）内08刑初${sequence}号`,
      cause: `${FOREIGN_MARK}罪`,
      handlerId,
      stage: 'execution',
      acceptedOn: '2026-11-02',
      parties: [{ role: 'defendant', kind: 'person', name: `${FOREIGN_MARK}某` }],
    });
  const first = await register(1);
  const other = await register(2);
  const deadlines = await agent.get('/api/deadlines');
  return {
    caseId: textAt(first.body, 'id'),
    numberId: textAt(first.body, 'numbers.0.id'),
    partyId: textAt(first.body, 'parties.0.id'),
    otherCaseId: textAt(other.body, 'id'),
    deadlineId: textAt(deadlines.body, 'items.0.id'),
    handlerId,
    clerkId: handlerId,
    ownerId: handlerId,
  };
}

/** Items of a case: one that has arrived and waits to be counted, with the photo of its delivery. */
async function buildSeizedItems(
  { agent }: TestPerson,
  second: TestPerson,
  { caseId, roomId: placeId }: { readonly caseId: string; readonly roomId: string },
) {
  const facts = { features: FOREIGN_MARK };
  const line = { name: `${FOREIGN_MARK}手机`, category: 'other', quantity: '1', unit: '部', facts };
  const listed = await agent
    .post(`/api/cases/${caseId}/items`)
    .send({ listNumber: `${FOREIGN_MARK}清单`, lines: [line, line] });
  const itemId = textAt(listed.body, 'items.0.id');
  const pin = '190283';
  await second.agent.put('/api/session/pin').send({ currentPassword: TEST_PASSWORD, pin });
  const opened = await agent.post(`/api/cases/${caseId}/intakes`).send({
    deliverer: `${FOREIGN_MARK}移送人`,
    delivererUnit: `${FOREIGN_MARK}检察院`,
    itemIds: [itemId],
    secondPerson: { personId: second.id, pin },
  });
  const sent = await agent.post(`/api/seized-items/${itemId}/examinations`).send({
    ...{ kind: 'appraisal', mandateNumber: '1', institution: FOREIGN_MARK, qualification: FOREIGN_MARK },
    ...{ question: FOREIGN_MARK, sentOn: '2026-01-05', secondPerson: { personId: second.id, pin } },
  });
  const boxes = await agent.post('/api/containers').send({ kind: 'box', name: FOREIGN_MARK, placeId });
  const secondPerson = { personId: second.id, pin };
  const thing = { kind: 'found', name: FOREIGN_MARK, quantity: '1', unit: '件', features: FOREIGN_MARK };
  const photo = await agent
    .post('/api/uncased-photos')
    .attach('file', PNG, { filename: `${FOREIGN_MARK}照片.png`, contentType: 'image/png' });
  const uncasedId = textAt(photo.body, 'uncasedId');
  const found = await agent
    .post('/api/uncased-things')
    .send({ ...thing, uncasedId, placeId, fromWhom: FOREIGN_MARK, secondPerson });
  const containerId = textAt(boxes.body, 'containers.0.id');
  const slip = await agent
    .post('/api/money-deposit-slips')
    .attach('file', PNG, { filename: `${FOREIGN_MARK}凭证.png`, contentType: 'image/png' });
  const depositId = textAt(slip.body, 'depositId');
  return {
    ...{ depositId, conversionId: depositId, differenceId: depositId, roomMoveId: depositId },
    itemId,
    partId: itemId,
    lotItemId: itemId,
    containerId,
    'nestContainer.parentId': containerId,
    'listContainers.parentId': containerId,
    'checkPlaceFit.inBoxId': containerId,
    uncasedId: textAt(found.body, 'id'),
    examinationId: textAt(sent.body, 'id'),
    intakeId: textAt(opened.body, 'id'),
    priorItemId: itemId,
    delivererId: second.id,
  };
}

/** Shared in its court, where anybody may read it. */
async function buildSavedView({ agent }: TestPerson): Promise<string> {
  const view = { list: 'fixed-assets', name: `${FOREIGN_MARK}视图`, query: 'status=idle', shared: true };
  return textAt((await agent.post('/api/saved-views').send(view)).body, 'id');
}

/** Blank labels that nobody has bound yet. */
async function buildCodeBatch({ agent }: TestPerson) {
  const made = await agent
    .post('/api/code-batches')
    .send({ kind: 'A', count: 2, note: `${FOREIGN_MARK}标签` });
  return { batchId: textAt(made.body, 'id'), blankCode: textAt(made.body, 'firstCode') };
}

/** Read to its end: nothing of it changes any more. */
async function buildImport({ agent }: TestPerson): Promise<string> {
  const content = Buffer.from(`资产名称,分类代码,${FOREIGN_MARK}\n${FOREIGN_MARK}椅,A05010301,1\n`, 'utf8');
  const received = await agent.post('/api/imports').attach('file', content, `${FOREIGN_MARK}.csv`);
  const importId = textAt(received.body, 'id');
  for (let state = 'reading'; isBusy(state);) {
    const found = await agent.get(`/api/imports/${importId}`);
    state = textAt(found.body, 'state');
  }
  return importId;
}

function isBusy(state: string): boolean {
  return ['reading', 'checking'].includes(state);
}

/** A request that waits, and a delegation that runs. */
async function buildApproval(test: TestApp, { id, court }: TestPerson, toPersonId: string) {
  const owner = test.database.ownerPool;
  const [requestId, delegationId] = [newId(), newId()];
  const now = test.dependencies.clock.now();
  await owner.query(
    `insert into approval_requests (court_id, id, number, kind, state, title, reason, applicant_id, applicant_name,
      policy_version, steps, valid_days, round, step, submitted_at, expires_at)
    values ($1, $2, '2026-000001', 'foreign', 'pending', $3, $3, $4, $3, 0, '[]', 30, 1, 0, $5::timestamptz,
      $5::timestamptz + interval '30 days')`,
    [court.id, requestId, FOREIGN_MARK, id, now],
  );
  await owner.query(
    `insert into approval_delegations (court_id, id, from_person_id, to_person_id, valid_from, valid_to, reason,
      created_at)
    values ($1, $2, $3, $4, '2026-01-01', '2099-01-01', $5, $6)`,
    [court.id, delegationId, id, toPersonId, FOREIGN_MARK, now],
  );
  return { requestId, delegationId, toPersonId };
}

/** What a request has let out of the room. */
async function buildRelease(test: TestApp, person: TestPerson, toPersonId: string, itemId: string) {
  const approval = await buildApproval(test, person, toPersonId);
  const { requestId } = approval;
  const { id, court } = person;
  const owner = test.database.ownerPool;
  const releaseId = newId();
  const now = test.dependencies.clock.now();
  await owner.query(
    `insert into item_requests (court_id, request_id, kind, terms, created_at) values ($1, $2, 'loan', '{}', $3)`,
    [court.id, requestId, now],
  );
  await owner.query(
    `insert into item_releases (court_id, id, request_id, request_number, kind, state, attention_at, applicant_id,
      applicant_name, receiver, prepared_at, prepared_by_name)
    values ($1, $2, $3, '2026-000001', 'loan', 'prepared', $4, $5, $6, $6, $4, $6)`,
    [court.id, releaseId, requestId, now, id, FOREIGN_MARK],
  );
  await owner.query(
    `insert into item_release_lines (court_id, release_id, item_id, position, state, quantity, unit, condition_out)
    values ($1, $2, $3, 1, 'prepared', 1, '部', $4)`,
    [court.id, releaseId, itemId, FOREIGN_MARK],
  );
  return { ...approval, releaseId, takerId: id };
}

/** A storage room with a custodian, a visit that is open, and a case that somebody keeps away from. */
async function buildRoom(
  equipment: TestPerson,
  custodian: TestPerson,
  incoming: TestPerson,
  other: TestPerson,
) {
  const { agent } = equipment;
  const place = await agent.post('/api/places').send({ kind: 'room', name: `${FOREIGN_MARK}库房` });
  const roomId = textAt(place.body, 'id');
  const settings = {
    isSeizedPropertyRoom: true,
    requiresTwoPersons: false,
    capacity: null,
    allowedCategories: [],
    environment: [],
    emergencyLockerId: null,
  };
  await agent.put(`/api/rooms/${roomId}/settings`).set('If-Match', '"0"').send(settings);
  const appointment = { personId: custodian.id, document: `${FOREIGN_MARK}任命` };
  const appointed = await agent.post(`/api/rooms/${roomId}/custodian`).send(appointment);
  const entry = { people: [{ personId: custodian.id }], purpose: 'patrol', note: FOREIGN_MARK };
  const visits = await agent.post(`/api/rooms/${roomId}/visits`).send(entry);
  const recusal = { personId: custodian.id, caseNumber: `${FOREIGN_MARK}案`, reason: FOREIGN_MARK };
  const declared = await agent.post('/api/recusals').send(recusal);
  const visitId = textAt(visits.body, 'items.0.id');
  const people = { incomingId: incoming.id, supervisorId: other.id, leadId: equipment.id };
  const handover = { cause: 'transfer', document: `${FOREIGN_MARK}调令`, ...people };
  const opened = await agent.post(`/api/rooms/${roomId}/handovers`).send(handover);
  const handoverId = textAt(opened.body, 'id');
  return {
    roomId,
    custodianshipId: textAt(appointed.body, 'custodian.custodianshipId'),
    visitId,
    withVisitId: visitId,
    recusalId: textAt(declared.body, 'id'),
    emergencyLockerId: roomId,
    fromRoomId: roomId,
    toRoomId: handoverId,
    escortId: custodian.id,
    handoverId,
    matterId: handoverId,
    lineId: handoverId,
    ...people,
    leaderId: other.id,
  };
}

/** A paper of the case with a printed copy. */
async function buildPaper({ agent }: TestPerson, caseId: string, itemId: string) {
  const paper = { form: 'seizure_list', caseId, itemIds: [itemId], texts: { note: FOREIGN_MARK } };
  const issued = await agent.post('/api/papers').send(paper);
  const paperId = textAt(issued.body, 'id');
  const printed = await agent.post(`/api/papers/${paperId}/prints`).send({ reason: FOREIGN_MARK });
  return { paperId, replacesId: paperId, printId: textAt(printed.body, 'printId') };
}

async function buildSeizedProperty(
  equipment: TestPerson,
  custodians: readonly [TestPerson, TestPerson],
  other: TestPerson,
) {
  const room = await buildRoom(equipment, ...custodians, other);
  const cases = await buildCases(custodians[0]);
  const items = await buildSeizedItems(...custodians, { caseId: cases.caseId, roomId: room.roomId });
  const paper = await buildPaper(custodians[0], cases.caseId, items.itemId);
  return { ...room, ...cases, ...items, ...paper, lockerId: room.roomId };
}

async function dispositionsOf(
  test: TestApp,
  courtId: number,
  { caseId, itemId, partyId }: { caseId: string; itemId: string; partyId: string },
  personId: string,
) {
  const things = { courtId, caseId, itemId, personId, mark: FOREIGN_MARK };
  return { ...(await buildForeignDispositions(test, things)), beneficiaryId: partyId };
}

/** An item that waits to be moved to another case. */
async function buildReattribution(test: TestApp, courtId: number, otherCaseId: string): Promise<string> {
  const id = newId();
  await test.database.ownerPool.query(
    `insert into item_reattributions (court_id, id, item_id, from_case_id, to_case_id, from_book_id, reason, state,
      proposed_by_name, proposed_at)
    select court_id, $2, id, case_id, $3, book_id, $4, 'proposed', $4, now() from seized_items
    where court_id = $1 limit 1`,
    [courtId, id, otherCaseId, FOREIGN_MARK],
  );
  return id;
}

export async function buildForeignCourt(test: TestApp, parent: TestCourt): Promise<ForeignCourt> {
  const court = await buildCourt(test, {
    parent,
    name: `${FOREIGN_MARK}法院`,
    departmentName: `${FOREIGN_MARK}庭`,
  });
  const spare = await buildDepartment(test, court, `${FOREIGN_MARK}科`);
  const person = (role: Role) => buildPerson(test, { court, role, name: `${FOREIGN_MARK}${role}` });
  const people = {
    equipment: await person('equipment_admin'),
    system: await person('system_admin'),
    security: await person('security_admin'),
    audit: await person('audit_admin'),
  };
  const custodians = [await person('property_custodian'), await person('property_custodian')] as const;
  const seized = await buildSeizedProperty(people.equipment, custodians, people.audit);
  const asset = await buildAsset(people.equipment, court.departmentId);
  await buildApiToken(test, people.equipment, ['asset.read']);
  const owner = test.database.ownerPool;
  const first = async (query: string) => {
    const { rows } = await owner.query<{ id: string }>(query, [court.id]);
    return textAt(rows, '0.id');
  };
  const { batchId, blankCode } = await buildCodeBatch(people.equipment);
  const printing = await buildPrinting(people.equipment, asset.assetId);
  const samples = {
    ...(await buildRelease(test, people.equipment, people.system.id, seized.itemId)),
    ...printing,
    ...seized,
    ...(await dispositionsOf(test, court.id, seized, people.equipment.id)),
    kind: 'A',
    thingId: asset.assetId,
    ids: asset.assetId,
    ...asset,
    batchId,
    'bindLabels.code': blankCode,
    'bindLabels.subjectId': asset.assetId,
    'stockInAssets.blankCodes': blankCode,
    importId: await buildImport(people.equipment),
    viewId: await buildSavedView(people.equipment),
    courtId: String(court.id),
    ...{ departmentId: spare.id, managingDepartmentId: spare.id },
    personId: people.equipment.id,
    holderId: people.equipment.id,
    badgeCode: people.equipment.badgeCode ?? '',
    membershipId: await first('select id from memberships where court_id = $1 limit 1'),
    reattributionId: await buildReattribution(test, court.id, seized.otherCaseId),
    tokenId: await first('select id from api_tokens where court_id = $1 limit 1'),
    eventId: await first('select id from audit_events where court_id = $1 limit 1'),
    sessionId: await first('select id from sessions where court_id = $1 limit 1'),
    actorId: people.equipment.id,
    subjectId: people.equipment.id,
    parentAssetId: asset.assetId,
    ...{ 'createDepartment.parentId': spare.id, 'updateDepartment.parentId': spare.id },
    parentId: asset.placeId,
    id: people.equipment.id,
    q: FOREIGN_MARK,
  };
  return { court, people, samples };
}
