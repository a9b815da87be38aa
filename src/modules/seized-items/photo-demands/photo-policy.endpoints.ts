import {
  answerCommand,
  answerQuery,
  withVersion,
  type ServedEndpoint,
} from '../../../platform/served-endpoint.ts';
import { listPhotoNeeds } from './list-photo-needs.ts';
import * as contract from './photo-policy.contract.ts';
import { readPhotoPolicy } from './read-photo-policy.ts';
import { savePhotoPolicy } from './save-photo-policy.ts';

export const photoPolicyEndpoints: readonly ServedEndpoint[] = [
  answerQuery(contract.readPhotoPolicyEndpoint, async (query) => {
    const policy = await readPhotoPolicy(query);
    return withVersion(policy.version, policy);
  }),
  answerCommand(contract.savePhotoPolicyEndpoint, async (command, { body }, { expectedVersion }) => {
    const policy = await savePhotoPolicy(command, { ...body, expectedVersion });
    return withVersion(policy.version, policy);
  }),
  answerQuery(contract.listPhotoNeedsEndpoint, listPhotoNeeds),
];
