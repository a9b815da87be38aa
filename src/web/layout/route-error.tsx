import Button from 'antd/es/button';
import { useTranslation } from 'react-i18next';
import { isRouteErrorResponse, useRouteError } from 'react-router';
import { ApiProblem } from '../api/api-problem.ts';
import { ProblemAlert } from '../components/problem-alert.tsx';
import { usePageTitle } from '../components/use-page-title.ts';
import './route-error.css';

/** After an update the old page asks for chunks that are gone; loading the page anew is the only cure. */
function isStaleChunk(error: unknown): boolean {
  return error instanceof TypeError && /dynamically imported module|module script/i.test(error.message);
}

/** A page that broke says so, with the request number when the server had one; the menu stays usable. */
export function RouteError() {
  const error = useRouteError();
  const { t } = useTranslation();
  const isStale = isStaleChunk(error);
  const title = t(isStale ? 'routeError.newVersion' : 'routeError.title');
  usePageTitle(title);
  const problem =
    error instanceof Error
      ? error
      : new Error(isRouteErrorResponse(error) ? `${error.status} ${error.statusText}` : String(error));
  return (
    <div className="cc-route-error">
      <h1>{title}</h1>
      {isStale ? <p>{t('routeError.newVersionHint')}</p> : <ProblemAlert problem={problem} />}
      {!isStale && !(problem instanceof ApiProblem) && <p className="cc-code cc-soft">{problem.message}</p>}
      <div>
        <Button type="primary" onClick={() => window.location.reload()}>
          {t('action.reload')}
        </Button>
      </div>
    </div>
  );
}
