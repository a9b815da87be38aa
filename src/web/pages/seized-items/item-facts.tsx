import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { amountOfMinorUnits } from '../../../modules/seized-items/item-quantity.ts';
import { ODOMETER_OCCASIONS, sayKilometres } from '../../../modules/seized-items/odometers/odometer.rules.ts';
import { Details, type Detail } from '../../components/details.tsx';
import { formatFen, Money } from '../../components/money.tsx';
import { Day, When } from '../../components/when.tsx';
import { useShippedWords } from '../../i18n/use-shipped-words.ts';
import { usePickSentence } from '../../i18n/use-language.ts';
import { useSayQuantity, useUnitAfter } from '../../i18n/use-quantity.ts';
import type { SeizedItem } from './item-answer.ts';
import { useItemWord } from './item-words.ts';
import { ItemStateTag } from './item-state-tag.tsx';

function useFacts(item: SeizedItem): Detail[] {
  const shipped = useShippedWords();
  const sayQuantity = useSayQuantity();
  const { t } = useTranslation('seized-items');
  const word = useItemWord();
  const list = [item.listNumber, item.listLine].filter((part) => part !== null).join(' / ');
  const { conversion: changed } = item;
  const conversion =
    item.unitFactor === null
      ? null
      : `${sayQuantity('1', item.listedUnit ?? '')} = ${sayQuantity(item.unitFactor, item.unit)}`;
  const rows: (readonly [string, Detail['value'] | null])[] = [
    [t('fact.category'), word('category', item.category)],
    [t('fact.grade'), word('grade', item.grade)],
    [t('fact.ownership'), word('ownership', item.ownership)],
    [t('fact.nature'), word('nature', item.nature)],
    [
      t('fact.listed'),
      item.listedQuantity === null ? null : sayQuantity(item.listedQuantity, changed?.unit ?? item.unit),
    ],
    [
      t('fact.changed'),
      changed === null
        ? null
        : t('fact.changedOn', { amount: sayQuantity(changed.quantity, changed.unit), day: changed.on }),
    ],
    [t('fact.conversion'), conversion],
    [t('fact.list'), list === '' ? null : list],
    [t('fact.seizure'), item.seizureDocument],
    [t('fact.seizureExpiresOn'), item.seizureExpiresOn === null ? null : <Day day={item.seizureExpiresOn} />],
    [t('fact.expiresOn'), item.expiresOn === null ? null : <Day day={item.expiresOn} />],
    [t('fact.value'), item.estimatedValueFen === null ? null : <Money fen={item.estimatedValueFen} inline />],
    [
      t('fact.valuation'),
      item.valuation === null
        ? null
        : t('fact.valuedBy', {
            value: formatFen(item.valuation.valueFen),
            day: item.valuation.validUntil,
            number: item.valuation.opinionNumber,
          }),
    ],
    [t('fact.hazards'), item.hazards.map((key) => word('hazard', key)).join(t('and')) || null],
    [t('fact.keeping'), item.keeping.map((key) => word('keeping', key)).join(t('and')) || null],
    ...Object.entries(item.facts).map(([key, value]) => [word('fact', key), shipped(value)] as const),
    [t('fact.notes'), item.notes === null ? null : shipped(item.notes)],
  ];
  return rows.flatMap(([label, value]) => (value === null ? [] : [{ label, value }]));
}

function Seals({ item }: { item: SeizedItem }) {
  const shipped = useShippedWords();
  const { t } = useTranslation('seized-items');
  if (item.seals.length === 0) return null;
  return (
    <>
      <h2>{t('seals')}</h2>
      <ul className="cc-item-seals">
        {item.seals.map((seal) => (
          <li key={seal.number}>
            <strong>{seal.number}</strong>{' '}
            <span className="cc-soft">
              <When instant={seal.sealedAt} />{' '}
              {[seal.sealedByName && shipped(seal.sealedByName), seal.secondPersonName]
                .filter(Boolean)
                .join(t('and'))}
            </span>
            {seal.openedAt !== null && (
              <p>
                {t('sealOpened', { reason: seal.openReason ?? '—', by: seal.openedByName ?? '—' })}{' '}
                <When instant={seal.openedAt} />
              </p>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function Measures({ item }: { item: SeizedItem }) {
  const shipped = useShippedWords();
  const unitAfter = useUnitAfter();
  const sayQuantity = useSayQuantity();
  const { t } = useTranslation('seized-items');
  const pick = usePickSentence();
  return (
    <>
      {item.weighings.map((one) => (
        <p key={one.weighedAt}>
          {t('weighing', { ...one, unit: unitAfter(one.unit) })} <When instant={one.weighedAt} />{' '}
          <span className="cc-soft">{[one.weighedByName, one.secondPersonName].join(t('and'))}</span>
        </p>
      ))}
      {item.odometers.length > 0 && <h2>{t('odometer.title')}</h2>}
      {item.odometers.map((one) => (
        <p key={`${one.takenAt} ${one.occasion} ${one.km}`}>
          <strong>{one.km === null ? shipped(one.note ?? '') : t('odometer.km', { km: one.km })}</strong>{' '}
          {one.differenceKm !== null && t('odometer.difference', { km: sayKilometres(one.differenceKm) })}
          {one.allowedKm !== null && t('odometer.allowed', { km: one.allowedKm })}{' '}
          {pick(ODOMETER_OCCASIONS[one.occasion])} <When instant={one.takenAt} />{' '}
          <span className="cc-soft">
            {[one.takenByName, one.secondPersonName].filter((name) => name !== null).join(t('and'))}
          </span>
        </p>
      ))}
      {item.moneyCounts.map((one) => (
        <div key={one.countedAt}>
          <h2>{t('moneyCount')}</h2>
          <ul>
            {one.denominations.map(({ faceMinor, pieces }) => (
              <li key={faceMinor}>
                {sayQuantity(amountOfMinorUnits(faceMinor, one.currency), one.currency)} × {pieces}
              </li>
            ))}
          </ul>
          <p className="cc-soft">
            {[one.countedByName, one.secondPersonName].join(t('and'))} <When instant={one.countedAt} />
          </p>
        </div>
      ))}
    </>
  );
}

/** What it is, its seals, weighings and counts, and what it was split from or into. */
export function ItemFacts({ item }: { item: SeizedItem }) {
  const { t } = useTranslation('seized-items');
  const facts = useFacts(item);
  return (
    <section className="cc-item-facts" aria-label={t('facts')}>
      <h2>{t('facts')}</h2>
      <Details items={facts} />
      <Seals item={item} />
      <Measures item={item} />
      {item.family.length > 0 && (
        <>
          <h2>{t('family')}</h2>
          <ul>
            {item.family.map((one) => (
              <li key={one.id}>
                {t(`relation.${one.relation}`)} <Link to={`/seized-items/${one.id}`}>{one.name}</Link>{' '}
                <ItemStateTag state={one.state} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
