import { shanghaiDay } from '../../platform/clock.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { appendAccountEvent } from './audit-of-sign-in.ts';
import { verifyPassword } from './password-hash.ts';
import { findPersonOfCourt } from './people-list.sql.ts';
import { countWrongPinsSentBy, lockGuesser, lockPin, updatePinFailures } from './pin.sql.ts';
import { refuseAccount } from './refusals.ts';
import { PIN_FAILURES_MAX, PIN_GUESSES_MAX, PIN_LOCK_MINUTES } from './rules.ts';

/** Whoever sends wrong PINs locks a few of them at most. Refusal: PIN_GUESSES_TOO_MANY. */
async function refuseGuesser({ trx, actor, now }: CommandContext): Promise<void> {
  const since = new Date(now.getTime() - PIN_LOCK_MINUTES * 60_000);
  await lockGuesser(trx, actor.personId);
  const wrong = await countWrongPinsSentBy(trx, actor.courtId, actor.personId, since);
  if (wrong >= PIN_GUESSES_MAX)
    throw refuseAccount('PIN_GUESSES_TOO_MANY', { seconds: PIN_LOCK_MINUTES * 60 });
}

/**
 * The person proves to be present by their PIN. The attempt is counted before it is compared, and stays counted when
 * the command is refused; five failures lock the PIN for a quarter of an hour.
 * Refusals: SECOND_PERSON_UNFIT, PIN_GUESSES_TOO_MANY, PIN_NOT_SET, PIN_LOCKED, PIN_WRONG, SIGN_IN_BUSY.
 */
export async function confirmByPin(
  command: CommandContext,
  personId: string,
  pin: string,
): Promise<{ name: string }> {
  const { trx, actor, now, request } = command;
  const person = await findPersonOfCourt(trx, actor.courtId, personId, shanghaiDay(now));
  if (!person || person.closed) throw refuseAccount('SECOND_PERSON_UNFIT');
  const name = person.full_name;
  await refuseGuesser(command);
  const { pinHash, failures } = await command.apart(async (separate) => {
    const state = await lockPin(separate, personId);
    if (!state || state.pinHash === null) throw refuseAccount('PIN_NOT_SET', { name });
    const lockedMs = (state.lockedUntil?.getTime() ?? 0) - now.getTime();
    if (lockedMs > 0) throw refuseAccount('PIN_LOCKED', { name, seconds: Math.ceil(lockedMs / 1000) });
    const count = state.failures + 1;
    const lockedUntil =
      count >= PIN_FAILURES_MAX ? new Date(now.getTime() + PIN_LOCK_MINUTES * 60_000) : null;
    await updatePinFailures(separate, personId, { failures: count, lockedUntil });
    return { pinHash: state.pinHash, failures: count };
  });
  const isRight = await verifyPassword(pinHash, pin, 'known');
  await command.apart(async (separate) => {
    if (isRight) {
      await updatePinFailures(separate, personId, { failures: 0, lockedUntil: null });
      return;
    }
    const subject = { id: personId, label: name };
    const { courtId } = actor;
    const detail = { failures };
    const event = {
      command: 'confirmByPin',
      outcome: 'refused',
      now,
      request,
      courtId,
      actor,
      subject,
      detail,
    } as const;
    await appendAccountEvent(separate, event);
  });
  if (isRight) return { name };
  const left = PIN_FAILURES_MAX - failures;
  if (left <= 0) throw refuseAccount('PIN_LOCKED', { name, seconds: PIN_LOCK_MINUTES * 60 });
  throw refuseAccount('PIN_WRONG', { name, left });
}

/** The same for a second person, who is never the actor. Refusals: SECOND_PERSON_IS_ACTOR and those of confirmByPin. */
export async function confirmBySecondPerson(
  command: CommandContext,
  second: { personId: string; pin: string },
): Promise<{ name: string }> {
  if (second.personId === command.actor.personId) throw refuseAccount('SECOND_PERSON_IS_ACTOR');
  return confirmByPin(command, second.personId, second.pin);
}
