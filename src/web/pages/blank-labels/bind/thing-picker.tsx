import { asWritten } from '../../../../modules/item-codes/as-written.ts';
import { useTranslation } from 'react-i18next';
import { readAsset } from '../../../../modules/fixed-assets/asset-page.contract.ts';
import type { ItemCodeKind } from '../../../../modules/item-codes/item-code.ts';
import { readPlaceEndpoint } from '../../../../modules/storage/contract.ts';
import { callEndpoint } from '../../../api/call-endpoint.ts';
import { AssetPicker } from '../../../components/pickers/asset-picker.tsx';
import { PersonPicker } from '../../../components/pickers/person-picker.tsx';
import { PlacePicker } from '../../../components/pickers/place-picker.tsx';
import type { NamedThing } from './pair-list.ts';

export interface ThingPickerProps {
  /** Of the label that waits for its thing. */
  readonly kind: ItemCodeKind;
  /** The code that the chosen thing carries: it is taken as if it had been scanned. */
  readonly onCode: (code: string) => void;
  /** A thing whose code is not known here, or that carries none yet. */
  readonly onThing: (thing: NamedThing) => void;
}

/** The thing of a label by name, where there is nothing to scan; kinds without things of their own have none. */
export function ThingPicker({ kind, onCode, onThing }: ThingPickerProps) {
  const { t } = useTranslation('blank-labels');
  switch (kind) {
    case 'A': {
      const choose = async (assetId: string) =>
        onCode((await callEndpoint(readAsset, { params: { assetId } })).code);
      const hint = t('bind.chooseAsset');
      return (
        <AssetPicker label={hint} placeholder={hint} onChange={(id) => id !== null && void choose(id)} />
      );
    }
    case 'L': {
      const choose = async (placeId: string) => {
        const { code, name, path } = await callEndpoint(readPlaceEndpoint, { params: { placeId } });
        if (code === null) onThing({ kind, id: placeId, code: '', title: name, subtitle: asWritten(path) });
        else onCode(code);
      };
      const hint = t('bind.choosePlace');
      return (
        <PlacePicker label={hint} placeholder={hint} onChange={(id) => id !== null && void choose(id)} />
      );
    }
    case 'P': {
      const hint = t('bind.choosePerson');
      return (
        <PersonPicker
          label={hint}
          placeholder={hint}
          onPicked={({ id, name, departmentName }) =>
            onThing({ kind, id, code: '', title: name, subtitle: asWritten(departmentName) })
          }
        />
      );
    }
    default:
      return null;
  }
}
