/** Joins the declared endpoints of boxes and bags to their use cases. */
import { answerCommand, answerQuery, type ServedEndpoint } from '../../../platform/served-endpoint.ts';
import * as contract from './containers.contract.ts';
import { createContainers } from './create-containers.ts';
import { putIntoContainer, takeOutOfContainer } from './fill-container.ts';
import { drawLot, packLot, recordLotCheck } from './lot-boxes.ts';
import { moveContainer } from './move-container.ts';
import { nestContainer } from './nest-container.ts';
import { listContainers, readContainer } from './read-containers.ts';
import { closeContainer, sealContainer, unsealContainer } from './seal-container.ts';

export const containerEndpoints: readonly ServedEndpoint[] = [
  answerQuery(contract.listContainersEndpoint, listContainers),
  answerQuery(contract.readContainerEndpoint, (query, { params }) => readContainer(query, params)),
  answerCommand(contract.createContainersEndpoint, (command, { body }) => createContainers(command, body)),
  answerCommand(contract.putIntoContainerEndpoint, putIntoContainer),
  answerCommand(contract.takeOutOfContainerEndpoint, takeOutOfContainer),
  answerCommand(contract.nestContainerEndpoint, nestContainer),
  answerCommand(contract.sealContainerEndpoint, sealContainer),
  answerCommand(contract.unsealContainerEndpoint, unsealContainer),
  answerCommand(contract.moveContainerEndpoint, moveContainer),
  answerCommand(contract.closeContainerEndpoint, closeContainer),
  answerCommand(contract.packLotEndpoint, packLot),
  answerQuery(contract.drawLotEndpoint, drawLot),
  answerCommand(contract.recordLotCheckEndpoint, recordLotCheck),
];
