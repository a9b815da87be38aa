import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { PrintJobAnswer } from '../../../../modules/labels/print-jobs.contract.ts';
import { Details } from '../../../components/details.tsx';
import { When } from '../../../components/when.tsx';
import { useJobPurpose, useJobTarget, useTemplateWords } from './job-words.tsx';

/** Who, when, what with, why. */
export function JobFacts({ job }: { job: PrintJobAnswer }) {
  const { t } = useTranslation('printing');
  const purpose = useJobPurpose();
  const target = useJobTarget();
  const template = useTemplateWords();
  const { width, height } = job.template.sizeMm;
  const facts = [
    { label: t('job.why'), value: purpose(job) },
    { label: t('job.target'), value: target(job) },
    {
      label: t('job.template'),
      value: (
        <>
          <Link to={`/label-templates/${job.template.key}`}>{template(job.template)}</Link>{' '}
          <span className="cc-soft">{t('size', { width, height })}</span>
        </>
      ),
    },
    { label: t('job.who'), value: job.createdBy.name },
    { label: t('job.when'), value: <When instant={job.createdAt} /> },
  ];
  const further = [
    ...(job.copies > 1
      ? [{ label: t('dialog.copies'), value: t('dialog.copiesOf', { count: job.copies }) }]
      : []),
    ...(job.skipCells > 0
      ? [{ label: t('dialog.skipCells'), value: t('dialog.cells', { count: job.skipCells }) }]
      : []),
    ...(job.codeForm === 'template'
      ? []
      : [{ label: t('dialog.codeForm'), value: t(`codeForm.${job.codeForm}`) }]),
    ...(job.finishedAt === null
      ? []
      : [{ label: t('job.finished'), value: <When instant={job.finishedAt} /> }]),
  ];
  return <Details items={[...facts, ...further]} />;
}
