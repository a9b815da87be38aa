/**
 * Refusals and errors: a stable code, a public sentence in both languages, and what stays inside.
 * HTTP is made of them in one place, `problem-details.ts`.
 */

export interface Sentence {
  readonly zh: string;
  readonly en: string;
}

/** Words one after the other, as a sentence lists them. */
export function listWords(words: readonly Sentence[]): Sentence {
  return { zh: words.map(({ zh }) => zh).join('、'), en: words.map(({ en }) => en).join(', ') };
}

/** What somebody wrote, one after the other as the sentences of each language list it. */
export function listTexts(texts: readonly string[]): Sentence {
  return { zh: texts.join('、'), en: texts.join(', ') };
}

/** One thing that is wrong, at one place of the input. */
export interface Problem extends Sentence {
  /** `body.assetIds.3`, or `row.12.原值` in an import. */
  readonly path: string;
  readonly code: string;
}

export interface RefusalKind extends Sentence {
  /** HTTP status: 400 bad input, 401, 403, 404, 409 state, 412 stale version, 413, 415, 422, 429, 503. */
  readonly status: number;
}

/**
 * A closed list of refusal reasons in order of precedence. Sentences may hold `{name}` placeholders, filled from the
 * refusal's facts.
 */
export function defineRefusals<const T extends Record<string, RefusalKind>>(kinds: T): T {
  return kinds;
}

/** A word with two languages is filled in that of the sentence. */
export type Fact = string | number | Sentence;
export type Facts = Readonly<Record<string, Fact>>;

/** A word from a table of words, without what else the table says of it. */
export function wordOf({ zh, en }: Sentence): Sentence {
  return { zh, en };
}

/** Fills `{name}` placeholders; a fact that is missing stays visible as its placeholder. */
export function fillSentence(sentence: Sentence, facts: Facts = {}): Sentence {
  const fill = (language: 'zh' | 'en') =>
    sentence[language].replace(/\{(\w+)\}/g, (all, name: string) => {
      const fact = facts[name] ?? all;
      return typeof fact === 'object' ? fact[language] : String(fact);
    });
  return { zh: fill('zh'), en: fill('en') };
}

/** The command is refused for a named reason; nothing was changed. */
export class Refusal extends Error {
  readonly sentence: Sentence;
  readonly facts: Facts;
  readonly status: number;
  readonly retryAfterSeconds: number | undefined;

  constructor(
    readonly code: string,
    kind: RefusalKind,
    facts: Facts = {},
    readonly problems: readonly Problem[] = [],
    retryAfterSeconds?: number,
  ) {
    super(`refused: ${code}`);
    this.name = 'Refusal';
    this.sentence = fillSentence(kind, facts);
    this.facts = Object.fromEntries(
      Object.entries(facts).map(([name, fact]) => [name, typeof fact === 'object' ? wordOf(fact) : fact]),
    );
    this.status = kind.status;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

export const PLATFORM_REFUSALS = defineRefusals({
  NOT_SIGNED_IN: {
    status: 401,
    zh: '尚未登录或登录已失效，请重新登录。',
    en: 'You are not signed in. Sign in and try again.',
  },
  CSRF_TOKEN_INVALID: {
    status: 403,
    zh: '请求缺少有效的防伪令牌，请刷新页面后重试。',
    en: 'The request carries no valid anti-forgery token. Reload the page and try again.',
  },
  FIRST_PASSWORD_UNCHANGED: {
    status: 403,
    zh: '您使用的是初始密码，请先修改密码，再办理其他事项。',
    en: 'You still use your first password. Change it, then go on.',
  },
  PERMISSION_DENIED: {
    status: 403,
    zh: '您没有办理此事项的权限，如需办理请联系安全管理员授权。',
    en: 'You may not do this. Ask the security administrator for the permission.',
  },
  INPUT_INVALID: {
    status: 400,
    zh: '填写内容有 {count} 处问题，请逐项更正后重新提交。',
    en: '{count} problem(s) in the input. Correct each one and send again.',
  },
  BODY_NOT_JSON: {
    status: 400,
    zh: '请求内容不是有效的 JSON，请检查后重新提交。',
    en: 'The body is not valid JSON. Check it and send again.',
  },
  BODY_TOO_LARGE: {
    status: 413,
    zh: '提交内容超过 {limitBytes} 字节的上限，请减少后分次提交。',
    en: 'The body is larger than {limitBytes} bytes. Send less at a time.',
  },
  UPLOAD_DAMAGED: {
    status: 400,
    zh: '文件没有完整传到，未保存。请重新选择文件后再上传。',
    en: 'The file did not arrive whole, so it was not kept. Choose it and send it again.',
  },
  MEDIA_TYPE_UNSUPPORTED: {
    status: 415,
    zh: '不支持的内容类型，请以 JSON（上传文件时以 multipart/form-data）提交。',
    en: 'Unsupported content type. Send JSON, or multipart/form-data for a file.',
  },
  NOT_FOUND: {
    status: 404,
    zh: '没有找到所请求的内容，可能已移走或您无权查看。',
    en: 'Nothing was found here. It may have moved, or you may not see it.',
  },
  VERSION_STALE: {
    status: 412,
    zh: '您打开之后，他人已修改此记录。请刷新查看最新内容后再保存，您填写的内容已保留。',
    en: 'Someone changed this record after you opened it. Reload, compare and save again; what you typed is kept.',
  },
  VERSION_REQUIRED: {
    status: 428,
    zh: '请求缺少版本号（If-Match），请刷新页面后重试。',
    en: 'The request lacks the version (If-Match). Reload and try again.',
  },
  IDEMPOTENCY_KEY_INVALID: {
    status: 400,
    zh: 'Idempotency-Key 须为 8 至 200 个可见的 ASCII 字符。',
    en: 'Idempotency-Key must be 8 to 200 visible ASCII characters.',
  },
  IDEMPOTENCY_KEY_REUSED: {
    status: 422,
    zh: '该幂等键已用于内容不同的请求，请换用新的幂等键。',
    en: 'This idempotency key was used for a different request. Use a new key.',
  },
  RATE_LIMITED: {
    status: 429,
    zh: '请求过于频繁，请在 {seconds} 秒后重试。',
    en: 'Too many requests. Try again in {seconds} seconds.',
  },
  DOWNLOADS_BUSY: {
    status: 503,
    zh: '正在导出的人较多，请在 {seconds} 秒后重试。',
    en: 'Many exports are running. Try again in {seconds} seconds.',
  },
  DATABASE_UNAVAILABLE: {
    status: 503,
    zh: '数据库暂时无法连接，本次操作未保存，请稍后重试。',
    en: 'The database cannot be reached just now. Nothing was saved; try again shortly.',
  },
  INTERNAL_ERROR: {
    status: 500,
    zh: '系统出现意外错误，本次操作未保存。请将请求编号告知管理员。',
    en: 'Something unexpected went wrong and nothing was saved. Give the request number to your administrator.',
  },
});

/** A platform refusal by its code. */
export function refuse(
  code: keyof typeof PLATFORM_REFUSALS,
  facts: Facts = {},
  problems: readonly Problem[] = [],
): Refusal {
  return new Refusal(code, PLATFORM_REFUSALS[code], facts, problems);
}
