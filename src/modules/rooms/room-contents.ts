/** Modules that keep things in storage rooms say here what a room holds, and what its custodian has open. */
import type { TenantReader } from '../../platform/database.ts';
import type { Sentence } from '../../platform/errors.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import type { MatterKind } from './handover-matters.ts';
import type { Particulars } from './particulars.ts';

/** One thing in the room, as a checklist names it. */
export interface HeldThing {
  readonly subjectId: string;
  /** What is scanned; null: a thing without a code, which can only be explained. */
  readonly code: string | null;
  readonly title: string;
  /** What somebody wrote about it. */
  readonly detail: string | null;
  readonly particulars?: Particulars;
  readonly placePath: string | null;
}

/** Something that is not at rest in the room and that somebody must take over. */
export interface OpenMatter {
  readonly kind: MatterKind;
  /** What has a page of its own; of `room_move` the move. */
  readonly subjectId?: string;
  readonly title: string;
  /** The state of the thing, in both languages. */
  readonly condition?: Sentence;
  readonly detail: string | null;
  readonly particulars?: Particulars | null;
}

export interface RoomOfCourt {
  readonly courtId: number;
  readonly roomId: string;
}

export interface RoomContents {
  /** Unique: `seizedItems`. */
  readonly key: string;
  /** What is counted, in the middle of a sentence. */
  readonly label: Sentence;
  /** Everything in the room or anywhere below it, in the order in which one walks along it. */
  listHeld(reader: TenantReader, room: RoomOfCourt): Promise<readonly HeldThing[]>;
  countHeld(reader: TenantReader, room: RoomOfCourt): Promise<number>;
  /** What the room's custodian has open at the moment: loans out of the room, differences, pending requests. */
  listOpenMatters(
    reader: TenantReader,
    room: RoomOfCourt & { readonly personId: string; readonly at: Date },
  ): Promise<readonly OpenMatter[]>;
  /**
   * Why somebody cannot leave: what they do that nobody else can end, with or without a post. `roomId`: the room whose
   * post they leave; null: any.
   */
  objectToLeaving?(
    reader: TenantReader,
    post: { readonly courtId: number; readonly roomId: string | null; readonly personId: string },
  ): Promise<Sentence | null>;
  /** A handover of the room is complete: these things were seen there by two people from `since` on. */
  readonly confirmCounted?: (
    command: CommandContext,
    count: {
      readonly roomId: string;
      readonly subjectIds: readonly string[];
      readonly basis: string;
      readonly since: Date;
    },
  ) => Promise<void>;
  /** Why the room cannot be frozen at this moment, such as a stocktake that is open; null when it can. */
  objectToFreezing?(reader: TenantReader, room: RoomOfCourt): Promise<Sentence | null>;
}

const contents = new Map<string, RoomContents>();

/** Registering the same key again replaces it. */
export function registerRoomContents(holder: RoomContents): void {
  contents.set(holder.key, holder);
}

export function listRoomContents(): RoomContents[] {
  return [...contents.values()];
}
