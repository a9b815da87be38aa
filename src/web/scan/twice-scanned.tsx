import { useState } from 'react';
import Alert from 'antd/es/alert';
import Button from 'antd/es/button';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { resolveScan } from '../../modules/item-codes/scan.contract.ts';
import { callEndpoint } from '../api/call-endpoint.ts';
import type { CallError } from '../api/use-query-endpoint.ts';
import { ProblemAlert } from '../components/problem-alert.tsx';
import { scanPageAddress } from './answer-address.ts';
import { duplicateLabelAddress } from './incident-address.ts';
import './standing-flow.css';

export interface TwiceScannedThing {
  readonly name: string;
  readonly code: string;
}

export interface TwiceScannedProps {
  readonly thing: TwiceScannedThing;
  /** The same thing, scanned twice: the list goes on as it was. */
  readonly onSame: () => void;
}

/**
 * A code that the list has already: whoever holds the thing says whether it is the one of before. Another thing with the
 * same label leads to the report of the incident, which stops everything about the item.
 */
export function TwiceScanned({ thing, onSame }: TwiceScannedProps) {
  const { t } = useTranslation('scanning');
  const navigate = useNavigate();
  const [problem, setProblem] = useState<CallError | null>(null);
  const report = async () => {
    try {
      const answer = await callEndpoint(resolveScan, { query: { text: thing.code } });
      const isItem = answer.outcome === 'thing' && answer.kind === 'S';
      void navigate(isItem ? duplicateLabelAddress(answer.id) : scanPageAddress(thing.code));
    } catch (error) {
      // why: callEndpoint rejects with ApiProblem or ConnectionLost only.
      setProblem(error as CallError);
    }
  };
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      className="cc-done"
      title={t('twice.question', { name: thing.name })}
      description={
        <>
          <p>{t('twice.explanation')}</p>
          <div className="cc-scan-choice">
            <Button onClick={onSame}>{t('twice.same')}</Button>
            <Button danger onClick={() => void report()}>
              {t('twice.another')}
            </Button>
          </div>
          <ProblemAlert problem={problem} />
        </>
      }
    />
  );
}
