import Button from 'antd/es/button';
import Form from 'antd/es/form';
import Select from 'antd/es/select';
import { useTranslation } from 'react-i18next';
import {
  ENVIRONMENT_KEYS,
  ENVIRONMENTS,
  type EnvironmentKey,
} from '../../../modules/rooms/item-categories.ts';
import {
  readPlaceEnvironmentEndpoint,
  setPlaceEnvironmentEndpoint,
} from '../../../modules/rooms/place-environment.contract.ts';
import {
  checkPlaceFitEndpoint,
  listKeptWronglyEndpoint,
} from '../../../modules/seized-items/keeping/keeping.contract.ts';
import type { PlaceAnswer } from '../../../modules/storage/contract.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import { useOpenCommand } from '../../components/command-form/use-open-command.ts';
import { usePickSentence } from '../../i18n/use-language.ts';
import { useCan } from '../../session/use-session.ts';
import { MisfitPreview } from './misfit-preview.tsx';

/** 保管条件: what a place in a storage room offers, and saying that a fridge or a safe offers more. */
export function PlaceEnvironment({ place, isRoom }: { place: PlaceAnswer; isRoom: boolean }) {
  const { t } = useTranslation('rooms');
  const pick = usePickSentence();
  const can = useCan();
  const command = useOpenCommand();
  const { data } = useQueryEndpoint(readPlaceEnvironmentEndpoint, { params: { placeId: place.id } });
  if (data === undefined) return null;
  const say = (keys: readonly EnvironmentKey[]) =>
    keys.map((key) => pick(ENVIRONMENTS[key])).join(t('pause'));
  const said = say(data.all);
  const inherited = say(data.all.filter((key) => !data.own.includes(key)));
  const mayChange = can('room.manage') && !isRoom && place.closedOn === null;
  return (
    <p className="cc-place-room">
      {t('environment.here', { what: said === '' ? t('environment.none') : said })}{' '}
      {mayChange && (
        <Button size="small" onClick={() => command.open('environment')}>
          {t('environment.change')}
        </Button>
      )}
      <CommandForm<typeof setPlaceEnvironmentEndpoint, { environment: EnvironmentKey[] }>
        declaration={setPlaceEnvironmentEndpoint}
        open={mayChange && command.current === 'environment'}
        onClose={command.close}
        onDone={command.close}
        title={t('environment.change')}
        submitLabel={t('environment.save')}
        doneSentence={t('environment.done')}
        subject={place.path}
        invalidates={[readPlaceEnvironmentEndpoint, listKeptWronglyEndpoint, checkPlaceFitEndpoint]}
        initialValues={{ environment: data.own }}
        toRequest={({ environment }) => ({ params: { placeId: place.id }, body: { environment } })}
      >
        <p className="cc-soft">{t('environment.hint')}</p>
        {inherited !== '' && <p className="cc-soft">{t('environment.inherited', { what: inherited })}</p>}
        <Form.Item name="environment" label={t('field.environment')}>
          <Select
            mode="multiple"
            allowClear
            options={ENVIRONMENT_KEYS.map((key) => ({ value: key, label: pick(ENVIRONMENTS[key]) }))}
          />
        </Form.Item>
        <Form.Item noStyle shouldUpdate>
          {({ getFieldsValue }) => {
            const { environment } = getFieldsValue() as { environment?: EnvironmentKey[] };
            return <MisfitPreview placeId={place.id} isRoom={false} environment={environment ?? []} />;
          }}
        </Form.Item>
      </CommandForm>
    </p>
  );
}
