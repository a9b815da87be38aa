/** Where a row's thing lies, and whether whoever imports answers for that room. */
import type { Facts } from '../../../platform/errors.ts';
import type { CommandContext } from '../../../platform/run-command.ts';
import type { DraftRow, RowFinding } from '../../imports/import-target.ts';
import { categoryOf, type ItemCategoryId } from '../item-categories.ts';
import type { KeepingRoom } from '../../rooms/find-room-of-place.ts';
import { sayNeeds, unmetNeeds } from '../keeping/keeping-fit.rules.ts';
import { openRoomBook, type RoomBook } from '../load-grounds.ts';
import type { RegisterPlaces } from './register-places.ts';
import type { RegisterRefusal } from './register-sentences.ts';
import type { KnownPlace } from './register.sql.ts';
import type { RegisterTeller } from './tell-findings.ts';

export interface PlacedRow {
  readonly place: KnownPlace | null;
  readonly findings: readonly RowFinding[];
  readonly isRefused: boolean;
}

function objectToRoom(
  room: KeepingRoom | null,
  category: ItemCategoryId,
  actorId: string,
): { readonly code: RegisterRefusal; readonly facts: Facts } | null {
  if (room === null) return { code: 'REGISTER_PLACE_NOT_A_STORE', facts: {} };
  const facts = { room: room.name, category: categoryOf(category) };
  if (!room.custodianIds.includes(actorId)) return { code: 'REGISTER_NOT_CUSTODIAN', facts };
  if (room.isFrozen) return { code: 'REGISTER_ROOM_FROZEN', facts };
  const allowed: readonly string[] = room.allowedCategories;
  return allowed.length > 0 && !allowed.includes(category)
    ? { code: 'REGISTER_CATEGORY_NOT_KEPT', facts }
    : null;
}

/** Decides places row by row; each room is asked for once. */
export class PlaceDecider {
  private readonly rooms: RoomBook;

  constructor(
    private readonly command: CommandContext,
    private readonly places: RegisterPlaces,
    private readonly teller: RegisterTeller,
  ) {
    this.rooms = openRoomBook(command.trx, command.actor.courtId, command.now);
  }

  /** What the thing needs and does not find there is told; registers say where things are, so the row is taken. */
  async decide(
    row: DraftRow,
    { category, keeping }: { readonly category: ItemCategoryId; readonly keeping: readonly string[] },
  ): Promise<PlacedRow> {
    const { teller } = this;
    const { placePath } = row.draft;
    if (placePath === undefined)
      return {
        place: null,
        findings: [teller.notice(row, 'placePath', 'REGISTER_PLACE_BLANK')],
        isRefused: false,
      };
    const place = this.places.find(placePath);
    if (place === null)
      return {
        place: null,
        findings: [teller.refuse(row, 'placePath', 'REGISTER_PLACE_UNKNOWN')],
        isRefused: true,
      };
    const room = await this.rooms.roomOf(place.id);
    const objection = objectToRoom(room, category, this.command.actor.personId);
    if (objection === null) {
      const unmet = unmetNeeds(keeping, room?.environment ?? []);
      const { zh: needs, en: needsEnglish } = sayNeeds(unmet);
      const findings =
        unmet.length === 0
          ? []
          : [teller.notice(row, 'placePath', 'REGISTER_NEEDS_UNMET', { needs, needsEnglish })];
      return { place, findings, isRefused: false };
    }
    const finding = teller.refuse(row, 'placePath', objection.code, objection.facts);
    return { place: null, findings: [finding], isRefused: true };
  }
}
