import { ClaimForms } from './claim-forms.tsx';
import { EarlyForm } from './early-form.tsx';
import { ExecuteForms } from './execute-forms.tsx';
import type { ItemFormProps } from './item-form.ts';
import { PrepareForms } from './prepare-forms.tsx';
import { ReversalForms } from './reversal-forms.tsx';
import { SaleForms } from './sale-forms.tsx';

/** Everything that may be done about the end of an item; the address says which form is open. */
export function ItemDispositionForms(props: ItemFormProps) {
  return (
    <>
      <PrepareForms {...props} />
      <EarlyForm {...props} />
      <ExecuteForms {...props} />
      <SaleForms {...props} />
      <ClaimForms {...props} />
      <ReversalForms {...props} />
    </>
  );
}
