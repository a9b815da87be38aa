import { useState } from 'react';
import Alert from 'antd/es/alert';
import Button from 'antd/es/button';
import Form from 'antd/es/form';
import Skeleton from 'antd/es/skeleton';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { readRoomEndpoint, type RoomAnswer } from '../../../modules/rooms/contract.ts';
import { enterRoomEndpoint } from '../../../modules/rooms/visits.contract.ts';
import { useCommand } from '../../api/use-command.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { PageHeader } from '../../components/page-header.tsx';
import { PersonPicker } from '../../components/pickers/person-picker.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { useBadgeLookup } from '../../components/second-person-search.ts';
import { announce } from '../../layout/announcer.tsx';
import { Disclosure } from '../imports/disclosure.tsx';
import { ScanEntry } from '../../scan/scan-entry.tsx';
import { EnteringLines } from './entering-lines.tsx';
import { isNobody, NOBODY, withPerson, withVisitor, type EnteringList } from './entering-list.ts';
import {
  EntryFields,
  EntryTimes,
  instantOf,
  PurposeField,
  typedOf,
  type EntryValues,
} from './entry-details.tsx';
import { RoomInside, useInside, useLeaving } from './room-inside.tsx';
import { RoomMarks } from './room-marks.tsx';
import { STALE_VISITS } from './stale-rooms.ts';
import { VisitorForm } from './visitor-form.tsx';
import '../../components/plain-rows.css';
import '../fixed-assets/bulk/bulk-moves.css';
import '../imports/imports.css';
import './rooms.css';

function requestOf(roomId: string, { people, visitors }: EnteringList, values: EntryValues) {
  const enteredAt = instantOf(values.enteredAt);
  return {
    params: { roomId },
    body: {
      people: people.map(({ personId, badgeCode }) => ({ personId, badgeCode })),
      visitors: [...visitors],
      purpose: values.purpose,
      note: typedOf(values.note),
      caseNumber: typedOf(values.caseNumber),
      approvedBy: typedOf(values.approvedBy),
      carriedIn: typedOf(values.carriedIn),
      carriedOut: typedOf(values.carriedOut),
      keyNumber: typedOf(values.keyNumber),
      anomaly: typedOf(values.anomaly),
      ...(enteredAt === undefined ? {} : { enteredAt }),
      leftAt: instantOf(values.leftAt) ?? null,
    },
  };
}

/** A scanned badge: whoever is inside leaves, anybody else is about to enter. */
function useDoor(roomId: string) {
  const { t } = useTranslation('rooms');
  const [list, setList] = useState<EnteringList>(NOBODY);
  const [said, setSaid] = useState<string>();
  const badge = useBadgeLookup();
  const inside = useInside(roomId);
  const leaving = useLeaving(roomId);
  const scan = async (text: string) => {
    setSaid(undefined);
    const person = await badge.find(text, []);
    if (person === undefined) return;
    const visit = inside.data?.items.find(({ personId }) => personId === person.id);
    if (visit === undefined) {
      const unit = person.departmentName;
      setList((before) =>
        withPerson(before, { personId: person.id, name: person.name, unit, badgeCode: text }),
      );
      return;
    }
    const names = await leaving.leave(visit);
    if (names !== undefined) setSaid(t('inside.hasLeft', { names }));
  };
  return { list, setList, said, setSaid, scan, badgeProblem: badge.problem, leavingProblem: leaving.problem };
}

function DoorBody({ room }: { room: RoomAnswer }) {
  const { t } = useTranslation(['rooms', 'second-person']);
  const door = useDoor(room.id);
  const [form] = Form.useForm<EntryValues>();
  const command = useCommand(enterRoomEndpoint, { invalidates: STALE_VISITS });
  const { list, setList } = door;
  const enter = async (values: EntryValues) => {
    const answer = await command.send(requestOf(room.id, list, values));
    if (answer === undefined) return;
    const sentence = t('door.hasEntered', { names: answer.items.map(({ name }) => name).join(t('pause')) });
    setList(NOBODY);
    form.resetFields();
    door.setSaid(sentence);
    announce(sentence);
  };
  return (
    <>
      {door.said !== undefined && <Alert type="success" showIcon className="cc-done" title={door.said} />}
      {room.settings.requiresTwoPersons && <p className="cc-soft cc-door-hint">{t('door.twoHint')}</p>}
      <ScanEntry asksFor={t('door.scan')} onScan={(text) => void door.scan(text)} verb={t('door.take')} />
      {door.badgeProblem !== undefined && (
        <Alert type="error" showIcon title={t(`second-person:${door.badgeProblem}`)} role="alert" />
      )}
      <ProblemAlert problem={door.leavingProblem} />
      <div className="cc-door-choose">
        <PersonPicker
          label={t('door.choose')}
          placeholder={t('door.choose')}
          value={null}
          onPicked={(person) => {
            const unit = person.departmentName;
            setList(withPerson(list, { personId: person.id, name: person.name, unit, badgeCode: null }));
          }}
        />
      </div>
      <EnteringLines list={list} onChange={setList} />
      <Disclosure title={t('visitor.title')}>
        <VisitorForm onAdd={(visitor) => setList(withVisitor(list, visitor))} />
      </Disclosure>
      <Form<EntryValues>
        form={form}
        layout="vertical"
        className="cc-door-form"
        initialValues={{ purpose: 'receive' }}
        // why: what stands in a folded section counts too, and the store holds this form’s values.
        onFinish={() => void enter(form.getFieldsValue(true) as EntryValues)}
      >
        <PurposeField />
        <Disclosure title={t('door.more')}>
          <EntryFields withLeaving />
          <EntryTimes />
        </Disclosure>
        <ProblemAlert problem={command.problem} />
        <Button
          type="primary"
          size="large"
          block
          htmlType="submit"
          className="cc-door-go"
          disabled={isNobody(list)}
          loading={command.isSending}
        >
          {t('door.enter', { count: list.people.length + list.visitors.length })}
        </Button>
      </Form>
      <RoomInside room={room} onLeft={(names) => door.setSaid(t('inside.hasLeft', { names }))} />
    </>
  );
}

/** 出入登记: standing at the door with a scanner; one badge in, the same badge out. */
export function Component() {
  const { t } = useTranslation('rooms');
  const { roomId = '' } = useParams();
  const { data, error, refetch } = useQueryEndpoint(readRoomEndpoint, { params: { roomId } });
  return (
    <div className="cc-bulk">
      <PageHeader
        title={data?.name ?? t('room')}
        beside={data !== undefined && <RoomMarks room={data} />}
        sentence={t('door.sentence')}
        back={{ to: `/rooms/${roomId}`, label: data?.name ?? t('room') }}
      />
      <ProblemAlert problem={error} onRetry={() => void refetch()} />
      {data === undefined && error === null && <Skeleton active title={false} paragraph={{ rows: 6 }} />}
      {data !== undefined && <DoorBody key={data.id} room={data} />}
    </div>
  );
}
