/** How people stand behind the codes of kind P on their badges. Accounts know nothing of codes, so it is told here. */
import type { QueryContext } from '../../platform/run-query.ts';
import { changeBadges } from '../accounts/change-badges.ts';
import { findPersonByBadge } from '../accounts/find-person-by-badge.ts';
import { listBadgeHolders, type BadgeHolder } from '../accounts/list-badge-holders.ts';
import { mayUse } from '../accounts/permissions.ts';
import type { CodedThing, CodeSubject, ThingLabelFields } from './code-subjects.ts';
import type { ScannedThing } from './scan.contract.ts';
import { asWritten } from './as-written.ts';

function thingOf({ id, courtId, name, badgeCode, department, isClosed }: BadgeHolder): CodedThing {
  return {
    kind: 'P',
    id,
    code: badgeCode ?? '',
    courtId,
    title: name,
    subtitle: asWritten(department),
    isOver: isClosed,
  };
}

function labelOf({ id, badgeCode, court, name, department, employeeNumber }: BadgeHolder): ThingLabelFields {
  const given = { court, name, department, staffNumber: employeeNumber };
  const fields = Object.fromEntries(
    Object.entries(given).filter((entry): entry is [string, string] => entry[1] !== null),
  );
  return { id, code: badgeCode ?? '', fields };
}

async function describeScanned(context: QueryContext, id: string): Promise<ScannedThing | null> {
  const [person] = await listBadgeHolders(context, [id]);
  if (!person || person.badgeCode === null) return null;
  const { departmentId, department } = person;
  const mayIssue = !person.isClosed && mayUse(context.actor, 'asset.move');
  return {
    kind: 'P',
    id,
    courtId: person.courtId,
    code: person.badgeCode,
    title: person.name,
    subtitle: asWritten(person.employeeNumber),
    status: person.isClosed ? { id: 'closed', zh: '已停用', en: 'Closed' } : null,
    department: departmentId === null || department === null ? null : { id: departmentId, name: department },
    holder: null,
    place: null,
    since: null,
    photoFileId: null,
    actions: mayIssue ? [{ key: 'issue_to_person', zh: '向此人发放', en: 'Issue to this person' }] : [],
  };
}

export const BADGE_CODE_SUBJECT: CodeSubject = {
  kind: 'P',
  permission: 'directory.read',
  listThings: async (context, ids) =>
    (await listBadgeHolders(context, ids)).filter(({ badgeCode }) => badgeCode !== null).map(thingOf),
  listLabelFields: async (context, ids) =>
    (await listBadgeHolders(context, ids)).filter(({ badgeCode }) => badgeCode !== null).map(labelOf),
  changeCodes: (command, changes) =>
    changeBadges(
      command,
      changes.map(({ id, to }) => ({ personId: id, badgeCode: to })),
    ),
  describeScanned,
  async listByNumber({ reader, actor, now }, text) {
    const person = await findPersonByBadge(reader, actor.courtId, text, now);
    return person ? [{ id: person.id, by: 'alias' }] : [];
  },
};
