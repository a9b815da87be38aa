import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const NODE_GLOBALS = [
  ...['AbortController', 'AbortSignal', 'Buffer', 'TextDecoder', 'TextEncoder', 'URL', 'URLSearchParams'],
  ...['clearInterval', 'clearTimeout', 'console', 'fetch', 'performance', 'process', 'queueMicrotask'],
  ...['setImmediate', 'setInterval', 'setTimeout', 'structuredClone'],
];
const BROWSER_GLOBALS = [
  ...['caches', 'clients', 'document', 'fetch', 'indexedDB', 'localStorage', 'location', 'matchMedia'],
  ...['navigator', 'self', 'sessionStorage', 'setTimeout', 'URL', 'window'],
];
const COMMON_JS_GLOBALS = ['__dirname', 'module', 'require'];

const readonly = (names) => Object.fromEntries(names.map((name) => [name, 'readonly']));

/** Mistakes that a type checker does not see. */
const LANGUAGE_RULES = {
  eqeqeq: ['error', 'always', { null: 'ignore' }],
  'no-alert': 'error',
  'no-constant-binary-expression': 'error',
  'no-constant-condition': ['error', { checkLoops: 'allExceptWhileTrue' }],
  'no-control-regex': 'error',
  'no-debugger': 'error',
  'no-dupe-else-if': 'error',
  'no-duplicate-case': 'error',
  'no-empty': 'error',
  'no-empty-character-class': 'error',
  'no-eval': 'error',
  'no-fallthrough': 'error',
  'no-irregular-whitespace': ['error', { skipComments: true, skipRegExps: true, skipTemplates: true }],
  'no-loss-of-precision': 'error',
  'no-misleading-character-class': 'error',
  'no-param-reassign': 'error',
  'no-prototype-builtins': 'error',
  'no-self-assign': 'error',
  'no-self-compare': 'error',
  'no-shadow-restricted-names': 'error',
  'no-sparse-arrays': 'error',
  'no-unreachable-loop': 'error',
  'no-unsafe-finally': 'error',
  'no-unsafe-optional-chaining': 'error',
  'no-useless-backreference': 'error',
  'no-useless-catch': 'error',
  'no-useless-escape': 'error',
  'no-var': 'error',
  'prefer-const': 'error',
  'require-yield': 'error',
  'use-isnan': 'error',
  'valid-typeof': 'error',
};

/** What the type checker says elsewhere. */
const SCRIPT_RULES = { 'no-undef': 'error', 'no-unused-vars': 'error' };

const TYPE_RULES = {
  '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
  '@typescript-eslint/no-deprecated': 'error',
  '@typescript-eslint/no-explicit-any': 'error',
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/no-import-type-side-effects': 'error',
  '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
  '@typescript-eslint/no-non-null-assertion': 'error',
  '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
  // A use case is a promise for its callers even where it does not wait itself.
  '@typescript-eslint/require-await': 'off',
  '@typescript-eslint/restrict-template-expressions': ['error', { allowBoolean: true, allowNumber: true }],
  '@typescript-eslint/return-await': ['error', 'error-handling-correctness-only'],
  '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
};

export default defineConfig(
  { ignores: ['dist/', 'var/', 'node_modules/', 'src/platform/database-types.ts'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' }, rules: LANGUAGE_RULES },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    rules: TYPE_RULES,
  },
  { files: ['src/web/**/*.ts', 'src/web/**/*.tsx'], ...reactHooks.configs.flat.recommended },
  {
    files: ['**/*.js', '**/*.mjs'],
    ignores: ['src/web/**'],
    languageOptions: { globals: readonly(NODE_GLOBALS) },
    rules: SCRIPT_RULES,
  },
  // Files that the browser takes as they are.
  {
    files: ['src/web/**/*.js'],
    languageOptions: { sourceType: 'script', globals: readonly(BROWSER_GLOBALS) },
    rules: { ...SCRIPT_RULES, 'no-var': 'off' },
  },
  {
    files: ['**/*.cjs'],
    languageOptions: {
      sourceType: 'commonjs',
      globals: readonly([...NODE_GLOBALS, ...COMMON_JS_GLOBALS]),
    },
    rules: SCRIPT_RULES,
  },
);
