import { shanghaiDay } from '../../platform/clock.ts';
import { compareDecimals } from '../../platform/decimal.ts';
import type { InputOf, ResponseOf } from '../../platform/endpoint.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { confirmBySecondPerson } from '../accounts/confirm-by-pin.ts';
import type { EvidenceKind } from '../seized-items/item-transitions.ts';
import { keepSignature } from '../seized-items/keep-signature.ts';
import { occasionOf } from '../seized-items/occasion.ts';
import { requirePhotosOfItems } from '../seized-items/photo-demands/require-photos-of-items.ts';
import { photoOfToday } from '../seized-items/unseal-item.ts';
import { carryOut } from './carry-out.ts';
import type { returnItemsEndpoint } from './dispositions.contract.ts';
import { refuseDisposition } from './disposition-refusals.ts';
import { finishExecution } from './finish-execution.ts';
import { updateNoticesEnded } from './notice.sql.ts';
import { reachItems } from './reach-items.ts';
import { requireTaker } from './require-taker.ts';
import { readTakerNumber } from './seal-taker-number.ts';
import { findStaffNamed } from './staff-name.sql.ts';

type Body = InputOf<typeof returnItemsEndpoint>['body'];

/** Refusal: TAKER_PROOF_MISSING. */
function requireProof({ taker }: Body): void {
  if (taker.relation !== 'self' && taker.proof === null) throw refuseDisposition('TAKER_PROOF_MISSING');
}

/** A person of the court, named or recognised by name, so that the rule of items refuses them. */
async function findStaffTaker({ trx, actor, now }: CommandContext, { taker }: Body): Promise<string | null> {
  if (taker.personId !== null) return taker.personId;
  if (taker.isNamesake) return null;
  const wanted = { name: taker.name.trim(), today: shanghaiDay(now) };
  return (await findStaffNamed(trx, actor.courtId, wanted)) ?? null;
}

async function photosOf(command: CommandContext, itemIds: readonly string[]) {
  const photos = new Map<string, readonly EvidenceKind[]>();
  for (const id of itemIds) photos.set(id, await photoOfToday(command, id));
  return photos;
}

/**
 * Returns items, or a part of each, to the right holder or whom they delegated in writing (T15): two of the court, a
 * photo of the day, both signatures, co-owners’ consent (what is recorded of owners counts, whatever the form says), never
 * staff of the court. What was announced ends as claimed, of a rest it goes on.
 * Refusals: those of reachItems and carryOut, TAKER_PROOF_MISSING, TAKER_NOT_RIGHT_HOLDER, RIGHT_HOLDER_UNSAID, RIGHT_UNPROVED,
 * CO_OWNERS_CONSENT_MISSING, TAKER_NUMBER_INVALID,
 * SIGNATURE_INVALID, PHOTOS_MISSING, those of the second person’s PIN.
 */
export async function returnItems(
  command: CommandContext,
  { body }: InputOf<typeof returnItemsEndpoint>,
): Promise<ResponseOf<typeof returnItemsEndpoint>> {
  const { trx, actor, now } = command;
  const { taker, requestId } = body;
  const itemIds = body.items.map(({ itemId }) => itemId);
  const reached = await reachItems(command, 'disposition.execute', itemIds);
  requireProof(body);
  const number = readTakerNumber(actor.courtId, taker.documentKind, taker.documentNumber);
  const { name } = await confirmBySecondPerson(command, body.secondPerson);
  const secondPerson = { id: body.secondPerson.personId, name };
  const counterpartId = await findStaffTaker(command, body);
  const collecting = {
    ...{ name: taker.name, relation: taker.relation, saysCoOwners: body.hasCoOwners },
    ...{ hasConsent: body.coOwnersConsent !== null, hasProof: taker.proof !== null },
  };
  // Staff are refused by the rule of items, whomever the judgment names.
  const wanted =
    counterpartId === null ? await requireTaker(command, reached, body.items, collecting) : body.items;
  const carried = await carryOut(command, reached, {
    way: 'return',
    wanted,
    requestId,
    secondPerson,
    occasion: occasionOf(command, body, { secondPerson, counterparty: taker.name }),
    evidence: ['taker_identity', 'taker_signature'],
    evidenceOf: await photosOf(command, itemIds),
    counterpartId,
    number,
    facts: {
      counterparty: taker.name,
      relation: taker.relation,
      proof: [taker.proof, body.coOwnersConsent].filter((paper) => paper !== null).join('；') || null,
      signatureSha256: await keepSignature(command, body.takerSignature),
      officerSignatureSha256: await keepSignature(command, body.officerSignature),
      note: body.note,
    },
  });
  const demanded = { step: 'return', itemIds, field: 'items', at: now, leftAt: null } as const;
  await requirePhotosOfItems(command, demanded);
  // Of what was announced and is there still, the year goes on.
  const gone = carried.grounded.flatMap(({ item: { row }, quantity }) =>
    compareDecimals(quantity, row.onHand) < 0 ? [] : row.id,
  );
  await updateNoticesEnded(trx, actor.courtId, gone, { on: shanghaiDay(now), outcome: 'claimed' });
  await finishExecution(command, reached.head.id);
  return { ...carried.answer, dispositionIds: [...carried.dispositionIds], newItem: null };
}
