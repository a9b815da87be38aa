import { useEffect, useRef } from 'react';
import Button from 'antd/es/button';
import Skeleton from 'antd/es/skeleton';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { isPaperForm } from '../../../modules/papers/paper-forms.ts';
import { issuePaperEndpoint, listPapersEndpoint } from '../../../modules/papers/papers.contract.ts';
import { listHandoverPapersEndpoint, type RoomPaper } from '../../../modules/papers/room-papers.contract.ts';
import { useCommand } from '../../api/use-command.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { useCan } from '../../session/use-session.ts';
import { PaperMarks, usePaperName } from './paper-words.tsx';

interface HandoverPapersProps {
  readonly handoverId: string;
  /** Changes when another paper can be made. */
  readonly moment: string;
}

/** 盘点表 and 交接书 of a handover: the paper where it is issued, otherwise what makes it. */
export function HandoverPapers(props: HandoverPapersProps) {
  const can = useCan();
  return can('paper.read') ? <KnownPapers {...props} /> : null;
}

function KnownPapers({ handoverId, moment }: HandoverPapersProps) {
  const { t } = useTranslation('papers');
  const navigate = useNavigate();
  const request = { params: { handoverId } };
  const { data, error, refetch } = useQueryEndpoint(listHandoverPapersEndpoint, request);
  const command = useCommand(issuePaperEndpoint, {
    invalidates: [listHandoverPapersEndpoint, listPapersEndpoint],
  });
  const shownMoment = useRef(moment);
  useEffect(() => {
    if (shownMoment.current === moment) return;
    shownMoment.current = moment;
    void refetch();
  }, [moment, refetch]);
  const issue = async ({ form, replacesId }: RoomPaper) => {
    if (!isPaperForm(form)) return;
    const replaced = replacesId === null ? {} : { replacesId };
    const issued = await command.send({ body: { form, handoverId, ...replaced } });
    if (issued !== undefined) void navigate(`/papers/${issued.id}?do=print`);
  };
  return (
    <section className="cc-section" aria-label={t('title')}>
      <div className="cc-section-head">
        <h2>{t('title')}</h2>
      </div>
      <ProblemAlert problem={command.problem} />
      {data === undefined ? (
        error === null ? (
          <Skeleton active paragraph={{ rows: 2 }} />
        ) : (
          <ProblemAlert problem={error} onRetry={() => void refetch()} />
        )
      ) : (
        <ul className="cc-rows">
          {data.papers.map((row) => (
            <RoomPaperRow
              key={row.form}
              row={row}
              isSending={command.isSending}
              onIssue={() => void issue(row)}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

interface RowProps {
  readonly row: RoomPaper;
  readonly isSending: boolean;
  readonly onIssue: () => void;
}

function RoomPaperRow({ row: { form, paper, mayIssue, replacesId }, isSending, onIssue }: RowProps) {
  const { t } = useTranslation('papers');
  const nameOf = usePaperName();
  const waiting = replacesId === null ? t('room.waiting') : t('offer.again');
  return (
    <li>
      <span className="cc-rows-main">
        {paper === null ? (
          <strong>{nameOf(form)}</strong>
        ) : (
          <Link to={`/papers/${paper.id}`}>
            <strong>{nameOf(form)}</strong> {paper.number}
          </Link>
        )}
        {paper === null && (
          <>
            <br />
            <span className="cc-soft">{mayIssue ? waiting : t(`room.later.${form}`)}</span>
          </>
        )}
      </span>
      <span className="cc-rows-side">
        {paper !== null && <PaperMarks paper={paper} />}
        {mayIssue && (
          <Button loading={isSending} aria-label={t('form.title', { name: nameOf(form) })} onClick={onIssue}>
            {t('action.issue')}
          </Button>
        )}
      </span>
    </li>
  );
}
