/** Joins the declared endpoints of money to their use cases. */
import {
  answerCommand,
  answerDownload,
  answerQuery,
  answerUpload,
  type ServedEndpoint,
} from '../../../platform/served-endpoint.ts';
import { closeMonth, settleDifference } from './close-month.ts';
import { convertMoney } from './convert-money.ts';
import * as conversions from './conversions.contract.ts';
import { depositMoney } from './deposit-money.ts';
import * as deposits from './deposits.contract.ts';
import { enterStatement } from './enter-statement.ts';
import * as months from './months.contract.ts';
import { orderMoney } from './order-money.ts';
import { printMonth } from './print-month.ts';
import { downloadConversionSlip, downloadDepositSlip } from './download-slip.ts';
import { listDeposits, listMoneyInStore } from './read-deposits.ts';
import { readHeldMoney } from './read-held-money.ts';
import { listMoneyMonths, readMoneyMonth } from './read-months.ts';
import { uploadConversionSlip, uploadDepositSlip } from './upload-deposit-slip.ts';

export const moneyEndpoints: readonly ServedEndpoint[] = [
  answerUpload(deposits.uploadDepositSlipEndpoint, (command, _input, file) =>
    uploadDepositSlip(command, file),
  ),
  answerCommand(deposits.depositMoneyEndpoint, depositMoney),
  answerUpload(conversions.uploadConversionSlipEndpoint, (command, _input, file) =>
    uploadConversionSlip(command, file),
  ),
  answerCommand(conversions.convertMoneyEndpoint, convertMoney),
  answerQuery(conversions.listHeldMoneyEndpoint, readHeldMoney),
  answerDownload(conversions.downloadConversionSlipEndpoint, downloadConversionSlip),
  answerQuery(deposits.listDepositsEndpoint, listDeposits),
  answerDownload(deposits.downloadDepositSlipEndpoint, downloadDepositSlip),
  answerCommand(deposits.orderMoneyEndpoint, orderMoney),
  answerQuery(deposits.listMoneyInStoreEndpoint, listMoneyInStore),
  answerQuery(months.listMoneyMonthsEndpoint, (query) => listMoneyMonths(query)),
  answerQuery(months.readMoneyMonthEndpoint, readMoneyMonth),
  answerCommand(months.enterStatementEndpoint, enterStatement),
  answerCommand(months.closeMoneyMonthEndpoint, closeMonth),
  answerCommand(months.settleDifferenceEndpoint, settleDifference),
  answerDownload(months.printMoneyMonthEndpoint, printMonth),
];
