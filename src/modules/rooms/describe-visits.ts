import type { Actor } from '../../platform/actor.ts';
import { shanghaiInstant } from '../../platform/clock.ts';
import { decidePermission } from '../accounts/permissions.ts';
import type { RoomOfStays, Stay } from './visit.rules.ts';
import type { VisitRow } from './visit.sql.ts';
import type { VisitAnswer } from './visits.contract.ts';

export function stayOf(row: VisitRow): Stay {
  return {
    rootId: row.rootId,
    roomId: row.roomId,
    personId: row.personId,
    name: row.personName,
    enteredAtMs: row.enteredAt.getTime(),
    leftAtMs: row.leftAt?.getTime() ?? null,
    escortRootId: row.escortRootId,
    usedFromMs: row.usedFrom?.getTime() ?? null,
    usedUntilMs: row.usedUntil?.getTime() ?? null,
  };
}

export function roomOfStays(room: {
  readonly id: string;
  readonly twoPersonsSince: Date | null;
}): RoomOfStays {
  return { roomId: room.id, twoPersonsSinceMs: room.twoPersonsSince?.getTime() ?? null };
}

const instantOrNull = (at: Date | null) => at && shanghaiInstant(at);

/** Whether a visit is open for longer than its room allows at `now`. */
export function isAlarm(row: Pick<VisitRow, 'enteredAt' | 'leftAt' | 'alarmMinutes'>, now: Date): boolean {
  return row.leftAt === null && now.getTime() - row.enteredAt.getTime() > row.alarmMinutes * 60_000;
}

/** A row as the wire shows it, with what this actor may do with it. */
export function visitOf(row: VisitRow, actor: Actor, now: Date): VisitAnswer {
  const mayRecord = decidePermission(actor, 'visit.record', { courtId: row.courtId }, 'write').allowed;
  const isCurrent = row.correctedById === null && !row.voided;
  const actions: ('leave' | 'correct')[] = [
    ...(row.leftAt === null ? (['leave'] as const) : []),
    'correct' as const,
  ];
  return {
    id: row.id,
    roomId: row.roomId,
    roomPath: row.roomPath,
    personId: row.personId,
    name: row.personName,
    unit: row.personUnit,
    document: row.document,
    enteredAt: shanghaiInstant(row.enteredAt),
    leftAt: instantOrNull(row.leftAt),
    purpose: row.purpose,
    note: row.note,
    caseId: row.caseId,
    caseNumber: row.caseNumber,
    escortName: row.escortName,
    secondPerson: row.secondPerson,
    approvedBy: row.approvedBy,
    carriedIn: row.carriedIn,
    carriedOut: row.carriedOut,
    keyNumber: row.keyNumber,
    anomaly: row.anomaly,
    signedByBadge: row.signedByBadge,
    enteredLate: row.enteredLate,
    leftLate: row.leftLate,
    recordedAt: shanghaiInstant(row.recordedAt),
    recordedByName: row.recordedByName,
    leftRecordedAt: instantOrNull(row.leftRecordedAt),
    leftRecordedByName: row.leftRecordedByName,
    isAlarm: isCurrent && isAlarm(row, now),
    correctsId: row.correctsId,
    correctedById: row.correctedById,
    correctionReason: row.correctionReason,
    voided: row.voided,
    availableActions: mayRecord && isCurrent ? actions : [],
  };
}
