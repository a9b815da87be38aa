import type { RoomAnswer } from '../../../modules/rooms/contract.ts';
import { OpenHandoverForm } from '../handovers/open-handover-form.tsx';
import { AppointForm } from './appoint-form.tsx';
import { EndOfficeForm, RecuseForm, WithdrawRecusalForm } from './office-forms.tsx';
import { SettingsForm } from './settings-form.tsx';

export interface RoomCommandsProps {
  readonly room: RoomAnswer;
  readonly current: string | undefined;
  readonly onClose: () => void;
}

function idAfter(prefix: string, current: string | undefined): string | undefined {
  return current?.startsWith(prefix) === true ? current.slice(prefix.length) : undefined;
}

/** The command forms of a room; the address says which is open. */
export function RoomCommands({ room, current, onClose }: RoomCommandsProps) {
  return (
    <>
      <SettingsForm room={room} open={current === 'settings'} onClose={onClose} />
      <AppointForm room={room} kind="custodian" open={current === 'custodian'} onClose={onClose} />
      <AppointForm room={room} kind="deputy" open={current === 'deputy'} onClose={onClose} />
      <OpenHandoverForm room={room} open={current === 'handover'} onClose={onClose} />
      <EndOfficeForm custodianshipId={idAfter('end-', current)} room={room} onClose={onClose} />
      <RecuseForm personId={idAfter('recuse-', current)} onClose={onClose} />
      <WithdrawRecusalForm recusalId={idAfter('withdraw-', current)} onClose={onClose} />
    </>
  );
}
