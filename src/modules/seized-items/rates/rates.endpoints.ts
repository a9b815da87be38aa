/** Joins the declared endpoints of exchange rates to their use cases. */
import { answerCommand, answerQuery, type ServedEndpoint } from '../../../platform/served-endpoint.ts';
import { enterExchangeRate } from './enter-exchange-rate.ts';
import { listExchangeRates } from './list-exchange-rates.ts';
import * as contract from './rates.contract.ts';

export const rateEndpoints: readonly ServedEndpoint[] = [
  answerQuery(contract.listExchangeRatesEndpoint, listExchangeRates),
  answerCommand(contract.enterExchangeRateEndpoint, enterExchangeRate),
];
