import type { TenantReader } from '../../platform/database.ts';
import { findRoomOfVisitor } from './visit.sql.ts';

/** The storage room in which a person is at the moment, by the visit log; nobody is in two. null: in none. */
export async function findPresentRoom(
  reader: TenantReader,
  of: { readonly courtId: number; readonly personId: string; readonly at: Date },
): Promise<{ readonly id: string; readonly name: string } | null> {
  return (await findRoomOfVisitor(reader, of)) ?? null;
}
