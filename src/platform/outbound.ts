/**
 * Where this process may open connections on behalf of a person: literal addresses of networks that the configuration
 * names, at ports that it names. Whoever can name an address would otherwise reach everything that the server reaches.
 */
import { BlockList, isIP } from 'node:net';

export interface PortRange {
  readonly first: number;
  readonly last: number;
}

/** How long a device may keep us waiting, in milliseconds. */
export interface OutboundTimeouts {
  readonly connectMs: number;
  /** Nothing is taken any more. */
  readonly stalledMs: number;
  /** Everything is handed over, and the device does not close; some never do. */
  readonly finishMs: number;
}

export interface OutboundRules {
  /** Networks in CIDR notation, `10.0.0.0/8`. */
  readonly networks: readonly string[];
  readonly ports: readonly PortRange[];
}

/** In order of precedence. */
export type OutboundRefusal = 'NOT_LITERAL' | 'NETWORK_NOT_ALLOWED' | 'PORT_NOT_ALLOWED';

/** The private networks of RFC 1918 and RFC 4193; neither this machine nor the link itself. */
export const PRIVATE_NETWORKS = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fd00::/8'] as const;

/** IPv4 addresses written as IPv6 ones: they would pass by the networks of their own family. */
const MAPPED = new BlockList();
MAPPED.addSubnet('::ffff:0:0', 96, 'ipv6');
MAPPED.addSubnet('64:ff9b::', 96, 'ipv6');

const NETWORK = /^([0-9a-f.:]+)\/(\d{1,3})$/i;

/** Address, length of the prefix and family of a network; undefined when it is none. */
export function readNetwork(
  text: string,
): { address: string; prefix: number; family: 'ipv4' | 'ipv6' } | undefined {
  const match = NETWORK.exec(text);
  const [address, prefix] = [match?.[1] ?? '', Number(match?.[2])];
  const version = isIP(address);
  if (version === 0 || prefix > (version === 4 ? 32 : 128)) return undefined;
  return { address, prefix, family: version === 4 ? 'ipv4' : 'ipv6' };
}

/** `9100-9109,6101`; undefined when it is no list of ports. */
export function readPortRanges(text: string): PortRange[] | undefined {
  const ranges = text.split(',').map((part) => {
    const match = /^\s*(\d{1,5})(?:-(\d{1,5}))?\s*$/.exec(part);
    const first = Number(match?.[1]);
    const last = Number(match?.[2] ?? match?.[1]);
    return { first, last };
  });
  const isPort = (port: number) => port >= 1 && port <= 65_535;
  return ranges.every(({ first, last }) => isPort(first) && isPort(last) && first <= last)
    ? ranges
    : undefined;
}

/**
 * Why a connection to this address is not opened; null when it may be. Names are refused, because what a name means
 * can change between the check and the connection; so are addresses of one family written as the other.
 */
export function decideOutbound(
  rules: OutboundRules,
  target: { readonly host: string; readonly port: number },
): OutboundRefusal | null {
  const version = isIP(target.host);
  const family = version === 4 ? 'ipv4' : 'ipv6';
  if (version === 0 || target.host.includes('%')) return 'NOT_LITERAL';
  if (version === 6 && MAPPED.check(target.host, 'ipv6')) return 'NETWORK_NOT_ALLOWED';
  const allowed = new BlockList();
  for (const text of rules.networks) {
    const network = readNetwork(text);
    if (network?.family === family) allowed.addSubnet(network.address, network.prefix, family);
  }
  if (!allowed.check(target.host, family)) return 'NETWORK_NOT_ALLOWED';
  return rules.ports.some(({ first, last }) => target.port >= first && target.port <= last)
    ? null
    : 'PORT_NOT_ALLOWED';
}
