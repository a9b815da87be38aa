import { column, ignored, type Layout } from './layout.ts';

/** Homebox exports. The order of the columns and some names changed between versions, so all is read by name. */
export const HOMEBOX: Layout = {
  id: 'homebox',
  title: { zh: 'Homebox 导出', en: 'Homebox export' },
  marks: [['HB.name'], ['HB.location', 'HB.asset_id', 'HB.import_ref', 'HB.quantity']],
  columns: [
    column('HB.asset_id', 'code'),
    column('HB.name', 'name'),
    column('HB.description', 'specification'),
    column('HB.model_number', 'model'),
    column('HB.serial_number', 'serialNumber'),
    column('HB.manufacturer', 'manufacturer'),
    column('HB.import_ref', 'oldNumber1'),
    column('HB.parent_import_ref', 'parentCode'),
    column('HB.quantity', 'quantity'),
    column(['HB.purchase_date', 'HB.purchase_time'], 'acquiredOn'),
    column('HB.purchase_price', 'originalValueFen'),
    column('HB.purchase_from', 'supplier'),
    column('HB.warranty_expires', 'warrantyUntil'),
    column('HB.location', 'placePath'),
    column('HB.notes', 'notes'),
    ...ignored(
      'HB.url',
      'HB.tags',
      'HB.labels',
      'HB.label',
      'HB.archived',
      'HB.insured',
      'HB.lifetime_warranty',
    ),
    ...ignored(
      'HB.warranty_details',
      'HB.sold_date',
      'HB.sold_time',
      'HB.sold_to',
      'HB.sold_price',
      'HB.sold_notes',
    ),
  ],
  ignoredPrefixes: ['HB.field.'],
};
