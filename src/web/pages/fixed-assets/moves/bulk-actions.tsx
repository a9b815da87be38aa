import { lazy, Suspense } from 'react';
import DownOutlined from '@ant-design/icons/es/icons/DownOutlined';
import Button from 'antd/es/button';
import Dropdown from 'antd/es/dropdown';
import { useTranslation } from 'react-i18next';
import {
  ASSETS_CHOSEN_MAX,
  type AssetListItem,
} from '../../../../modules/fixed-assets/asset-list.contract.ts';
import { ASSET_MOVES } from '../../../../modules/fixed-assets/rules.ts';
import { useOpenCommand } from '../../../components/command-form/use-open-command.ts';
import { usePickSentence } from '../../../i18n/use-language.ts';
import { useIsPhone } from '../../../layout/use-is-phone.ts';
import { useCan } from '../../../session/use-session.ts';
import { PrintLabels } from '../../printing/dialog/print-labels.tsx';
import { isOfferedMove, movesFor, type MoveSubject } from './move-forms.ts';

const MoveDrawer = lazy(() => import('./move-drawer.tsx').then((module) => ({ default: module.MoveDrawer })));

const BUTTONS_DESKTOP = 5;
const BUTTONS_PHONE = 2;

export function subjectOfRow(row: AssetListItem): MoveSubject {
  const { id, code, name, status } = row;
  return {
    ...{ id, code, name, status },
    department: row.department?.name ?? null,
    holder: row.holder?.name ?? null,
    place: row.place?.path ?? null,
  };
}

export interface BulkActionsProps {
  readonly rows: readonly AssetListItem[];
  /** Absent: the person may not export. */
  readonly onExport: ((assetIds: readonly string[]) => void) | undefined;
  readonly onDone: (sentence: string) => void;
}

/** What can be done to all selected assets; moves that fit most of them come first. */
export function BulkActions({ rows, onExport, onDone }: BulkActionsProps) {
  const { t } = useTranslation(['fixed-assets', 'printing']);
  const pick = usePickSentence();
  const can = useCan();
  const isPhone = useIsPhone();
  const command = useOpenCommand();
  const moves = can('asset.move') ? movesFor(rows.map(({ status }) => status)) : [];
  const seen = moves.slice(0, isPhone ? BUTTONS_PHONE : BUTTONS_DESKTOP);
  const rest = moves.slice(seen.length);
  const current = isOfferedMove(command.current) ? command.current : undefined;
  return (
    <>
      {seen.map((move, index) => (
        <Button key={move} type={index === 0 ? 'primary' : 'default'} onClick={() => command.open(move)}>
          {pick(ASSET_MOVES[move])}
        </Button>
      ))}
      {rest.length > 0 && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: rest.map((move) => ({ key: move, label: pick(ASSET_MOVES[move]) })),
            onClick: ({ key }) => command.open(key),
          }}
        >
          <Button icon={<DownOutlined aria-hidden />}>{t('common:more')}</Button>
        </Dropdown>
      )}
      <PrintLabels
        target={{ by: 'things', kind: 'A', ids: rows.map(({ id }) => id) }}
        label={t('printing:dialog.openSelected')}
      />
      {onExport !== undefined && rows.length <= ASSETS_CHOSEN_MAX && (
        <Button onClick={() => onExport(rows.map(({ id }) => id))}>{t('list.exportSelected')}</Button>
      )}
      <Suspense>
        {current !== undefined && (
          <MoveDrawer
            key={current}
            move={current}
            subjects={rows.map(subjectOfRow)}
            isOpen
            onClose={command.close}
            onDone={(sentence) => {
              command.close();
              onDone(sentence);
            }}
          />
        )}
      </Suspense>
    </>
  );
}
