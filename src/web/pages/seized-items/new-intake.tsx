import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { PageHeader } from '../../components/page-header.tsx';
import { CaseField } from './case-field.tsx';
import { DeliveryForm } from './delivery-form.tsx';
import { ListForm } from './list-form.tsx';
import './seized-items.css';

/** 接收 in three steps on one page: the case by its number, the lines of the list, who brings them. */
export function Component() {
  const { t } = useTranslation('seized-items');
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const caseId = search.get('caseId');
  return (
    <div className="cc-standing">
      <PageHeader
        title={t('intakes.new')}
        sentence={t('receive.sentence')}
        back={{ to: '/intakes', label: t('intakes.title') }}
      />
      <section>
        <h2>{t('receive.step.case')}</h2>
        <CaseField caseId={caseId} onChoose={(id) => setSearch(id === null ? {} : { caseId: id })} />
      </section>
      {caseId !== null && (
        <>
          <section>
            <h2>{t('receive.step.list')}</h2>
            <ListForm caseId={caseId} />
          </section>
          <section>
            <h2>{t('receive.step.delivery')}</h2>
            <DeliveryForm caseId={caseId} onOpened={(id) => void navigate(`/intakes/${id}`)} />
          </section>
        </>
      )}
    </div>
  );
}
