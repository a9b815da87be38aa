/** Papers of a storage room: those of its handovers. Runs in the browser too. */
import { z } from 'zod';
import { declareEndpoint } from '../../platform/endpoint.ts';
import { uuid } from '../../platform/fields.ts';
import { paperSummary } from './papers.contract.ts';

const tag = 'papers';

/** Forms of the papers of a room, each with the valid paper that was issued, if any. */
const roomPaper = z.object({
  form: z.string(),
  paper: paperSummary.nullable(),
  /** What it is made from is there, and the person may make it. */
  mayIssue: z.boolean(),
  /** The paper that was voided and waits to be made anew. */
  replacesId: z.string().nullable(),
});
export type RoomPaper = z.output<typeof roomPaper>;

export const listHandoverPapersEndpoint = declareEndpoint({
  name: 'listHandoverPapers',
  kind: 'query',
  method: 'get',
  path: '/handovers/:handoverId/papers',
  permission: 'paper.read',
  tag,
  summary: { zh: '保管交接的文书', en: 'Papers of a handover, issued or waiting' },
  params: z.strictObject({ handoverId: uuid() }),
  response: z.object({ papers: z.array(roomPaper) }),
  refusals: ['HANDOVER_NOT_FOUND'],
});

export const draftHandoverEndpoint = declareEndpoint({
  name: 'draftHandover',
  kind: 'download',
  method: 'get',
  path: '/handovers/:handoverId/draft',
  permission: 'room.read',
  tag,
  summary: { zh: '打印交接书稿', en: 'The draft of the handover’s paper' },
  params: z.strictObject({ handoverId: uuid() }),
  response: z.unknown(),
  refusals: ['HANDOVER_NOT_FOUND'],
});
