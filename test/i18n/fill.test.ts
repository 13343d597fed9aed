import { fill } from '../../src/i18n';

test.each<[string, Readonly<Record<string, string | number | readonly string[]>>, string]>([
  ['{count} {count?row has|rows have} none', { count: 1 }, '1 row has none'],
  ['{count} {count?row has|rows have} none', { count: 2 }, '2 rows have none'],
  ['{count} {count?row has|rows have} none', { count: '0' }, '0 rows have none'],
  ['{names}: add {count?it|them}', { names: ['甲', '乙'], count: 2 }, '甲, 乙: add them'],
  ['{unknown} {unknown?row|rows}', {}, '{unknown} {unknown?row|rows}'],
  ['{a?b} and {a|b}', { a: 1 }, '{a?b} and {a|b}'],
])('%s of %j', (template, data, text) => {
  expect(fill(template, data, 'en-US')).toBe(text);
});
