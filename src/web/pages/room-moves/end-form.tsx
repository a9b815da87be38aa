import { useTranslation } from 'react-i18next';
import { endRoomMoveEndpoint } from '../../../modules/seized-items/room-moves/room-moves.contract.ts';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import { ReasonField } from '../../components/command-form/reason-field.tsx';
import type { OpenCommand } from '../../components/command-form/use-open-command.ts';
import { SecondPersonFields, type SecondPersonValues } from '../../components/second-person.tsx';
import { roomsOf, type RoomMove } from './moved-things.ts';
import { STALE_MOVES } from './stale-moves.ts';

type EndValues = Required<SecondPersonValues> & { reason?: string };

export interface EndFormProps {
  readonly move: RoomMove;
  readonly outcome: 'done' | 'called_off';
  readonly command: OpenCommand;
}

/** 办结 and 中止: signed by those who answer for the two rooms. */
export function EndForm({ move, outcome, command }: EndFormProps) {
  const { t } = useTranslation('room-moves');
  const title = t(`end.${outcome}`);
  const isOpen = command.current === outcome && move.mayEnd && move.outcome === null;
  return (
    <CommandForm<typeof endRoomMoveEndpoint, EndValues>
      declaration={endRoomMoveEndpoint}
      open={isOpen}
      onClose={command.close}
      onDone={command.close}
      title={title}
      submitLabel={title}
      doneSentence={title}
      isDestructive={outcome === 'called_off'}
      subject={t('fromTo', roomsOf(move))}
      invalidates={STALE_MOVES}
      toRequest={({ reason = '', secondPerson }) => ({
        params: { roomMoveId: move.id },
        body: { outcome, note: reason.trim() === '' ? null : reason.trim(), secondPerson },
      })}
    >
      <p>{t(`end.effect.${outcome}`)}</p>
      <ReasonField label={t(`end.note.${outcome}`)} isOptional={outcome === 'done'} />
      <SecondPersonFields sentence={t('end.second')} />
    </CommandForm>
  );
}
