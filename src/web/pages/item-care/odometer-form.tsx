import { useTranslation } from 'react-i18next';
import { readOdometerEndpoint } from '../../../modules/seized-items/odometers/odometer.contract.ts';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import { announce } from '../../layout/announcer.tsx';
import { OdometerField } from '../releases/odometer-field.tsx';
import { OdometerMoved } from '../releases/odometer-moved.tsx';
import { orNull, useCareFrame, type CareProps } from './care-frame.tsx';

interface OdometerValues {
  odometer: string;
  incident?: string;
}

/** 读取里程: at a count, at the monthly check; what moved in store becomes an incident. */
export function OdometerForm(props: CareProps) {
  const { t } = useTranslation('item-care');
  const frame = useCareFrame(props, 'read_odometer');
  const { item, command } = props;
  const last = item.odometers.find(({ km }) => km !== null)?.km ?? item.facts['odometerKm'] ?? null;
  return (
    <CommandForm<typeof readOdometerEndpoint, OdometerValues>
      {...frame}
      declaration={readOdometerEndpoint}
      onDone={({ isReported }) => {
        if (isReported) announce(t('odometer.reported'));
        command.close();
      }}
      toRequest={({ odometer, incident }) => ({
        params: { itemId: item.id },
        body: { odometer: odometer.trim(), incident: orNull(incident), secondPerson: null },
      })}
    >
      <p>{t('odometer.hint')}</p>
      <OdometerField name="odometer" last={last} />
      <OdometerMoved odometer="odometer" incident="incident" last={last} leftKm="0" />
    </CommandForm>
  );
}
