import Button from 'antd/es/button';
import Drawer from 'antd/es/drawer';
import Skeleton from 'antd/es/skeleton';
import { useTranslation } from 'react-i18next';
import {
  listLabelTemplateVersionsEndpoint,
  restoreLabelTemplateEndpoint,
  type SavedLabelTemplate,
} from '../../../../modules/labels/templates.contract.ts';
import { useCommand } from '../../../api/use-command.ts';
import { useQueryEndpoint } from '../../../api/use-query-endpoint.ts';
import { ProblemAlert } from '../../../components/problem-alert.tsx';
import { StatusTag } from '../../../components/status-tag.tsx';
import { When } from '../../../components/when.tsx';
import { announce } from '../../../layout/announcer.tsx';
import { useIsPhone } from '../../../layout/use-is-phone.ts';
import { STALE_TEMPLATES } from '../stale-templates.ts';
import '../../../components/plain-rows.css';

export interface HistoryDrawerProps {
  readonly saved: SavedLabelTemplate;
  readonly onClose: () => void;
  readonly onRestored: (restored: SavedLabelTemplate) => void;
}

/** Every version, newest first; an older one can be made the newest. */
export function HistoryDrawer({ saved, onClose, onRestored }: HistoryDrawerProps) {
  const { t } = useTranslation('label-templates');
  const isPhone = useIsPhone();
  const params = { templateKey: saved.key };
  const { data, error } = useQueryEndpoint(listLabelTemplateVersionsEndpoint, { params });
  const restore = useCommand(restoreLabelTemplateEndpoint, {
    ifMatch: saved.version,
    invalidates: STALE_TEMPLATES,
  });
  const mayRestore = saved.availableActions.includes('restore');
  const take = async (version: number) => {
    const answer = await restore.send({ params, body: { version } });
    if (answer === undefined) return;
    announce(t('history.restored', { version }));
    onRestored(answer);
  };
  return (
    <Drawer open onClose={onClose} title={t('history.title')} size={isPhone ? '100%' : 480}>
      <ProblemAlert problem={error ?? restore.problem} />
      {data === undefined && error === null && <Skeleton active />}
      <ul className="cc-rows">
        {data?.items.map((item) => (
          <li key={item.version}>
            <span className="cc-rows-main">
              <strong>{t(item.version === 0 ? 'asShipped' : 'version', { version: item.version })}</strong>{' '}
              {item.isRetired && <StatusTag tone="closed">{t('retired')}</StatusTag>}
              <br />
              {item.savedBy !== null && (
                <span className="cc-soft">
                  {item.savedBy.name} · <When instant={item.savedAt} />
                </span>
              )}
              {item.note !== null && <div>{item.note}</div>}
            </span>
            <span className="cc-rows-side">
              {item.version === saved.version ? (
                <StatusTag tone="open">{t('history.current')}</StatusTag>
              ) : (
                mayRestore && (
                  <Button
                    disabled={restore.isSending}
                    onClick={() => void take(item.version)}
                    aria-label={t('history.restoreOf', { version: item.version })}
                  >
                    {t('history.restore')}
                  </Button>
                )
              )}
            </span>
          </li>
        ))}
      </ul>
    </Drawer>
  );
}
