/** Joins the declared endpoints of papers to their use cases. */
import {
  answerCommand,
  answerDownload,
  answerQuery,
  answerUpload,
  type ServedEndpoint,
} from '../../platform/served-endpoint.ts';
import { draftHandover } from './draft-handover.ts';
import { issuePaper } from './issue-paper.ts';
import { listCasePapers } from './list-case-papers.ts';
import { listHandoverPapers } from './list-handover-papers.ts';
import { listPapers, readRegister } from './list-papers.ts';
import { downloadScan, uploadScan } from './paper-scans.ts';
import * as contract from './papers.contract.ts';
import * as rooms from './room-papers.contract.ts';
import { downloadPrint, printPaper } from './print-paper.ts';
import { readPaper } from './read-paper.ts';
import { voidPaper } from './void-paper.ts';

export const paperEndpoints: readonly ServedEndpoint[] = [
  answerQuery(contract.listCasePapersEndpoint, listCasePapers),
  answerQuery(rooms.listHandoverPapersEndpoint, listHandoverPapers),
  answerDownload(rooms.draftHandoverEndpoint, draftHandover),
  answerQuery(contract.listPapersEndpoint, listPapers),
  answerQuery(contract.readRegisterEndpoint, readRegister),
  answerQuery(contract.readPaperEndpoint, readPaper),
  answerCommand(contract.issuePaperEndpoint, issuePaper),
  answerCommand(contract.printPaperEndpoint, printPaper),
  answerDownload(contract.downloadPrintEndpoint, downloadPrint),
  answerCommand(contract.voidPaperEndpoint, voidPaper),
  answerUpload(contract.uploadScanEndpoint, uploadScan),
  answerDownload(contract.downloadScanEndpoint, downloadScan),
];
