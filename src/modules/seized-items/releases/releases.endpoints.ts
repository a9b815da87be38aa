import { answerCommand, answerQuery, type ServedEndpoint } from '../../../platform/served-endpoint.ts';
import { acknowledgeDispatch } from './acknowledge-dispatch.ts';
import { cancelRelease } from './cancel-release.ts';
import { consumeOnLoan } from './consume-on-loan.ts';
import { dispatchItems } from './dispatch-items.ts';
import { extendLoans } from './extend-loans.ts';
import { giveBackItems } from './give-back-items.ts';
import { inspectKept } from './inspect-kept.ts';
import { listGrantedRequests } from './list-granted-requests.ts';
import { countReleases, listReleases } from './list-releases.ts';
import { moveToKeeper } from './move-to-keeper.ts';
import { prepareRelease } from './prepare-release.ts';
import { readRelease } from './read-release.ts';
import { releaseItems } from './release-items.ts';
import * as steps from './release-steps.contract.ts';
import * as releases from './releases.contract.ts';
import { requestExtension } from './request-extension.ts';
import { requestLoan } from './request-loan.ts';
import { requestOutsideKeeping } from './request-outside-keeping.ts';
import { requestTransferUp } from './request-transfer-up.ts';
import { requestUnsealing } from './request-unsealing.ts';
import * as requests from './requests.contract.ts';
import { settleEndedLines } from './settle-ended-lines.ts';
import { takeBackItems } from './take-back-items.ts';
import { takeFromKeeper } from './take-from-keeper.ts';

export const releaseEndpoints: readonly ServedEndpoint[] = [
  answerCommand(requests.requestLoanEndpoint, requestLoan),
  answerCommand(requests.requestExtensionEndpoint, requestExtension),
  answerCommand(requests.requestTransferUpEndpoint, requestTransferUp),
  answerCommand(requests.requestUnsealingEndpoint, requestUnsealing),
  answerCommand(requests.requestOutsideKeepingEndpoint, requestOutsideKeeping),
  answerQuery(requests.listGrantedRequestsEndpoint, (query) => listGrantedRequests(query)),
  answerQuery(releases.listReleasesEndpoint, listReleases),
  // Before the one with an id in its path.
  answerQuery(releases.countReleasesEndpoint, countReleases),
  answerQuery(releases.readReleaseEndpoint, (query, { params }) => readRelease(query, params)),
  answerCommand(steps.prepareReleaseEndpoint, prepareRelease),
  answerCommand(steps.moveToKeeperEndpoint, moveToKeeper),
  answerCommand(steps.extendLoansEndpoint, extendLoans),
  answerCommand(steps.releaseItemsEndpoint, releaseItems),
  answerCommand(steps.dispatchItemsEndpoint, dispatchItems),
  answerCommand(steps.cancelReleaseEndpoint, cancelRelease),
  answerCommand(steps.giveBackItemsEndpoint, giveBackItems),
  answerCommand(steps.takeBackItemsEndpoint, takeBackItems),
  answerCommand(steps.takeFromKeeperEndpoint, takeFromKeeper),
  answerCommand(steps.consumeOnLoanEndpoint, consumeOnLoan),
  answerCommand(steps.acknowledgeDispatchEndpoint, acknowledgeDispatch),
  answerCommand(steps.inspectKeptEndpoint, inspectKept),
  answerCommand(steps.settleEndedLinesEndpoint, settleEndedLines),
];
