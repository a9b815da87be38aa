/** The only reader of process.env: parsed once, every problem listed, then the process goes on or exits. */
import path from 'node:path';
import { z } from 'zod';
import { PRIVATE_NETWORKS, readNetwork, readPortRanges, type OutboundRules } from './platform/outbound.ts';

const port = z.coerce.number().int().min(1).max(65535);
/** Separated by commas; every one an address with the length of its prefix. */
const networks = z
  .string()
  .transform((text) => text.split(',').map((part) => part.trim()))
  .refine((list) => list.every((text) => readNetwork(text) !== undefined), 'networks such as 10.0.0.0/8');
const portRanges = z.string().transform((text, context) => {
  const ranges = readPortRanges(text);
  if (ranges) return ranges;
  context.addIssue({ code: 'custom', message: 'ports such as 9100-9109,6101' });
  return z.NEVER;
});
const environment = z.object({
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: port.default(3000),
  DATA_DIR: z.string().min(1).default('var'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//)
    .optional(),
  DATABASE_CONNECTIONS: z.coerce.number().int().min(2).max(500).default(20),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  TLS_CERT_FILE: z.string().min(1).optional(),
  TLS_KEY_FILE: z.string().min(1).optional(),
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  REQUESTS_PER_MINUTE: z.coerce.number().int().min(10).max(10_000_000).default(3000),
  HASH_ALGORITHM: z.enum(['sha256', 'sm3']).default('sha256'),
  IDENTITY_KEYS_FILE: z.string().min(1).optional(),
  METRICS_TOKEN: z.string().min(16).optional(),
  PRINTER_NETWORKS: networks.default([...PRIVATE_NETWORKS]),
  PRINTER_PORTS: portRanges.default([{ first: 9100, last: 9109 }]),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('warn'),
});

/** What each variable means; the README's table is checked against this. */
export const CONFIGURATION_KEYS = Object.keys(environment.shape);

export interface Config {
  readonly host: string;
  readonly port: number;
  readonly dataFolder: string;
  readonly databaseUrl: string | undefined;
  readonly databaseConnections: number;
  /** What people type into the browser; behind a proxy it differs from host and port. */
  readonly publicUrl: string;
  readonly tls: { readonly certFile: string; readonly keyFile: string } | undefined;
  readonly secureCookies: boolean;
  readonly trustedProxies: number;
  readonly requestsPerMinute: number;
  readonly hashAlgorithm: 'sha256' | 'sm3';
  /** Keys that numbers of identity documents are sealed with. */
  readonly identityKeysFile: string;
  readonly metricsToken: string | undefined;
  /** Where label printers may be: whoever registers one could otherwise reach everything that this machine reaches. */
  readonly printers: OutboundRules;
  readonly logLevel: string;
}

export class ConfigurationError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'ConfigurationError';
  }
}

/** Throws ConfigurationError with every problem, one a line. */
export function readConfig(variables: NodeJS.ProcessEnv = process.env): Config {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(given);
  const problems = parsed.success
    ? []
    : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  if ((given['TLS_CERT_FILE'] === undefined) !== (given['TLS_KEY_FILE'] === undefined)) {
    problems.push('TLS_CERT_FILE, TLS_KEY_FILE: give both or neither');
  }
  if (!parsed.success || problems.length > 0) throw new ConfigurationError(problems);
  const values = parsed.data;
  const tls =
    values.TLS_CERT_FILE !== undefined && values.TLS_KEY_FILE !== undefined
      ? { certFile: values.TLS_CERT_FILE, keyFile: values.TLS_KEY_FILE }
      : undefined;
  const shownHost = values.HOST === '0.0.0.0' || values.HOST === '::' ? '127.0.0.1' : values.HOST;
  const publicUrl = values.PUBLIC_URL ?? `${tls ? 'https' : 'http'}://${shownHost}:${values.PORT}`;
  const dataFolder = path.resolve(values.DATA_DIR);
  return {
    host: values.HOST,
    port: values.PORT,
    dataFolder,
    databaseUrl: values.DATABASE_URL,
    databaseConnections: values.DATABASE_CONNECTIONS,
    publicUrl: publicUrl.replace(/\/$/, ''),
    tls,
    secureCookies: publicUrl.startsWith('https:'),
    trustedProxies: values.TRUSTED_PROXIES,
    requestsPerMinute: values.REQUESTS_PER_MINUTE,
    hashAlgorithm: values.HASH_ALGORITHM,
    identityKeysFile: path.resolve(
      values.IDENTITY_KEYS_FILE ?? path.join(dataFolder, 'keys/identity-keys.json'),
    ),
    metricsToken: values.METRICS_TOKEN,
    printers: { networks: values.PRINTER_NETWORKS, ports: values.PRINTER_PORTS },
    logLevel: values.LOG_LEVEL,
  };
}
