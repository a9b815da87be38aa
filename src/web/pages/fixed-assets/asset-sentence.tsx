import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { AssetStatus } from '../../../modules/fixed-assets/rules.ts';
import { formatInstant } from '../../components/when.tsx';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** Where an asset is and who has it, as its page, its list row and its preview know it. */
export interface AssetWhereabouts {
  readonly status: AssetStatus;
  readonly place: { readonly id: string; readonly path: string } | null;
  readonly department: Named | null;
  readonly holder: Named | null;
  readonly stateSince: string;
  readonly loanDueOn: string | null;
}

/** One plain sentence: 「现在 3号楼 / 301，使用部门 刑一庭，使用人 李娜，自 2026-03-02 起」. */
export function AssetSentence({
  asset,
  withLinks = false,
}: {
  asset: AssetWhereabouts;
  withLinks?: boolean;
}) {
  const { t } = useTranslation('fixed-assets');
  const { status, place, department, holder } = asset;
  const holderName =
    holder !== null && withLinks ? (
      <Link to={`/people/${holder.id}/holdings`}>{holder.name}</Link>
    ) : (
      holder?.name
    );
  const parts: ReactNode[] = [
    place === null ? t('sentence.noPlace') : t(`sentence.${status}`, { place: place.path }),
    department !== null && t('sentence.department', { department: department.name }),
    holder !== null && (
      <>
        {t(status === 'on_loan' ? 'sentence.borrower' : 'sentence.holder')} {holderName}
      </>
    ),
    asset.loanDueOn !== null && t('sentence.due', { day: asset.loanDueOn }),
    t('sentence.since', { day: formatInstant(asset.stateSince).slice(0, 10) }),
  ].filter((part) => part !== false);
  return (
    <>
      {parts.map((part, index) => (
        <Fragment key={index}>
          {index > 0 && t('sentence.comma')}
          {part}
        </Fragment>
      ))}
    </>
  );
}
