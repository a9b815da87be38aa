import Button from 'antd/es/button';
import Form from 'antd/es/form';
import Input from 'antd/es/input';
import { useTranslation } from 'react-i18next';
import { CASE_NUMBER_TYPE_GROUPS } from '../../../modules/cases/case-number-types.ts';
import {
  addCaseNumberTypeEndpoint,
  checkCaseNumberEndpoint,
  listCaseNumberTypesEndpoint,
} from '../../../modules/cases/numbers.contract.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import { useOpenCommand } from '../../components/command-form/use-open-command.ts';
import { PageHeader } from '../../components/page-header.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { When } from '../../components/when.tsx';
import { usePickSentence } from '../../i18n/use-language.ts';
import { useCan } from '../../session/use-session.ts';
import '../../components/plain-rows.css';
import './cases.css';

function AddTypeForm({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation('cases');
  const missing = (field: string) => [{ required: true, whitespace: true, message: t('missing', { field }) }];
  return (
    <CommandForm<typeof addCaseNumberTypeEndpoint, { type: string; basis: string }>
      declaration={addCaseNumberTypeEndpoint}
      open={open}
      onClose={onClose}
      title={t('types.add')}
      submitLabel={t('types.add')}
      invalidates={[listCaseNumberTypesEndpoint, checkCaseNumberEndpoint]}
      toRequest={(values) => ({ body: values })}
      onDone={onClose}
      doneSentence={t('types.done')}
    >
      <Form.Item
        name="type"
        label={t('types.type')}
        extra={t('types.hint')}
        rules={[
          ...missing(t('types.type')),
          { pattern: /^[\u4e00-\u9fa5]{1,4}$/, message: t('types.wrong') },
        ]}
      >
        <Input maxLength={4} autoComplete="off" />
      </Form.Item>
      <Form.Item name="basis" label={t('types.basis')} rules={missing(t('types.basis'))}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
    </CommandForm>
  );
}

function OwnTypes() {
  const { t } = useTranslation('cases');
  const { data, error, refetch } = useQueryEndpoint(listCaseNumberTypesEndpoint, {});
  return (
    <section className="cc-section" aria-labelledby="own-types">
      <div className="cc-section-head">
        <h2 id="own-types">{t('types.own')}</h2>
      </div>
      <ProblemAlert problem={error} onRetry={() => void refetch()} />
      {data?.items.length === 0 && <p className="cc-soft">{t('types.none')}</p>}
      {data !== undefined && data.items.length > 0 && (
        <ul className="cc-rows">
          {data.items.map(({ type, basis, addedByName, addedAt }) => (
            <li key={type}>
              <span className="cc-rows-main">
                <strong>{type}</strong> · {basis}
              </span>
              <span className="cc-rows-side cc-soft">
                {addedByName} <When instant={addedAt} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** 类型代字: those that the rules know, and those that the court added. */
export function Component() {
  const { t } = useTranslation('cases');
  const can = useCan();
  const pick = usePickSentence();
  const command = useOpenCommand();
  return (
    <>
      <PageHeader
        title={t('types.title')}
        sentence={t('types.sentence')}
        back={{ to: '/cases', label: t('list.title') }}
        actions={
          can('case-number-type.manage') && (
            <Button type="primary" onClick={() => command.open('add')}>
              {t('types.add')}
            </Button>
          )
        }
      />
      <OwnTypes />
      <section className="cc-section" aria-labelledby="shipped-types">
        <div className="cc-section-head">
          <h2 id="shipped-types">{t('types.shipped')}</h2>
        </div>
        <ul className="cc-rows">
          {CASE_NUMBER_TYPE_GROUPS.map((group) => (
            <li key={group.en}>
              <span className="cc-rows-main">
                <strong>{pick(group)}</strong>
                <br />
                <span className="cc-case-types">
                  {group.codes.map((code) => (
                    <span key={code}>{code}</span>
                  ))}
                </span>
              </span>
            </li>
          ))}
        </ul>
      </section>
      <AddTypeForm open={command.current === 'add'} onClose={command.close} />
    </>
  );
}
