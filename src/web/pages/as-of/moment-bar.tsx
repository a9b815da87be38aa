import Checkbox from 'antd/es/checkbox';
import DatePicker from 'antd/es/date-picker';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { ChoiceBar } from '../../components/choice-bar.tsx';
import type { ListState } from '../../components/list-page/list-state.ts';
import { MOMENT_FORMAT, NAMED_MOMENTS, namedMoment, type AskedMoment } from './as-of-moment.ts';

function MomentPicker({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string;
  onChange: (moment: string) => void;
}) {
  return (
    <DatePicker
      aria-label={label}
      showTime={{ format: 'HH:mm' }}
      format={[MOMENT_FORMAT, 'YYYY-MM-DD', 'YYYYMMDD']}
      needConfirm={false}
      allowClear={false}
      value={dayjs(value)}
      onChange={(picked) => {
        if (picked !== null) onChange(picked.format(MOMENT_FORMAT));
      }}
    />
  );
}

export interface MomentBarProps {
  readonly asked: AskedMoment;
  readonly state: ListState;
  readonly today: string;
}

/** Which moment, and whether what was recorded later counts. */
export function MomentBar({ asked, state, today }: MomentBarProps) {
  const { t } = useTranslation('as-of');
  const named = NAMED_MOMENTS.find((name) => namedMoment(name, today) === asked.at) ?? null;
  const setAt = (moment: string) => state.setFilter('at', [moment]);
  const setKnownAt = (moment: string | undefined) =>
    state.setFilter('knownAt', moment === undefined ? [] : [moment]);
  return (
    <div role="group" aria-label={t('moment.title')} className="cc-moment cc-no-print">
      <ChoiceBar
        label={t('moment.usual')}
        options={NAMED_MOMENTS.map((key) => ({ key, label: t(`moment.${key}`) }))}
        value={named}
        onChange={(name) => setAt(namedMoment(name, today))}
      />
      <MomentPicker label={t('moment.at')} value={asked.at} onChange={setAt} />
      <Checkbox
        checked={asked.knownAt !== undefined}
        onChange={(event) => setKnownAt(event.target.checked ? asked.at : undefined)}
      >
        {t('moment.asKnown')}
      </Checkbox>
      {asked.knownAt !== undefined && (
        <span className="cc-moment-known">
          {t('moment.knownAt')}
          <MomentPicker label={t('moment.knownAt')} value={asked.knownAt} onChange={setKnownAt} />
        </span>
      )}
    </div>
  );
}
