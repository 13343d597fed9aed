import { libraryEntries, type LibraryEntry } from '../../src/core/library';
import { standardWords, targetWords } from '../../src/taskpane/views/library/words';

const target = { operator: '≥', value: 95, unit: '%' } as const;

test.each<[string, string]>([
  ['达到{t}得{100%}分', '达到95%得满分'],
  ['{t-5}（含）至{t}得{80%}分', '90%（含）至95%得满分的80%'],
  ['超过{t*10}不得分', '超过104.5%不得分'],
  ['低于{t}，每低1%扣{5%}分', '低于95%，每低1%扣满分的5%'],
])('%s is read as %s', (standard, words) => {
  expect(standardWords({ standard, target })).toBe(words);
});

test('no placeholder is left in what people read of the library', () => {
  const left = libraryEntries().filter((entry) => /[{}]/u.test(standardWords(entry)));
  expect(left.map(({ id }) => id)).toEqual([]);
});

test.each<[LibraryEntry['target'], string]>([
  [target, '≥95%'],
  [{ operator: null, value: '12月31日前', unit: null }, '12月31日前'],
  [{ operator: '≤', value: 720, unit: '元/生' }, '≤720元/生'],
])('%j stands as %s', (own, words) => {
  expect(targetWords({ target: own })).toBe(words);
});
