import { en } from '../../src/i18n/ui.en-US';
import { zh } from '../../src/i18n/ui.zh-CN';
import { placeholders } from '../support/placeholders';

/** Every sentence by its path. */
function sentences(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  return Object.entries(value as object).flatMap(([key, part]) => sentences(part, path ? `${path}.${key}` : key));
}

const inEnglish = new Map(sentences(en));

describe('the interface’s words', () => {
  test('have the same keys in every language, and none is blank', () => {
    expect([...inEnglish.keys()].sort()).toEqual(
      sentences(zh)
        .map(([path]) => path)
        .sort(),
    );
    expect([...sentences(zh), ...inEnglish].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  test.each(sentences(zh))('%s has the same placeholders', (path, text) => {
    expect(placeholders(inEnglish.get(path) as string)).toEqual(placeholders(text));
  });

  test('English has Chinese in quotation marks only, names of languages apart', () => {
    const left = [...inEnglish].filter(
      ([path, text]) => !path.startsWith('language.') && /\p{Script=Han}/u.test(text.replaceAll(/“[^“”]*”/gu, '')),
    );
    expect(left).toEqual([]);
  });

  test('nothing is called passed: that is the reviewer’s word', () => {
    expect(sentences(zh).filter(([, text]) => text.includes('通过'))).toEqual([]);
  });
});
