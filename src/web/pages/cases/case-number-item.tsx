import Form from 'antd/es/form';
import Input from 'antd/es/input';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { readCaseNumber } from '../../../modules/cases/case-number.ts';
import { checkCaseNumberEndpoint } from '../../../modules/cases/numbers.contract.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { useSettled } from '../../components/pickers/use-settled.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { shanghaiToday } from '../../court-day.ts';
import './cases.css';

interface Slip {
  readonly zh: string;
  readonly en: string;
}

/** What the grammar finds on the device; a type that it does not know may be the court’s own, so the server is asked. */
function slipOf(text: string): Slip | null {
  const read = readCaseNumber(text, { currentYear: Number(shanghaiToday(new Date()).slice(0, 4)) });
  return read.ok || read.problem.code === 'TYPE_UNKNOWN' ? null : read.problem;
}

/** `taken`: a number that another case has is wrong here. `other`: it must be another case’s. */
export type NumberUse = 'taken' | 'other';

function Verdict({ text, use }: { text: string; use: NumberUse }) {
  const { t } = useTranslation('cases');
  const language = useLanguage();
  const settled = useSettled(text);
  const slip = settled === '' ? null : slipOf(settled);
  const isAsked = settled !== '' && slip === null;
  const { data } = useQueryEndpoint(
    checkCaseNumberEndpoint,
    { query: { number: settled } },
    { enabled: isAsked, staleTime: 5_000 },
  );
  if (settled === '') return <span className="cc-soft">{t('number.hint')}</span>;
  const problem = slip ?? data?.problem ?? null;
  if (problem !== null) return <span className="cc-case-verdict-wrong">{problem[language]}</span>;
  if (data === undefined || settled !== text) return <span className="cc-soft">{t('number.checking')}</span>;
  const [owner] = data.cases;
  if (owner !== undefined)
    return (
      <span>
        {t(use === 'taken' ? (data.isTaken ? 'number.taken' : 'number.formerlyWrong') : 'number.found')}{' '}
        <Link to={`/cases/${owner.id}`}>{[owner.number, owner.cause, owner.handler].join(' · ')}</Link>
      </span>
    );
  if (data.isTaken) return <span className="cc-case-verdict-wrong">{t('number.takenElsewhere')}</span>;
  if (use === 'other') return <span className="cc-case-verdict-wrong">{t('number.notFound')}</span>;
  return (
    <span>
      {t('number.good', { number: data.canonical ?? '' })}
      {data.isOfOtherCourt && ` ${t('number.otherCourt')}`}
    </span>
  );
}

export interface CaseNumberItemProps {
  readonly name: string;
  readonly label: string;
  readonly use?: NumberUse;
}

/** A case number as form field: read while it is typed, with what is wrong, and whose it is already. */
export function CaseNumberItem({ name, label, use = 'taken' }: CaseNumberItemProps) {
  const { t } = useTranslation('cases');
  const form = Form.useFormInstance();
  const typed: unknown = Form.useWatch(name, form);
  const text = typeof typed === 'string' ? typed.trim() : '';
  return (
    <Form.Item
      name={name}
      label={label}
      extra={
        <span className="cc-case-verdict" aria-live="polite">
          <Verdict text={text} use={use} />
        </span>
      }
      rules={[{ required: true, whitespace: true, message: t('missing', { field: label }) }]}
    >
      <Input autoComplete="off" spellCheck={false} maxLength={100} />
    </Form.Item>
  );
}
