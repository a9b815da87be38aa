import { CommissionForm } from '../examinations/commission-form.tsx';
import { PackLotForm } from '../containers/pack-lot-form.tsx';
import { PutInBoxForm } from '../containers/put-in-box-form.tsx';
import type { CareProps } from './care-frame.tsx';
import { FoundInsideForm } from './found-inside-form.tsx';
import { GrowthForm } from './growth-form.tsx';
import { IdentifyForm } from './identify-form.tsx';
import { MergeForm } from './merge-form.tsx';
import { OdometerForm } from './odometer-form.tsx';
import { ReattributeForm } from './reattribute-form.tsx';
import { AskLossForm, LossForm, SettleForm } from './settle-forms.tsx';
import { SplitForm } from './split-form.tsx';
import { WeighForm } from './weigh-form.tsx';

/** The form that stands in the address, of everything that may be done with an item beside moving it. */
export function CareForms({
  onParts,
  onRelabel,
  ...props
}: CareProps & { readonly onParts: (ids: readonly string[]) => void; readonly onRelabel: () => void }) {
  return (
    <>
      <IdentifyForm {...props} onRelabel={onRelabel} />
      <SplitForm {...props} onParts={onParts} />
      <MergeForm {...props} />
      <WeighForm {...props} />
      <OdometerForm {...props} />
      <GrowthForm {...props} by="birth" />
      <GrowthForm {...props} by="death" />
      <GrowthForm {...props} by="natural_loss" />
      <FoundInsideForm {...props} onParts={onParts} />
      <SettleForm {...props} />
      <AskLossForm {...props} />
      <LossForm {...props} />
      <PutInBoxForm {...props} />
      <PackLotForm {...props} />
      <CommissionForm {...props} />
      <ReattributeForm {...props} />
    </>
  );
}
