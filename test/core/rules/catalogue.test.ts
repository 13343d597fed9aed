import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { RULES } from '../../../src/core/rules';
import { LOCALES } from '../../../src/i18n';
import { partsOf } from '../../../src/report/review/paper';
import type { RuleWording } from '../../../src/core/rules/rule';
import { placeholders } from '../../support/placeholders';

const root = join(__dirname, '../../..');
const folder = join(root, 'src/core/rules');

const shape = (wording: RuleWording) => ({
  messages: Object.fromEntries(Object.entries(wording.messages).map(([id, text]) => [id, placeholders(text)])),
  fixes: Object.fromEntries(Object.entries(wording.fixes ?? {}).map(([id, text]) => [id, placeholders(text)])),
});

test('every folder is in the index, and whole', () => {
  const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(RULES.map(({ rule }) => rule.name).sort()).toEqual(folders.map(({ name }) => name).sort());
});

/** First and last code of each hundred: the catalogue has no gaps. */
const HUNDREDS = [
  [101, 110],
  [201, 220],
  [301, 314],
  [401, 409],
  [501, 509],
  [601, 610],
  [701, 702],
] as const;

test('every code of the catalogue has its rule, and no other has one', () => {
  const wanted = HUNDREDS.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, index) => `PT${first + index}`),
  );
  expect(RULES.map(({ rule }) => rule.code).sort()).toEqual(wanted);
});

test('codes are given once', () => {
  const codes = RULES.map(({ rule }) => rule.code);
  expect(new Set(codes).size).toBe(codes.length);
});

test('index and pages follow from the folders', () => {
  expect(() =>
    execFileSync(process.execPath, [join(root, 'scripts/generate.mjs'), '--check'], { stdio: 'pipe' }),
  ).not.toThrow();
});

describe.each(RULES.map((entry) => [`${entry.rule.code} ${entry.rule.name}`, entry] as const))('%s', (_, entry) => {
  const { rule, wording } = entry;

  test('has a page, a body for it, and a test', () => {
    expect(existsSync(join(root, `docs/rules/${rule.code}.md`))).toBe(true);
    expect(existsSync(join(folder, rule.name, 'doc.md'))).toBe(true);
    expect(existsSync(join(root, `test/core/rules/${rule.name}.test.ts`))).toBe(true);
  });

  test('says the same things in both languages, with the same data', () => {
    expect(shape(wording['en-US'])).toEqual(shape(wording['zh-CN']));
  });

  test('is worded in its language', () => {
    expect(wording['zh-CN'].title).toMatch(/\p{Script=Han}/u);
    expect(wording['en-US'].title).not.toBe(wording['zh-CN'].title);
    for (const text of Object.values(wording['zh-CN'].messages)) expect(text).toMatch(/[。！？]$/u);
  });

  test.each(LOCALES)('ends with what to do, which letters print apart: %s', (locale) => {
    const without = Object.values(wording[locale].messages).filter((text) => partsOf(text)[1] === '');
    expect(without).toEqual([]);
  });

  test('yields and folds to rules that exist', () => {
    const codes = RULES.map((other) => other.rule.code);
    expect(codes).toEqual(expect.arrayContaining([...(rule.yieldsTo ?? []), ...(rule.foldsUnder ?? [])]));
  });
});
