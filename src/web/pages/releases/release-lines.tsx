import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { downloadItemFileEndpoint } from '../../../modules/seized-items/item-files.contract.ts';
import type { ReleaseDetail, ReleaseLine } from '../../../modules/seized-items/releases/releases.contract.ts';
import { downloadAddress } from '../../api/download-file.ts';
import { ItemCode } from '../../components/item-code.tsx';
import { StatusTag, type StatusTone } from '../../components/status-tag.tsx';
import { When, WithMoments, formatInstant } from '../../components/when.tsx';
import { useSayQuantity } from '../../i18n/use-quantity.ts';
import { useShippedWords } from '../../i18n/use-shipped-words.ts';
import { Warnings } from './line-checklist.tsx';
import { useReleaseWord } from './release-words.tsx';

const TONES: Readonly<Record<string, StatusTone>> = {
  prepared: 'soon',
  out: 'open',
  in_transit: 'open',
  with_keeper: 'calm',
  back: 'settled',
};

/** The first photo, to be held against what comes back. */
export function LinePicture({ line }: { line: ReleaseLine }) {
  if (line.photoFileId === null) return null;
  const params = { itemId: line.itemId, fileId: line.photoFileId };
  return (
    <img
      className="cc-release-picture"
      src={downloadAddress(downloadItemFileEndpoint, { params })}
      alt=""
      loading="lazy"
    />
  );
}

function OutAndBack({ line }: { line: ReleaseLine }) {
  const shipped = useShippedWords();
  const { t } = useTranslation('releases');
  const sealOf = (seal: string | null) => (seal === null ? t('unsealed') : t('seal', { seal }));
  return (
    <>
      {line.conditionOut !== null && (
        <span>
          {t('out')} {line.conditionOut} · {sealOf(line.sealOut)}
          {line.odometerOut !== null && ` · ${t('odometer', { km: line.odometerOut })}`}
        </span>
      )}
      {line.backAt !== null && line.conditionBack !== null && (
        <span>
          {t('back')} {line.conditionBack} · {sealOf(line.sealBack)} · <When instant={line.backAt} />
          {line.receivedByName !== null && ` · ${line.receivedByName}`}
        </span>
      )}
      {line.note !== null && <span className="cc-soft">{shipped(line.note)}</span>}
      {line.incident !== null && <span className="cc-release-wrong">{shipped(line.incident)}</span>}
    </>
  );
}

function Line({ line }: { line: ReleaseLine }) {
  const sayQuantity = useSayQuantity();
  const shipped = useShippedWords();
  const { t } = useTranslation('releases');
  const word = useReleaseWord();
  const isAsked = line.itemState === 'under_investigation';
  return (
    <li className="cc-release-line">
      <LinePicture line={line} />
      <div className="cc-release-row">
        <span className="cc-release-row-head">
          <Link to={`/seized-items/${line.itemId}`}>
            <strong>{shipped(line.name)}</strong>
          </Link>
          <StatusTag tone={isAsked || line.isOverdue ? 'alarm' : (TONES[line.state] ?? 'closed')}>
            {isAsked ? t('investigated') : word('line', line.state)}
          </StatusTag>
        </span>
        <span>
          {line.caseNumber} {t('piece', { number: line.number })} ·{' '}
          {sayQuantity(line.releasedQuantity, line.unit)}
          {line.dueAt !== null && <WithMoments text={` · ${t('dueAt')} ${formatInstant(line.dueAt)}`} />}
        </span>
        <ItemCode code={line.code} withCopy={false} />
        {line.hasOpenCount && <span className="cc-release-wrong">{t('openCount')}</span>}
        <Warnings hazards={line.hazards} keeping={line.keeping} />
        <OutAndBack line={line} />
      </div>
    </li>
  );
}

export function ReleaseLines({ release }: { release: ReleaseDetail }) {
  const { t } = useTranslation('releases');
  return (
    <section>
      <h2>{t('things', { count: release.lines.length })}</h2>
      <ul className="cc-release-rows">
        {release.lines.map((line) => (
          <Line key={line.itemId} line={line} />
        ))}
      </ul>
    </section>
  );
}
