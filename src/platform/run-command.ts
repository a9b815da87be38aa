/**
 * The one write path: begin with the tenant, run the use case, write its audit events and its idempotency key,
 * commit, then what happens only after a commit. A dry run takes the same path and is rolled back at its end.
 */
import type pg from 'pg';
import type { Actor, RequestFacts } from './actor.ts';
import { appendAuditEvents, type AuditedChange, type AuditEventRow } from './audit-events.ts';
import { startInBackground } from './background.ts';
import type { Clock } from './clock.ts';
import {
  beginWith,
  openDatabase,
  switchWritingCourt,
  tenantSettings,
  type AuthenticationTransaction,
  type TenantTransaction,
} from './database.ts';
import { refuse, Refusal } from './errors.ts';
import {
  findIdempotentResponse,
  hashInput,
  insertIdempotencyKey,
  type IdempotentCall,
} from './idempotency.ts';
import { newId } from './ids.ts';
import { runApart } from './run-apart.ts';
import { runQuery, type QueryContext } from './run-query.ts';

export interface CommandDependencies {
  readonly pool: pg.Pool;
  readonly clock: Clock;
  readonly filesFolder: string;
  readonly hashAlgorithm: 'sha256' | 'sm3';
  /** Told of work after commit that failed; the command itself stands. */
  readonly onAfterCommitError?: (error: unknown) => void;
}

export interface CommandCall {
  /** The endpoint's name, which the audit trail shows. */
  readonly name: string;
  readonly input: unknown;
  readonly idempotencyKey?: string | undefined;
  readonly dryRun?: boolean;
  /** false: the progress of long work, which leaves no event of its own. */
  readonly isAudited?: boolean;
  /** Its prepared statements touch few rows, by their keys. */
  readonly isByKey?: boolean;
}

/** What long work can do after its request was answered: each step is a command or a query of its own, by the same actor. */
export interface LaterSteps {
  readonly signal: AbortSignal;
  readonly filesFolder: string;
  command<T>(call: CommandCall, work: (context: CommandContext) => Promise<T>): Promise<T>;
  query<T>(read: (context: QueryContext) => Promise<T>): Promise<T>;
}

export interface CommandContext {
  readonly trx: TenantTransaction;
  readonly actor: Actor;
  readonly now: Date;
  readonly request: RequestFacts;
  readonly dryRun: boolean;
  /** Where uploaded files live. */
  readonly filesFolder: string;
  /** For books opened from now on. */
  readonly hashAlgorithm: 'sha256' | 'sm3';
  /** Adds one change to the audit trail; a command without any still leaves one event. */
  audit(change: AuditedChange): void;
  /** Runs only when the transaction is committed. */
  afterCommit(work: () => Promise<void> | void): void;
  /** Starts long work when the transaction is committed and does not wait for it. */
  later(work: (steps: LaterSteps) => Promise<void>): void;
  /** Lets an administrator of a higher court write into another court's rows; the caller has decided that they may. */
  writeInCourt(courtId: number): Promise<void>;
  /** Writes that stand even when the command is refused afterwards, such as the count of wrong PINs. */
  apart<T>(work: (trx: AuthenticationTransaction) => Promise<T>): Promise<T>;
  /**
   * Puts a secret into the answer alone. It is not kept with the idempotency key: a command that is repeated answers
   * what the use case itself returned in that field.
   */
  tellOnce(field: string, secret: string): void;
}

class DryRunDone<T> extends Error {
  constructor(readonly result: T) {
    super('dry run');
  }
}

const RETRIED = new Set(['40001', '40P01']);
const UNIQUE_VIOLATION = '23505';
const ATTEMPTS_MAX = 4;

function sqlState(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/**
 * Runs `work` once, or answers the stored response when the same idempotency key came before with the same input.
 * Refusals: whatever `work` refuses, and IDEMPOTENCY_KEY_REUSED. Deadlocks and serialisation failures are retried.
 */
export async function runCommand<T>(
  dependencies: CommandDependencies,
  actor: Actor,
  request: RequestFacts,
  call: CommandCall,
  work: (context: CommandContext) => Promise<T>,
): Promise<T> {
  const idempotent: IdempotentCall | undefined =
    call.idempotencyKey === undefined || call.dryRun === true
      ? undefined
      : { key: call.idempotencyKey, command: call.name, inputHash: hashInput(call.name, call.input) };
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await attemptCommand(dependencies, actor, request, call, idempotent, work);
    } catch (error) {
      if (error instanceof DryRunDone) return error.result as T;
      const state = sqlState(error);
      if (state !== undefined && RETRIED.has(state) && attempt < ATTEMPTS_MAX) continue;
      if (idempotent && (error instanceof Refusal || state === UNIQUE_VIOLATION)) {
        const stored = await replay<T>(dependencies, actor, request, idempotent);
        if (stored) return stored.response;
      }
      throw error;
    }
  }
}

