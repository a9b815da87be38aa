import { useState } from 'react';
import Form from 'antd/es/form';
import { useTranslation } from 'react-i18next';
import { resolveScan } from '../../../modules/item-codes/scan.contract.ts';
import { carryItemsInEndpoint, carryItemsOutEndpoint } from '../../../modules/seized-items/moves.contract.ts';
import type { MovedThing } from '../../../modules/seized-items/room-moves/room-moves.contract.ts';
import { callEndpoint } from '../../api/call-endpoint.ts';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import type { OpenCommand } from '../../components/command-form/use-open-command.ts';
import { SecondPersonFields, type SecondPersonValues } from '../../components/second-person.tsx';
import { announce } from '../../layout/announcer.tsx';
import { useScanTarget } from '../../scan/use-scan.ts';
import { PlaceFit } from '../seized-items/place-fit.tsx';
import { whyTwo, type RoomMove } from './moved-things.ts';
import { RoomPlaceSelect, useRoomPlaces } from './room-place-select.tsx';
import { STALE_MOVES } from './stale-moves.ts';

const NAMES_SHOWN = 10;

export interface CarryFormProps {
  readonly move: RoomMove;
  readonly things: readonly MovedThing[];
  readonly command: OpenCommand;
}

/** Asked for by the room or by what is carried; with why. */
function SecondCarrier({ things, room }: { things: readonly MovedThing[]; room: RoomMove['from'] }) {
  const { t } = useTranslation('room-moves');
  const why = whyTwo(things, room);
  return why === null ? null : <SecondPersonFields sentence={t(`two.${why}`)} />;
}

/** Names of what is carried, so that nobody carries what they did not mean. */
function Names({ things }: { things: readonly MovedThing[] }) {
  const { t } = useTranslation('room-moves');
  const names = things.slice(0, NAMES_SHOWN).map(({ name }) => name);
  const more = things.length - names.length;
  return (
    <p className="cc-soft">
      {names.join(t('pause'))}
      {more > 0 && t('andMore', { count: more })}
    </p>
  );
}

/** 取出: what was chosen is in the hands of whoever sends this. */
export function CarryOutForm({ move, things, command }: CarryFormProps) {
  const { t } = useTranslation('room-moves');
  const itemIds = things.map(({ itemId }) => itemId);
  const title = t('out.button', { count: things.length });
  return (
    <CommandForm<typeof carryItemsOutEndpoint, SecondPersonValues>
      declaration={carryItemsOutEndpoint}
      open={command.current === 'carry_out' && things.length > 0}
      onClose={command.close}
      onDone={command.close}
      title={title}
      submitLabel={title}
      doneSentence={t('out.done', { count: things.length })}
      subject={move.from.name}
      invalidates={STALE_MOVES}
      toRequest={({ secondPerson = null }) => ({ body: { itemIds, basis: move.document, secondPerson } })}
    >
      <p>{t('out.effect')}</p>
      <Names things={things} />
      <SecondCarrier things={things} room={move.from} />
    </CommandForm>
  );
}

/** The place of a label that is scanned while the form is open, where it is one of the room. */
function PlaceScan({ room }: { room: RoomMove['to'] }) {
  const { t } = useTranslation('room-moves');
  const form = Form.useFormInstance<InValues>();
  const places = useRoomPlaces(room);
  const [problem, setProblem] = useState<string>();
  const take = async (text: string) => {
    const answer = await callEndpoint(resolveScan, { query: { text } });
    if (answer.outcome === 'thing' && places?.some(({ id }) => id === answer.id) === true) {
      form.setFieldValue('placeId', answer.id);
      setProblem(undefined);
      announce(answer.title);
    } else setProblem(t('in.notAPlace'));
  };
  useScanTarget((text) => void take(text));
  return problem === undefined ? null : <p role="alert">{problem}</p>;
}

interface InValues extends SecondPersonValues {
  placeId: string;
  placeReason?: string;
}

/** 放入: what was chosen comes to lie at one place of the new room. The next lot begins with the same place. */
export function CarryInForm({ move, things, command }: CarryFormProps) {
  const { t } = useTranslation('room-moves');
  const [placeBefore, setPlaceBefore] = useState<string>();
  const itemIds = things.map(({ itemId }) => itemId);
  const title = t('in.button', { count: things.length });
  return (
    <CommandForm<typeof carryItemsInEndpoint, InValues>
      declaration={carryItemsInEndpoint}
      open={command.current === 'carry_in' && things.length > 0}
      onClose={command.close}
      onDone={(_answer, { placeId }) => {
        setPlaceBefore(placeId);
        command.close();
      }}
      title={title}
      submitLabel={title}
      doneSentence={t('in.done', { count: things.length })}
      subject={move.to.name}
      invalidates={STALE_MOVES}
      {...(placeBefore === undefined ? {} : { initialValues: { placeId: placeBefore } })}
      toRequest={(values) => ({
        body: {
          itemIds,
          placeId: values.placeId,
          placeReason: values.placeReason ?? null,
          basis: move.document,
          secondPerson: values.secondPerson ?? null,
        },
      })}
    >
      <Names things={things} />
      <Form.Item
        name="placeId"
        label={t('in.place')}
        extra={t('in.scanPlace')}
        rules={[{ required: true, message: t('in.placeMissing') }]}
      >
        <RoomPlaceSelect room={move.to} />
      </Form.Item>
      <PlaceScan room={move.to} />
      <PlaceFit things={{ itemIds }} placeName="placeId" reasonName="placeReason" offers="none" />
      <SecondCarrier things={things} room={move.to} />
    </CommandForm>
  );
}
