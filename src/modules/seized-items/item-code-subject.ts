/** How seized items stand behind codes of kind S: in words, on labels, after a scan. */
import { shanghaiDay, shanghaiInstant } from '../../platform/clock.ts';
import { fillSentence, type Sentence } from '../../platform/errors.ts';
import type { QueryContext } from '../../platform/run-query.ts';
import { sayQuantity } from '../../platform/quantity.ts';
import { reachesCase } from '../cases/case-access.ts';
import type { CodedThing, CodeSubject, ThingLabelFields } from '../item-codes/code-subjects.ts';
import type { ScanDoubt, ScannedThing } from '../item-codes/scan.contract.ts';
import { normaliseQuantity } from '../ledger/entry.ts';
import { changeItemCodes } from './change-item-codes.ts';
import { listItemActions } from './item-actions.ts';
import { categoryOf } from './item-categories.ts';
import {
  listItemLabelFacts,
  listItemsByNumber,
  listUnidentifiedItems,
  type ItemLabelFacts,
} from './item-label.sql.ts';
import { listItemRowsById, type ItemRow } from './item-page.sql.ts';
import { answersForRoomOf, openRoomBook } from './load-grounds.ts';
import { maskItem } from './mask-item.ts';
import { pieceOf } from './item-piece.ts';
import { isEnded, ITEM_STATES } from './item-states.ts';
import { findDoubt } from './sightings/find-doubt.ts';
import { SIGHTING_DOUBTS } from './sightings/sighting.rules.ts';
import { warningsOf } from './item-warnings.ts';

async function listReadable({ reader, actor }: QueryContext, ids: readonly string[]): Promise<ItemRow[]> {
  const rows = await listItemRowsById(reader, actor.readableCourtIds, ids);
  return rows
    .filter((row) => reachesCase(actor, 'item.read', row, 'read'))
    .map((row) => maskItem(actor, row));
}

function subtitleOf(row: ItemRow): Sentence {
  const [piece, quantity] = [pieceOf(row), sayQuantity(normaliseQuantity(row.onHand), row.unit)];
  return { zh: `${piece.zh} · ${quantity.zh}`, en: `${piece.en} · ${quantity.en}` };
}

function thingOf(row: ItemRow): CodedThing {
  const { id, code, courtId, name, state } = row;
  return { kind: 'S', id, code, courtId, title: name, subtitle: subtitleOf(row), isOver: isEnded(state) };
}

/** No number of an identity document ever stands on a label. */
function labelOf(row: ItemRow, facts: ItemLabelFacts | undefined): ThingLabelFields {
  const count = facts?.itemCount ?? row.number;
  const fields: Record<string, string | null | undefined> = {
    court: row.court,
    caseNumber: row.caseNumber,
    name: row.name,
    features: row.facts.features,
    quantity: sayQuantity(normaliseQuantity(row.onHand), row.unit).zh,
    piece: `第 ${row.number} 件 / 共 ${count} 件`,
    pieceNumber: String(row.number),
    pieceCount: String(count),
    warning: warningsOf(row),
    receivedOn: facts?.receivedAt ? shanghaiDay(facts.receivedAt) : null,
    place: row.place,
    custodian: facts?.custodian,
    handler: row.handler,
    sealNumber: row.sealNumber,
    sealedOn: facts?.sealedAt ? shanghaiDay(facts.sealedAt) : null,
    sealedBy: facts?.sealedBy,
  };
  const stated = Object.entries(fields).filter(
    (entry): entry is [string, string] => entry[1] != null && entry[1] !== '',
  );
  return { id: row.id, code: row.code, fields: Object.fromEntries(stated) };
}

async function describeScanned(context: QueryContext, id: string): Promise<ScannedThing | null> {
  const { reader, actor, now } = context;
  const [row] = await listReadable(context, [id]);
  if (!row) return null;
  const { courtId, code, name, state, holder, holderId, place, placeId, sealNumber, container } = row;
  const { zh, en } = ITEM_STATES[state];
  return {
    kind: 'S',
    ...{ id, courtId, code },
    title: name,
    subtitle: subtitleOf(row),
    status: { id: state, zh, en },
    department: null,
    holder: holder === null ? null : { id: holderId ?? '', name: holder },
    place:
      place === null
        ? null
        : { id: placeId, path: [place, ...(container === null ? [] : [container])].join(' / ') },
    since: shanghaiInstant(row.stateSince),
    photoFileId: categoryOf(row.category).isHidden === true ? null : row.photoFileId,
    actions: listItemActions({
      state,
      roles: actor.roles,
      isSealed: sealNumber !== null,
      takesNoSeal: categoryOf(row.category).takesNoSeal === true,
      isCarried: state === 'in_store' && placeId === null && holderId !== null,
      // why: a list of things does not ask for the releases of each; the page of the thing offers it.
      isKeptSinceReceipt: false,
      isOwnCourt: courtId === actor.courtId,
      answersForRoom: await answersForRoomOf(openRoomBook(reader, courtId, now), {
        ...{ placeId, personId: actor.personId },
      }),
    }).map((action) => ({ ...action })),
  };
}

async function doubtScanned(context: QueryContext, id: string): Promise<ScanDoubt | null> {
  const { reader, actor, now } = context;
  const [row] = await listReadable(context, [id]);
  if (row?.courtId !== actor.courtId) return null;
  const { doubt } = await findDoubt(reader, row, { personId: actor.personId, now });
  if (doubt === null) return null;
  const { stops, zh, en } = SIGHTING_DOUBTS[doubt.key];
  return { key: doubt.key, stops, ...fillSentence({ zh, en }, doubt.facts) };
}

export const ITEM_CODE_SUBJECT: CodeSubject = {
  kind: 'S',
  permission: 'item.read',
  async listThings(context, ids) {
    return (await listReadable(context, ids)).map(thingOf);
  },
  async listLabelFields(context, ids) {
    const rows = await listReadable(context, ids);
    const facts = await listItemLabelFacts(
      context.reader,
      context.actor.readableCourtIds,
      rows.map(({ id }) => id),
    );
    return rows.map((row) => labelOf(row, facts.get(row.id)));
  },
  listUnidentified: listUnidentifiedItems,
  changeCodes: changeItemCodes,
  describeScanned,
  doubtScanned,
  async listByNumber(context, text) {
    const found = await listItemsByNumber(context.reader, context.actor.readableCourtIds, text.trim());
    const readable = new Set((await listReadable(context, found)).map(({ id }) => id));
    return found.filter((id) => readable.has(id)).map((id) => ({ id, by: 'alias' }));
  },
};
