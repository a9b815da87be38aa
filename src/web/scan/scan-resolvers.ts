/**
 * Who turns a scan into an address. The first that answers wins. A resolver gets text that is trimmed and half-width
 * (NFKC) but otherwise as scanned or typed, and answers an address of this application, or undefined when the text is
 * nothing of its own.
 */
import { queryClient } from '../api/query-client.ts';
import { callEndpoint } from '../api/call-endpoint.ts';
import { endpointKey } from '../api/use-query-endpoint.ts';
import type { Session } from '../session/use-session.ts';
import { readSession } from '../../modules/accounts/session.contract.ts';
import { readItemCode } from '../../modules/item-codes/item-code.ts';
import { addressOfAnswer, scanPageAddress } from './answer-address.ts';
import { thingAddress } from './thing-address.ts';

export type ScanResolver = (text: string) => Promise<string | undefined>;

function holds(wanted: string): boolean {
  const session = queryClient.getQueryData<Session>(endpointKey(readSession, {}));
  return session?.permissions.some(({ permission }) => permission === wanted) ?? false;
}

function keepsAccounts(): boolean {
  return holds('person.read');
}

/** A whole case number in any writing opens its case, or the list that says that there is none. */
const askForCase: ScanResolver = async (text) => {
  if (!/\d{4}.*号/u.test(text) || !holds('case.read')) return undefined;
  const { checkCaseNumberEndpoint } = await import('../../modules/cases/numbers.contract.ts');
  const answer = await callEndpoint(checkCaseNumberEndpoint, { query: { number: text } });
  if (answer.canonical === null) return undefined;
  const [found] = answer.cases;
  return found === undefined ? `/cases?q=${encodeURIComponent(answer.canonical)}` : `/cases/${found.id}`;
};

/** The code on a paper: which paper it is, and the beginning of what it should say, which its page compares. */
const askForPaper: ScanResolver = (text) => {
  const [, paperId, hash] = /^PAPER:([0-9A-F-]{36}):([0-9A-F]{16})$/i.exec(text) ?? [];
  const isPaper = paperId !== undefined && hash !== undefined && holds('paper.read');
  return Promise.resolve(
    isPaper ? `/papers/${paperId.toLowerCase()}?check=${hash.toLowerCase()}` : undefined,
  );
};

/** What has the shape of a code gets its own answer, whether it means a thing or nothing any more. */
const askForCode: ScanResolver = async (text) => {
  const { isLikeCode } = await import('../../modules/item-codes/intended-codes.ts');
  if (isLikeCode(text)) return scanPageAddress(text);
  if (!readItemCode(text).ok) return undefined;
  const { resolveScan } = await import('../../modules/item-codes/scan.contract.ts');
  const answer = await callEndpoint(resolveScan, { query: { text } });
  return addressOfAnswer(answer, text, keepsAccounts());
};

/** Codes in any writing, numbers and names: the server knows whether exactly one thing is meant. */
const askServer: ScanResolver = async (text) => {
  const { searchEverything } = await import('../../modules/fixed-assets/search.contract.ts');
  const request = { query: { q: text } };
  const found = await queryClient.query({
    queryKey: endpointKey(searchEverything, request),
    queryFn: () => callEndpoint(searchEverything, request),
  });
  return found.exact === null ? undefined : thingAddress(found.exact.kind, found.exact.id, keepsAccounts());
};

export const SCAN_RESOLVERS: readonly ScanResolver[] = [askForPaper, askForCode, askForCase, askServer];
