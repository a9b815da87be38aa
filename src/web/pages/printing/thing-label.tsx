import Button from 'antd/es/button';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ItemCodeKind } from '../../../modules/item-codes/item-code.ts';
import { REPLACEMENT_REASONS } from '../../../modules/item-codes/label-version.ts';
import { readThingLabelsEndpoint, type ThingLabels } from '../../../modules/labels/labels.contract.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { useOpenCommand } from '../../components/command-form/use-open-command.ts';
import { StatusTag } from '../../components/status-tag.tsx';
import { When } from '../../components/when.tsx';
import { usePickSentence } from '../../i18n/use-language.ts';
import { useCan } from '../../session/use-session.ts';
import { PrintLabelsDrawer } from './dialog/print-labels.tsx';
import './thing-label.css';

interface ThingLabelProps {
  readonly kind: ItemCodeKind;
  readonly thingId: string;
}

/** In one line: which version it carries, since when, and whether a job still holds it. */
function LabelSentence({ thing }: { thing: ThingLabels }) {
  const { t } = useTranslation('printing');
  const pick = usePickSentence();
  const { labelVersion, labelledAt, openJobId, labels } = thing;
  const replaced = labels.find(({ replacedAt }) => replacedAt !== null);
  return (
    <span>
      {labelVersion !== null && <strong>{t('label.version', { version: labelVersion })} </strong>}
      {labelledAt === null ? (
        <StatusTag tone="soon">{t(labelVersion === null ? 'thing.neverMade' : 'thing.notStuck')}</StatusTag>
      ) : (
        <>
          <StatusTag tone="settled">{t('thing.stuck')}</StatusTag> <When instant={labelledAt} />
        </>
      )}
      {openJobId !== null && (
        <>
          {' '}
          <Link to={`/print-jobs/${openJobId}`}>{t('thing.openJob')}</Link>
        </>
      )}
      {replaced?.replacedAt != null && (
        <span className="cc-soft">
          {' '}
          {t('thing.replaced', {
            version: replaced.version,
            reason:
              replaced.replacementReason === null
                ? ''
                : pick(REPLACEMENT_REASONS[replaced.replacementReason]),
          })}{' '}
          <When instant={replaced.replacedAt} />
        </span>
      )}
    </span>
  );
}

/** 标签: how the label of one thing stands, with first print, reprint and replacement where they may be done. */
export function ThingLabel({ kind, thingId }: ThingLabelProps) {
  const { t } = useTranslation('printing');
  const can = useCan();
  const command = useOpenCommand();
  const { data } = useQueryEndpoint(
    readThingLabelsEndpoint,
    { params: { kind, thingId } },
    { enabled: can('label.read') },
  );
  if (data === undefined) return null;
  return (
    <div className="cc-thing-label" role="group" aria-label={t('thing.label')}>
      <span className="cc-soft">{t('thing.label')}</span>
      <LabelSentence thing={data} />
      {can('label.print') &&
        data.availableActions.map((purpose) => (
          <span key={purpose}>
            <Button size="small" onClick={() => command.open(`print-${purpose}`)}>
              {t(`thing.${purpose}`)}
            </Button>
            <PrintLabelsDrawer
              name={`print-${purpose}`}
              target={{ by: 'things', kind, ids: [thingId] }}
              purpose={purpose}
            />
          </span>
        ))}
    </div>
  );
}
