/** Joins the declared endpoints of things of no case to their use cases. */
import {
  answerCommand,
  answerDownload,
  answerQuery,
  answerUpload,
  type ServedEndpoint,
} from '../../../platform/served-endpoint.ts';
import {
  giveBackUncasedThing,
  identifyUncasedThing,
  listUncasedThings,
  recordUncasedThing,
} from './uncased-things.ts';
import { downloadUncasedPhoto, uploadUncasedPhoto } from './uncased-photos.ts';
import * as contract from './uncased.contract.ts';

export const uncasedEndpoints: readonly ServedEndpoint[] = [
  answerQuery(contract.listUncasedEndpoint, listUncasedThings),
  answerUpload(contract.uploadUncasedPhotoEndpoint, uploadUncasedPhoto),
  answerDownload(contract.downloadUncasedPhotoEndpoint, downloadUncasedPhoto),
  answerCommand(contract.recordUncasedEndpoint, recordUncasedThing),
  answerCommand(contract.identifyUncasedEndpoint, identifyUncasedThing),
  answerCommand(contract.giveBackUncasedEndpoint, giveBackUncasedThing),
];
