import Button from 'antd/es/button';
import { useTranslation } from 'react-i18next';
import type { TimelineEntry } from '../../../../modules/fixed-assets/asset-page.contract.ts';
import { downloadSignatureEndpoint } from '../../../../modules/fixed-assets/files.contract.ts';
import { ASSET_ENTRY_KINDS, ASSET_MOVES } from '../../../../modules/fixed-assets/rules.ts';
import { downloadAddress } from '../../../api/download-file.ts';
import { groupItemCode } from '../../../../modules/item-codes/item-code.ts';
import { StatusTag } from '../../../components/status-tag.tsx';
import { Day, formatInstant, When } from '../../../components/when.tsx';
import { useShippedWords } from '../../../i18n/use-shipped-words.ts';
import { usePickSentence } from '../../../i18n/use-language.ts';
import { PositionChanges } from './position-changes.tsx';

/** A correction can be corrected again; receipts and card corrections cannot, and only the newest stands. */
export function isCorrectable(entry: TimelineEntry): boolean {
  const isMoveOrCorrection = Object.hasOwn(ASSET_MOVES, entry.kind) || entry.kind === 'correct_entry';
  return isMoveOrCorrection && entry.correctedBySequence === null;
}

function CorrectionMarks({ entry }: { entry: TimelineEntry }) {
  const { t } = useTranslation('fixed-assets');
  const { correctsSequence, correctedBySequence } = entry;
  return (
    <>
      {correctsSequence !== null && (
        <a href={`#entry-${correctsSequence}`}>{t('life.corrects', { number: correctsSequence })}</a>
      )}
      {correctedBySequence !== null && (
        <a href={`#entry-${correctedBySequence}`}>{t('life.correctedBy', { number: correctedBySequence })}</a>
      )}
    </>
  );
}

interface ReceiptProps {
  readonly assetId: string;
  readonly sequence: number;
  readonly receipt: NonNullable<TimelineEntry['receipt']>;
}

/** Who signed, how and when; what was drawn is shown, and opens in its full size. */
function ReceiptState({ assetId, sequence, receipt }: ReceiptProps) {
  const { t } = useTranslation('fixed-assets');
  const signature = downloadAddress(downloadSignatureEndpoint, { params: { assetId, sequence } });
  const method = receipt.method === null ? '' : t(`life.method.${receipt.method}`);
  return (
    <li>
      {t(`life.receipt.${receipt.state}`, { receiver: receipt.receiver })}
      {method !== '' && t('life.inBrackets', { text: method })}{' '}
      {receipt.settledAt !== null && (
        <span className="cc-soft">
          <When instant={receipt.settledAt} />
        </span>
      )}
      {receipt.method === 'drawn' && (
        <a className="cc-life-signature" href={signature} target="_blank" rel="noopener">
          <img src={signature} alt={t('life.signature', { receiver: receipt.receiver })} loading="lazy" />
        </a>
      )}
    </li>
  );
}

function Papers({ assetId, entry }: { assetId: string; entry: TimelineEntry }) {
  const shipped = useShippedWords();
  const { t } = useTranslation('fixed-assets');
  const papers = [
    ['counterparty', entry.counterparty],
    ['basis', entry.basis === null ? null : shipped(entry.basis)],
    ['note', entry.note],
    ['secondPerson', entry.secondPersonName],
  ] as const;
  const given = papers.filter(([, text]) => text !== null);
  if (given.length === 0 && entry.receipt === null && entry.loanDueOn === null) return null;
  return (
    <ul className="cc-life-papers">
      {given.map(([key, text]) => (
        <li key={key}>
          <span className="cc-soft">{t(`life.${key}`)}</span> {text}
        </li>
      ))}
      {entry.loanDueOn !== null && (
        <li>
          <span className="cc-soft">{t('move.label.dueOn')}</span> <Day day={entry.loanDueOn} />
        </li>
      )}
      {entry.receipt !== null && (
        <ReceiptState assetId={assetId} sequence={entry.sequence} receipt={entry.receipt} />
      )}
    </ul>
  );
}

function CodeChanges({ facts: { formerCode, code } }: Pick<TimelineEntry, 'facts'>) {
  return (
    <p>
      {formerCode !== null && (
        <>
          <span className="cc-soft cc-code">{groupItemCode(formerCode)}</span> →{' '}
        </>
      )}
      {code !== null && <span className="cc-code">{groupItemCode(code)}</span>}
    </p>
  );
}

export interface LifeEntryProps {
  readonly assetId: string;
  readonly entry: TimelineEntry;
  /** Absent: the person may not correct the ledger. */
  readonly onCorrect: ((entry: TimelineEntry) => void) | undefined;
}

/** One entry of the life: what, when, who, before → after, papers, signature, corrections marked both ways. */
export function LifeEntry({ assetId, entry, onCorrect }: LifeEntryProps) {
  const { t } = useTranslation('fixed-assets');
  const pick = usePickSentence();
  const who = [entry.actorName, entry.actorDepartment].filter((part) => part !== null).join(' · ');
  return (
    <li
      id={`entry-${entry.sequence}`}
      className="cc-life-entry"
      data-corrected={entry.correctedBySequence !== null}
    >
      <div className="cc-life-head">
        <time dateTime={entry.occurredAt}>{formatInstant(entry.occurredAt).slice(11)}</time>
        <strong>{pick(ASSET_ENTRY_KINDS[entry.kind])}</strong>
        <span className="cc-soft">{t('life.by', { who })}</span>
        {entry.late && (
          <StatusTag tone="closed">
            {t('life.late', { day: formatInstant(entry.recordedAt).slice(0, 10) })}
          </StatusTag>
        )}
        <CorrectionMarks entry={entry} />
      </div>
      <PositionChanges entry={entry} />
      {entry.kind === 'change_code' && <CodeChanges facts={entry.facts} />}
      <Papers assetId={assetId} entry={entry} />
      <div className="cc-life-foot">
        <span className="cc-soft">
          {t('life.number', { number: entry.sequence })} · <span className="cc-code">{entry.hashShort}</span>
        </span>
        {onCorrect !== undefined && isCorrectable(entry) && (
          <Button type="link" size="small" onClick={() => onCorrect(entry)}>
            {t('life.correct')}
            <span className="cc-hidden"> {t('life.number', { number: entry.sequence })}</span>
          </Button>
        )}
      </div>
    </li>
  );
}
