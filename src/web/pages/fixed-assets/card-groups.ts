/** The fields of the card in the four groups of the paper card. Pure. */
import type { CardField } from '../../../modules/fixed-assets/asset-card.ts';

export const CARD_GROUPS = {
  basic: [
    ...(['name', 'classCode', 'specification', 'brand', 'model', 'manufacturer', 'serialNumber'] as const),
    ...(['unit', 'quantity', 'oldNumber1', 'oldNumber2', 'parentAssetId', 'notes'] as const),
  ],
  finance: [
    ...(['valueKind', 'originalValueFen', 'fiscalFundsFen', 'nonFiscalFundsFen', 'bookedOn'] as const),
    ...(['voucherNumber', 'usefulLifeMonths', 'openingDepreciationFen'] as const),
    'openingDepreciationMonth',
  ],
  use: ['inUseOn', 'managingDepartmentId'],
  purchase: [
    ...(['acquisitionMethod', 'acquiredOn', 'procurementForm', 'supplier', 'contractNumber'] as const),
    ...(['invoiceNumber', 'warrantyUntil'] as const),
  ],
} as const satisfies Record<string, readonly CardField[]>;

export type CardGroup = keyof typeof CARD_GROUPS;
// why: the keys of a literal object are its groups.
export const CARD_GROUP_KEYS = Object.keys(CARD_GROUPS) as CardGroup[];
