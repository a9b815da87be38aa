import DeleteOutlined from '@ant-design/icons/es/icons/DeleteOutlined';
import Button from 'antd/es/button';
import Input from 'antd/es/input';
import { useTranslation } from 'react-i18next';
import { ItemCode } from '../../../components/item-code.tsx';
import { usePickSentence } from '../../../i18n/use-language.ts';
import type { Pair, PairAction } from './pair-list.ts';

export interface PairLinesProps {
  readonly pairs: readonly Pair[];
  /** Why the server refused a line, by the code of its label. */
  readonly refusals: ReadonlyMap<string, { readonly zh: string; readonly en: string }>;
  readonly onChange: (action: PairAction) => void;
}

/** Label and thing, line by line, each with undo, and with a reason where the thing carries a label already. */
export function PairLines({ pairs, refusals, onChange }: PairLinesProps) {
  const { t } = useTranslation('blank-labels');
  const pick = usePickSentence();
  return (
    <ol className="cc-scan-lines" reversed>
      {pairs.map(({ label, thing, reason }, index) => {
        const refusal = refusals.get(label.code);
        const asksReason = thing.isLabelled || refusal !== undefined || reason !== '';
        return (
          <li key={label.code} data-state={refusal === undefined ? 'right' : 'wrong'}>
            <span className="cc-scan-number">{pairs.length - index}</span>
            <span className="cc-scan-thing">
              <strong>{thing.title}</strong>
              <ItemCode code={label.code} withCopy={false} />
              <span className="cc-soft">{thing.subtitle === null ? null : pick(thing.subtitle)}</span>
              {refusal !== undefined && <span className="cc-scan-note">{pick(refusal)}</span>}
              {asksReason && (
                <label className="cc-pair-reason">
                  <span>{t(thing.isLabelled ? 'bind.reasonNeeded' : 'bind.reason')}</span>
                  <Input
                    value={reason}
                    maxLength={500}
                    onChange={(event) =>
                      onChange({ kind: 'reason', code: label.code, reason: event.target.value })
                    }
                  />
                </label>
              )}
            </span>
            <Button
              size="large"
              type="text"
              icon={<DeleteOutlined aria-hidden />}
              aria-label={t('bind.undo', { title: thing.title })}
              onClick={() => onChange({ kind: 'undo', code: label.code })}
            />
          </li>
        );
      })}
    </ol>
  );
}
