import { useTranslation } from 'react-i18next';
import type { ResponseOf } from '../../../../platform/endpoint.ts';
import type { importAssetClassesEndpoint } from '../../../../modules/fixed-assets/asset-classes.contract.ts';
import { usePickSentence } from '../../../i18n/use-language.ts';

type Problem = ResponseOf<typeof importAssetClassesEndpoint>['problems'][number];

/** Every problem of the file with row, column and value. */
export function ClassProblems({ problems }: { problems: readonly Problem[] }) {
  const { t } = useTranslation('asset-classes');
  const pick = usePickSentence();
  return (
    <section className="cc-section" aria-labelledby="problems">
      <h2 id="problems">{t('import.problems', { count: problems.length })}</h2>
      <div className="cc-class-problems" tabIndex={0} role="group" aria-labelledby="problems">
        <table className="cc-tree-table">
          <thead>
            <tr>
              <th scope="col">{t('import.row')}</th>
              <th scope="col">{t('import.column')}</th>
              <th scope="col">{t('import.value')}</th>
              <th scope="col">{t('import.problem')}</th>
            </tr>
          </thead>
          <tbody>
            {problems.map((problem, index) => (
              <tr key={index}>
                <td>{problem.rowNumber}</td>
                <td>{problem.column}</td>
                <td>{problem.value}</td>
                <td>{pick(problem)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
