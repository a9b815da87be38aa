import type { ImportTarget } from '../../imports/import-target.ts';
import { REGISTER_TARGET, settleRegisterRows } from './settle-register-rows.ts';

/** Older registers of seized property can be imported: each row an item that is 存量待核 until it is counted first. */
export const REGISTER_IMPORT_TARGET: ImportTarget = {
  id: REGISTER_TARGET,
  permission: 'item.import',
  title: { zh: '涉案财物旧台账', en: 'Registers of seized property' },
  settle: settleRegisterRows,
};
