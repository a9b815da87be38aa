import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { PageHeader } from '../../components/page-header.tsx';
import { ScanEntry } from '../../scan/scan-entry.tsx';
import { useTextOfAddress } from '../../scan/use-text-of-address.ts';
import { useCan } from '../../session/use-session.ts';
import { AnswerCard } from './answer-card.tsx';
import { PastScans } from './past-scans.tsx';
import { useScanAnswers } from './use-scan-answers.ts';
import './scan.css';

/** 扫码: what is it, where should it be, who has it, what may I do. */
export function Component() {
  const { t } = useTranslation('scanning');
  const { shown, history, scan } = useScanAnswers();
  const mayMove = useCan()('asset.move');
  useTextOfAddress(scan);
  const rest = shown?.answer === undefined ? history : history.slice(1);
  const answer = shown?.answer;
  const isAgain = answer?.outcome === 'thing' && rest.some(({ code }) => code === answer.code);
  return (
    <div className="cc-scanning">
      <PageHeader
        title={t('title')}
        {...(mayMove
          ? {
              actions: (
                <Link to="/scan/serial" className="cc-big-link">
                  {t('serial.title')}
                </Link>
              ),
            }
          : {})}
      />
      <ScanEntry onScan={scan} verb={t('entry.find')} />
      {shown === undefined ? (
        <p className="cc-answer-ready">{t('ready')}</p>
      ) : (
        <AnswerCard shown={shown} isAgain={isAgain} onScan={scan} />
      )}
      {rest.length > 0 && <PastScans history={rest} onScan={scan} />}
    </div>
  );
}
