import Button from 'antd/es/button';
import { useTranslation } from 'react-i18next';
import type { OpenCommand } from '../../components/command-form/use-open-command.ts';
import { StatusTag } from '../../components/status-tag.tsx';
import type { CaseJudgments } from './judgment-answer.ts';

/** Judgments that went to the organ that keeps things of the case, and its receipts. */
export function JudgmentNotices({ shown, command }: { shown: CaseJudgments; command: OpenCommand }) {
  const { t } = useTranslation('dispositions');
  if (shown.notices.length === 0) return null;
  const mayReceive = shown.availableActions.includes('send');
  return (
    <div className="cc-section">
      <h2>{t('judgments.notices')}</h2>
      <ul className="cc-rows">
        {shown.notices.map((notice) => (
          <li key={notice.id}>
            <span className="cc-rows-main">
              <strong>{notice.organ}</strong> {notice.document}
              <br />
              <span className="cc-soft">
                {[notice.sentOn, notice.sentByName, notice.receiptDocument, notice.receivedOn]
                  .filter((part) => part !== null)
                  .join(' · ')}
              </span>
            </span>
            <span className="cc-rows-side">
              <StatusTag tone={notice.receivedOn === null ? 'soon' : 'settled'}>
                {t(notice.receivedOn === null ? 'judgments.noReceipt' : 'judgments.received')}
              </StatusTag>
              {notice.receivedOn === null && mayReceive && (
                <Button size="small" onClick={() => command.open(`receive_judgment-${notice.id}`)}>
                  {t('judgments.receive')}
                </Button>
              )}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
