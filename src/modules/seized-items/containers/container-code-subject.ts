/** How boxes and bags stand behind codes of kind B: in words, on labels, after a scan. */
import { shanghaiDay, shanghaiInstant } from '../../../platform/clock.ts';
import type { QueryContext } from '../../../platform/run-query.ts';
import type { Sentence } from '../../../platform/errors.ts';
import { sayQuantity } from '../../../platform/quantity.ts';
import { mayUse } from '../../accounts/permissions.ts';
import { reachesCase } from '../../cases/case-access.ts';
import type { CodedThing, CodeSubject, ThingLabelFields } from '../../item-codes/code-subjects.ts';
import type { ScannedThing } from '../../item-codes/scan.contract.ts';
import { normaliseQuantity } from '../../ledger/entry.ts';
import { HAZARDS } from '../item-fields.ts';
import { listItemRowsById, type ItemRow } from '../item-page.sql.ts';
import { isSecretItem, recordedItemName } from '../mask-item.ts';
import { USUAL_UNIT } from '../item-quantity.ts';
import { listContainerActions } from './container-actions.ts';
import { updateContainerCodes } from './container-code.sql.ts';
import { listContainersById, listItemIdsIn, type ContainerRow } from './container.sql.ts';
import { seeContainers, type SeenContainer } from './see-containers.ts';
import { CONTAINER_KINDS } from './containers.contract.ts';

const NAMES_MAX = 6;

const FOREIGN_LOT = { zh: '其他案件的大宗货物', en: 'a lot of another case' };

function contentsOf(row: SeenContainer): Sentence {
  const { lotItemName, lotQuantity, lotUnit, itemCount, boxCount } = row;
  if (row.isForeignLot) return FOREIGN_LOT;
  if (lotItemName !== null) {
    const { zh, en } = sayQuantity(normaliseQuantity(lotQuantity ?? '0'), lotUnit ?? '');
    return { zh: `${lotItemName} ${zh}`, en: `${lotItemName} ${en}` };
  }
  const items = sayQuantity(String(itemCount), USUAL_UNIT);
  if (boxCount === 0) return items;
  const boxes = sayQuantity(String(boxCount), '盒').en;
  return { zh: `${items.zh}、内箱 ${boxCount} 个`, en: `${items.en}, ${boxes} inside` };
}

function thingOf(row: SeenContainer): CodedThing {
  const { id, code, courtId, name } = row;
  const [own, contents] = [CONTAINER_KINDS[row.kind], contentsOf(row)];
  const subtitle = { zh: `${own.zh} · ${contents.zh}`, en: `${own.en} · ${contents.en}` };
  return { kind: 'B', id, code, courtId, title: name, subtitle, isOver: row.closedAt !== null };
}

async function listReadableItems({ reader, actor }: QueryContext, row: ContainerRow): Promise<ItemRow[]> {
  const ids = await listItemIdsIn(reader, row.courtId, [row.id]);
  const items = await listItemRowsById(reader, [row.courtId], ids);
  return items.filter((item) => reachesCase(actor, 'item.read', item, 'read'));
}

function sayNames(items: readonly ItemRow[]): string {
  const counts = new Map<string, number>();
  for (const name of items.map((item) => recordedItemName({ ...item, isSecret: isSecretItem(item) })))
    counts.set(name, (counts.get(name) ?? 0) + 1);
  const said = [...counts].map(([name, count]) => (count === 1 ? name : `${name} ${count} 件`));
  return said.slice(0, NAMES_MAX).join('、') + (said.length > NAMES_MAX ? ' 等' : '');
}

function labelOf(row: SeenContainer, items: readonly ItemRow[]): ThingLabelFields {
  const cases = [...new Set(items.map(({ caseNumber }) => caseNumber))];
  const signs = new Set(items.flatMap(({ hazards }) => hazards));
  const fields: Record<string, string | null> = {
    court: row.court,
    name: row.name,
    caseNumber: cases.length > 1 ? `${cases[0] ?? ''} 等 ${cases.length} 案` : (cases[0] ?? null),
    contents: items.length === 0 ? contentsOf(row).zh : sayNames(items),
    itemCount: row.lotItemId === null ? `${row.itemCount} 件` : null,
    warning: Object.entries(HAZARDS)
      .flatMap(([key, { zh }]) => (signs.has(key) ? [zh] : []))
      .join('、'),
    sealNumber: row.sealNumber,
    packedOn: shanghaiDay(row.updatedAt),
    place: row.place,
  };
  const stated = Object.entries(fields).filter(
    (entry): entry is [string, string] => entry[1] !== null && entry[1] !== '',
  );
  return { id: row.id, code: row.code, fields: Object.fromEntries(stated) };
}

function scannedOf(row: SeenContainer, { actor }: QueryContext): ScannedThing {
  const { id, courtId, code, name, holder, holderId, place, placeId, sealNumber, parentName } = row;
  const state =
    row.closedAt !== null
      ? { id: 'closed', zh: '已停用', en: 'Out of use' }
      : sealNumber === null
        ? { id: 'open', zh: '未封存', en: 'Open' }
        : { id: 'sealed', zh: `已封存 ${sealNumber}`, en: `Sealed ${sealNumber}` };
  const within = parentName === null ? [] : [parentName];
  return {
    kind: 'B',
    ...{ id, courtId, code },
    title: name,
    subtitle: thingOf(row).subtitle,
    status: state,
    department: null,
    holder: holder === null ? null : { id: holderId ?? '', name: holder },
    place: place === null ? null : { id: placeId, path: [place, ...within].join(' / ') },
    since: shanghaiInstant(row.updatedAt),
    photoFileId: null,
    actions: listContainerActions(row, {
      isOwnCourt: courtId === actor.courtId,
      mayMove: mayUse(actor, 'item.move'),
      personId: actor.personId,
    }).map((action) => ({ ...action })),
  };
}

async function listSeen(context: QueryContext, ids: readonly string[]): Promise<SeenContainer[]> {
  const { reader, actor } = context;
  return seeContainers(context, await listContainersById(reader, actor.readableCourtIds, ids));
}

export const CONTAINER_CODE_SUBJECT: CodeSubject = {
  kind: 'B',
  permission: 'item.read',
  async listThings(context, ids) {
    return (await listSeen(context, ids)).map(thingOf);
  },
  async listLabelFields(context, ids) {
    const rows = await listSeen(context, ids);
    return Promise.all(rows.map(async (row) => labelOf(row, await listReadableItems(context, row))));
  },
  changeCodes: ({ trx, actor }, changes) => updateContainerCodes(trx, actor.courtId, changes),
  async describeScanned(context, id) {
    const [row] = await listSeen(context, [id]);
    return row ? scannedOf(row, context) : null;
  },
  // A seal of a box is found by the list of boxes; a scan knows its code only.
  listByNumber: () => Promise.resolve([]),
};
