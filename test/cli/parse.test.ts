import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeCell, makeSheet } from '../../src/core/sheet';
import { writeWorkbook } from '../../src/formats/xlsx';
import { cli } from '../support/cli';

const parse = async (...lines: string[]) => {
  const { code, stdout, stderr } = await cli('.', ['parse'], lines.join('\n'));
  const answers = stdout === '' ? [] : stdout.trimEnd().split('\n');
  return { code, stderr, answers: answers.map((line) => JSON.parse(line) as unknown) };
};

test.each<[string, object]>([
  ['≥95%', { kind: 'quantity', operator: '≥', value: 95, unit: '%' }],
  ['总成本不超过14万元', { kind: 'quantity', operator: '≤', value: 14, unit: '万元' }],
  [
    '15%—100%',
    {
      kind: 'range',
      operator: null,
      value: null,
      unit: '%',
      low: 15,
      high: 100,
      lowIncluded: true,
      highIncluded: true,
    },
  ],
  ['2026年12月31日前', { kind: 'date', operator: '≤', value: '2026-12-31', unit: null }],
  ['效果明显', { kind: 'qualitative', operator: null, value: '效果明显', unit: null }],
])('%s', async (text, expected) => {
  expect(await parse(JSON.stringify({ text }))).toEqual({ code: 0, stderr: '', answers: [expected] });
});

test('ids come back, of whatever kind; a sign and a unit from other columns count', async () => {
  const { answers } = await parse('{"id":7,"text":"100%"}', '{"id":{"a":1},"text":"10","operator":"≥","unit":"次"}');
  expect(answers).toEqual([
    { id: 7, kind: 'quantity', operator: null, value: 100, unit: '%' },
    { id: { a: 1 }, kind: 'quantity', operator: '≥', value: 10, unit: '次' },
  ]);
});

test('malformed lines are told of, the others are answered', async () => {
  const { code, stderr, answers } = await parse(
    '{"text":"≥1次"}',
    '{',
    '',
    '[]',
    '{"text":5}',
    '{"text":"1","unit":5}',
    '{"text":"2次"}',
  );
  expect([code, answers.length]).toEqual([2, 2]);
  expect(stderr.trimEnd().split('\n')).toEqual([
    '第 2 行有误：不是 JSON',
    '第 4 行有误：缺少文字 text',
    '第 5 行有误：缺少文字 text',
    '第 6 行有误：operator 和 unit 应是文字',
  ]);
});

test('nothing in, nothing out', async () => {
  expect(await parse('')).toEqual({ code: 0, stderr: '', answers: [] });
});

describe('table', () => {
  test('tables of every sheet; an unreadable file is status 2', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'perf-addin-'));
    try {
      const cells = [
        ['2026年项目支出绩效目标表'],
        ['一级指标', '二级指标', '三级指标', '指标值'],
        ['产出指标', '数量指标', '培训次数', '≥10次'],
      ];
      writeFileSync(
        join(folder, '表.xlsx'),
        writeWorkbook([
          makeSheet(
            '项目',
            cells.map((row) => row.map((value) => makeCell(value))),
          ),
          makeSheet('空', []),
        ]),
      );
      const { code, stdout } = await cli(folder, ['table', '表.xlsx']);
      expect(code).toBe(0);
      expect(JSON.parse(stdout)).toMatchObject({
        version: 1,
        path: '表.xlsx',
        sheets: [
          {
            name: '项目',
            tables: [
              {
                range: '项目!A1:D3',
                indicators: [
                  { row: 3, operator: { value: '≥', assumed: 'split' }, target: { value: 10 }, unit: { value: '次' } },
                ],
              },
            ],
          },
          { name: '空', tables: [] },
        ],
      });
      const missing = await cli(folder, ['table', '无.xlsx', '--lang', 'en-US']);
      expect([missing.code, missing.stderr, JSON.parse(missing.stdout)]).toEqual([
        2,
        '无.xlsx: There is no such file or folder.\n',
        {
          version: 1,
          path: '无.xlsx',
          error: { code: 'not-found', message: '“无.xlsx”: There is no such file or folder.' },
          sheets: [],
        },
      ]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
