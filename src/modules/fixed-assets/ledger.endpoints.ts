/** Joins the declared endpoints of the in/out ledger to their use cases. */
import { answerDownload, answerQuery, type ServedEndpoint } from '../../platform/served-endpoint.ts';
import { exportLedger, printLedger } from './export-ledger.ts';
import * as contract from './ledger.contract.ts';
import { listLedger } from './list-ledger.ts';
import { totalLedger } from './total-ledger.ts';

export const assetLedgerEndpoints: readonly ServedEndpoint[] = [
  answerQuery(contract.listLedger, (context, { query }) => listLedger(context, query)),
  answerQuery(contract.readLedgerTotals, (context, { query }) => totalLedger(context, query)),
  answerDownload(contract.exportLedger, (context, { query }) => exportLedger(context, query)),
  answerDownload(contract.printLedger, (context, { query }) => printLedger(context, query)),
];
