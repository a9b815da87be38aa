import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const LOCALES = join(import.meta.dirname, '../../src/web/locales');

function readTexts(language: string, namespace: string): Map<string, string> {
  const texts = new Map<string, string>();
  const collect = (value: unknown, path: string) => {
    if (typeof value === 'string') texts.set(path, value);
    else if (typeof value === 'object' && value !== null)
      for (const [key, inner] of Object.entries<unknown>({ ...value }))
        collect(inner, `${path}${path && '.'}${key}`);
  };
  collect(JSON.parse(readFileSync(join(LOCALES, language, `${namespace}.json`), 'utf8')), '');
  return texts;
}

function placeholders(text: string): string[] {
  return [...text.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map((match) => match[1] ?? '').sort();
}

/** English has one form more for counts; both stand for the same text. */
function withoutPlural(key: string): string {
  return key.replace(/_(?:one|other)$/, '');
}

const namespaces = readdirSync(join(LOCALES, 'zh')).map((file) => file.replace(/\.json$/, ''));

it('has the same namespaces in both languages', () => {
  expect(readdirSync(join(LOCALES, 'en')).sort()).toEqual(readdirSync(join(LOCALES, 'zh')).sort());
  expect(namespaces).toContain('common');
});

describe.each(namespaces)('texts of %s', (namespace) => {
  const chinese = readTexts('zh', namespace);
  const english = readTexts('en', namespace);

  it('says everything in both languages', () => {
    const keys = (texts: Map<string, string>) => [...new Set([...texts.keys()].map(withoutPlural))].sort();
    expect(keys(english)).toEqual(keys(chinese));
  });

  it('fills in the same facts in both languages', () => {
    const other = new Map([...english].map(([key, text]) => [withoutPlural(key), text]));
    const differing = [...chinese].filter(
      ([key, text]) =>
        String(placeholders(text)) !== String(placeholders(other.get(withoutPlural(key)) ?? '')),
    );
    expect(differing).toEqual([]);
  });

  it('leaves nothing blank and never shouts', () => {
    const wrong = [...chinese, ...english].filter(([, text]) => text.trim() === '' || /[!！]/.test(text));
    expect(wrong).toEqual([]);
  });
});
