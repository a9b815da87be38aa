import { shanghaiDay } from '../../platform/clock.ts';
import { loadPictures } from '../../platform/pdf/load-pictures.ts';
import type { OfficeFact, OfficePaper, OfficePart } from '../../platform/pdf/office/office-paper.ts';
import { writeOfficePaper } from '../../platform/pdf/office/write-office-paper.ts';
import type { QueryContext } from '../../platform/run-query.ts';
import type { Download } from '../../platform/served-endpoint.ts';
import { formatFen } from '../../platform/spreadsheets/money.ts';
import { formatWallClockMinute } from '../../platform/spreadsheets/wall-clock.ts';
import { sayUnitOf } from '../../platform/quantity.ts';
import { ASSET_COLUMNS, type AssetColumnKey } from './asset-columns.ts';
import { findCourtName } from './depreciation.sql.ts';
import type { HoldingLine, PersonHoldings } from './holdings.contract.ts';
import { HOLDINGS_TEXTS } from './holdings-texts.ts';
import { readPersonHoldings, type HoldingsRequest } from './read-person-holdings.ts';
import { listDrawnReceipts, type DrawnReceipt } from './receipt.sql.ts';
import { ASSET_STATUSES } from './rules.ts';

type Language = 'zh' | 'en';

const KEYS: readonly { readonly key: AssetColumnKey; readonly align: 'left' | 'center' | 'right' }[] = [
  { key: 'code', align: 'left' },
  { key: 'name', align: 'left' },
  { key: 'specification', align: 'left' },
  { key: 'unit', align: 'left' },
  { key: 'quantity', align: 'right' },
  { key: 'originalValueFen', align: 'right' },
  { key: 'netValueFen', align: 'right' },
  { key: 'status', align: 'left' },
  { key: 'place', align: 'left' },
  { key: 'loanDueOn', align: 'center' },
];

function rowOf(line: HoldingLine, number: number, language: Language): string[] {
  const texts = HOLDINGS_TEXTS[language];
  const model = [line.specification, line.model].filter((part) => part !== null).join(' ');
  const remarks = [
    ...(line.isPendingReceipt ? [texts.pending] : []),
    ...(line.isOverdue ? [texts.overdue] : []),
  ];
  return [
    ...[String(number), line.code, line.name, model],
    ...[sayUnitOf(line.quantity, line.unit)[language], line.quantity],
    ...[formatFen(line.originalValueFen), formatFen(line.netValueFen), ASSET_STATUSES[line.status][language]],
    ...[line.place?.path ?? '', line.loanDueOn ?? '', remarks.join(' · ')],
  ];
}

function tableOf(lines: readonly HoldingLine[], language: Language): OfficePart {
  const texts = HOLDINGS_TEXTS[language];
  return {
    kind: 'table',
    heading: '',
    columns: [
      { title: texts.number, align: 'center', wraps: false },
      ...KEYS.map(({ key, align }) => ({
        ...{ title: ASSET_COLUMNS[key][language], align },
        wraps: align === 'left',
      })),
      { title: texts.remark, align: 'left', wraps: true },
    ],
    rows: lines.map((line, index) => rowOf(line, index + 1, language)),
    noRows: texts.clear,
  };
}

function linesOf(holdings: PersonHoldings): HoldingLine[] {
  const held = [...holdings.inUse, ...holdings.onLoan];
  const ids = new Set(held.map(({ assetId }) => assetId));
  return [...held, ...holdings.pendingReceipts.filter(({ assetId }) => !ids.has(assetId))];
}

function factsOf({ person, totals, isClear, isTruncated }: PersonHoldings, language: Language): OfficePart {
  const texts = HOLDINGS_TEXTS[language];
  const fact = (label: string, value: string): OfficeFact => ({ label, value });
  const who = [person.name, person.employeeNumber].filter((part) => part !== null).join(' · ');
  const { count, originalValueFen, netValueFen } = totals.all;
  const notes = [...(isClear ? [texts.clear] : []), ...(isTruncated ? [texts.truncated] : [])];
  return {
    kind: 'facts',
    rows: [
      [fact(texts.person, who), fact(texts.department, person.department ?? '')],
      [
        fact(texts.count, String(count)),
        fact(texts.value, `${formatFen(originalValueFen)} / ${formatFen(netValueFen)}`),
      ],
      ...(notes.length === 0 ? [] : [[fact(texts.note, notes.join(' '))]]),
    ],
  };
}

/** Each drawing once, with the lines that it was given for. */
function signaturesOf(
  receipts: readonly DrawnReceipt[],
  lines: readonly HoldingLine[],
  language: Language,
): OfficePart[] {
  const texts = HOLDINGS_TEXTS[language];
  const drawings = new Map<string, DrawnReceipt[]>();
  for (const receipt of receipts)
    drawings.set(receipt.sha256, [...(drawings.get(receipt.sha256) ?? []), receipt]);
  const pictures = [...drawings].map(([sha256, given]) => {
    const numbers = given.map(({ assetId }) => lines.findIndex((line) => line.assetId === assetId) + 1);
    const at = given[0] === undefined ? '' : formatWallClockMinute(given[0].signedAt);
    return {
      sha256,
      caption: texts.signed(
        at,
        numbers.sort((left, right) => left - right),
      ),
    };
  });
  return pictures.length === 0 ? [] : [{ kind: 'pictures', heading: texts.signatures, pictures }];
}

/**
 * 清退清单: the paper that is signed before a person leaves, with what the person drew for the things when they were
 * handed over. Refusal: NOT_FOUND.
 */
export async function printPersonHoldings(
  context: QueryContext,
  request: HoldingsRequest & { readonly language: Language },
): Promise<Download> {
  const { language } = request;
  const { actor, now, reader, filesFolder } = context;
  const texts = HOLDINGS_TEXTS[language];
  const courtId = request.courtId ?? actor.courtId;
  const holdings = await readPersonHoldings(context, request);
  const lines = linesOf(holdings);
  const { id: receiverId, name } = holdings.person;
  const assetIds = lines.map(({ assetId }) => assetId);
  const receipts = await listDrawnReceipts(reader, courtId, { receiverId, assetIds });
  const places = texts.places.map((role) => ({ role, name: '', signed: '', sha256: null }));
  const paper: OfficePaper = {
    ...{ title: texts.title, number: shanghaiDay(now), orientation: 'landscape', language, createdAt: now },
    ...{ court: await findCourtName(reader, courtId), code: null, marks: [], footRight: '' },
    footLeft: `${texts.printed} ${actor.personName} ${formatWallClockMinute(now)}`,
    parts: [
      factsOf(holdings, language),
      tableOf(lines, language),
      { kind: 'signatures', places },
      ...signaturesOf(receipts, lines, language),
    ],
  };
  const pictures = await loadPictures(
    filesFolder,
    courtId,
    receipts.map(({ sha256 }) => sha256),
  );
  return {
    fileName: `${texts.title} ${name} ${shanghaiDay(now)}.pdf`,
    contentType: 'application/pdf',
    inline: true,
    isDetached: true,
    body: writeOfficePaper(paper, pictures),
  };
}
