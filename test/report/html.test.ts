import { checkNow } from '../../src/core/check';
import { makeSheet, type SheetSnapshot } from '../../src/core/sheet';
import type { Locale } from '../../src/i18n';
import { htmlReport, reportSheet } from '../../src/report';
import { compactSheet, type CompactRow } from '../support/compact-sheet';
import { selfEvaluation } from '../support/self-evaluation';

function report(sheets: readonly SheetSnapshot[], locale: Locale = 'zh-CN'): string {
  const files = sheets.map((sheet, index) => {
    const { readings, findings } = checkNow({ sheets: [sheet] });
    const tables = readings.flatMap((reading) => reading.tables);
    return { path: `${index}.xlsx`, sheets: [reportSheet(sheet.name, tables, findings, locale)] };
  });
  return htmlReport(files, locale);
}

const figures = (html: string): string[] =>
  html
    .split('<figure>')
    .slice(1)
    .map((part) => part.slice(0, part.indexOf('</figure>')));

const partsAfter = (html: string, start: string, end: string): string[] =>
  html
    .split(start)
    .slice(1)
    .map((part) => part.slice(0, part.indexOf(end)));

test('each row whose standard is at fault shows its curve, with words for it', () => {
  const found = figures(report([selfEvaluation()]));
  const [satisfaction] = found.filter((figure) => figure.includes('群众满意度'));
  expect(satisfaction).toMatch(/<figcaption><strong>群众满意度<\/strong> 自评!G12 (?:PT\d{3} ?)+<\/figcaption>/u);
  expect(satisfaction).toContain('满意度95%以下，得分为实际满意度/90%*10分');
  expect(satisfaction).toContain(
    '<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="得分曲线：横轴群众满意度，纵轴得分。满分 10，超过满分，0%：0，95%：10，100%：10"',
  );
  expect(satisfaction).toContain('<th scope="row">95%</th><td>10</td><td>10.56</td><td>10</td>');
  // The row's own 94 %.
  expect(satisfaction).toContain('>实际 94%</text>');
  expect(found.some((figure) => figure.includes('培训合格率'))).toBe(false);
});

test('no curve for standards that are sound, refused, or have no number to draw against', () => {
  const row = (name: string, standard: string): CompactRow => [
    '产出指标',
    '数量指标',
    name,
    '≥',
    10,
    '次',
    null,
    standard,
    5,
  ];
  const sheet = compactSheet({
    columns: 'weighted',
    rows: [
      row('培训次数', '达到目标值得满分，否则按实际值/目标值*指标分值'),
      row('检查次数', '由评价组酌情评分'),
      row('工作效果', '效果明显得5分，效果一般得4分，否则不得分'),
    ],
  });
  expect(figures(report([sheet]))).toEqual([]);
  expect(figures(report([makeSheet('空', [])]))).toEqual([]);
});

test('ids are not shared between curves of a page', () => {
  const html = report([selfEvaluation(), selfEvaluation()]);
  const ids = partsAfter(html, ' id="', '"');
  expect(ids.length).toBeGreaterThan(6);
  expect(new Set(ids).size).toBe(ids.length);
  const used = partsAfter(html, 'url(#', ')');
  expect(used.length).toBeGreaterThan(0);
  for (const id of used) expect(ids).toContain(id);
});

test('the words of a curve are escaped, and follow the language', () => {
  const name = '<b>满意度"&';
  const above: CompactRow = [
    '满意度指标',
    '服务对象满意度指标',
    name,
    '≥',
    95,
    '%',
    '满意度达95%及以上，得10分；满意度95%以下，得分为实际满意度/90%*10分',
    10,
    [0.94, '0%'],
    null,
  ];
  const html = report([selfEvaluation({ above })], 'en-US');
  expect(html).not.toContain('<b>');
  expect(html).toContain('aria-label="Score curve: &lt;b&gt;满意度&quot;&amp; across');
});
