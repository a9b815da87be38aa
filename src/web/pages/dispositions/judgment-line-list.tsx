import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { JUDGMENT_ORDERS } from '../../../modules/dispositions/judgment-orders.ts';
import type { OpenCommand } from '../../components/command-form/use-open-command.ts';
import { RowMenu } from '../../components/row-menu.tsx';
import { WithMoments, formatInstant } from '../../components/when.tsx';
import { useSayQuantity } from '../../i18n/use-quantity.ts';
import { useNameOf } from '../cases/case-words.tsx';
import { ItemStateTag } from '../seized-items/item-state-tag.tsx';
import type { CaseJudgments, JudgmentLine } from './judgment-answer.ts';
import { CountedQuantity, LineStateTag } from './line-words.tsx';

interface LineProps {
  readonly line: JudgmentLine;
  readonly command: OpenCommand;
}

function People({ line }: { line: JudgmentLine }) {
  const { t } = useTranslation('dispositions');
  const facts = [
    t('line.entered', { name: line.enteredByName, at: formatInstant(line.enteredAt) }),
    line.confirmedByName === null || line.confirmedAt === null
      ? null
      : t('line.confirmed', { name: line.confirmedByName, at: formatInstant(line.confirmedAt) }),
    line.refusalReason === null ? null : t('line.refused', { reason: line.refusalReason }),
    line.carriedOutDocument === null ? null : t('line.byPaper', { document: line.carriedOutDocument }),
    line.note,
  ];
  return (
    <span className="cc-soft">
      <WithMoments text={facts.filter((fact) => fact !== null).join(' · ')} />
    </span>
  );
}

function Line({ line, command }: LineProps) {
  const sayQuantity = useSayQuantity();
  const { t } = useTranslation('dispositions');
  const orderName = useNameOf(JUDGMENT_ORDERS);
  const isVoid = line.state === 'refused' || line.state === 'replaced';
  const actions = line.availableActions
    .filter((action) => action !== 'confirm')
    .map((action) => ({
      key: action,
      label: t(`lineAction.${action}`),
      onClick: () => command.open(`${action}_line-${line.id}`),
    }));
  return (
    <li className={isVoid ? 'cc-rows-ended' : undefined}>
      <span className="cc-rows-main">
        <span className="cc-judgment-line">
          <span>{line.lineNumber}.</span>
          <strong>{orderName(line.order)}</strong>
          <span>
            {sayQuantity(line.quantity, line.unit)}
            <CountedQuantity line={line} />
          </span>
          <span>{line.description}</span>
          {line.beneficiary !== null && <span>→ {line.beneficiary}</span>}
        </span>
        {line.item === null ? (
          line.order !== 'continue_recovery' && <em className="cc-soft">{t('line.noItem')}</em>
        ) : (
          <span className="cc-judgment-line">
            <Link to={`/seized-items/${line.item.id}`}>
              {t('line.item', { number: line.item.number, name: line.item.name })}
            </Link>
            <ItemStateTag state={line.item.state} />
            {line.carriedOut !== '0' && (
              <span>
                {t('line.carriedOut', { quantity: sayQuantity(line.carriedOut, line.counted.unit) })}
              </span>
            )}
          </span>
        )}
        <People line={line} />
      </span>
      <span className="cc-rows-side">
        <LineStateTag state={line.state} />
        <RowMenu label={t('line.actions', { number: line.lineNumber })} actions={actions} />
      </span>
    </li>
  );
}

/** The lines by document, in the order in which the judgments took effect. */
export function JudgmentLineList({ shown, command }: { shown: CaseJudgments; command: OpenCommand }) {
  const { t } = useTranslation('dispositions');
  const documents = [...new Set(shown.lines.map(({ document }) => document))];
  return documents.map((document) => {
    const lines = shown.lines.filter((line) => line.document === document);
    return (
      <div key={document} className="cc-section">
        <h2>
          {document}{' '}
          <span className="cc-soft">{t('line.effective', { day: lines[0]?.effectiveOn ?? '' })}</span>
        </h2>
        <ul className="cc-rows">
          {lines.map((line) => (
            <Line key={line.id} line={line} command={command} />
          ))}
        </ul>
      </div>
    );
  });
}
