import { answerCommand, type ServedEndpoint } from '../../../platform/served-endpoint.ts';
import { readOdometerEndpoint } from './odometer.contract.ts';
import { readOdometerOfItem } from './read-odometer.ts';

export const odometerEndpoints: readonly ServedEndpoint[] = [
  answerCommand(readOdometerEndpoint, readOdometerOfItem),
];
