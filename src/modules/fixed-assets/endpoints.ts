/** Joins the declared endpoints of fixed assets to their use cases. */
import {
  answerCommand,
  answerQuery,
  withVersion,
  type ServedEndpoint,
} from '../../platform/served-endpoint.ts';
import { cardOfInput } from './card-of-input.ts';
import * as contract from './contract.ts';
import * as moves from './moves.contract.ts';
import { correctCard } from './correct-card.ts';
import { correctEntry } from './correct-entry.ts';
import { endIdle } from './end-idle.ts';
import { giveBackAssets } from './give-back-assets.ts';
import { issueAssets } from './issue-assets.ts';
import { lendAssets } from './lend-assets.ts';
import { listMyReceipts } from './list-my-receipts.ts';
import { markIdle } from './mark-idle.ts';
import { refuseReceipt } from './refuse-receipt.ts';
import { relocateAssets } from './relocate-assets.ts';
import { returnAssets } from './return-assets.ts';
import { sendToRepair } from './send-to-repair.ts';
import { signReceipts } from './sign-receipts.ts';
import { stockInAssets } from './stock-in-assets.ts';
import { takeBackFromRepair } from './take-back-from-repair.ts';
import { transferAssets } from './transfer-assets.ts';

export const fixedAssetEndpoints: readonly ServedEndpoint[] = [
  answerCommand(contract.stockInAssetsEndpoint, (command, { body }) => stockInAssets(command, body)),
  answerCommand(contract.correctCardEndpoint, async (command, { params, body }, { expectedVersion }) => {
    const card = cardOfInput(body.card);
    const answer = await correctCard(command, { ...params, card, reason: body.reason, expectedVersion });
    return withVersion(answer.version, answer);
  }),
  answerCommand(moves.issueAssetsEndpoint, (command, { body }) => issueAssets(command, body)),
  answerCommand(moves.returnAssetsEndpoint, (command, { body }) => returnAssets(command, body)),
  answerCommand(moves.transferAssetsEndpoint, (command, { body }) => transferAssets(command, body)),
  answerCommand(moves.relocateAssetsEndpoint, (command, { body }) => relocateAssets(command, body)),
  answerCommand(moves.lendAssetsEndpoint, (command, { body }) => lendAssets(command, body)),
  answerCommand(moves.giveBackAssetsEndpoint, (command, { body }) => giveBackAssets(command, body)),
  answerCommand(moves.sendToRepairEndpoint, (command, { body }) => sendToRepair(command, body)),
  answerCommand(moves.takeBackFromRepairEndpoint, (command, { body }) => takeBackFromRepair(command, body)),
  answerCommand(moves.markIdleEndpoint, (command, { body }) => markIdle(command, body)),
  answerCommand(moves.endIdleEndpoint, (command, { body }) => endIdle(command, body)),
  answerCommand(contract.correctEntryEndpoint, (command, { params, body }) =>
    correctEntry(command, { ...params, ...body }),
  ),
  answerQuery(contract.listPendingReceiptsEndpoint, (query) => listMyReceipts(query)),
  answerCommand(contract.signReceiptsEndpoint, (command, { body }) => signReceipts(command, body)),
  answerCommand(contract.refuseReceiptEndpoint, (command, { params, body }) =>
    refuseReceipt(command, { ...params, ...body }),
  ),
];
