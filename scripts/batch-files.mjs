/**
 * Tables of many departments and years, with a fault here and there, as a folder of workbooks: the same count gives the
 * same files. `node scripts/batch-files.mjs FOLDER [COUNT]`.
 */
import { mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
require('./typescript.cjs');
const { makeCell, makeSheet, parseRange } = require('../src/core/sheet');
const { writeWorkbook } = require('../src/formats/xlsx');
const { Random } = require('../test/fuzz/random.ts');

const PLACES = ['青溪', '临川', '南陵', '北原', '云岭', '石门', '长桥', '白沙'];
const OFFICES = [
  ...['教育局', '水利局', '交通运输局', '卫生健康局', '农业农村局', '民政局', '文化旅游广电体育局', '司法局'],
  ...[
    '人力资源和社会保障局',
    '自然资源局',
    '住房和城乡建设局',
    '档案馆',
    '林业局',
    '医疗保障局',
    '应急管理局',
    '统计局',
  ],
];
const WORKS = [
  ['培训', '次', '全年组织业务培训'],
  ['督导检查', '次', '到基层单位督导检查'],
  ['改造设施', '处', '完成改造并投入使用的设施'],
  ['发放补助', '人', '按规定发放到人的补助'],
  ['维修道路', '公里', '完成维修并通过验收的道路'],
  ['巡查点位', '处', '列入名录、按期巡查的点位'],
];
const RATIO = '达到计划值得满分，否则按实际值/计划值*指标分值计分';
const STEPS = '达到目标值得满分，每低1个百分点扣1分，扣完为止';
const TARGETS = [
  ...['一级指标', '二级指标', '三级指标', '指标值类型', '指标值', '计量单位', '指标解释', '评（扣）分标准', '分值'],
];
const RESULTS = [
  ...['一级指标', '二级指标', '三级指标', '指标值类型', '指标值', '计量单位', '评（扣）分标准', '分值'],
  ...['实际完成值', '得分', '偏差原因分析及改进措施'],
];

/** Rows of 90 points, as they stand in a table of targets. */
function targetsOf(year, random) {
  const [first, second, third] = [0, 1, 2].map((index) => WORKS[(random.below(2) + 2 * index) % WORKS.length]);
  const output = ([name, unit, explanation], weight, lead) => {
    const target = 5 + random.below(90);
    const sign = random.chance(0.12) ? '=' : '≥';
    return [...lead, `${name}数量`, sign, target, unit, `${explanation}不少于${target}${unit}`, RATIO, weight];
  };
  const percent = (lead, name, weight, explanation) => {
    const target = 85 + random.below(15);
    const told = random.chance(0.1) ? target - 5 : target;
    return [...lead, name, '≥', target, '%', `${explanation}不低于${told}%`, STEPS, weight];
  };
  return [
    output(first, 10, ['产出指标', '数量指标']),
    output(second, 10, [null, null]),
    output(third, 10, [null, null]),
    percent([null, '质量指标'], '验收合格率', 10, '验收合格的项目占全部项目的比例'),
    [
      ...[
        null,
        '时效指标',
        '完成时限',
        '≤',
        random.chance(0.15) ? '年度内及时完成' : `${random.chance(0.1) ? year - 1 : year}年12月31日前`,
        null,
      ],
      ...['各项任务完成的时间', '按期完成得10分，每推迟1个月扣1分，扣完为止', 10],
    ],
    percent(['效益指标', '社会效益指标'], '群众知晓率', random.chance(0.08) ? 25 : 20, '随机访问的群众中知晓的比例'),
    [
      ...[null, '可持续影响指标', '长效管理机制', '定性', '效果明显', null],
      ...['建立并执行管理制度', '效果明显得10分，效果一般得5分，否则不得分', 10],
    ],
    percent(['满意度指标', '服务对象满意度指标'], '服务对象满意度', 10, '问卷调查中表示满意的比例'),
  ];
}

function targetSheet(department, year, random) {
  const total = 200 + random.below(3000);
  const basic = Math.round(total * 0.6);
  const sum = random.chance(0.1) ? total - basic + 10 : total - basic;
  return sheetOf('绩效目标表', [
    [`${year}年度部门整体支出绩效目标表`],
    ['部门名称', department],
    [
      '年度预算申请（万元）',
      `资金总额：${total}万元`,
      null,
      `其中：基本支出：${basic}万元`,
      null,
      `项目支出：${sum}万元`,
    ],
    ['年度绩效目标', `保障${department}各项工作，全年支出不超过${total}万元。`],
    TARGETS,
    ...targetsOf(year, random),
  ]);
}

/** 绩效自评表: results mostly near their targets, scores that mostly follow from them. */
function resultSheet(department, year, random) {
  const quality = 0.55 + 0.45 * Math.max(random.next(), random.next(), random.next());
  let sum = 10;
  const rows = targetsOf(year, random).map(([level1, level2, name, sign, target, unit, , standard, weight]) => {
    const share = Math.min(1.1, quality + 0.15 * random.next());
    const met = typeof target !== 'number' || share >= 1;
    const actual = typeof target === 'number' ? Math.round(target * share) : target;
    const score = met ? weight : Math.round(weight * share * 10) / 10;
    sum += score;
    const reason = met || random.chance(0.2) ? null : '部分任务结转下年，已调整进度安排。';
    return [level1, level2, name, sign, target, unit, standard, weight, actual, score, reason];
  });
  const total = Math.round(sum * 10) / 10;
  return sheetOf('绩效自评表', [
    [`${year}年度部门整体支出绩效自评表`],
    ['部门名称', department],
    ['资金（万元）', null, '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
    [null, '年度资金总额', 1200, 1200, 1200, 10, '100%', 10],
    RESULTS,
    ...rows,
    ['总分', null, null, null, null, null, null, 100, null, random.chance(0.05) ? total + 5 : total],
  ]);
}

function sheetOf(name, lines) {
  const last = Math.max(...lines.map((line) => line.length)) - 1;
  const merges = [parseRange(`A1:${String.fromCharCode(65 + last)}1`)];
  return makeSheet(
    name,
    lines.map((line) => line.map((value) => makeCell(value))),
    { merges },
  );
}

/** Writes the files in folders by year; returns their number in bytes. */
export function makeFiles(folder, count) {
  let bytes = 0;
  for (let index = 0; index < count; index++) {
    const random = new Random(index + 1);
    const year = 2022 + (index % 5);
    const department = `${PLACES[random.below(PLACES.length)]}县${OFFICES[random.below(OFFICES.length)]}`;
    const evaluated = random.chance(0.5);
    const sheet = (evaluated ? resultSheet : targetSheet)(department, year, random);
    const written = writeWorkbook([sheet]);
    const name = `${String(index + 1).padStart(5, '0')} ${department}${evaluated ? '自评表' : '目标表'}.xlsx`;
    mkdirSync(join(folder, String(year)), { recursive: true });
    writeFileSync(join(folder, String(year), name), written);
    bytes += written.length;
  }
  return bytes;
}

if (fileURLToPath(import.meta.url) === realpathSync(process.argv[1])) {
  const [folder, count = '1000'] = process.argv.slice(2);
  if (!folder) throw new Error('FOLDER [COUNT]');
  const bytes = makeFiles(folder, Number(count));
  console.log(`${count} files, ${(bytes / 1e6).toFixed(1)} MB: ${folder}`);
}
