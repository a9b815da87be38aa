import type { TenantReader } from '../../../platform/database.ts';
import type { Sentence } from '../../../platform/errors.ts';
import { countCarriedBy, listOpenRoomMoves } from './open-room-move.sql.ts';

/**
 * Why somebody cannot leave their post yet: a room is being moved that is theirs or whose move they began, or they carry
 * things from one room to another. `roomId`: the room whose post they leave; null: any.
 */
export async function objectToLeavingMoves(
  reader: TenantReader,
  post: { readonly courtId: number; readonly roomId: string | null; readonly personId: string },
): Promise<Sentence | null> {
  const carried = await countCarriedBy(reader, post.courtId, post.personId);
  if (carried > 0)
    return {
      zh: `该人员手中还有 ${carried} 件移库途中的涉案财物，请先放入库房。`,
      en: `The person still carries ${carried} seized item(s) from one room to another. Put them into a room first.`,
    };
  const [move] = await listOpenRoomMoves(reader, post);
  if (move === undefined) return null;
  const between = `${move.fromRoom} → ${move.toRoom}`;
  return {
    zh: `整库搬迁“${between}”尚未结束，请先办结或中止该搬迁。`,
    en: `The move of a whole room, ${between}, is not over. Complete it or call it off first.`,
  };
}
