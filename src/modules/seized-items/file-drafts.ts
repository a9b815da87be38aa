/** What photos and slips of this module are sent ahead of: they get the id under which the thing is recorded afterwards. */
import type { DraftSubject } from '../../platform/files/unrecorded-file.sql.ts';
import { CONVERSION_SUBJECT } from './money/conversion.sql.ts';
import { DEPOSIT_SUBJECT } from './money/deposit.sql.ts';
import { UNCASED_SUBJECT } from './uncased/uncased-photo.sql.ts';

export const ITEM_FILE_DRAFTS: readonly DraftSubject[] = [
  { kind: UNCASED_SUBJECT, table: 'uncased_things' },
  { kind: DEPOSIT_SUBJECT, table: 'money_deposits' },
  { kind: CONVERSION_SUBJECT, table: 'money_conversions' },
];
