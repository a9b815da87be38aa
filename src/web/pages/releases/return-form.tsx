import { useState } from 'react';
import Checkbox from 'antd/es/checkbox';
import Form from 'antd/es/form';
import Input from 'antd/es/input';
import { useTranslation } from 'react-i18next';
import {
  giveBackItemsEndpoint,
  takeBackItemsEndpoint,
  takeFromKeeperEndpoint,
} from '../../../modules/seized-items/releases/release-steps.contract.ts';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import { SecondPersonFields, type SecondPersonValues } from '../../components/second-person.tsx';
import { SignaturePad } from '../fixed-assets/moves/signature-pad.tsx';
import { AllToFormerPlaces, useReturnPlaces } from '../seized-items/return-place.tsx';
import { usePhotoNeeds } from '../seized-items/step-photos.tsx';
import { LineChecklist } from './line-checklist.tsx';
import { isReturnable, returnedLinesOf, startOfReturn, type ReturnValues } from './return-values.ts';
import { ReturnedLineFields } from './returned-line-fields.tsx';
import { checkedThings, openLinesOf, useStepFrame, type StepFormProps } from './use-step-frame.ts';

const STEPS = {
  give_back: giveBackItemsEndpoint,
  take_back: takeBackItemsEndpoint,
  from_keeper: takeFromKeeperEndpoint,
} as const;
type Step = keyof typeof STEPS;

type Values = ReturnValues & SecondPersonValues;

/** 归还入库: each thing held against what left; what differs is reported and not taken in. */
export function ReturnForm({ step, ...props }: StepFormProps & { readonly step: Step }) {
  const { t } = useTranslation('releases');
  const { release } = props;
  const frame = useStepFrame(props, step);
  const lines = openLinesOf(release).filter(isReturnable);
  const photos = usePhotoNeeds(step, { releaseId: release.id });
  const offers = useReturnPlaces(lines.map(({ itemId }) => itemId));
  const [isAll, setIsAll] = useState(true);
  const needsTwo = step !== 'give_back' || lines.some(({ isDear }) => isDear);
  const whose = t('form.returnerSignature');
  return (
    <CommandForm<(typeof STEPS)[Step], Values>
      {...frame}
      declaration={STEPS[step]}
      initialValues={startOfReturn(lines)}
      toRequest={(values) => ({
        params: { releaseId: release.id },
        body: {
          lines: returnedLinesOf(release, lines, values),
          returnerName: values.returnerName,
          returnerSignature: values.returnerSignature,
          secondPerson: values.secondPerson ?? null,
        },
      })}
    >
      {lines.length > 1 && (
        <Checkbox checked={!isAll} onChange={(event) => setIsAll(!event.target.checked)}>
          {t('form.onlySome')}
        </Checkbox>
      )}
      <div hidden={isAll}>
        <LineChecklist things={checkedThings(lines)} />
      </div>
      <AllToFormerPlaces offers={offers} nameOf={(itemId) => ['back', itemId, 'placeId']} />
      {lines.map((line) => (
        <ReturnedLineFields
          key={line.itemId}
          line={line}
          release={release}
          photos={photos}
          offer={offers.find(({ itemId }) => itemId === line.itemId)}
        />
      ))}
      <Form.Item
        name="returnerName"
        label={t('form.returnerName')}
        rules={[{ required: true, message: t('form.nameMissing') }]}
      >
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="returnerSignature"
        label={whose}
        rules={[{ required: true, message: t('form.signatureMissing') }]}
      >
        <SignaturePad label={whose} />
      </Form.Item>
      {needsTwo && (
        <SecondPersonFields
          sentence={t(lines.some(({ isDear }) => isDear) ? 'form.dearTwoPersons' : 'form.twoPersons')}
        />
      )}
    </CommandForm>
  );
}
