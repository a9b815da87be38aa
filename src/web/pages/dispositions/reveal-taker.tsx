import { useState } from 'react';
import Button from 'antd/es/button';
import Modal from 'antd/es/modal';
import { useTranslation } from 'react-i18next';
import { revealTakerNumberEndpoint } from '../../../modules/dispositions/dispositions.contract.ts';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import { ReasonField } from '../../components/command-form/reason-field.tsx';

/** 查看领取人证件号码: asks why first; the number is seen until the window is closed. */
export function RevealTaker({ dispositionId }: { dispositionId: string }) {
  const { t } = useTranslation('dispositions');
  const [isAsking, setIsAsking] = useState(false);
  const [number, setNumber] = useState<string>();
  return (
    <>
      <Button size="small" onClick={() => setIsAsking(true)}>
        {t('reveal.open')}
      </Button>
      <CommandForm<typeof revealTakerNumberEndpoint, { reason: string }>
        declaration={revealTakerNumberEndpoint}
        open={isAsking}
        onClose={() => setIsAsking(false)}
        title={t('reveal.title')}
        submitLabel={t('reveal.open')}
        toRequest={(body) => ({ params: { dispositionId }, body })}
        onDone={(answer) => {
          setIsAsking(false);
          setNumber(answer.number);
        }}
      >
        <p>{t('reveal.effect')}</p>
        <ReasonField />
      </CommandForm>
      <Modal
        open={number !== undefined}
        title={t('reveal.title')}
        footer={null}
        onCancel={() => setNumber(undefined)}
      >
        <p className="cc-code">{number}</p>
      </Modal>
    </>
  );
}
