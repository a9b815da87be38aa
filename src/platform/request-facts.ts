import type { Request, Response } from 'express';
import type { RequestFacts } from './actor.ts';

/** Kept with the answer when the request comes in: its connection may be gone when somebody asks. */
export function keepRequestFacts(request: Request, response: Response, requestId: string): void {
  const facts: RequestFacts = { requestId, address: request.ip ?? null };
  response.locals['facts'] = facts;
}

/** The request's number and the client's address, as the audit trail keeps them. */
export function requestFactsOf(response: Response): RequestFacts {
  // why: the first of all handlers keeps them.
  return response.locals['facts'] as RequestFacts;
}

/** The language for a problem's title: what the person chose, else what the browser asks for, else Chinese. */
export function languageOf(request: Request): 'zh' | 'en' {
  return request.acceptsLanguages(['zh', 'en']) === 'en' ? 'en' : 'zh';
}
