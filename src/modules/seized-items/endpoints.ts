/** Joins the declared endpoints of seized items to their use cases. */
import {
  answerCommand,
  answerDownload,
  answerQuery,
  answerUpload,
  type ServedEndpoint,
} from '../../platform/served-endpoint.ts';
import { bringFromKeeper } from './bring-from-keeper.ts';
import { carryItemsIn } from './carry-items-in.ts';
import { carryItemsOut } from './carry-items-out.ts';
import * as ledger from './case-ledger.contract.ts';
import { closeCaseLedger, reopenCaseLedger } from './close-case-ledger.ts';
import { countItems } from './count-items.ts';
import { countItemMatters } from './count-item-matters.ts';
import { listCaseRecusals } from './list-case-recusals.ts';
import { listCaseRecusalsEndpoint } from './recusals.contract.ts';
import { closeIncident } from './close-incident.ts';
import { completeIntake } from './complete-intake.ts';
import * as intakes from './intakes.contract.ts';
import { downloadItemFile, uploadIntakePhoto, uploadItemFile } from './item-files.ts';
import * as files from './item-files.contract.ts';
import * as items from './items.contract.ts';
import * as moves from './moves.contract.ts';
import { openIntake } from './open-intake.ts';
import { preregisterItems } from './preregister-items.ts';
import { printCaseLedger } from './print-case-ledger.ts';
import { readCaseLedger } from './read-case-ledger.ts';
import { listAwaitedItems, listIntakes, readIntake } from './read-intakes.ts';
import { listItems, readItem } from './read-items.ts';
import { relocateItems } from './relocate-items.ts';
import { reportIncident } from './report-incident.ts';
import { resealItem } from './reseal-item.ts';
import { saveIntakeLines } from './save-intake-lines.ts';
import { shareItemFile } from './share-item-file.ts';
import { unsealItem } from './unseal-item.ts';
import { renewSeizure } from './renew-seizure.ts';
import * as verify from './verify.contract.ts';
import { verifyItems } from './verify-items.ts';
import { voidItems } from './void-items.ts';

export const seizedItemEndpoints: readonly ServedEndpoint[] = [
  answerCommand(intakes.preregisterItemsEndpoint, preregisterItems),
  answerCommand(intakes.openIntakeEndpoint, openIntake),
  answerCommand(intakes.saveIntakeLinesEndpoint, saveIntakeLines),
  answerCommand(intakes.completeIntakeEndpoint, completeIntake),
  answerQuery(intakes.readIntakeEndpoint, (query, { params }) => readIntake(query, params)),
  answerQuery(intakes.listIntakesEndpoint, listIntakes),
  answerQuery(intakes.listAwaitedItemsEndpoint, (query, { params }) => listAwaitedItems(query, params)),
  answerQuery(items.listItemsEndpoint, listItems),
  answerQuery(items.countItemsEndpoint, countItems),
  answerQuery(items.countItemMattersEndpoint, countItemMatters),
  answerQuery(listCaseRecusalsEndpoint, listCaseRecusals),
  answerQuery(items.readItemEndpoint, (query, { params }) => readItem(query, params)),
  answerUpload(files.uploadItemFileEndpoint, (command, { params, query }, file) =>
    uploadItemFile(command, { ...params, ...query, file }),
  ),
  answerCommand(files.shareItemFileEndpoint, shareItemFile),
  answerUpload(files.uploadIntakePhotoEndpoint, (command, { params }, file) =>
    uploadIntakePhoto(command, { ...params, file }),
  ),
  answerDownload(files.downloadItemFileEndpoint, (query, { params }) => downloadItemFile(query, params)),
  answerQuery(ledger.readCaseLedgerEndpoint, readCaseLedger),
  answerCommand(ledger.closeCaseLedgerEndpoint, closeCaseLedger),
  answerCommand(ledger.reopenCaseLedgerEndpoint, reopenCaseLedger),
  answerDownload(ledger.printCaseLedgerEndpoint, printCaseLedger),
  answerCommand(moves.relocateItemsEndpoint, (command, { body }) => relocateItems(command, body)),
  answerCommand(moves.carryItemsOutEndpoint, (command, { body }) => carryItemsOut(command, body)),
  answerCommand(moves.carryItemsInEndpoint, (command, { body }) => carryItemsIn(command, body)),
  answerCommand(moves.bringFromKeeperEndpoint, (command, { body }) => bringFromKeeper(command, body)),
  answerCommand(moves.reportIncidentEndpoint, (command, { body }) => reportIncident(command, body)),
  answerCommand(moves.closeIncidentEndpoint, (command, { body }) => closeIncident(command, body)),
  answerCommand(moves.unsealItemEndpoint, (command, { body }) => unsealItem(command, body)),
  answerCommand(moves.resealItemEndpoint, (command, { body }) => resealItem(command, body)),
  answerCommand(verify.verifyItemsEndpoint, verifyItems),
  answerCommand(verify.renewSeizureEndpoint, renewSeizure),
  answerCommand(moves.voidItemsEndpoint, (command, { body }) => voidItems(command, body)),
];
