import { useTranslation } from 'react-i18next';
import {
  closePlaceEndpoint,
  readPlaceEndpoint,
  reopenPlaceEndpoint,
  type PlaceAnswer,
} from '../../../modules/storage/contract.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import { AddPlaceForm } from './add-place-form.tsx';
import { AddPlacesForm } from './add-places-form.tsx';
import { MovePlaceForm } from './move-place-form.tsx';
import { RenamePlaceForm } from './rename-place-form.tsx';
import { STALE_PLACES } from './stale-places.ts';

const VERBS = ['add', 'bulk', 'rename', 'move', 'close', 'reopen'] as const;
type Verb = (typeof VERBS)[number];

/** `move-<id>` → the verb and the place; `add-root` is below nothing. */
function commandOf(current: string | undefined): { verb: Verb; placeId: string | null } | undefined {
  const match = /^([a-z]+)-(root|[\da-f-]{36})$/.exec(current ?? '');
  const verb = VERBS.find((each) => each === match?.[1]);
  const placeId = match?.[2];
  if (verb === undefined || placeId === undefined) return undefined;
  return { verb, placeId: placeId === 'root' ? null : placeId };
}

function OneStepForm({
  verb,
  place,
  onClose,
}: {
  verb: 'close' | 'reopen';
  place: PlaceAnswer | undefined;
  onClose: () => void;
}) {
  const { t } = useTranslation('places');
  const count = place?.contents?.['fixedAssets'] ?? 0;
  const below = place?.openPlacesBelow ?? 0;
  return (
    <CommandForm<typeof closePlaceEndpoint, object>
      declaration={verb === 'close' ? closePlaceEndpoint : reopenPlaceEndpoint}
      open={place !== undefined}
      onClose={onClose}
      title={t(`${verb}.title`)}
      submitLabel={t(`${verb}.submit`)}
      isDestructive={verb === 'close'}
      subject={place?.path}
      {...(place === undefined ? {} : { ifMatch: place.version })}
      {...(verb === 'reopen'
        ? {}
        : {
            requirements: [
              {
                label: t('close.needsNoAssets'),
                isMet: count === 0,
                hint: count === 0 ? '' : t('close.stillAssets', { count }),
              },
              {
                label: t('close.needsNoneBelow'),
                isMet: below === 0,
                hint: below === 0 ? '' : t('close.stillBelow', { count: below }),
              },
            ],
          })}
      invalidates={STALE_PLACES}
      toRequest={() => ({ params: { placeId: place?.id ?? '' }, body: {} })}
      onDone={onClose}
      doneSentence={t(`${verb}.done`)}
    >
      <p>{t(`${verb}.effect`)}</p>
    </CommandForm>
  );
}

/** The command forms of places; the address says which is open and for which place. */
export function PlaceCommands({ current, onClose }: { current: string | undefined; onClose: () => void }) {
  const command = commandOf(current);
  const { data, refetch } = useQueryEndpoint(
    readPlaceEndpoint,
    { params: { placeId: command?.placeId ?? '' } },
    { enabled: command !== undefined && command.placeId !== null },
  );
  const place = data !== undefined && data.id === command?.placeId ? data : undefined;
  const isReady = command !== undefined && (command.placeId === null || place !== undefined);
  const isOpen = (verb: Verb) => isReady && command.verb === verb;
  const target = (verb: Verb) => (isOpen(verb) ? place : undefined);
  const reload = () => void refetch();
  return (
    <>
      <AddPlaceForm parent={place} open={isOpen('add')} onClose={onClose} />
      <AddPlacesForm parent={place} open={isOpen('bulk')} onClose={onClose} />
      <RenamePlaceForm place={target('rename')} onClose={onClose} onReload={reload} />
      <MovePlaceForm place={target('move')} onClose={onClose} onReload={reload} />
      <OneStepForm verb="close" place={target('close')} onClose={onClose} />
      <OneStepForm verb="reopen" place={target('reopen')} onClose={onClose} />
    </>
  );
}
