import { FIELD_IDS } from '../../src/core/library';
import { en as formsEn } from '../../src/i18n/forms.en-US';
import { zh as formsZh } from '../../src/i18n/forms.zh-CN';
import { en as intakeEn } from '../../src/i18n/intake.en-US';
import { zh as intakeZh } from '../../src/i18n/intake.zh-CN';
import { en as libraryEn, fieldsEn } from '../../src/i18n/library-view.en-US';
import { zh as libraryZh } from '../../src/i18n/library-view.zh-CN';
import { en as profileEn } from '../../src/i18n/profile-view.en-US';
import { zh as profileZh } from '../../src/i18n/profile-view.zh-CN';
import { publishText } from '../../src/i18n/publish';
import { en as reviewEn } from '../../src/i18n/review-view.en-US';
import { zh as reviewZh } from '../../src/i18n/review-view.zh-CN';
import { en as overviewEn } from '../../src/i18n/overview.en-US';
import { zh as overviewZh } from '../../src/i18n/overview.zh-CN';
import { placeholders } from '../support/placeholders';

/** Every sentence by its path. */
function sentences(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  return Object.entries(value as object).flatMap(([key, part]) => sentences(part, path ? `${path}.${key}` : key));
}

describe.each([
  ['forms', formsZh, formsEn],
  ['library', libraryZh, libraryEn],
  ['review', reviewZh, reviewEn],
  ['profiles', profileZh, profileEn],
  ['public copies', publishText('zh-CN'), publishText('en-US')],
  ['overview', overviewZh, overviewEn],
  ['intake', intakeZh, intakeEn],
])('the words of the view %s', (_, zh, en) => {
  const chinese = sentences(zh);
  const english = new Map(sentences(en));

  test('have the same keys and placeholders in both languages, and none is blank', () => {
    expect([...english.keys()].sort()).toEqual(chinese.map(([path]) => path).sort());
    expect([...chinese, ...english].filter(([, text]) => text.trim() === '')).toEqual([]);
    expect(chinese.map(([path]) => [path, placeholders(english.get(path) as string)])).toEqual(
      chinese.map(([path, text]) => [path, placeholders(text)]),
    );
  });

  test('no Chinese is left in English', () => {
    const left = [...english].filter(([, text]) => /\p{Script=Han}/u.test(text.replaceAll(/“[^“”]*”/gu, '')));
    expect(left).toEqual([]);
  });
});

test('every field has an English name of its own', () => {
  expect(new Set(FIELD_IDS.map((id) => fieldsEn[id])).size).toBe(FIELD_IDS.length);
});
