import { useTranslation } from 'react-i18next';
import { StatusTag } from '../../components/status-tag.tsx';
import { When } from '../../components/when.tsx';
import { usePickSentence } from '../../i18n/use-language.ts';
import { useSayQuantity, useUnitAfter } from '../../i18n/use-quantity.ts';
import { useShippedWords } from '../../i18n/use-shipped-words.ts';
import type { SeizedItem } from './item-answer.ts';
import { ItemStateTag } from './item-state-tag.tsx';

type LifeEntry = SeizedItem['life'][number];

/** What changed by an entry, as before → after; what stayed is left out. */
function changesOf(entry: LifeEntry): { key: string; from: string; to: string }[] {
  const sides = [
    ['place', entry.fromPlace, entry.toPlace],
    ['holder', entry.fromHolder, entry.toHolder],
    ['seal', entry.sealBefore, entry.seal],
  ] as const;
  return sides.flatMap(([key, from, to]) => (from === to ? [] : [{ key, from: from ?? '—', to: to ?? '—' }]));
}

function Entry({ entry }: { entry: LifeEntry }) {
  const shipped = useShippedWords();
  const unitAfter = useUnitAfter();
  const sayQuantity = useSayQuantity();
  const { t } = useTranslation('seized-items');
  const pick = usePickSentence();
  const papers = [
    ['secondPerson', entry.secondPersonName],
    ['counterparty', entry.counterparty],
    ['basis', entry.basis],
    ['difference', entry.difference],
    ['note', entry.note],
  ] as const;
  return (
    <li id={`entry-${entry.sequence}`} className="cc-item-entry">
      <div className="cc-item-entry-head">
        <When instant={entry.occurredAt} />
        <strong>{pick(entry)}</strong>
        {entry.fromState !== entry.toState && <ItemStateTag state={entry.toState} />}
        {entry.isLate && <StatusTag tone="closed">{t('life.late')}</StatusTag>}
        {entry.isVisitMissing && <StatusTag tone="alarm">{t('life.visitMissing')}</StatusTag>}
      </div>
      {changesOf(entry).map(({ key, from, to }) => (
        <p key={key}>
          <span className="cc-soft">{t(`life.${key}`)}</span> {from} → {to}
        </p>
      ))}
      {entry.weighing !== null && (
        <p>
          {t('weighing', { ...entry.weighing, unit: unitAfter(entry.weighing.unit) })}
          {entry.weighing.expected !== null && (
            <span className="cc-soft">
              {' '}
              · {t('life.expected', { ...entry.weighing, unit: unitAfter(entry.weighing.unit) })}
            </span>
          )}
        </p>
      )}
      <ul>
        <li>
          <span className="cc-soft">{t('life.by')}</span> {entry.actorName}
        </li>
        {papers.map(([key, text]) =>
          text === null ? null : (
            <li key={key}>
              <span className="cc-soft">{t(`life.${key}`)}</span> {shipped(text)}
            </li>
          ),
        )}
      </ul>
      <p className="cc-soft">
        {t('life.number', { number: entry.sequence })} · {t('life.onHand')}{' '}
        {sayQuantity(entry.onHand, entry.unit)} · <span className="cc-code">{entry.hash.slice(0, 12)}</span>
      </p>
    </li>
  );
}

/** The whole life, newest first: every entry of the case's book that concerns the item. */
export function ItemLife({ item }: { item: SeizedItem }) {
  const { t } = useTranslation('seized-items');
  return (
    <section className="cc-item-life" aria-label={t('life.title')}>
      <h2>{t('life.title')}</h2>
      <ol>
        {[...item.life].reverse().map((entry) => (
          <Entry key={entry.hash} entry={entry} />
        ))}
      </ol>
    </section>
  );
}
