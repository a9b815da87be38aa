import Button from 'antd/es/button';
import Skeleton from 'antd/es/skeleton';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import {
  ITEM_CATEGORIES,
  ITEM_GRADES,
  type ItemGrade,
} from '../../../modules/seized-items/item-categories.ts';
import {
  readPhotoPolicyEndpoint,
  type PhotoPolicyAnswer,
} from '../../../modules/seized-items/photo-demands/photo-policy.contract.ts';
import {
  PHOTO_STEP_IDS,
  PHOTO_STEPS,
} from '../../../modules/seized-items/photo-demands/photo-policy-rules.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { useOpenCommand } from '../../components/command-form/use-open-command.ts';
import { PageHeader } from '../../components/page-header.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { WithMoments, formatInstant } from '../../components/when.tsx';
import { usePickSentence } from '../../i18n/use-language.ts';
import { useCan } from '../../session/use-session.ts';
import { PhotoPolicyForm } from './photo-policy-form.tsx';
import { exceptionRows, gradeRowOf, GRADES } from './photo-policy-values.ts';
import './custody-rules.css';
import '../../components/plain-rows.css';

/** Of one kind of thing: how many photos at which steps, instead of its grade. */
function Exceptions({ policy }: { policy: PhotoPolicyAnswer }) {
  const { t } = useTranslation('custody-rules');
  const pick = usePickSentence();
  const rows = exceptionRows(policy.rules);
  const categories = [...new Set(rows.map(({ category }) => category))];
  if (categories.length === 0) return null;
  return (
    <section className="cc-section">
      <h2>{t('photo.exceptions')}</h2>
      <ul className="cc-custody-exceptions">
        {categories.map((category) => (
          <li key={category}>
            <strong>{pick(ITEM_CATEGORIES[category])}</strong>
            <span>
              {rows
                .filter((row) => row.category === category)
                .map(({ steps, count }) =>
                  t('photo.exception', {
                    steps: steps.map((step) => pick(PHOTO_STEPS[step])).join(t('pause')),
                    count: count === 0 ? t('photo.none') : t('photo.count', { count }),
                  }),
                )
                .join(t('stop'))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function GradeTable({ policy }: { policy: PhotoPolicyAnswer }) {
  const { t } = useTranslation('custody-rules');
  const pick = usePickSentence();
  const say = (count: number) => (count === 0 ? t('photo.none') : t('photo.count', { count }));
  return (
    <table className="cc-custody-table">
      <thead>
        <tr>
          <th scope="col">{t('photo.step')}</th>
          {GRADES.map((grade: ItemGrade) => (
            <th key={grade} scope="col">
              {pick(ITEM_GRADES[grade])}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {PHOTO_STEP_IDS.map((step) => (
          <tr key={step}>
            <th scope="row">{pick(PHOTO_STEPS[step])}</th>
            {GRADES.map((grade) => (
              <td key={grade}>{say(gradeRowOf(policy.rules, step)[grade])}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** 拍照规定: how many photos each step demands; the leadership changes it for what is done from then on. */
export function Component() {
  const { t } = useTranslation('custody-rules');
  const can = useCan();
  const command = useOpenCommand();
  const { data, error, refetch } = useQueryEndpoint(readPhotoPolicyEndpoint, {});
  const mayChange = can('custody-policy.manage');
  return (
    <>
      <PageHeader
        title={t('photo.title')}
        sentence={t('photo.sentence')}
        actions={
          <>
            <Link to="/item-tolerances">{t('tolerance.title')}</Link>{' '}
            {mayChange && data !== undefined && (
              <Button onClick={() => command.open('change')}>{t('photo.change')}</Button>
            )}
          </>
        }
      />
      <ProblemAlert problem={error} onRetry={() => void refetch()} />
      {data === undefined && error === null && <Skeleton active />}
      {data !== undefined && (
        <>
          <GradeTable policy={data} />
          <Exceptions policy={data} />
          <p className="cc-soft">
            {data.changedAt === null ? (
              t('photo.shipped')
            ) : (
              <WithMoments
                text={t('photo.changed', {
                  who: data.changedByName,
                  at: formatInstant(data.changedAt),
                  note: data.note,
                  version: data.version,
                })}
              />
            )}
          </p>
          {command.current === 'change' && (
            <PhotoPolicyForm policy={data} onClose={command.close} onReload={() => void refetch()} />
          )}
        </>
      )}
    </>
  );
}
