import { useEffect, useRef } from 'react';
import Skeleton from 'antd/es/skeleton';
import Alert from 'antd/es/alert';
import Button from 'antd/es/button';
import { useTranslation } from 'react-i18next';
import { isPaperForm, paperFormOf, type PaperFormId } from '../../../modules/papers/paper-forms.ts';
import { listCasePapersEndpoint, type PaperOffer } from '../../../modules/papers/papers.contract.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { useOpenCommand } from '../../components/command-form/use-open-command.ts';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { useCan } from '../../session/use-session.ts';
import { IssueForm, type PaperToIssue } from './issue-form.tsx';
import { offerKey, OfferRows } from './offer-rows.tsx';
import { PaperRows } from './paper-rows.tsx';
import { usePaperName } from './paper-words.tsx';

/** Forms that need nothing to have happened. */
const OF_CASE: readonly PaperFormId[] = ['seizure_list', 'transfer_list', 'seal_label', 'statement'];
const OF_ITEM: readonly PaperFormId[] = ['custody_report', 'seal_label', 'statement'];

export interface PapersOfProps {
  readonly caseId: string;
  /** Only what concerns the item. */
  readonly itemId?: string;
  /** Only what waits to be issued, where the rest stands elsewhere. */
  readonly isBrief?: boolean;
  /** Changes when something has happened of which there may be a paper now. */
  readonly moment?: string | number;
}

function paperToIssue(
  command: string | undefined,
  offers: readonly PaperOffer[],
  itemId: string | undefined,
): PaperToIssue | undefined {
  const offer = offers.find((each) => offerKey(each) === command);
  if (offer !== undefined && isPaperForm(offer.form))
    return { form: offer.form, subject: offer.subject, itemIds: [], replacesId: offer.replacesId };
  const form = command?.startsWith('issue:') === true ? (command.split(':')[1] ?? '') : '';
  if (!isPaperForm(form) || paperFormOf(form).source !== 'items') return undefined;
  return { form, subject: {}, itemIds: itemId === undefined ? null : [itemId], replacesId: null };
}

/** Papers of a case or an item: what waits to be issued, what else can be, what was. */
export function PapersOf(props: PapersOfProps) {
  const can = useCan();
  return can('paper.read') ? <KnownPapers {...props} /> : null;
}

function KnownPapers({ caseId, itemId, isBrief = false, moment }: PapersOfProps) {
  const { t } = useTranslation('papers');
  const nameOf = usePaperName();
  const command = useOpenCommand();
  const query = itemId === undefined ? {} : { itemId };
  const request = { params: { caseId }, query };
  const { data, error, refetch } = useQueryEndpoint(listCasePapersEndpoint, request);
  const shownMoment = useRef(moment);
  useEffect(() => {
    if (shownMoment.current === moment) return;
    shownMoment.current = moment;
    void refetch();
  }, [moment, refetch]);
  if (data === undefined)
    return error === null ? (
      <Skeleton active />
    ) : (
      <ProblemAlert problem={error} onRetry={() => void refetch()} />
    );
  const { offers, papers, mayIssue } = data;
  const others = itemId === undefined ? OF_CASE : OF_ITEM;
  return (
    <>
      {!isBrief && data.isSensitive && <Alert type="info" showIcon title={t('sensitiveNotice')} />}
      {offers.length > 0 && (
        <section className="cc-section" aria-label={t('offered')}>
          <div className="cc-section-head">
            <h2>{t('offered')}</h2>
          </div>
          <OfferRows offers={offers} onOpen={command.open} />
        </section>
      )}
      {!isBrief && (
        <section className="cc-section" aria-label={t('issued')}>
          <div className="cc-section-head">
            <h2>{t('issued')}</h2>
            {mayIssue &&
              others.map((form) => (
                <Button key={form} onClick={() => command.open(`issue:${form}`)}>
                  {nameOf(form)}
                </Button>
              ))}
          </div>
          {papers.length === 0 ? <p className="cc-soft">{t('none')}</p> : <PaperRows papers={papers} />}
        </section>
      )}
      <IssueForm
        caseId={caseId}
        paper={mayIssue ? paperToIssue(command.current, offers, itemId) : undefined}
        onClose={command.close}
      />
    </>
  );
}
