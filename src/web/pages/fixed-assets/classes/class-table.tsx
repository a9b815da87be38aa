import DownOutlined from '@ant-design/icons/es/icons/DownOutlined';
import RightOutlined from '@ant-design/icons/es/icons/RightOutlined';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { NEVER_DEPRECIATED } from '../../../../modules/fixed-assets/asset-classes.ts';
import { classPrefix } from '../../../components/pickers/use-asset-classes.ts';
import { StatusTag } from '../../../components/status-tag.tsx';
import { TreeName } from '../../../components/tree-name.tsx';
import type { TreeRow } from '../../../components/tree-rows.ts';
import type { ClassItem } from './class-item.ts';

const MONTHS_OF_YEAR = 12;

/** Years of its own, or those of the class above, which is said; a group without any leaves them to its classes. */
function Years({ item }: { item: ClassItem }) {
  const { t } = useTranslation('asset-classes');
  if (item.usefulLifeMonths === null) {
    const isOpenQuestion = item.hasClassesBelow && !Object.hasOwn(NEVER_DEPRECIATED, item.code.slice(0, 3));
    return <span className="cc-soft">{t(isOpenQuestion ? 'byClassBelow' : 'notDepreciated')}</span>;
  }
  const years = t('years', { count: item.usefulLifeMonths / MONTHS_OF_YEAR });
  if (item.depreciationYears !== null) return <>{years}</>;
  return <span className="cc-soft">{t('inherited', { years })}</span>;
}

function Toggle({
  item,
  isOpen,
  onToggle,
}: {
  item: ClassItem;
  isOpen: boolean;
  onToggle: (code: string) => void;
}) {
  const { t } = useTranslation('asset-classes');
  return (
    <button
      type="button"
      className="cc-plain-button cc-class-toggle"
      aria-expanded={isOpen}
      aria-label={t(isOpen ? 'fold' : 'unfold', { name: item.name })}
      onClick={() => onToggle(item.code)}
    >
      {isOpen ? <DownOutlined aria-hidden /> : <RightOutlined aria-hidden />}
    </button>
  );
}

export interface ClassTableProps {
  readonly rows: readonly TreeRow<ClassItem>[];
  /** The open branches; undefined while a search shows everything it found. */
  readonly open: ReadonlySet<string> | undefined;
  readonly onToggle: (code: string) => void;
}

/** The classes with code, years and whether they are checked against the official text. */
export function ClassTable({ rows, open, onToggle }: ClassTableProps) {
  const { t } = useTranslation('asset-classes');
  const names = new Map(rows.map(({ item }) => [item.id, item.name]));
  return (
    <table className="cc-tree-table">
      <thead>
        <tr>
          <th scope="col">{t('field.name')}</th>
          <th scope="col">{t('field.code')}</th>
          <th scope="col">{t('field.years')}</th>
          <th scope="col" className="cc-wide-only">
            {t('field.edition')}
          </th>
          <th scope="col" className="cc-wide-only">
            <span className="cc-hidden">{t('field.assets')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ item, depth }) => (
          <tr key={item.id}>
            <th scope="row">
              <TreeName depth={depth} parentName={names.get(item.parentId ?? '')}>
                <span className="cc-class-name">
                  {open !== undefined &&
                    (item.hasClassesBelow ? (
                      <Toggle item={item} isOpen={open.has(item.code)} onToggle={onToggle} />
                    ) : (
                      <span className="cc-class-toggle" />
                    ))}
                  <span>
                    {item.name} {!item.sourced && <StatusTag tone="soon">{t('unchecked')}</StatusTag>}
                  </span>
                </span>
              </TreeName>
            </th>
            <td className="cc-code">{item.code}</td>
            <td>
              <Years item={item} />
            </td>
            <td className="cc-wide-only cc-soft">{item.edition}</td>
            <td className="cc-wide-only">
              <Link
                to={`/assets?classCode=${classPrefix(item.code)}`}
                aria-label={t('assetsOf', { name: item.name })}
              >
                {t('field.assets')}
              </Link>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