async function attemptCommand<T>(
  dependencies: CommandDependencies,
  actor: Actor,
  request: RequestFacts,
  call: CommandCall,
  idempotent: IdempotentCall | undefined,
  work: (context: CommandContext) => Promise<T>,
): Promise<T> {
  const now = dependencies.clock.now();
  const changes: AuditedChange[] = [];
  const afterCommit: (() => Promise<void> | void)[] = [];
  const secrets: Record<string, string> = {};
  const settings = tenantSettings(actor.readableCourtIds, actor.courtId);
  const begin = beginWith('begin', settings, call.isByKey);
  const result = await openDatabase(dependencies.pool, begin)
    .transaction()
    .execute(async (plain) => {
      // why: this is the one maker of the branded writer.
      const trx = plain as unknown as TenantTransaction;
      let writingCourtId = actor.courtId;
      const writeInCourt = async (courtId: number) => {
        if (courtId === writingCourtId) return;
        await switchWritingCourt(trx, actor.readableCourtIds, courtId);
        writingCourtId = courtId;
      };
      const context: CommandContext = {
        trx,
        actor,
        now,
        request,
        dryRun: call.dryRun === true,
        filesFolder: dependencies.filesFolder,
        hashAlgorithm: dependencies.hashAlgorithm,
        audit: (change) => void changes.push(change),
        afterCommit: (task) => void afterCommit.push(task),
        later: (task) => void afterCommit.push(() => startLater(dependencies, actor, request, task)),
        writeInCourt,
        apart: (separate) => runApart(dependencies.pool, separate),
        tellOnce: (field, secret) => {
          secrets[field] = secret;
        },
      };
      const answer = await work(context);
      if (context.dryRun) throw new DryRunDone(answer);
      if (call.isAudited !== false) await appendChanges(context, call.name, changes);
      await writeInCourt(actor.courtId);
      if (idempotent) await insertIdempotencyKey(trx, { ...scopeOf(actor), now }, idempotent, answer);
      return answer;
    });
  for (const task of afterCommit) {
    try {
      await task();
    } catch (error) {
      dependencies.onAfterCommitError?.(error);
    }
  }
  return Object.keys(secrets).length === 0 ? result : { ...result, ...secrets };
}

function startLater(
  dependencies: CommandDependencies,
  actor: Actor,
  request: RequestFacts,
  work: (steps: LaterSteps) => Promise<void>,
): void {
  const { pool, filesFolder, onAfterCommitError = () => {} } = dependencies;
  const run = (signal: AbortSignal) =>
    work({
      signal,
      filesFolder,
      command: (call, step) => runCommand(dependencies, actor, request, call, step),
      query: (read) => runQuery(dependencies, actor, request, read),
    });
  startInBackground(pool, run, onAfterCommitError);
}

function scopeOf(actor: Actor): { courtId: number; personId: string } {
  return { courtId: actor.courtId, personId: actor.personId };
}

async function appendChanges(
  context: CommandContext,
  command: string,
  changes: readonly AuditedChange[],
): Promise<void> {
  const rows = auditRowsOf(context, command, changes);
  for (const courtId of new Set(rows.map((row) => row.court_id))) {
    await context.writeInCourt(courtId);
    await appendAuditEvents(
      context.trx,
      rows.filter((row) => row.court_id === courtId),
    );
  }
}

/** In the trail of the acting court, and of the court that a change names besides. */
function auditRowsOf(
  context: CommandContext,
  command: string,
  changes: readonly AuditedChange[],
): AuditEventRow[] {
  const { actor, now, request } = context;
  const recorded: readonly AuditedChange[] =
    changes.length > 0 ? changes : [{ subjectKind: null, subjectId: null }];
  return recorded.flatMap((change) => {
    const { alsoInCourtId } = change;
    const courtIds = new Set([actor.courtId, ...(alsoInCourtId === undefined ? [] : [alsoInCourtId])]);
    return [...courtIds].map((courtId) => ({
      id: newId(now.getTime()),
      court_id: courtId,
      recorded_at: now,
      request_id: request.requestId,
      command,
      outcome: 'done' as const,
      actor_id: actor.personId,
      actor_name: actor.personName,
      actor_roles: actor.roles,
      via: actor.via,
      address: request.address,
      subject_kind: change.subjectKind,
      subject_id: change.subjectId,
      subject_label: change.subjectLabel ?? null,
      before: change.before ?? null,
      after: change.after ?? null,
      detail: change.detail ?? {},
    }));
  });
}

async function replay<T>(
  dependencies: CommandDependencies,
  actor: Actor,
  request: RequestFacts,
  call: IdempotentCall,
): Promise<{ response: T } | undefined> {
  const stored = await runQuery(dependencies, actor, request, ({ reader }) =>
    findIdempotentResponse(reader, scopeOf(actor), call.key),
  );
  if (!stored) return undefined;
  if (stored.command !== call.command || !stored.inputHash.equals(call.inputHash))
    throw refuse('IDEMPOTENCY_KEY_REUSED');
  // why: what was stored under this key and command is what the same command answered.
  return { response: stored.response as T };
}
