import Button from 'antd/es/button';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { issuePaperEndpoint, listPapersEndpoint } from '../../../modules/papers/papers.contract.ts';
import { useCommand } from '../../api/use-command.ts';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { useCan } from '../../session/use-session.ts';
import { usePaperName } from './paper-words.tsx';

/** 盘点表 of the full count at a handover, once it is counted. */
export function CountSheetButton({ handoverId, isCounted }: { handoverId: string; isCounted: boolean }) {
  const { t } = useTranslation('papers');
  const nameOf = usePaperName();
  const can = useCan();
  const navigate = useNavigate();
  const command = useCommand(issuePaperEndpoint, { invalidates: [listPapersEndpoint] });
  if (!isCounted || !can('paper.issue')) return null;
  const issue = async () => {
    const issued = await command.send({ body: { form: 'count_sheet', handoverId } });
    if (issued !== undefined) void navigate(`/papers/${issued.id}?do=print`);
  };
  return (
    <>
      <Button loading={command.isSending} onClick={() => void issue()}>
        {t('form.title', { name: nameOf('count_sheet') })}
      </Button>
      <ProblemAlert problem={command.problem} />
    </>
  );
}
