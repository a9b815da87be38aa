/**
 * Words that the product says in both languages, and whether a refusal says one of them in Chinese to a reader of
 * English: a fact that is such a word travels as a sentence. What somebody wrote stays as it is, in any language.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Express, Response } from 'express';
import { z } from 'zod';

const SOURCE = path.resolve(import.meta.dirname, '../../src');
const LONGEST = 12;
/** A word by itself; `1架` is the name of a place. */
const CHINESE = /(?<![\p{L}\p{N}])\p{Script=Han}+(?![\p{L}\p{N}])/gu;
/** `zh: '在库'`, and `unit('件', 'item')` where a table is written by a function. */
const WORD = /(?:zh: |\w\()'(\p{Script=Han}+)',\s*(?:en: )?'[A-Za-z]/gu;

/** What tests enter and files are headed, and what a sentence tells to write: words of a table too. */
const WRITTEN: ReadonlySet<string> = new Set(['现金', '时间', '姓名', '不详']);

function readWords(): ReadonlySet<string> {
  const words = new Set<string>();
  for (const folder of ['modules', 'platform'])
    for (const name of readdirSync(path.join(SOURCE, folder), { recursive: true, encoding: 'utf8' }))
      if (name.endsWith('.ts'))
        for (const [, word = ''] of readFileSync(path.join(SOURCE, folder, name), 'utf8').matchAll(WORD))
          if (word.length <= LONGEST && !WRITTEN.has(word)) words.add(word);
  return words;
}

let known: ReadonlySet<string> | undefined;

/** The product's words that an English text says in Chinese. */
export function productWordsIn(english: string): string[] {
  known ??= readWords();
  const words = known;
  return [...english.matchAll(CHINESE)].map(([word]) => word).filter((word) => words.has(word));
}

/** A field that is none of its values: the values are the interface's own. */
const LISTS_VALUES = 'INVALID_VALUE';

const PROBLEM = z.object({
  code: z.string(),
  sentences: z.object({ en: z.string() }),
  problems: z.array(z.object({ code: z.string(), en: z.string() })),
});

/** Every refusal that the application answers, as it goes out; the answer names those that hold Chinese words of ours. */
export function watchRefusals(app: Express): () => string[] {
  const found: string[] = [];
  const note = (code: string, english: string) => {
    for (const word of productWordsIn(english)) found.push(`${code}: “${word}” in “${english}”`);
  };
  const send = app.response.send;
  app.response.send = function sendNoted(this: Response, body: unknown) {
    if (typeof body === 'string' && String(this.getHeader('Content-Type')).includes('problem+json')) {
      const { code, sentences, problems } = PROBLEM.parse(JSON.parse(body));
      note(code, sentences.en);
      for (const problem of problems) if (problem.code !== LISTS_VALUES) note(problem.code, problem.en);
    }
    return send.call(this, body);
  };
  return () => [...new Set(found)];
}
