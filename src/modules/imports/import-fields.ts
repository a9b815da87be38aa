/** Every field that any import can fill, and which of them a target takes. Pure data, browser-safe. */
import { ASSET_FIELDS, type AssetField } from './asset-fields.ts';
import { FIELD_NAMES, type FieldName } from './layouts/field-names.ts';
import {
  REGISTER_FIELD_NAMES,
  REGISTER_FIELDS,
  REGISTER_ONLY_FIELDS,
  type RegisterOnlyField,
} from './register-fields.ts';

export const IMPORT_FIELDS = [...ASSET_FIELDS, ...REGISTER_ONLY_FIELDS] as const;
export type ImportField = AssetField | RegisterOnlyField;

/** What can be imported: the ids under which modules register. */
export const IMPORT_TARGETS = {
  fixed_assets: { zh: '固定资产', en: 'Fixed assets', permission: 'asset.import' },
  seized_items: { zh: '涉案财物旧台账', en: 'Registers of seized property', permission: 'item.import' },
} as const satisfies Record<string, { zh: string; en: string; permission: string }>;
export type ImportTargetId = keyof typeof IMPORT_TARGETS;
// why: the keys of a literal object are its targets.
export const IMPORT_TARGET_IDS = Object.keys(IMPORT_TARGETS) as [ImportTargetId, ...ImportTargetId[]];

export function isImportTargetId(text: string): text is ImportTargetId {
  return Object.hasOwn(IMPORT_TARGETS, text);
}

interface TargetFields {
  readonly fields: readonly ImportField[];
  readonly nameOf: (field: ImportField) => FieldName;
}

const BY_KEY: Readonly<Record<string, FieldName>> = REGISTER_FIELD_NAMES;
const ASSET_NAMES: Readonly<Record<string, FieldName>> = FIELD_NAMES;
const nameless = (field: string): FieldName => ({ zh: field, en: field, also: [] });

export const TARGET_FIELDS: Readonly<Record<ImportTargetId, TargetFields>> = {
  fixed_assets: { fields: ASSET_FIELDS, nameOf: (field) => ASSET_NAMES[field] ?? nameless(field) },
  seized_items: { fields: REGISTER_FIELDS, nameOf: (field) => BY_KEY[field] ?? nameless(field) },
};
