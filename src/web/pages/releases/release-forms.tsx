import type { ReleaseDetail } from '../../../modules/seized-items/releases/releases.contract.ts';
import type { OpenCommand } from '../../components/command-form/use-open-command.ts';
import { DispatchForm, HandOutForm } from './hand-out-forms.tsx';
import {
  AcknowledgeForm,
  CancelForm,
  ConsumeForm,
  InspectForm,
  SettleEndedForm,
} from './release-step-forms.tsx';
import { ReturnForm } from './return-form.tsx';

/** The form of the step that stands in the address. */
export function ReleaseForms({ release, command }: { release: ReleaseDetail; command: OpenCommand }) {
  const step = release.availableActions.find((action) => action === command.current);
  const props = { release, onClose: command.close };
  if (step === 'release') return <HandOutForm {...props} />;
  if (step === 'dispatch') return <DispatchForm {...props} />;
  if (step === 'cancel') return <CancelForm {...props} />;
  if (step === 'consume') return <ConsumeForm {...props} />;
  if (step === 'acknowledge') return <AcknowledgeForm {...props} />;
  if (step === 'settle_ended') return <SettleEndedForm {...props} />;
  if (step === 'inspect') return <InspectForm {...props} />;
  if (step === 'give_back' || step === 'take_back' || step === 'from_keeper')
    return <ReturnForm {...props} step={step} />;
  return null;
}
