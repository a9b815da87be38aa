/** The one table that makes HTTP (RFC 9457 problem+json) of refusals and errors. */
import type { Response } from 'express';
import type { z } from 'zod';
import { refuse, Refusal, type Problem, type Sentence } from './errors.ts';
import { inputSentenceOf } from './input-sentences.ts';

/** Sentences for the codes that `fields.ts` attaches to its own refinements. */
const FIELD_SENTENCES: Record<string, Sentence> = {
  TEXT_BLANK: { zh: '不能为空，请填写内容。', en: 'Must not be blank. Type something.' },
  TEXT_HAS_LINE_BREAKS: {
    zh: '只能填写一行，请去掉换行或制表符。',
    en: 'One line only. Remove line breaks and tabs.',
  },
  TEXT_HAS_CONTROL_CHARACTERS: {
    zh: '含有不可见的控制字符，请删除后重新填写。',
    en: 'Contains invisible control characters. Remove them.',
  },
  TEXT_NOT_WELL_FORMED: {
    zh: '含有残缺的字符，请重新录入。',
    en: 'Contains a broken character. Type it again.',
  },
};

/** A rule of a contract brings its sentences as `params { zh, en }`. */
function sentenceOf(params: Readonly<Record<string, unknown>> | undefined, message: string): Sentence {
  const { zh, en } = params ?? {};
  return { zh: typeof zh === 'string' ? zh : message, en: typeof en === 'string' ? en : message };
}

/** Every issue of a failed parse, with the place it was found and a sentence in both languages. */
export function problemsOf(error: z.ZodError, where: string): Problem[] {
  return error.issues.map((issue) => {
    const path = [where, ...issue.path.map(String)].join('.');
    const given = issue.code === 'custom' ? issue.params : undefined;
    const custom: unknown = given?.['code'];
    if (typeof custom === 'string') {
      const sentence = FIELD_SENTENCES[custom] ?? sentenceOf(given, issue.message);
      return { path, code: custom, ...sentence };
    }
    return { path, code: issue.code.toUpperCase(), ...inputSentenceOf(issue) };
  });
}

/** INPUT_INVALID with everything that is wrong. */
export function refuseInput(problems: readonly Problem[]): Refusal {
  return refuse('INPUT_INVALID', { count: problems.length }, problems);
}

function hasProperty<K extends string>(value: unknown, key: K): value is Record<K, unknown> {
  return typeof value === 'object' && value !== null && key in value;
}

const UNREACHABLE = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  '57P01',
  '57P02',
  '57P03',
  '08006',
  '08001',
  '53300',
]);

/** Any thrown value as a refusal; what is unknown becomes a masked INTERNAL_ERROR. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (hasProperty(error, 'type') && error.type === 'entity.too.large') {
    return refuse('BODY_TOO_LARGE', { limitBytes: hasProperty(error, 'limit') ? Number(error.limit) : 0 });
  }
  if (hasProperty(error, 'type') && error.type === 'encoding.unsupported')
    return refuse('MEDIA_TYPE_UNSUPPORTED');
  if (hasProperty(error, 'type') && error.type === 'charset.unsupported')
    return refuse('MEDIA_TYPE_UNSUPPORTED');
  if (error instanceof URIError) return refuse('NOT_FOUND');
  // Files of the web: an address that leads out of their folder, and one that is asked for under a condition.
  if (hasProperty(error, 'status') && (error.status === 403 || error.status === 404))
    return refuse('NOT_FOUND');
  if (hasProperty(error, 'status') && error.status === 412) return refuse('VERSION_STALE');
  if (hasProperty(error, 'status') && error.status === 400) return refuse('BODY_NOT_JSON');
  if (hasProperty(error, 'code') && typeof error.code === 'string' && UNREACHABLE.has(error.code)) {
    return refuse('DATABASE_UNAVAILABLE');
  }
  if (
    error instanceof Error &&
    /Connection terminated|timeout exceeded when trying to connect/.test(error.message)
  ) {
    return refuse('DATABASE_UNAVAILABLE');
  }
  return refuse('INTERNAL_ERROR');
}

/** Writes the problem; `language` chooses title and detail, `sentences` carries both. */
export function sendProblem(
  response: Response,
  refusal: Refusal,
  requestId: string,
  language: 'zh' | 'en',
): void {
  if (refusal.retryAfterSeconds !== undefined)
    response.setHeader('Retry-After', String(refusal.retryAfterSeconds));
  response.status(refusal.status);
  response.type('application/problem+json');
  response.send(
    JSON.stringify({
      type: `urn:court-custody:problem:${refusal.code}`,
      title: refusal.sentence[language],
      status: refusal.status,
      code: refusal.code,
      sentences: refusal.sentence,
      facts: refusal.facts,
      problems: refusal.problems,
      requestId,
    }),
  );
}
