import { shanghaiDay } from '../../platform/clock.ts';
import type { InputOf } from '../../platform/endpoint.ts';
import type { OfficePaper } from '../../platform/pdf/office/office-paper.ts';
import { writeOfficePaper } from '../../platform/pdf/office/write-office-paper.ts';
import type { QueryContext } from '../../platform/run-query.ts';
import type { Download } from '../../platform/served-endpoint.ts';
import { formatWallClockMinute } from '../../platform/spreadsheets/wall-clock.ts';
import { readCase } from '../cases/read-case.ts';
import { ledgerParts } from './case-ledger-paper.ts';
import { LEDGER_TEXTS } from './case-ledger-texts.ts';
import type { printCaseLedgerEndpoint } from './case-ledger.contract.ts';
import { findCourtName } from './item-label.sql.ts';
import { readLedgerCatalogue } from './ledger-catalogue.ts';
import { findLastLedgerEvent } from './ledger-closing.sql.ts';
import { proveCaseLedger } from './read-case-ledger.ts';

/**
 * 一案一账 as a paper: names as the reader may see them, both proofs on the first page, on every page the hash of its last
 * entry. Refusals: INTAKE_CASE_UNKNOWN, CASE_NOT_FOUND.
 */
export async function printCaseLedger(
  context: QueryContext,
  { params, query: { language } }: InputOf<typeof printCaseLedgerEndpoint>,
): Promise<Download> {
  const { reader, actor, now } = context;
  const ledger = await proveCaseLedger(context, params.caseId);
  const { courtId, id, number } = ledger.head;
  const texts = LEDGER_TEXTS[language];
  const { answer: found } = await readCase(context, { caseId: id });
  const event = await findLastLedgerEvent(reader, courtId, id);
  const catalogue = await readLedgerCatalogue(context, ledger.head);
  const paper: OfficePaper = {
    ...{ title: texts.title, number, orientation: 'landscape', language, createdAt: now },
    ...{ court: await findCourtName(reader, courtId), code: null, marks: [], footRight: '' },
    footLeft: texts.printed(`${actor.personName} ${formatWallClockMinute(now)}`),
    parts: ledgerParts(ledger, { found, event, catalogue }, language),
  };
  return {
    fileName: `${texts.title} ${number} ${shanghaiDay(now)}.pdf`,
    contentType: 'application/pdf',
    inline: true,
    isDetached: true,
    body: writeOfficePaper(paper, new Map()),
  };
}
