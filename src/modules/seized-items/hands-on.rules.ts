/** Which transitions move the custody of a thing, and which need a hand on it. Pure; runs in the browser too. */
import type { ItemTransition } from './item-transitions.ts';

/**
 * Done by the custodian of the room or a deputy (专人专管). Money that goes to the bank, treasury and sale are finance's and
 * enforcement's too, who take it from the custodian.
 */
export const CUSTODY_MOVES: ReadonlySet<ItemTransition> = new Set([
  'check_in',
  'record_difference',
  'settle_difference',
  'baseline_more',
  'baseline_less',
  'relocate',
  'carry_out',
  'carry_in',
  'from_keeper',
  'take_back_from_transit',
  'prepare_release',
  'release',
  'give_back',
  'dispatch',
  'to_keeper',
  'unseal',
  'reseal',
  'weigh',
  'record_birth',
  'record_death',
  'record_natural_loss',
  'split_off',
  'merge_back',
  'take_in',
  'put_in',
  'take_out',
  'strike_counterfeit',
  'return_to_owner',
  'destroy',
  'send_back',
]);

/** What nobody can do to a thing without a hand on it. */
export const NEEDS_A_HAND: ReadonlySet<ItemTransition> = new Set([
  'relocate',
  'carry_out',
  'carry_in',
  'put_in',
  'take_out',
  'unseal',
  'reseal',
  'weigh',
  'split_off',
  'merge_back',
  'take_in',
  'strike_counterfeit',
  'release',
  'dispatch',
  'to_keeper',
  'deposit',
  'return_to_owner',
  'pay_into_treasury',
  'forfeit_unclaimed',
  'sell',
  'destroy',
  'send_back',
]);
