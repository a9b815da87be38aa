import Form from 'antd/es/form';
import Input from 'antd/es/input';
import { useTranslation } from 'react-i18next';
import type { RoomAnswer } from '../../../modules/rooms/contract.ts';
import {
  declareRecusalEndpoint,
  endCustodianshipEndpoint,
  findCustodianEndpoint,
  listRecusalsEndpoint,
  withdrawRecusalEndpoint,
} from '../../../modules/rooms/custodianships.contract.ts';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import { ReasonField } from '../../components/command-form/reason-field.tsx';
import { STALE_ROOMS } from './stale-rooms.ts';

export interface EndOfficeFormProps {
  /** The form is open while there is one. */
  readonly custodianshipId: string | undefined;
  readonly room: RoomAnswer;
  readonly onClose: () => void;
}

/** 终止任命: at this moment. A custodian of a room that is not empty hands it over instead. */
export function EndOfficeForm({ custodianshipId, room, onClose }: EndOfficeFormProps) {
  const { t } = useTranslation('rooms');
  return (
    <CommandForm<typeof endCustodianshipEndpoint, { reason: string }>
      declaration={endCustodianshipEndpoint}
      open={custodianshipId !== undefined}
      onClose={onClose}
      title={t('end.title')}
      submitLabel={t('end.title')}
      isDestructive
      subject={room.path}
      invalidates={STALE_ROOMS}
      toRequest={({ reason }) => ({
        params: { custodianshipId: custodianshipId ?? '' },
        body: { reason },
      })}
      onDone={onClose}
      doneSentence={t('end.done')}
    >
      <p>{t('end.effect')}</p>
      <ReasonField />
    </CommandForm>
  );
}

/** 登记回避: the person keeps away from the items of a case; somebody else in office acts. */
export function RecuseForm({ personId, onClose }: { personId: string | undefined; onClose: () => void }) {
  const { t } = useTranslation('rooms');
  return (
    <CommandForm<typeof declareRecusalEndpoint, { caseNumber: string; reason: string }>
      declaration={declareRecusalEndpoint}
      open={personId !== undefined}
      onClose={onClose}
      title={t('recuse.title')}
      submitLabel={t('recuse.title')}
      invalidates={[listRecusalsEndpoint, findCustodianEndpoint]}
      toRequest={({ caseNumber, reason }) => ({
        body: { personId: personId ?? '', caseNumber: caseNumber.trim(), reason },
      })}
      onDone={onClose}
      doneSentence={t('recuse.done')}
    >
      <p>{t('recuse.effect')}</p>
      <Form.Item
        name="caseNumber"
        label={t('recuse.case')}
        rules={[{ required: true, whitespace: true, message: t('recuse.caseMissing') }]}
      >
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <ReasonField />
    </CommandForm>
  );
}

/** 撤销回避: by somebody else, who has checked it. */
export function WithdrawRecusalForm({
  recusalId,
  onClose,
}: {
  recusalId: string | undefined;
  onClose: () => void;
}) {
  const { t } = useTranslation('rooms');
  return (
    <CommandForm<typeof withdrawRecusalEndpoint, { reason: string }>
      declaration={withdrawRecusalEndpoint}
      open={recusalId !== undefined}
      onClose={onClose}
      title={t('recuse.withdraw')}
      submitLabel={t('recuse.withdraw')}
      invalidates={[listRecusalsEndpoint, findCustodianEndpoint]}
      toRequest={({ reason }) => ({ params: { recusalId: recusalId ?? '' }, body: { reason } })}
      onDone={onClose}
      doneSentence={t('recuse.withdrawn')}
    >
      <ReasonField />
    </CommandForm>
  );
}
