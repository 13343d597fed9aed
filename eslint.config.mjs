import officeAddins from 'eslint-plugin-office-addins';
import redos from 'eslint-plugin-redos';
import * as regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';

/** From the lowest layer up: a folder imports only from folders before it (docs/architecture.md). */
const CORE = ['sheet', 'indicator', 'text', 'scoring', 'reader', 'rules', 'check', 'templates', 'library'];
const LAYERS = [
  'core',
  'i18n',
  'formats',
  'report',
  'hosts',
  'session',
  'functions',
  'commands',
  'taskpane',
  'workbench',
  'cli',
];
/** Entry points stand beside one another. */
const APART = { workbench: ['cli'], cli: ['taskpane', 'workbench', 'commands'] };

const HOST_GLOBALS = [
  'Office',
  'Excel',
  'OfficeExtension',
  'window',
  'document',
  'navigator',
  'localStorage',
  'process',
  'setTimeout',
  'setInterval',
  'fetch',
];

function forbid(files, names, extra = []) {
  if (names.length === 0 && extra.length === 0) return [];
  const patterns =
    names.length === 0
      ? []
      : [
          {
            regex: `^(\\.\\./)+(${names.join('|')})(/|$)`,
            message: 'This folder stands above: see docs/architecture.md.',
          },
        ];
  return [{ files, rules: { 'no-restricted-imports': ['error', { patterns: [...patterns, ...extra] }] } }];
}

const PURE = [
  {
    regex: '^(node:|react|@fluentui|@univerjs|@microsoft|zod$)',
    message: 'core is pure: no host, no interface, no platform.',
  },
];

export default tseslint.config(
  { ignores: ['dist/**', 'build/**', 'node_modules/**', 'coverage/**'] },
  ...tseslint.configs.recommended,
  regexp.configs['flat/recommended'],
  {
    files: ['**/*.{ts,tsx,mts,js,mjs,cjs}'],
    plugins: { redos },
    rules: {
      'redos/no-vulnerable': ['error', { timeout: 2000, ignoreErrors: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      'regexp/no-obscure-range': [
        'error',
        { allowed: ['alphanumeric', '一-鿿', '０-９', 'Ａ-Ｚ', 'ａ-ｚ', '①-⑳', '⑴-⒇'] },
      ],
      'no-eval': 'error',
      'no-console': 'off',
    },
  },
  { files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
  {
    files: ['src/hosts/excel/**/*.ts', 'src/commands/**/*.ts', 'src/functions/**/*.ts'],
    plugins: { 'office-addins': officeAddins },
    rules: {
      'office-addins/call-sync-after-load': 'error',
      'office-addins/call-sync-before-read': 'error',
      'office-addins/load-object-before-read': 'error',
      'office-addins/no-context-sync-in-loop': 'error',
      'office-addins/no-empty-load': 'error',
      'office-addins/no-navigational-load': 'error',
      'office-addins/no-office-initialize': 'error',
      'office-addins/test-for-null-using-isNullObject': 'error',
    },
  },
  {
    files: ['src/core/**/*.ts'],
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      'no-restricted-globals': ['error', ...HOST_GLOBALS],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'core is deterministic.' },
        { object: 'Date', property: 'now', message: 'core has no clock.' },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'core has no clock.' },
      ],
    },
  },
  {
    // Put together from lists of words: an alternative is a word even where it has one letter, a list keeps its group.
    files: ['src/core/scoring/**/*.ts'],
    rules: { 'regexp/prefer-character-class': 'off', 'regexp/no-useless-non-capturing-group': 'off' },
  },
  ...CORE.flatMap((layer, index) =>
    forbid([`src/core/${layer}/**/*.ts`], [...CORE.slice(index + 1), ...LAYERS.slice(1)], PURE),
  ),
  ...LAYERS.slice(1).flatMap((layer, index) =>
    forbid([`src/${layer}/**/*.{ts,tsx}`], [...LAYERS.slice(index + 2), ...(APART[layer] ?? [])]),
  ),
);
