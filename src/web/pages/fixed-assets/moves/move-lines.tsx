import { useState } from 'react';
import CheckCircleOutlined from '@ant-design/icons/es/icons/CheckCircleOutlined';
import CloseCircleOutlined from '@ant-design/icons/es/icons/CloseCircleOutlined';
import DeleteOutlined from '@ant-design/icons/es/icons/DeleteOutlined';
import Button from 'antd/es/button';
import { useTranslation } from 'react-i18next';
import { ItemCode } from '../../../components/item-code.tsx';
import { ProblemAlert } from '../../../components/problem-alert.tsx';
import { usePickSentence } from '../../../i18n/use-language.ts';
import { AssetStatusTag } from '../asset-status-tag.tsx';
import type { MoveSubject } from './move-forms.ts';
import type { MoveVerdict } from './use-move-verdict.ts';
import './move-lines.css';

/** How many lines are drawn before the person asks for the rest. */
const SHOWN_AT_FIRST = 4;
const ALLOWED = 'ALLOWED';

type Line = NonNullable<MoveVerdict['answer']>['lines'][number];

export interface MoveLinesProps {
  /** The assets of the command; a form field, so that removing a line changes the request. */
  readonly value?: readonly string[];
  readonly onChange?: (ids: string[]) => void;
  readonly subjects: ReadonlyMap<string, MoveSubject>;
  readonly verdict: MoveVerdict;
}

function LineVerdict({ line }: { line: Line | undefined }) {
  const pick = usePickSentence();
  if (line === undefined) return null;
  const isAllowed = line.verdict === ALLOWED;
  return (
    <span className="cc-move-verdict" data-allowed={isAllowed}>
      {isAllowed ? <CheckCircleOutlined aria-hidden /> : <CloseCircleOutlined aria-hidden />} {pick(line)}
    </span>
  );
}

function Summary({ verdict, count }: { verdict: MoveVerdict; count: number }) {
  const { t } = useTranslation('fixed-assets');
  const { answer, isAsking } = verdict;
  const text =
    answer === undefined
      ? t(isAsking ? 'move.asking' : 'move.pieces', { count })
      : answer.refusedCount === 0
        ? t('move.allAllowed', { count })
        : t('move.someRefused', { refused: answer.refusedCount, count });
  return (
    <strong role="status" className="cc-move-summary" data-refused={(answer?.refusedCount ?? 0) > 0}>
      {text}
    </strong>
  );
}

/** The verdict on every asset, refused ones first, before anything is written; refused ones go with one click. */
export function MoveLines({ value = [], onChange, subjects, verdict }: MoveLinesProps) {
  const { t } = useTranslation('fixed-assets');
  const [isWhole, setWhole] = useState(false);
  const lines = new Map((verdict.answer?.lines ?? []).map((line) => [line.assetId, line]));
  const isRefused = (id: string) => lines.has(id) && lines.get(id)?.verdict !== ALLOWED;
  const refused = value.filter(isRefused);
  const ordered = [...refused, ...value.filter((id) => !isRefused(id))];
  const shown = isWhole ? ordered : ordered.slice(0, Math.max(SHOWN_AT_FIRST, refused.length));
  const remove = (ids: readonly string[]) => onChange?.(value.filter((id) => !ids.includes(id)));
  return (
    <section className="cc-move-lines" aria-label={t('move.lines')}>
      <div className="cc-move-lines-head">
        <Summary verdict={verdict} count={value.length} />
        {refused.length > 0 && refused.length < value.length && (
          <Button size="small" onClick={() => remove(refused)}>
            {t('move.removeRefused', { count: refused.length })}
          </Button>
        )}
      </div>
      <ProblemAlert problem={verdict.problem} />
      <ul>
        {shown.map((id) => {
          const subject = subjects.get(id);
          return (
            <li key={id}>
              <span className="cc-move-line">
                <span className="cc-move-line-name">{subject?.name ?? id}</span>
                {subject !== undefined && <ItemCode code={subject.code} withCopy={false} />}
                {subject !== undefined && <AssetStatusTag status={subject.status} />}
                <LineVerdict line={lines.get(id)} />
              </span>
              {value.length > 1 && (
                <Button
                  type="text"
                  size="small"
                  icon={<DeleteOutlined aria-hidden />}
                  aria-label={t('move.removeLine', { name: subject?.name ?? id })}
                  onClick={() => remove([id])}
                />
              )}
            </li>
          );
        })}
      </ul>
      {shown.length < ordered.length && (
        <Button type="link" size="small" onClick={() => setWhole(true)}>
          {t('move.showAll', { count: ordered.length - shown.length })}
        </Button>
      )}
    </section>
  );
}
