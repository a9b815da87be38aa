/** What a request says of an item beside its name, in both languages. Pure; runs in the browser too. */
import type { Sentence } from '../../platform/errors.ts';

export interface Fact extends Sentence {
  readonly value: string | Sentence;
}
