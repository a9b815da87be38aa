/** Joins the declared endpoints of judgments and dispositions to their use cases. */
import { answerCommand, answerQuery, type ServedEndpoint } from '../../platform/served-endpoint.ts';
import { announceAuction, recordAuctionResult } from './auction-item.ts';
import { awaitDisposition, callOffDisposition } from './await-disposition.ts';
import { readCaseDisposalEndpoint } from './case-disposal.contract.ts';
import { openClaim, revealTakerNumber } from './claim-disposition.ts';
import * as claims from './claims.contract.ts';
import { confirmHandOvers } from './confirm-hand-overs.ts';
import { carryOutJudgmentLine, confirmJudgmentLines, refuseJudgmentLines } from './decide-judgment-lines.ts';
import { destroyItems } from './destroy-items.ts';
import * as dispositions from './dispositions.contract.ts';
import { closeClaim, requestClaimEnd } from './end-claim.ts';
import { enterJudgmentLines } from './enter-judgment-lines.ts';
import { escalateGround, findUnrelated, proposeEarlyDisposal } from './find-ground.ts';
import { handOverItems, sendBackItems } from './hand-over-items.ts';
import { findVictimsProperty } from './find-victims-property.ts';
import { placeHolds, releaseHold } from './hold-items.ts';
import * as items from './item-disposition.contract.ts';
import * as judgments from './judgments.contract.ts';
import { listNeededItems } from './list-needed-items.ts';
import { countDispositionWork, listDispositionWork } from './list-work.ts';
import { listNeededItemsEndpoint } from './needed-items.contract.ts';
import { payIntoTreasury } from './pay-into-treasury.ts';
import * as preparing from './preparing.contract.ts';
import { publishNotice, recordContact } from './publish-notice.ts';
import { readCaseDisposal } from './read-case-disposal.ts';
import { readCaseJudgments } from './read-case-judgments.ts';
import { readItemDisposition } from './read-item-disposition.ts';
import { recordRecovery } from './record-recovery.ts';
import { requestDisposition } from './request-disposition.ts';
import { returnItems } from './return-items.ts';
import * as reversals from './reversals.contract.ts';
import { requestReversal, reverseDisposition } from './reverse-disposition.ts';
import { requestEndReversal, reverseEnd } from './reverse-end.ts';
import { sellItem } from './sell-item.ts';
import { receiveJudgmentReceipt, sendJudgment } from './send-judgment.ts';

export const dispositionEndpoints: readonly ServedEndpoint[] = [
  answerQuery(judgments.readCaseJudgmentsEndpoint, readCaseJudgments),
  answerCommand(judgments.enterJudgmentLinesEndpoint, enterJudgmentLines),
  answerCommand(judgments.confirmJudgmentLinesEndpoint, confirmJudgmentLines),
  answerCommand(judgments.refuseJudgmentLinesEndpoint, refuseJudgmentLines),
  answerCommand(judgments.carryOutJudgmentLineEndpoint, carryOutJudgmentLine),
  answerCommand(judgments.sendJudgmentEndpoint, sendJudgment),
  answerCommand(judgments.receiveJudgmentReceiptEndpoint, receiveJudgmentReceipt),
  answerQuery(items.listDispositionWorkEndpoint, listDispositionWork),
  answerQuery(items.countDispositionWorkEndpoint, countDispositionWork),
  answerQuery(readCaseDisposalEndpoint, readCaseDisposal),
  answerQuery(listNeededItemsEndpoint, listNeededItems),
  answerQuery(items.readItemDispositionEndpoint, readItemDisposition),
  answerCommand(preparing.placeHoldsEndpoint, placeHolds),
  answerCommand(preparing.releaseHoldEndpoint, releaseHold),
  answerCommand(preparing.findUnrelatedEndpoint, findUnrelated),
  answerCommand(preparing.findVictimsPropertyEndpoint, findVictimsProperty),
  answerCommand(preparing.proposeEarlyDisposalEndpoint, proposeEarlyDisposal),
  answerCommand(preparing.escalateGroundEndpoint, escalateGround),
  answerCommand(preparing.awaitDispositionEndpoint, awaitDisposition),
  answerCommand(preparing.callOffDispositionEndpoint, callOffDisposition),
  answerCommand(preparing.publishNoticeEndpoint, publishNotice),
  answerCommand(preparing.recordContactEndpoint, recordContact),
  answerCommand(preparing.announceAuctionEndpoint, announceAuction),
  answerCommand(preparing.recordAuctionResultEndpoint, recordAuctionResult),
  answerCommand(preparing.requestDispositionEndpoint, requestDisposition),
  answerCommand(dispositions.returnItemsEndpoint, returnItems),
  answerCommand(dispositions.payIntoTreasuryEndpoint, payIntoTreasury),
  answerCommand(dispositions.sellItemEndpoint, sellItem),
  answerCommand(dispositions.destroyItemsEndpoint, destroyItems),
  answerCommand(dispositions.handOverItemsEndpoint, handOverItems),
  answerCommand(dispositions.sendBackItemsEndpoint, sendBackItems),
  answerCommand(dispositions.confirmHandOversEndpoint, confirmHandOvers),
  answerCommand(dispositions.revealTakerNumberEndpoint, revealTakerNumber),
  answerCommand(reversals.requestReversalEndpoint, requestReversal),
  answerCommand(reversals.reverseDispositionEndpoint, reverseDisposition),
  answerCommand(reversals.requestEndReversalEndpoint, requestEndReversal),
  answerCommand(reversals.reverseEndEndpoint, reverseEnd),
  answerCommand(claims.openClaimEndpoint, openClaim),
  answerCommand(claims.recordRecoveryEndpoint, recordRecovery),
  answerCommand(claims.requestClaimEndEndpoint, requestClaimEnd),
  answerCommand(claims.closeClaimEndpoint, closeClaim),
];
