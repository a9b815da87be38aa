import { listCasesEndpoint, readCaseEndpoint } from '../../../modules/cases/contract.ts';
import { checkCaseNumberEndpoint } from '../../../modules/cases/numbers.contract.ts';

/** What is read anew after a case changed. */
export const STALE_CASES = [readCaseEndpoint, listCasesEndpoint, checkCaseNumberEndpoint];
