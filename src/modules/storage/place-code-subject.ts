/** How places stand behind codes of kind L: in words, on labels, after a scan. */
import { asWritten } from '../item-codes/as-written.ts';
import type { CodedThing, CodeSubject, ThingLabelFields } from '../item-codes/code-subjects.ts';
import type { ScannedThing } from '../item-codes/scan.contract.ts';
import { mayUse } from '../accounts/permissions.ts';
import { listCodedPlaces, updatePlaceCodes, type CodedPlaceRow } from './place.sql.ts';
import { PLACE_KINDS } from './rules.ts';

function thingOf({ id, code, courtId, name, path, closedOn }: CodedPlaceRow): CodedThing {
  return {
    kind: 'L',
    id,
    code: code ?? '',
    courtId,
    title: name,
    subtitle: asWritten(path),
    isOver: closedOn !== null,
  };
}

function labelOf({ id, code, court, name, path, parentName, kind }: CodedPlaceRow): ThingLabelFields {
  const fields = { court, name, path, placeKind: PLACE_KINDS[kind].zh };
  return { id, code: code ?? '', fields: parentName === null ? fields : { ...fields, parent: parentName } };
}

function scannedOf(place: CodedPlaceRow, mayMoveThings: boolean): ScannedThing {
  const { parentId, parentPath, closedOn } = place;
  return {
    kind: 'L',
    id: place.id,
    courtId: place.courtId,
    code: place.code ?? '',
    title: place.name,
    subtitle: asWritten(place.path),
    status: closedOn === null ? null : { id: 'closed', zh: '已停用', en: 'Closed' },
    department: null,
    holder: null,
    place: parentPath === null ? null : { id: parentId, path: parentPath },
    since: closedOn,
    photoFileId: null,
    actions:
      closedOn === null && mayMoveThings
        ? [{ key: 'move_things_here', zh: '移物入位', en: 'Move things here' }]
        : [],
  };
}

export const PLACE_CODE_SUBJECT: CodeSubject = {
  kind: 'L',
  permission: 'place.read',
  async listThings({ reader, actor }, ids) {
    return (await listCodedPlaces(reader, actor.readableCourtIds, ids)).map(thingOf);
  },
  async listLabelFields({ reader, actor }, ids) {
    return (await listCodedPlaces(reader, actor.readableCourtIds, ids)).map(labelOf);
  },
  changeCodes: ({ trx, actor }, changes) => updatePlaceCodes(trx, actor.courtId, changes),
  async describeScanned({ reader, actor }, id) {
    const [place] = await listCodedPlaces(reader, actor.readableCourtIds, [id]);
    if (!place) return null;
    return scannedOf(place, place.courtId === actor.courtId && mayUse(actor, 'asset.move'));
  },
  // A place has no number but its code.
  listByNumber: () => Promise.resolve([]),
};
