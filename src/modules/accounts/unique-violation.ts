import type { Refusal } from '../../platform/errors.ts';

/** Throws `refusal` instead when the database found that `constraint` is violated. */
export async function refuseWhenTaken<T>(
  constraint: string,
  refusal: Refusal,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Error && 'constraint' in error && error.constraint === constraint) throw refusal;
    throw error;
  }
}
