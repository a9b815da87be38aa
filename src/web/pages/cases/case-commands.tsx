import type { CaseAnswer } from '../../../modules/cases/case-fields.ts';
import type { OpenCommand } from '../../components/command-form/use-open-command.ts';
import { CorrectCaseForm } from './correct-case-form.tsx';
import { EndLinkForm, LinkForm } from './link-forms.tsx';
import { AddNumberForm, MarkWrongForm } from './number-forms.tsx';
import { PartyForm, RemovePartyForm } from './party-forms.tsx';
import { ReassignForm } from './reassign-form.tsx';
import { RevealForm } from './reveal-form.tsx';

export interface CaseFormProps {
  readonly found: CaseAnswer;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** The command forms of a case; the address says which one is open. */
export function CaseCommands({ found, command }: { found: CaseAnswer; command: OpenCommand }) {
  const { current = '', close } = command;
  const [verb, ...rest] = current.split('-');
  const id = rest.join('-');
  const props = (name: string) => ({ found, open: current === name, onClose: close });
  const party = found.parties.find((one) => one.id === id);
  const number = found.numbers.find((one) => one.id === id);
  const link = found.links.find(({ caseId }) => caseId === id);
  return (
    <>
      <CorrectCaseForm {...props('correct')} />
      <ReassignForm {...props('reassign')} />
      <AddNumberForm {...props('add_number')} />
      <LinkForm {...props('link')} />
      <PartyForm {...props('add_party')} />
      {number !== undefined && (
        <MarkWrongForm number={number} found={found} open={verb === 'wrong'} onClose={close} />
      )}
      {link !== undefined && (
        <EndLinkForm link={link} found={found} open={verb === 'unlink'} onClose={close} />
      )}
      {party !== undefined && (
        <>
          <PartyForm party={party} found={found} open={verb === 'party'} onClose={close} />
          <RemovePartyForm party={party} found={found} open={verb === 'remove'} onClose={close} />
          <RevealForm party={party} found={found} open={verb === 'reveal'} onClose={close} />
        </>
      )}
    </>
  );
}
