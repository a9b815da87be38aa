import type { DeadlineCompanions } from '../deadlines/deadline-companions.ts';
import { listCaseKeepers } from './case-handler.sql.ts';

/** Of a clock of a case its handler and its clerk; of one that follows a room nobody, because who handles keeps nothing. */
export const CASE_COMPANIONS: DeadlineCompanions = {
  key: 'cases',
  async find(reader, deadlines) {
    const people = new Map<string, readonly string[]>();
    const ofCases = deadlines.filter(({ caseId, roomId }) => caseId !== null && roomId === null);
    for (const courtId of new Set(ofCases.map((one) => one.courtId))) {
      const ofCourt = ofCases.filter((one) => one.courtId === courtId);
      const caseIds = [...new Set(ofCourt.flatMap(({ caseId }) => caseId ?? []))];
      const keepers = await listCaseKeepers(reader, courtId, caseIds);
      for (const { id, caseId } of ofCourt) people.set(id, keepers.get(caseId ?? '') ?? []);
    }
    return people;
  },
};
