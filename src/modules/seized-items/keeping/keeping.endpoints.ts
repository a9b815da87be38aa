import { answerQuery, type ServedEndpoint } from '../../../platform/served-endpoint.ts';
import { checkPlaceFit } from './check-place-fit.ts';
import * as contract from './keeping.contract.ts';
import { listReturnPlaces } from './list-return-places.ts';
import { listKeptWrongly } from './list-kept-wrongly.ts';
import { previewPlaceConditions } from './preview-place-conditions.ts';

export const keepingEndpoints: readonly ServedEndpoint[] = [
  answerQuery(contract.checkPlaceFitEndpoint, checkPlaceFit),
  answerQuery(contract.listReturnPlacesEndpoint, listReturnPlaces),
  answerQuery(contract.listKeptWronglyEndpoint, (query) => listKeptWrongly(query)),
  answerQuery(contract.previewPlaceConditionsEndpoint, previewPlaceConditions),
];
