import Button from 'antd/es/button';
import Form from 'antd/es/form';
import { useTranslation } from 'react-i18next';
import {
  completeIntakeEndpoint,
  listIntakesEndpoint,
  readIntakeEndpoint,
} from '../../../modules/seized-items/intakes.contract.ts';
import { listItemsEndpoint } from '../../../modules/seized-items/items.contract.ts';
import { useCommand } from '../../api/use-command.ts';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { SecondPersonFields, type SecondPersonValues } from '../../components/second-person.tsx';
import { announce } from '../../layout/announcer.tsx';
import { SignaturePad } from '../fixed-assets/moves/signature-pad.tsx';
import type { Intake } from './intake-answer.ts';

interface CompleteValues extends Required<SecondPersonValues> {
  delivererSignature: string;
}

/** Both sides sign: the deliverer on the screen, the reviewer by PIN; only then is anything received. */
export function CompleteForm({ intake }: { intake: Intake }) {
  const { t } = useTranslation('seized-items');
  const command = useCommand(completeIntakeEndpoint, {
    invalidates: [readIntakeEndpoint, listIntakesEndpoint, listItemsEndpoint],
  });
  const submit = async ({ delivererSignature, secondPerson }: CompleteValues) => {
    const body = { delivererSignature, secondPerson };
    const answer = await command.send({ params: { intakeId: intake.id }, body });
    if (answer !== undefined) announce(t('receive.done'));
  };
  const whose = t('receive.signatureOf', { name: intake.deliverer });
  return (
    <section className="cc-complete">
      <h2>{t('receive.step.sign')}</h2>
      <Form<CompleteValues> layout="vertical" size="large" onFinish={(values) => void submit(values)}>
        <Form.Item
          name="delivererSignature"
          label={whose}
          rules={[{ required: true, message: t('receive.signatureMissing') }]}
        >
          <SignaturePad label={whose} />
        </Form.Item>
        <SecondPersonFields sentence={t('receive.reviewer')} />
        <ProblemAlert problem={command.problem} />
        <div className="cc-standing-foot">
          <Button type="primary" htmlType="submit" loading={command.isSending}>
            {t('receive.complete')}
          </Button>
        </div>
      </Form>
    </section>
  );
}
