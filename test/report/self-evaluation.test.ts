import { strFromU8, unzipSync } from 'fflate';
import { readTables } from '../../src/core/reader';
import { LOCALES } from '../../src/i18n';
import { inline, plainInline, UNSAID } from '../../src/report/document';
import type { ReportDocument } from '../../src/report/document';
import { toDocx } from '../../src/report/document/docx';
import { selfEvaluationReport } from '../../src/report/self-evaluation';
import { SELF_EVALUATION, SELF_EVALUATION_B } from '../fixtures/forms';
import type { FormRows } from '../fixtures/forms';
import { sheetOf } from '../support/sheets';

const tableOf = ({ rows, merges }: FormRows) => {
  const [table] = readTables(sheetOf(rows, merges ? { merges } : {})).tables;
  if (!table) throw new Error('no table');
  return table;
};

const lines = ({ blocks, closing }: ReportDocument): string[] => [
  ...blocks.flatMap((block) =>
    block.kind === 'heading'
      ? [`# ${block.text}`]
      : block.kind === 'paragraph'
        ? [plainInline(block.content)]
        : [
            block.head.join('|'),
            ...block.rows.map((cells) => cells.map(({ content }) => plainInline(content)).join('|')),
          ],
  ),
  ...closing.map(plainInline),
];

describe('sentences', () => {
  test.each([
    ['编制____人', {}, ['编制', { blank: 4 }, '人']],
    ['{name}：', { name: 'a_b' }, ['a_b', '：']],
    ['{name}。', { name: UNSAID }, [UNSAID, '。']],
    ['{unknown}', {}, ['{unknown}']],
  ])('%s', (template, data, parts) => {
    expect(inline(template, data)).toEqual(parts);
  });
});

describe('self-evaluation of a project', () => {
  const report = selfEvaluationReport(tableOf(SELF_EVALUATION), 'zh-CN');

  test('title, whose, and the parts in order', () => {
    expect([report.title, report.subtitle]).toEqual(['2025年度项目支出绩效自评报告', '农村道路养护']);
    expect(lines(report).filter((line) => line.startsWith('# '))).toEqual([
      '# 一、基本情况',
      '# 二、预算执行情况',
      '# 三、绩效目标完成情况',
      '# 四、自评得分',
      '# 五、偏差原因分析',
      '# 六、存在的问题和改进措施',
      '# 七、自评结果应用和公开情况',
    ]);
  });

  test('what the sheet says is there', () => {
    const text = lines(report);
    expect(text).toContain('年初预算80万元，全年预算82万元，全年执行77.9万元，预算执行率95%。');
    expect(text).toContain('产出指标|养护里程|≥120公里|118公里|20|19.67');
    expect(text).toContain('验收合格率|≥95%|96%|15|15');
    expect(text).toContain(
      '各项指标得分87.67分，预算执行率得分9.5分。总分97.17分，等级为“优”。其中：产出指标49.67分（分值50分），效益指标28分（分值30分），满意度指标10分（分值10分）。',
    );
    expect(text).toContain('1．养护里程：目标≥120公里，实际118公里，较目标少2公里，完成率98.33%。雨季停工。');
  });

  test('the seal is that of those who carry the project out', () => {
    expect(lines(report).at(-2)).toBe('公路养护中心（盖章）');
  });

  test('what nobody said is a blank', () => {
    const text = lines(report);
    expect(text.find((line) => line.startsWith('2．通行条件'))).toMatch(/主要原因：_{6,}；改进措施：_{6,}。$/u);
    expect(text.find((line) => line.startsWith('存在的主要问题'))).toMatch(/：_{6,}。$/u);
  });
});

test('nothing is claimed of a table that nobody has filled in', () => {
  const rows = SELF_EVALUATION.rows.map((cells, index) =>
    index >= 12 && index <= 16 ? cells.map((cell, column) => (column >= 5 && column !== 6 ? null : cell)) : cells,
  );
  const text = lines(selfEvaluationReport(tableOf({ ...SELF_EVALUATION, rows: rows.slice(0, 17) }), 'zh-CN'));
  expect(text).toContain('总分____分，等级为“____”。');
  expect(text).toContain('偏差及原因：________________。');
  expect(text.join('')).not.toContain('均已完成');
});

test('a bare number is said with the unit of its own column', () => {
  const table = tableOf({
    rows: [
      ['部门整体支出绩效自评表（2025年度）'],
      [
        '一级指标',
        '二级指标',
        '三级指标',
        '指标性质',
        '指标值',
        '度量单位',
        '完成值',
        '权重',
        '得分',
        '未完成原因分析',
      ],
      ['产出指标', '数量指标', '培训次数', '≥', 10, '次', 8, 50, 40, null],
      ['满意度指标', '服务对象满意度指标', '学员满意度', '≥', 90, '%', '92.5%', 40, 40, null],
    ],
  });
  const text = lines(selfEvaluationReport(table, 'zh-CN'));
  expect(text).toContain('产出指标|培训次数|≥10次|8次|50|40');
  expect(text).toContain('满意度指标|学员满意度|≥90%|92.5%|40|40');
  expect(text.find((line) => line.startsWith('1．'))).toMatch(
    /^1．培训次数：目标≥10次，实际8次，较目标少2次，完成率80%。/u,
  );
});

test.each(LOCALES)('a department’s report in %s has no hole in its sentences', (locale) => {
  const text = lines(selfEvaluationReport(tableOf(SELF_EVALUATION_B), locale)).join('\n');
  expect(text).not.toMatch(/\{\w+\}|undefined|null|NaN/u);
});

describe('.docx', () => {
  test('holds the document, and refers to nothing outside', async () => {
    const files = unzipSync(await toDocx(selfEvaluationReport(tableOf(SELF_EVALUATION), 'zh-CN')));
    const document = strFromU8(files['word/document.xml'] as Uint8Array);
    expect(document).toContain('2025年度项目支出绩效自评报告');
    expect(document).toContain('w:vMerge');
    expect(document).toContain('w:tblHeader');
    for (const [name, bytes] of Object.entries(files)) {
      if (name.endsWith('.rels')) expect(strFromU8(bytes)).not.toContain('TargetMode="External"');
    }
  });

  test('text is text, whatever it holds', async () => {
    const rows = SELF_EVALUATION.rows.map((cells) =>
      cells.map((cell) => (cell === '养护里程' ? '<b>&"里程"</b>\u0001' : cell)),
    );
    const bytes = await toDocx(selfEvaluationReport(tableOf({ ...SELF_EVALUATION, rows }), 'zh-CN'));
    const document = strFromU8(unzipSync(bytes)['word/document.xml'] as Uint8Array);
    expect(document).toContain('&lt;b&gt;&amp;');
    expect(document).not.toContain('\u0001');
  });
});
