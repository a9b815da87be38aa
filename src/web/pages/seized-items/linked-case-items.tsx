import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { LINK_KINDS } from '../../../modules/cases/rules.ts';
import { useNameOf } from '../cases/case-words.tsx';
import type { CaseTabProps } from '../cases/case-tab-props.ts';
import { CaseItems } from './case-items.tsx';

/** What merged and split cases hold, each under its own numbers and in its own ledger. */
export function LinkedCaseItems({
  found,
  isGallery,
}: Pick<CaseTabProps, 'found'> & { readonly isGallery: boolean }) {
  const { t } = useTranslation('seized-items');
  const kindName = useNameOf(LINK_KINDS);
  return found.links
    .filter(({ endedOn }) => endedOn === null)
    .map((link) => (
      <section key={link.caseId} className="cc-section" aria-label={link.number}>
        <h2>
          {kindName(link.kind)} <Link to={`/cases/${link.caseId}`}>{link.number}</Link>
        </h2>
        <p className="cc-soft">{t('tab.linked', { handler: link.handler })}</p>
        <CaseItems caseId={link.caseId} isGallery={isGallery} />
      </section>
    ));
}
