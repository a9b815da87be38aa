/** Modules whose things carry a code say here how to find and describe them; item codes know none of them. */
import type { TenantReader } from '../../platform/database.ts';
import type { Sentence } from '../../platform/errors.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import type { QueryContext } from '../../platform/run-query.ts';
import type { Permission } from '../accounts/permissions.ts';
import type { ItemCodeKind } from './item-code.ts';
import type { ScanDoubt, ScannedThing } from './scan.contract.ts';

/** What a code stands for, in words. */
export interface CodedThing {
  readonly kind: ItemCodeKind;
  readonly id: string;
  readonly code: string;
  readonly courtId: number;
  /** The name of the thing. */
  readonly title: string;
  /** Specification, model or the like. */
  readonly subtitle: Sentence | null;
  /** Disposed of, closed: it gets no label any more. */
  readonly isOver: boolean;
}

/** What stands on a thing's label, by field id of `labels/label-fields.ts`. */
export interface ThingLabelFields {
  readonly id: string;
  readonly code: string;
  readonly fields: Readonly<Record<string, string>>;
}

export interface CodeSubject {
  readonly kind: ItemCodeKind;
  /** To read such a thing. */
  readonly permission: Permission;
  /** Things by id that the person may read, in any order; unknown ones are left out. */
  listThings(context: QueryContext, ids: readonly string[]): Promise<CodedThing[]>;
  /** Things by id that the person may read, in walking order: building, floor, room, then name. */
  listLabelFields(context: QueryContext, ids: readonly string[]): Promise<ThingLabelFields[]>;
  /** Gives things of the writing court other codes: in the subject's own tables and books only. */
  changeCodes(command: CommandContext, changes: readonly CodeChange[]): Promise<void>;
  /** What the scan page shows; null: unknown, or this person may not read it. */
  describeScanned(context: QueryContext, id: string): Promise<ScannedThing | null>;
  /**
   * What speaks against the current label of the thing being where this person scanned it: there may be two of it.
   * Absent: nothing is asked. `stops`: nothing is done on the strength of this label.
   */
  doubtScanned?(context: QueryContext, id: string): Promise<ScanDoubt | null>;
  /**
   * Ids of the writing court's things that nobody has identified since their label was made: the label of such a thing
   * gives way to no other, and is not printed again once it was there. Absent: labels of this kind are replaced without.
   */
  listUnidentified?(reader: TenantReader, courtId: number, ids: readonly string[]): Promise<string[]>;
  /** Ids of things that the person may read and that have exactly this number: serial number, old number, plate. */
  listByNumber(context: QueryContext, text: string): Promise<NumberedThing[]>;
}

export interface CodeChange {
  readonly id: string;
  /** null: it carried none. */
  readonly from: string | null;
  readonly to: string;
  readonly reason: string | null;
}

export interface NumberedThing {
  readonly id: string;
  /** `serial`: the code's own serial, typed without the rest. */
  readonly by: 'alias' | 'serial';
}

const subjects = new Map<ItemCodeKind, CodeSubject>();

/** Registering the same kind again replaces it. */
export function registerCodeSubject(subject: CodeSubject): void {
  subjects.set(subject.kind, subject);
}

export function codeSubjectOf(kind: ItemCodeKind): CodeSubject | undefined {
  return subjects.get(kind);
}

/** Every kind that has things, in the order of registration. */
export function listCodeSubjects(): CodeSubject[] {
  return [...subjects.values()];
}
