import type pg from 'pg';
import type { Clock } from './clock.ts';
import type { IdentityKeys } from './identity-keys/identity-keys.ts';
import type { Logger } from './logger.ts';
import type { OutboundRules, OutboundTimeouts } from './outbound.ts';
import type { DownloadLimits } from './send-download.ts';

/** Everything `createApp` needs; tests hand in their own. */
export interface AppDependencies {
  readonly pool: pg.Pool;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Where uploaded files live, one folder a court. */
  readonly filesFolder: string;
  /** Cookies are `Secure` and the session cookie carries the __Host- prefix when the browser speaks TLS to us. */
  readonly secureCookies: boolean;
  /** Number of trusted proxies in front, for the client's address. */
  readonly trustedProxies: number;
  /** Requests a minute that one session, token or address may make. */
  readonly requestsPerMinute: number;
  /** The built web application, or undefined when only the API is served. */
  readonly webFolder: string | undefined;
  /** What numbers of identity documents are sealed with; without it none can be written or read. */
  readonly identityKeys?: IdentityKeys;
  /** For books opened from now on. */
  readonly hashAlgorithm: 'sha256' | 'sm3';
  /** Lets a monitoring server elsewhere read /metrics; without it only this machine can. */
  readonly metricsToken?: string | undefined;
  /** What people type into the browser, for links that are printed; without it no link is printed. */
  readonly publicUrl?: string | undefined;
  /** The folder of the label templates that ship with the program; none ship without it. */
  readonly labelTemplatesFolder?: string;
  /** Where label printers may be; the private networks at port 9100 unless given. */
  readonly printers?: OutboundRules;
  readonly printerTimeouts?: OutboundTimeouts;
  /** DOWNLOAD_LIMITS unless given. */
  readonly downloadLimits?: DownloadLimits;
}
