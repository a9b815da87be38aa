import { useRef, useState } from 'react';
import Alert from 'antd/es/alert';
import Button from 'antd/es/button';
import Checkbox from 'antd/es/checkbox';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ResponseOf } from '../../../platform/endpoint.ts';
import {
  importDoorEventsEndpoint,
  listDoorDifferencesEndpoint,
} from '../../../modules/rooms/door-events.contract.ts';
import { endpointKey } from '../../api/use-query-endpoint.ts';
import { useUpload } from '../../api/use-upload.ts';
import { useToday } from '../../clock.ts';
import { DayInput } from '../../components/fields/day-input.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { announce } from '../../layout/announcer.tsx';

type Answer = ResponseOf<typeof importDoorEventsEndpoint>;

function Outcome({ answer }: { answer: Answer }) {
  const { t } = useTranslation('rooms');
  const { addedCount, knownCount, otherDoorCount, strangerCount, period, roomCount } = answer;
  return (
    <Alert
      type={roomCount > 0 ? 'success' : 'warning'}
      showIcon
      role="status"
      className="cc-done"
      title={t('doors.import.done', {
        added: addedCount,
        known: knownCount,
        other: otherDoorCount,
        strangers: strangerCount,
      })}
      description={
        period !== null && roomCount > 0
          ? t('doors.import.covered', { ...period, rooms: roomCount })
          : t('doors.import.coversNothing')
      }
    />
  );
}

/** 导入门禁记录: one csv of the access control system, taken whole or not at all, with every problem listed. */
export function ImportDoorEvents() {
  const { t } = useTranslation('rooms');
  const client = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const upload = useUpload(importDoorEventsEndpoint);
  const [answer, setAnswer] = useState<Answer>();
  const [from, setFrom] = useState<string | null>(null);
  const [to, setTo] = useState<string | null>(null);
  const [everyDoor, setEveryDoor] = useState(false);
  const today = useToday();
  const send = async (file: File) => {
    setAnswer(undefined);
    const taken = await upload.send(
      { query: { from: from ?? undefined, to: to ?? undefined, everyDoor: `${everyDoor}` } },
      file,
    );
    if (taken === undefined) return;
    setAnswer(taken);
    announce(t('doors.import.announced'));
    await client.invalidateQueries({ queryKey: endpointKey(listDoorDifferencesEndpoint) });
  };
  return (
    <section className="cc-section cc-doors-import" aria-label={t('doors.import.title')}>
      <p className="cc-soft">{t('doors.import.hint')}</p>
      <div className="cc-toolbar cc-doors-bar">
        <DayInput
          label={t('doors.import.from')}
          placeholder={t('doors.import.from')}
          value={from}
          max={to ?? today}
          onChange={setFrom}
        />
        <DayInput
          label={t('doors.import.to')}
          placeholder={t('doors.import.to')}
          value={to}
          {...(from === null ? {} : { min: from })}
          max={today}
          onChange={setTo}
        />
      </div>
      <p className="cc-soft">{t('doors.import.periodHint')}</p>
      <Checkbox checked={everyDoor} onChange={({ target }) => setEveryDoor(target.checked)}>
        {t('doors.import.everyDoor')}
      </Checkbox>
      <input
        ref={input}
        type="file"
        hidden
        accept=".csv,.txt"
        aria-label={t('doors.import.file')}
        onChange={(event) => {
          const [chosen] = event.target.files ?? [];
          if (chosen !== undefined) void send(chosen);
          event.target.value = '';
        }}
      />
      <div>
        <Button loading={upload.isSending} onClick={() => input.current?.click()}>
          {t('doors.import.choose')}
        </Button>
      </div>
      <ProblemAlert problem={upload.problem} />
      {answer !== undefined && <Outcome answer={answer} />}
    </section>
  );
}
