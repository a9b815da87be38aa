import { useState } from 'react';
import Modal from 'antd/es/modal';
import { useTranslation } from 'react-i18next';
import type { CaseAnswer } from '../../../modules/cases/case-fields.ts';
import { revealPartyNumberEndpoint } from '../../../modules/cases/parties.contract.ts';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import { ReasonField } from '../../components/command-form/reason-field.tsx';
import type { CaseFormProps } from './case-commands.tsx';

/** 查看证件号码: asks why first; the number is seen until the window is closed. */
export function RevealForm({
  found,
  party,
  open,
  onClose,
}: CaseFormProps & { party: CaseAnswer['parties'][number] }) {
  const { t } = useTranslation('cases');
  const [number, setNumber] = useState<string>();
  return (
    <>
      <CommandForm<typeof revealPartyNumberEndpoint, { reason: string }>
        declaration={revealPartyNumberEndpoint}
        open={open && number === undefined}
        onClose={onClose}
        title={t('reveal.title')}
        submitLabel={t('reveal.submit')}
        subject={`${found.number} · ${party.name}`}
        toRequest={({ reason }) => ({ params: { caseId: found.id, partyId: party.id }, body: { reason } })}
        onDone={(answer) => setNumber(answer.number)}
      >
        <p>{t('reveal.effect')}</p>
        <ReasonField />
      </CommandForm>
      <Modal
        open={open && number !== undefined}
        title={party.name}
        footer={null}
        onCancel={() => {
          setNumber(undefined);
          onClose();
        }}
      >
        <p className="cc-case-revealed cc-code">{number}</p>
      </Modal>
    </>
  );
}
