/**
 * Items as a reader may see them: of a secret item, or any item of a secret case, whoever has no clearance sees a code
 * and a place and no name; pictures of what is not shown to anybody by itself are for those who must. Pure.
 */
import type { Sentence } from '../../platform/errors.ts';
import { reachesCase, type CaseSubject } from '../cases/case-access.ts';
import { nameShapeOf, NO_CLEARANCE } from '../cases/mask-names.ts';
import type { Secrecy } from '../cases/rules.ts';
import type { GrantHolder } from '../accounts/permissions.ts';
import { categoryOf, type ItemCategoryId } from './item-categories.ts';
import { SECRET_ITEM } from './item-piece.ts';

export const SECRET_ITEM_NAME = SECRET_ITEM.zh;

export interface SensitiveItem extends CaseSubject {
  readonly keeping: readonly string[];
  readonly secrecy: Secrecy;
  readonly category: ItemCategoryId;
}

/** Whether its name is for those with clearance only. */
export function isSecretItem({ keeping, secrecy }: Pick<SensitiveItem, 'keeping' | 'secrecy'>): boolean {
  return (
    keeping.includes('secret') || nameShapeOf({ secrecy, involvesMinors: false }, NO_CLEARANCE) === 'hidden'
  );
}

export function isNameHidden(reader: GrantHolder, item: Omit<SensitiveItem, 'category'>): boolean {
  return isSecretItem(item) && !reachesCase(reader, 'case.secret-names.read', item, 'read');
}

/**
 * Whether the reader may open a file of it: nothing of secret things, and pictures of obscene material, but who must.
 * `isHidden`: whoever found the thing said so of its pictures, before anybody knew which item it is.
 */
export function maySeeFile(
  reader: GrantHolder,
  item: SensitiveItem,
  { purpose, isHidden }: { readonly purpose: string; readonly isHidden: boolean },
): boolean {
  if (isNameHidden(reader, item)) return false;
  if (purpose !== 'photo') return true;
  const isForFew = isHidden || categoryOf(item.category).isHidden === true;
  return !isForFew || reachesCase(reader, 'item.hidden.see', item, 'read');
}

interface Described extends SensitiveItem {
  readonly name: string;
  readonly photoFileId: string | null;
  readonly facts: Readonly<Record<string, string | undefined>>;
  readonly notes: string | null;
}

/** The row without what the reader is not cleared for. */
export function maskItem<T extends Described>(reader: GrantHolder, item: T): T {
  if (!isNameHidden(reader, item)) return item;
  return { ...item, name: SECRET_ITEM_NAME, facts: {}, notes: null, photoFileId: null };
}

export interface NamedItem {
  readonly name: string;
  readonly isSecret: boolean;
}

/** What refusals call an item: whoever moves things has no clearance for its name. */
export function saidItemName({ name, isSecret }: NamedItem): Sentence {
  return isSecret ? SECRET_ITEM : { zh: name, en: name };
}

/** What records call it, which are kept in Chinese. */
export function recordedItemName(item: NamedItem): string {
  return saidItemName(item).zh;
}

/** What the audit trail calls a file: people name files by what they show, so of a secret thing it keeps the kind alone. */
export function auditedFileName(fileName: string, isSecret: boolean): string {
  if (!isSecret) return fileName;
  const dot = fileName.lastIndexOf('.');
  return `${SECRET_ITEM_NAME}${dot < 0 ? '' : fileName.slice(dot)}`;
}

/** What the audit trail calls an item. */
export function auditedItemLabel(item: NamedItem & { readonly code: string }): string {
  return `${item.code} ${recordedItemName(item)}`;
}
