import { useState } from 'react';
import Button from 'antd/es/button';
import Skeleton from 'antd/es/skeleton';
import { useTranslation } from 'react-i18next';
import { listCourts } from '../../../modules/accounts/courts.contract.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { useOpenCommand } from '../../components/command-form/use-open-command.ts';
import { PageHeader } from '../../components/page-header.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { RowMenu } from '../../components/row-menu.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { TreeName } from '../../components/tree-name.tsx';
import { treeRows } from '../../components/tree-rows.ts';
import type { Court } from './court.ts';
import { FirstPassword, type NewAccount } from './first-password-shown.tsx';
import { OpenCourtForm } from './open-court-form.tsx';
import { RenameCourtForm } from './rename-court-form.tsx';
import '../../components/plain-rows.css';

function CourtTable({ courts, onOpen }: { courts: readonly Court[]; onOpen: (command: string) => void }) {
  const { t } = useTranslation('organisation');
  const names = new Map(courts.map(({ id, name }) => [id, name]));
  return (
    <table className="cc-tree-table">
      <thead>
        <tr>
          <th scope="col">{t('courts.name')}</th>
          <th scope="col" className="cc-wide-only">
            {t('courts.shortName')}
          </th>
          <th scope="col">{t('courts.divisionNumber')}</th>
          <th scope="col" className="cc-wide-only">
            {t('courts.level')}
          </th>
          <th scope="col" className="cc-cell-menu">
            <span className="cc-hidden">{t('rowActions')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {treeRows<number, Court>(courts).map(({ item, depth }) => (
          <tr key={item.id} className={item.closedOn === null ? undefined : 'cc-tree-closed'}>
            <th scope="row">
              <TreeName depth={depth} parentName={names.get(item.parentId ?? 0)}>
                {item.name}{' '}
                {item.closedOn !== null && (
                  <StatusTag tone="closed">{t('courts.closedOn', { day: item.closedOn })}</StatusTag>
                )}
              </TreeName>
            </th>
            <td className="cc-wide-only">{item.shortName}</td>
            <td className="cc-code">{item.divisionNumber}</td>
            <td className="cc-wide-only">{t(`common:courtLevel.${item.level}`)}</td>
            <td className="cc-cell-menu">
              <RowMenu
                label={t('actionsOf', { name: item.name })}
                actions={[
                  { key: 'rename', label: t('courts.rename'), onClick: () => onOpen(`rename-${item.id}`) },
                  ...(item.level === 'basic'
                    ? []
                    : [{ key: 'open', label: t('courts.open'), onClick: () => onOpen(`open-${item.id}`) }]),
                ]}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** 法院: the court and those below it; a court below begins with its own system administrator. */
export function Component() {
  const { t } = useTranslation('organisation');
  const command = useOpenCommand();
  const [account, setAccount] = useState<NewAccount>();
  const { data, error, refetch } = useQueryEndpoint(listCourts, {});
  const courts = data?.items ?? [];
  const target = (verb: string) => courts.find(({ id }) => command.current === `${verb}-${id}`);
  return (
    <>
      <PageHeader
        title={t('courts.title')}
        sentence={t('courts.sentence')}
        actions={
          <Button type="primary" onClick={() => command.open('open')}>
            {t('courts.open')}
          </Button>
        }
      />
      <ProblemAlert problem={error} onRetry={() => void refetch()} />
      {data === undefined && error === null && <Skeleton active title={false} paragraph={{ rows: 6 }} />}
      {courts.length > 0 && <CourtTable courts={courts} onOpen={command.open} />}
      <RenameCourtForm court={target('rename')} onClose={command.close} />
      <OpenCourtForm
        courts={courts}
        parent={target('open') ?? courts[0]}
        open={command.current === 'open' || target('open') !== undefined}
        onClose={command.close}
        onDone={(opened) => {
          command.close();
          setAccount(opened);
        }}
      />
      {account !== undefined && (
        <FirstPassword title={t('courts.opened')} account={account} onClose={() => setAccount(undefined)} />
      )}
    </>
  );
}
