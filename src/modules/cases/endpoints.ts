/** Joins the declared endpoints of cases to their use cases. */
import { answerCommand, answerQuery, type ServedEndpoint } from '../../platform/served-endpoint.ts';
import { addCaseNumber } from './add-case-number.ts';
import { addParty, correctParty, removeParty } from './change-parties.ts';
import { checkCaseNumber } from './check-case-number.ts';
import * as clocks from './clocks.contract.ts';
import * as contract from './contract.ts';
import { correctCase } from './correct-case.ts';
import { createCase } from './create-case.ts';
import { findCasesByDocument } from './find-cases-by-document.ts';
import { endCaseLink, linkCases } from './link-cases.ts';
import { listCases } from './list-cases.ts';
import { listOwnCases } from './list-own-cases.ts';
import { markNumberWrong } from './mark-number-wrong.ts';
import { addNumberType, listNumberTypes } from './number-types.ts';
import * as numbers from './numbers.contract.ts';
import * as parties from './parties.contract.ts';
import { readCase } from './read-case.ts';
import { reassignCase } from './reassign-case.ts';
import { revealPartyNumber } from './reveal-party-number.ts';
import { startCaseDeadline } from './start-case-deadline.ts';

export const caseEndpoints: readonly ServedEndpoint[] = [
  answerQuery(contract.listCasesEndpoint, (query, input) => listCases(query, input.query)),
  answerQuery(contract.listOwnCasesEndpoint, listOwnCases),
  answerCommand(parties.findCasesByDocumentEndpoint, (command, { body }) =>
    findCasesByDocument(command, body),
  ),
  answerQuery(contract.readCaseEndpoint, (query, { params }) => readCase(query, params)),
  answerCommand(contract.createCaseEndpoint, (command, { body }) => createCase(command, body)),
  answerCommand(contract.correctCaseEndpoint, (command, { params, body }, { expectedVersion }) =>
    correctCase(command, { ...params, ...body, expectedVersion }),
  ),
  answerCommand(contract.reassignCaseEndpoint, (command, { params, body }, { expectedVersion }) =>
    reassignCase(command, { ...params, ...body, expectedVersion }),
  ),
  answerQuery(numbers.checkCaseNumberEndpoint, (query, input) => checkCaseNumber(query, input.query)),
  answerQuery(numbers.listCaseNumberTypesEndpoint, (query) => listNumberTypes(query)),
  answerCommand(numbers.addCaseNumberTypeEndpoint, (command, { body }) => addNumberType(command, body)),
  answerCommand(numbers.addCaseNumberEndpoint, (command, { params, body }, { expectedVersion }) =>
    addCaseNumber(command, { ...params, ...body, expectedVersion }),
  ),
  answerCommand(numbers.markNumberWrongEndpoint, (command, { params, body }, { expectedVersion }) =>
    markNumberWrong(command, { ...params, ...body, expectedVersion }),
  ),
  answerCommand(numbers.linkCasesEndpoint, (command, { params, body }, { expectedVersion }) =>
    linkCases(command, { ...params, ...body, expectedVersion }),
  ),
  answerCommand(numbers.endCaseLinkEndpoint, (command, { params, body }, { expectedVersion }) =>
    endCaseLink(command, { ...params, ...body, expectedVersion }),
  ),
  answerCommand(parties.addPartyEndpoint, (command, { params, body }, { expectedVersion }) =>
    addParty(command, { ...params, ...body, expectedVersion }),
  ),
  answerCommand(parties.correctPartyEndpoint, (command, { params, body }, { expectedVersion }) =>
    correctParty(command, { ...params, ...body, expectedVersion }),
  ),
  answerCommand(parties.removePartyEndpoint, (command, { params, body }, { expectedVersion }) =>
    removeParty(command, { ...params, ...body, expectedVersion }),
  ),
  answerCommand(parties.revealPartyNumberEndpoint, (command, { params, body }) =>
    revealPartyNumber(command, { ...params, ...body }),
  ),
  answerCommand(clocks.startCaseDeadlineEndpoint, (command, { params, body }) =>
    startCaseDeadline(command, { ...params, ...body }),
  ),
];
