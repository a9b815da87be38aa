/** Inputs that an endpoint's own schema accepts, filled with the ids of a foreign court wherever an id is asked for. */
import { z } from 'zod';
import type { EndpointDeclaration } from '../../src/platform/endpoint.ts';

export type Samples = Readonly<Record<string, string>>;

interface Schema {
  readonly type?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly minLength?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

/** What a property of this name takes, where its schema does not say enough. */
const TEXTS: Samples = {
  classCode: 'A02010105',
  divisionNumber: '654321',
  username: 'somebody.new',
  pin: '190283',
  password: 'camels drink rarely',
  quantity: '1',
  gross: '2',
  tare: '1',
  counted: '1',
  rate: '7',
  bankRate: '7',
  labelVersion: '1',
  query: 'status=idle',
  month: '2026-10',
  percent: '1',
  currency: 'CNY',
  rule: 'D30',
  year: '2026',
  sequence: '1',
  key: 'sample-label',
  imageDataUrl: 'data:image/png;base64,AAAA',
  delivererSignature: 'data:image/png;base64,AAAA',
  takerSignature: 'data:image/png;base64,AAAA',
  officerSignature: 'data:image/png;base64,AAAA',
  custodianSignature: 'data:image/png;base64,AAAA',
  keeperSignature: 'data:image/png;base64,AAAA',
  returnerSignature: 'data:image/png;base64,AAAA',
};

export interface SampleInput {
  readonly value: unknown;
  /** Whether one of the samples is part of it. */
  readonly isForeign: boolean;
}

function jsonSchemaOf(schema: z.ZodType): Schema {
  // why: the JSON Schema of a contract is made of these keywords only.
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema;
}

/** `receiptIds` takes what `receiptId` takes. */
function sampleFor(samples: Samples, endpoint: string, name: string): string | undefined {
  const one = name.replace(/Ids$/, 'Id');
  return samples[`${endpoint}.${name}`] ?? samples[one];
}

class Filler {
  isForeign = false;

  constructor(
    private readonly samples: Samples,
    private readonly endpoint: string,
  ) {}

  fill(schema: Schema, name: string): unknown {
    const variant = (schema.anyOf ?? schema.oneOf)?.find(({ type }) => type !== 'null');
    if (variant) return this.fill(variant, name);
    if (schema.const !== undefined) return schema.const;
    if (schema.enum !== undefined) return schema.enum[0];
    if (schema.type === 'object') return this.fillObject(schema);
    if (schema.type === 'array') return schema.items === undefined ? [] : [this.fill(schema.items, name)];
    if (schema.type === 'boolean') return false;
    const sample = sampleFor(this.samples, this.endpoint, name);
    if (schema.type === 'integer' || schema.type === 'number') {
      if (/courtId|parentId/.test(name)) return this.foreign(Number(this.samples['courtId']));
      return Math.max(1, schema.minimum ?? 1);
    }
    if (schema.format === 'uuid') {
      if (sample === undefined)
        throw new Error(`${this.endpoint}: no sample of a foreign ${name}; add it to foreign-court.ts`);
      return this.foreign(sample);
    }
    if (sample !== undefined) return this.foreign(sample);
    return this.fillText(schema, name);
  }

  private foreign<T>(value: T): T {
    this.isForeign = true;
    return value;
  }

  private fillText(schema: Schema, name: string): string {
    if (schema.format === 'date') return name === 'dueOn' ? '2026-12-31' : '2026-11-23';
    if (schema.format === 'date-time') return '2026-11-23T09:00:00.000+08:00';
    const text = TEXTS[name];
    if (text !== undefined) return text;
    const fallback = '一二三';
    if (schema.pattern !== undefined && !new RegExp(schema.pattern, 'u').test(fallback)) {
      throw new Error(`${this.endpoint}: no sample of a text for ${name}; add it to sample-input.ts`);
    }
    return fallback;
  }

  private fillObject(schema: Schema): Record<string, unknown> {
    const entries = Object.entries(schema.properties ?? {}).filter(
      ([name]) => schema.required?.includes(name) === true || /^q$|Ids?$/.test(name),
    );
    return Object.fromEntries(entries.map(([name, property]) => [name, this.fill(property, name)]));
  }
}

/** A body or a query that the schema accepts. Throws when a property needs a sample that nobody has given. */
export function sampleInput(
  declaration: EndpointDeclaration,
  part: 'query' | 'body',
  samples: Samples,
): SampleInput {
  const filler = new Filler(samples, declaration.name);
  const value = filler.fill(jsonSchemaOf(declaration[part]), part);
  return { value, isForeign: filler.isForeign };
}

/** The path with every `:parameter` filled. Throws when one has no sample. */
export function samplePath(declaration: EndpointDeclaration, samples: Samples): string {
  const filled = declaration.path.replace(/:(\w+)/g, (_, name: string) => {
    const sample = samples[name] ?? TEXTS[name];
    if (sample === undefined)
      throw new Error(`${declaration.path}: no sample of :${name}; add it to foreign-court.ts`);
    return encodeURIComponent(sample);
  });
  return `/api${filled}`;
}
