/** Joins the declared endpoints of imports to their use cases. */
import {
  answerCommand,
  answerDownload,
  answerQuery,
  answerUpload,
  type ServedEndpoint,
} from '../../platform/served-endpoint.ts';
import { cancelImport } from './cancel-import.ts';
import { checkImport } from './check-import.ts';
import * as contract from './contract.ts';
import { downloadImportTemplate } from './download-import-template.ts';
import { downloadRefusedRows } from './download-refused-rows.ts';
import { findImport } from './find-import.ts';
import { listImportNames, listImportProblems } from './list-import-findings.ts';
import { listImports } from './list-imports.ts';
import { readImport } from './read-import.ts';
import { receiveImport } from './receive-import.ts';
import { runImport } from './run-import.ts';

export const importEndpoints: readonly ServedEndpoint[] = [
  answerUpload(contract.receiveImportEndpoint, (command, { query }, file) =>
    receiveImport(command, file, query.target),
  ),
  answerQuery(contract.listImportsEndpoint, (query, input) => listImports(query, input.query)),
  answerQuery(contract.findImportEndpoint, (query, input) => findImport(query, input.params)),
  answerCommand(contract.readImportEndpoint, (command, input) => readImport(command, input)),
  answerCommand(contract.checkImportEndpoint, (command, input) => checkImport(command, input)),
  answerCommand(contract.runImportEndpoint, (command, input, extra) => runImport(command, input, extra)),
  answerCommand(contract.cancelImportEndpoint, (command, input) => cancelImport(command, input.params)),
  answerQuery(contract.listImportProblemsEndpoint, (query, input) => listImportProblems(query, input)),
  answerQuery(contract.listImportNamesEndpoint, (query, input) => listImportNames(query, input)),
  answerDownload(contract.downloadRefusedRowsEndpoint, (query, { params, query: { language } }) =>
    downloadRefusedRows(query, { ...params, language }),
  ),
  answerDownload(contract.downloadImportTemplateEndpoint, (_query, input) =>
    downloadImportTemplate(input.query),
  ),
];
