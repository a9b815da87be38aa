/** What is wrong with an input, made from the endpoint's own schema: one way of being wrong in every field at once. */
import { z } from 'zod';

export interface Schema {
  readonly type?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly maxLength?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

export interface SpoiltInput {
  readonly value: Record<string, unknown>;
  /** `card.name`, `assetIds.0`: where a problem has to be listed. */
  readonly paths: readonly string[];
}

export function inputSchemaOf(schema: z.ZodType): Schema {
  // why: the JSON Schema of a contract is made of these keywords only.
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema;
}

function plainOf(schema: Schema): Schema {
  const variants = (schema.anyOf ?? schema.oneOf)?.filter(({ type }) => type !== 'null');
  return variants?.length === 1 ? plainOf(variants[0] ?? schema) : schema;
}

/** A text without a fixed shape: what people type. */
export function isFreeText(schema: Schema): boolean {
  const { type, format, pattern, enum: choices, const: fixed } = plainOf(schema);
  return (
    type === 'string' &&
    format === undefined &&
    pattern === undefined &&
    choices === undefined &&
    fixed === undefined
  );
}

/** Replaces every leaf that `spoil` has an answer for, and keeps the rest of a value that the schema accepts. */
export function spoilLeaves(schema: Schema, valid: unknown, spoil: (leaf: Schema) => unknown): SpoiltInput {
  const paths: string[] = [];
  const walk = (given: Schema, value: unknown, path: string): unknown => {
    const plain = plainOf(given);
    if (plain.type === 'object' && plain.properties) {
      const kept: Record<string, unknown> = { ...(typeof value === 'object' ? value : {}) };
      for (const [name, property] of Object.entries(plain.properties)) {
        const spoilt = walk(property, kept[name], path === '' ? name : `${path}.${name}`);
        if (spoilt !== undefined) kept[name] = spoilt;
      }
      return Object.keys(kept).length === 0 && value === undefined ? undefined : kept;
    }
    if (plain.type === 'array' && plain.items) {
      const item = walk(plain.items, Array.isArray(value) ? value[0] : undefined, `${path}.0`);
      return item === undefined ? value : [item];
    }
    if (plain.anyOf || plain.oneOf) return value;
    const spoilt = spoil(plain);
    if (spoilt === undefined) return value;
    paths.push(path);
    return spoilt;
  };
  const value = walk(schema, valid, '');
  return { value: typeof value === 'object' && value !== null ? { ...value } : {}, paths };
}

/** Something of another type than the leaf's. */
export function wrongType(leaf: Schema): unknown {
  return leaf.type === 'string' || leaf.enum !== undefined ? { not: ['a', 'text'] } : { not: 'that' };
}

/** ISO 8601 has a year 0, the database has none. */
export function impossibleYear({ format }: Schema): unknown {
  if (format === 'date') return '0000-01-01';
  return format === 'date-time' ? '0000-01-01T00:00:00+00:00' : undefined;
}

/** The required properties at the top, left out. */
export function withoutRequired(schema: Schema): SpoiltInput {
  return { value: {}, paths: schema.required ?? [] };
}
