/** 启封 asked for by the judge's side and approved by the head of the department, through the public door. */
import {
  decideApprovalEndpoint,
  readApprovalEndpoint,
} from '../../src/modules/approvals/approvals.contract.ts';
import { requestUnsealingEndpoint } from '../../src/modules/seized-items/releases/requests.contract.ts';
import { bodyOf } from './answers.ts';
import { buildPerson, type TestCourt, type TestPerson } from './people.ts';
import type { SeizedCourt } from './seized-court.ts';
import type { TestApp } from './test-app.ts';

type Court = Pick<SeizedCourt, 'court' | 'handler'>;

const heads = new WeakMap<TestCourt, TestPerson>();

async function headOf(test: TestApp, { court }: Court): Promise<TestPerson> {
  const head =
    heads.get(court) ?? (await buildPerson(test, { court, role: 'department_head', name: '庭长启' }));
  heads.set(court, head);
  return head;
}

export async function askUnsealing(court: Court, itemIds: readonly string[]): Promise<string> {
  const body = { reason: '核对原物', items: itemIds.map((itemId) => ({ itemId })) };
  const answer = await court.handler.agent.post('/api/item-requests/unsealings').send(body).expect(200);
  return bodyOf(requestUnsealingEndpoint, answer).id;
}

/** Answers the number of the approval. */
export async function approveAsked(test: TestApp, court: Court, requestId: string): Promise<string> {
  const { agent } = await headOf(test, court);
  const seen = bodyOf(readApprovalEndpoint, await agent.get(`/api/approvals/${requestId}`).expect(200));
  const decided = await agent
    .post(`/api/approvals/${requestId}/decide`)
    .set('If-Match', `"${seen.version}"`)
    .send({ verdict: 'approve', opinion: '同意' })
    .expect(200);
  return bodyOf(decideApprovalEndpoint, decided).number;
}

export async function approveUnsealing(
  test: TestApp,
  court: Court,
  itemIds: readonly string[],
): Promise<string> {
  return approveAsked(test, court, await askUnsealing(court, itemIds));
}
