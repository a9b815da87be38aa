/** How the adapter learns who is calling; the accounts module provides it. */
import type { Request } from 'express';
import type { Actor } from './actor.ts';

export interface Identity {
  readonly actor: Actor;
  /** The session's anti-forgery token; a bearer token needs none. */
  readonly csrfToken: string | null;
  readonly language: 'zh' | 'en';
  /** A first password must be changed before anything but the endpoints declared for it. */
  readonly mustChangePassword: boolean;
}

/** The identity of the session cookie or bearer token, or null. Refusals: none; a broken credential is nobody. */
export type Identify = (request: Request) => Promise<Identity | null>;
