import Button from 'antd/es/button';
import Form from 'antd/es/form';
import { useTranslation } from 'react-i18next';
import {
  declareRecusalEndpoint,
  withdrawRecusalEndpoint,
} from '../../../modules/rooms/custodianships.contract.ts';
import { listCaseRecusalsEndpoint } from '../../../modules/seized-items/recusals.contract.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import { ReasonField } from '../../components/command-form/reason-field.tsx';
import { useOpenCommand } from '../../components/command-form/use-open-command.ts';
import { PersonPicker } from '../../components/pickers/person-picker.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { When } from '../../components/when.tsx';
import { useCan, useSession } from '../../session/use-session.ts';
import type { CaseTabProps } from './case-tab-props.ts';

const DECLARE = 'recuse';
const WITHDRAW = 'withdraw-recusal-';
const STALE = [listCaseRecusalsEndpoint];

/** 回避: who keeps away from the case in whatever role; somebody else withdraws it. */
export function CaseRecusals({ found }: Pick<CaseTabProps, 'found'>) {
  const { t } = useTranslation('rooms');
  const can = useCan();
  const { court } = useSession();
  const command = useOpenCommand();
  const isOwn = found.courtId === court.id;
  const mayDeclare = isOwn && can('recusal.declare');
  const mayRead = can('item.read');
  const { data } = useQueryEndpoint(
    listCaseRecusalsEndpoint,
    { params: { caseId: found.id } },
    { enabled: mayRead },
  );
  const items = data?.items ?? [];
  const ending = items.find(({ id }) => command.current === `${WITHDRAW}${id}`);
  if (!mayRead || (items.length === 0 && !mayDeclare)) return null;
  const shared = { onClose: command.close, onDone: command.close, invalidates: STALE, subject: found.number };
  return (
    <section className="cc-section" aria-labelledby="case-recusals">
      <div className="cc-section-head">
        <h2 id="case-recusals">{t('recuse.heading')}</h2>
        {mayDeclare && <Button onClick={() => command.open(DECLARE)}>{t('recuse.title')}</Button>}
      </div>
      {items.length === 0 && <p className="cc-soft">{t('recuse.none')}</p>}
      <ul className={items.length === 0 ? undefined : 'cc-rows'} hidden={items.length === 0}>
        {items.map((recusal) => (
          <li key={recusal.id} className={recusal.withdrawnAt === null ? undefined : 'cc-rows-ended'}>
            <span className="cc-rows-main">
              <strong>{recusal.personName}</strong> {recusal.reason}
              <br />
              <span className="cc-soft">
                {recusal.declaredByName} <When instant={recusal.declaredAt} />
                {recusal.withdrawalReason !== null &&
                  ` · ${t('recuse.withdrawnBy', { who: recusal.withdrawnByName, reason: recusal.withdrawalReason })}`}
              </span>
            </span>
            <span className="cc-rows-side">
              <StatusTag tone={recusal.withdrawnAt === null ? 'soon' : 'closed'}>
                {t(recusal.withdrawnAt === null ? 'recuse.inForce' : 'recuse.over')}
              </StatusTag>
              {recusal.withdrawnAt === null && isOwn && can('custodian.appoint') && (
                <Button size="small" onClick={() => command.open(`${WITHDRAW}${recusal.id}`)}>
                  {t('recuse.withdraw')}
                </Button>
              )}
            </span>
          </li>
        ))}
      </ul>
      <CommandForm<typeof declareRecusalEndpoint, { personId: string; reason: string }>
        {...shared}
        declaration={declareRecusalEndpoint}
        open={mayDeclare && command.current === DECLARE}
        title={t('recuse.title')}
        submitLabel={t('recuse.title')}
        toRequest={(values) => ({ body: { ...values, caseId: found.id, caseNumber: found.number } })}
        doneSentence={t('recuse.done')}
      >
        <p>{t('recuse.effectOfCase')}</p>
        <Form.Item
          name="personId"
          label={t('recuse.person')}
          rules={[{ required: true, message: t('recuse.personMissing') }]}
        >
          <PersonPicker />
        </Form.Item>
        <ReasonField />
      </CommandForm>
      <CommandForm<typeof withdrawRecusalEndpoint, { reason: string }>
        {...shared}
        declaration={withdrawRecusalEndpoint}
        open={ending !== undefined}
        title={t('recuse.withdraw')}
        submitLabel={t('recuse.withdraw')}
        toRequest={({ reason }) => ({ params: { recusalId: ending?.id ?? '' }, body: { reason } })}
        doneSentence={t('recuse.withdrawn')}
      >
        <ReasonField />
      </CommandForm>
    </section>
  );
}
