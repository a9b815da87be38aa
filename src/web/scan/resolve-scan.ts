import { SCAN_RESOLVERS, type ScanResolver } from './scan-resolvers.ts';

/** Full-width letters and digits (a Chinese input method was on) become half-width; outer space goes. */
export function cleanScan(text: string): string {
  return text.normalize('NFKC').trim();
}

function ownDeepLink(text: string): string | undefined {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return undefined;
  const link = new URL(text);
  return link.origin === window.location.origin ? `${link.pathname}${link.search}` : undefined;
}

/** The address that a scan or typed words lead to: the thing itself, or the search for the words. */
export async function resolveScan(
  text: string,
  resolvers: readonly ScanResolver[] = SCAN_RESOLVERS,
): Promise<string | undefined> {
  const clean = cleanScan(text);
  if (clean === '') return undefined;
  const link = ownDeepLink(clean);
  if (link !== undefined) return link;
  for (const resolver of resolvers) {
    const address = await resolver(clean);
    if (address !== undefined) return address;
  }
  return `/search?q=${encodeURIComponent(clean)}`;
}
