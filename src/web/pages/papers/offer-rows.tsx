import { useState } from 'react';
import Button from 'antd/es/button';
import { useTranslation } from 'react-i18next';
import type { PaperOffer } from '../../../modules/papers/papers.contract.ts';
import { When } from '../../components/when.tsx';
import '../../components/plain-rows.css';
import { usePaperName } from './paper-words.tsx';

/** Names an offer in the address. */
export function offerKey({ form, subject }: PaperOffer): string {
  return `issue:${form}:${subject.sequence ?? subject.requestId ?? ''}`;
}

const SHOWN_AT_FIRST = 6;

/** What has happened and has no valid paper yet. */
export function OfferRows({
  offers,
  onOpen,
}: {
  offers: readonly PaperOffer[];
  onOpen: (command: string) => void;
}) {
  const { t } = useTranslation('papers');
  const nameOf = usePaperName();
  const [isWhole, setIsWhole] = useState(false);
  const shown = isWhole ? offers : offers.slice(0, SHOWN_AT_FIRST);
  return (
    <>
      <ul className="cc-rows">
        {shown.map((offer) => (
          <li key={offerKey(offer)}>
            <span className="cc-rows-main">
              <strong>{nameOf(offer.form)}</strong>
              <br />
              <span className="cc-soft">
                <When instant={offer.occurredAt} /> ·{' '}
                {t(offer.itemCount > 1 ? 'offer.pieces' : 'offer.piece', {
                  name: offer.firstItem,
                  count: offer.itemCount,
                })}
                {offer.replacesId !== null && ` · ${t('offer.again')}`}
              </span>
            </span>
            <span className="cc-rows-side">
              <Button onClick={() => onOpen(offerKey(offer))}>{t('action.issue')}</Button>
            </span>
          </li>
        ))}
      </ul>
      {shown.length < offers.length && (
        <Button type="link" onClick={() => setIsWhole(true)}>
          {t('showAll', { count: offers.length })}
        </Button>
      )}
    </>
  );
}
