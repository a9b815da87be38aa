import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { AssetPage } from '../../../../modules/fixed-assets/asset-page.contract.ts';
import { ItemCode } from '../../../components/item-code.tsx';
import { AssetStatusTag } from '../asset-status-tag.tsx';

type Relative = AssetPage['children'][number];

function RelativeLine({ asset }: { asset: Relative }) {
  return (
    <li>
      <Link to={`/assets/${asset.id}`}>{asset.name}</Link> <ItemCode code={asset.code} withCopy={false} />{' '}
      <AssetStatusTag status={asset.status} />
    </li>
  );
}

/** The thing that this one belongs to, and what belongs to it. */
export function AssetFamilyTab({ asset }: { asset: AssetPage }) {
  const { t } = useTranslation('fixed-assets');
  return (
    <div className="cc-card-groups">
      <section>
        <h2>{t('family.parent')}</h2>
        {asset.parent === null ? (
          <p className="cc-soft">{t('family.noParent')}</p>
        ) : (
          <ul className="cc-relatives">
            <RelativeLine asset={asset.parent} />
          </ul>
        )}
      </section>
      <section>
        <h2>{t('family.children', { count: asset.children.length })}</h2>
        {asset.children.length === 0 ? (
          <p className="cc-soft">{t('family.noChildren')}</p>
        ) : (
          <ul className="cc-relatives">
            {asset.children.map((child) => (
              <RelativeLine key={child.id} asset={child} />
            ))}
          </ul>
        )}
      </section>
    </div>
  );
}
