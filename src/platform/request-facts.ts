import type { Request, Response } from 'express';
import type { RequestFacts } from './actor.ts';

/** The request's number and the client's address, as the audit trail keeps them. */
export function requestFactsOf(request: Request, response: Response): RequestFacts {
  return { requestId: String(response.locals['requestId'] ?? ''), address: request.ip ?? null };
}

/** The language for a problem's title: what the person chose, else what the browser asks for, else Chinese. */
export function languageOf(request: Request): 'zh' | 'en' {
  return request.acceptsLanguages(['zh', 'en']) === 'en' ? 'en' : 'zh';
}
