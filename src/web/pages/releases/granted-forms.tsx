import Form from 'antd/es/form';
import Input from 'antd/es/input';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { listItemsEndpoint, readItemEndpoint } from '../../../modules/seized-items/items.contract.ts';
import {
  extendLoansEndpoint,
  moveToKeeperEndpoint,
  prepareReleaseEndpoint,
} from '../../../modules/seized-items/releases/release-steps.contract.ts';
import {
  countReleasesEndpoint,
  listReleasesEndpoint,
  readReleaseEndpoint,
} from '../../../modules/seized-items/releases/releases.contract.ts';
import {
  listGrantedRequestsEndpoint,
  type GrantedRequest,
} from '../../../modules/seized-items/releases/requests.contract.ts';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import { SecondPersonFields, type SecondPersonValues } from '../../components/second-person.tsx';
import { formatInstant } from '../../components/when.tsx';
import { SignaturePad } from '../fixed-assets/moves/signature-pad.tsx';
import {
  everythingTaken,
  LineChecklist,
  takenLines,
  type CheckedThing,
  type ChecklistValues,
} from './line-checklist.tsx';
import { usePhotoNeeds } from '../seized-items/step-photos.tsx';
import { useReleaseReason } from './release-words.tsx';

export const STALE_AFTER_STEP = [
  listGrantedRequestsEndpoint,
  listReleasesEndpoint,
  countReleasesEndpoint,
  readReleaseEndpoint,
  readItemEndpoint,
  listItemsEndpoint,
];

interface FormProps {
  readonly request: GrantedRequest;
  readonly onClose: () => void;
}

function thingsOf(request: GrantedRequest): CheckedThing[] {
  return request.items.map((item) => ({
    ...item,
    itemId: item.id,
    seal: item.sealNumber,
  }));
}

function useFrame({ request, onClose }: FormProps, step: 'prepare' | 'toKeeper' | 'extend') {
  const { t } = useTranslation('releases');
  const navigate = useNavigate();
  const reasonOf = useReleaseReason();
  return {
    open: true,
    onClose,
    title: t(`step.${step}`),
    submitLabel: t(`step.${step}`),
    doneSentence: t(`done.${step}`),
    invalidates: STALE_AFTER_STEP,
    subject: `${reasonOf(request)} · ${request.number}`,
    onDone: ({ id }: { id: string }) => void navigate(`/releases/${id}`),
  };
}

/** 备货: what was approved is taken off the shelf and put ready. */
export function PrepareForm(props: FormProps) {
  const { t } = useTranslation('releases');
  const frame = useFrame(props, 'prepare');
  const things = thingsOf(props.request);
  return (
    <CommandForm<typeof prepareReleaseEndpoint, ChecklistValues>
      {...frame}
      declaration={prepareReleaseEndpoint}
      initialValues={everythingTaken(things, '')}
      toRequest={(values) => ({
        params: { requestId: props.request.id },
        body: { itemIds: takenLines(values).map(({ itemId }) => itemId) },
      })}
    >
      <p className="cc-soft">{t('prepareHint')}</p>
      <LineChecklist things={things} />
    </CommandForm>
  );
}

type KeeperValues = ChecklistValues &
  Required<SecondPersonValues> & { keeperPerson: string; keeperSignature: string };

/** 交外部保管: two hand it over, and the keeper signs. */
export function ToKeeperForm(props: FormProps) {
  const { t } = useTranslation('releases');
  const frame = useFrame(props, 'toKeeper');
  const photos = usePhotoNeeds('to_keeper', { requestId: props.request.id });
  const things = thingsOf(props.request);
  const whose = t('form.keeperSignature');
  return (
    <CommandForm<typeof moveToKeeperEndpoint, KeeperValues>
      {...frame}
      declaration={moveToKeeperEndpoint}
      initialValues={everythingTaken(things, t('form.good'))}
      toRequest={({ keeperPerson, keeperSignature, secondPerson, ...values }) => ({
        params: { requestId: props.request.id },
        body: { lines: takenLines(values), keeperPerson, keeperSignature, secondPerson },
      })}
    >
      <LineChecklist things={things} withCondition photos={photos} />
      <Form.Item
        name="keeperPerson"
        label={t('form.keeperPerson')}
        rules={[{ required: true, message: t('form.nameMissing') }]}
      >
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item
        name="keeperSignature"
        label={whose}
        rules={[{ required: true, message: t('form.signatureMissing') }]}
      >
        <SignaturePad label={whose} />
      </Form.Item>
      <SecondPersonFields sentence={t('form.twoPersons')} />
    </CommandForm>
  );
}

/** 登记延期: an approved extension takes effect. */
export function ExtendForm(props: FormProps) {
  const { t } = useTranslation('releases');
  const frame = useFrame(props, 'extend');
  const { request } = props;
  return (
    <CommandForm<typeof extendLoansEndpoint, Record<string, never>>
      {...frame}
      declaration={extendLoansEndpoint}
      toRequest={() => ({ params: { requestId: request.id }, body: {} })}
    >
      <p>
        {t('extendHint', {
          count: request.items.length,
          dueAt: request.dueAt === null ? '' : formatInstant(request.dueAt),
        })}
      </p>
      <p className="cc-soft">{request.reason}</p>
    </CommandForm>
  );
}
