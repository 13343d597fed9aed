import { FormatError, renderFormatError } from '../../src/formats';
import { en } from '../../src/formats/messages.en-US';
import { zh } from '../../src/formats/messages.zh-CN';
import { en as cliEn } from '../../src/cli/messages.en-US';
import { zh as cliZh } from '../../src/cli/messages.zh-CN';

/** Every sentence by the way to it, with the placeholders that it has. */
function sentences(value: unknown, path = ''): Map<string, string[]> {
  if (typeof value === 'string') return new Map([[path, [...new Set(value.match(/\{\w+\}/g) ?? [])].sort()]]);
  return new Map(Object.entries(value as object).flatMap(([key, inner]) => [...sentences(inner, `${path}.${key}`)]));
}

test.each([
  ['formats', zh, en],
  ['command line', cliZh, cliEn],
])('%s: both languages say the same things with the same data', (_, first, second) => {
  expect([...sentences(second)]).toEqual([...sentences(first)]);
});

test.each<[FormatError, string]>([
  [
    new FormatError('bad-xml', { part: 'xl/a.xml', reason: 'unclosed' }),
    '文件已损坏：xl/a.xml 的内容有误（unclosed）。',
  ],
  [new FormatError('too-large', { limit: 'cells', part: 'xl/a.xml' }), '工作表过大：单元格数超过上限（xl/a.xml）。'],
  [new FormatError('cell-locked', { range: 'A1:A3', reason: 'array' }), 'A1:A3 是数组公式的一部分，不能单独改写。'],
  [new FormatError('signed'), '文件带有数字签名，改写会使签名失效，没有写入。'],
])('%s', (error, expected) => {
  expect(renderFormatError(error, 'zh-CN')).toBe(expected);
});
