/**
 * Writes docs/migrations.md and its pictures: three published tables moved into clean forms by the command line, opened
 * in LibreOffice, printed and turned into pictures. All figures of the page are what the commands answered. Build first
 * (npm run build:cli); needs LibreOffice, poppler and Chinese fonts.
 *
 * node scripts/migrations.mjs [folder of the tables, ../shared/seeds by default]
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import prettier from 'prettier';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const source = resolve(process.argv[2] ?? join(root, '../shared/seeds'));
const cli = join(root, 'dist/cli.js');
const images = join(root, 'docs/images');
const work = mkdtempSync(join(tmpdir(), 'perf-migrations-'));

const MIGRATIONS = [
  {
    id: 'county-2022',
    from: 'hengdong-2022.xlsx',
    template: 'department-target-hunan',
    more: ['--year', '2025'],
    title: '2022年的旧版县区表 → 湖南现行表样（2025年度）',
    about:
      '旧表按 2015年分类，成本放在产出下面，有“可持续影响指标”，指标值、符号、单位写在一格；新表样按 2021年分类，三项分列，并要写评（扣）分标准。',
    last: '备注',
  },
  {
    id: 'published-2025',
    from: 'zhijiang-2025-as-published.xlsx',
    template: 'department-target-hunan',
    more: [],
    title: '2025年公开稿（单元格错位）→ 套用模板重建',
    about:
      '公开的表格从网页里复制出来，各行的单元格向左错开，一级指标的标签丢了一个。读表时先对齐，再写进干净的表样；文字照旧，错处照样查出来，由人来改。',
    last: '备注',
  },
  {
    id: 'evaluated-2025',
    from: 'zhijiang-2025.xlsx',
    template: 'department-self-evaluation-typed',
    more: [],
    title: '2025年目标表 → 同一部门的自评表',
    about:
      '指标、指标值和分值从目标表带来；自评表没有评分标准一栏，原文写进得分公式，填了完成值就算分。完成值、原因和执行数是空白，留给填表人。',
    last: '未完成原因分析',
    mends: false,
  },
];

const run = (command, args, options = {}) =>
  execFileSync(command, args, { encoding: 'utf8', maxBuffer: 2 ** 28, ...options });
/** Exit status 1 says that findings of severity error remain: no failure here. */
const perf = (...args) => {
  try {
    return run(process.execPath, [cli, ...args]);
  } catch (error) {
    if (error.status !== 1) throw error;
    return error.stdout;
  }
};

for (const needed of [cli, ...MIGRATIONS.map(({ from }) => join(source, from))]) {
  if (!existsSync(needed)) {
    console.error(`${needed} is missing: build with npm run build:cli, and name the folder of the tables`);
    process.exit(1);
  }
}

/** Fonts that stand in for those of Chinese offices where they are not installed, in the same styles. */
const FONTS = join(work, 'fonts.conf');
const standIn = (name, own) =>
  `<match target="pattern"><test name="family"><string>${name}</string></test>` +
  `<edit name="family" mode="append" binding="strong"><string>${own}</string></edit></match>`;
writeFileSync(
  FONTS,
  '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>' +
    '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>' +
    `${standIn('宋体', 'Noto Serif CJK SC')}${standIn('黑体', 'Noto Sans CJK SC')}</fontconfig>`,
);

function toPdf(file) {
  const profile = `-env:UserInstallation=${pathToFileURL(join(work, 'office'))}`;
  run(
    process.env.PERF_ADDIN_SOFFICE ?? 'soffice',
    [profile, '--headless', '--convert-to', 'pdf', '--outdir', work, file],
    {
      stdio: 'ignore',
      env: { ...process.env, FONTCONFIG_FILE: FONTS },
    },
  );
  return file.replace(/\.xlsx$/, '.pdf');
}

/** Pages of a form: A4 across, and each holds the last column, so that none was cut at the right. */
function pagesOf(pdf, last) {
  const [, width, height] = /Page size:\s+([\d.]+) x ([\d.]+)/.exec(run('pdfinfo', [pdf])) ?? [];
  const across = Math.abs(Number(width) - 842) < 2 && Math.abs(Number(height) - 595) < 2;
  const pages = run('pdftotext', ['-layout', pdf, '-']).split('\f').slice(0, -1);
  if (!across || pages.length === 0 || !pages.every((page) => page.includes(last))) {
    throw new Error(`${pdf} is not one page wide`);
  }
  return pages.length;
}

function pictures(pdf, id) {
  for (const name of readdirSync(images)) if (name.startsWith(`migration-${id}`)) rmSync(join(images, name));
  run('pdftoppm', ['-r', '96', '-gray', '-png', pdf, join(images, `migration-${id}`)]);
  return readdirSync(images).filter((name) => name.startsWith(`migration-${id}`));
}

/** Findings by severity and code, the folded ones left out. */
function findingsIn(file) {
  const { files } = JSON.parse(perf('check', file, '--format', 'json'));
  return files.flatMap(({ sheets }) => sheets.flatMap(({ findings }) => findings)).filter(({ causedBy }) => !causedBy);
}

const FIELDS = {
  budget: '预算金额',
  duties: '部门职责',
  explanation: '指标解释',
  standard: '评分标准',
  weight: '分值',
  operator: '指标值类型“定性”',
};
const SEVERITIES = { error: '必改', warning: '建议修改', info: '提示' };

function counted(items) {
  const counts = new Map();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return [...counts];
}

const level = (place) => [...new Set([place?.level1, place?.level2].filter(Boolean))].join(' / ') || '（不明）';

function section({ id, from, template, more, title, about, last, mends = true }) {
  const input = join(source, from);
  const output = join(work, `${id}.xlsx`);
  const answer = JSON.parse(
    perf('fill', '--template', template, '--from', input, ...more, '--out', output, '--format', 'json'),
  );
  const before = findingsIn(input);
  const after = findingsIn(output);
  const pdf = toPdf(output);
  const pages = pagesOf(pdf, last);
  const shown = pictures(pdf, id);
  const rows = JSON.parse(perf('table', output)).sheets.flatMap(({ tables }) => tables)[0].indicators.length;
  // Another kind of table lacks columns of the first: what is not said there is not mended.
  const gone = mends
    ? counted(before.map(({ code }) => code)).filter(([code]) => !after.some((one) => one.code === code))
    : [];
  return [
    `## ${title}`,
    about,
    [
      '```',
      `node dist/cli.js fill --template ${template} --from ${from} ${[...more, ''].join(' ')}--out 新表.xlsx`,
      '```',
    ].join('\n'),
    [
      `- 写入 ${rows} 项指标，打印为 A4 横向 ${pages} 页，一页宽，每页重复表头。`,
      ...(answer.choices.length === 0
        ? []
        : [
            `- 可以放在不止一处、请人核对的 ${answer.choices.length} 项：`,
            ...answer.choices.map(({ name, from: was, place }) => `  - ${name}：${level(was)} → ${level(place)}`),
          ]),
      answer.unplaced.length === 0
        ? '- 没有位置的内容：无。'
        : `- 没有位置、逐条列出的：${counted(answer.unplaced.map(({ field }) => FIELDS[field] ?? field))
            .map(([field, count]) => (count === 1 ? field : `${field} ${count} 项`))
            .join('、')}。`,
      `- 检查新表：${Object.entries(SEVERITIES)
        .map(([severity, words]) => `${words} ${after.filter((one) => one.severity === severity).length}`)
        .join('，')}。`,
      ...(gone.length === 0
        ? []
        : [`- 原表有、写入新表后不再有的问题：${gone.map(([code]) => `[${code}](rules/${code}.md)`).join('、')}。`]),
    ].join('\n'),
    ...shown.map((name, index) => `![${title}，第 ${index + 1} 页](images/${name})`),
  ].join('\n\n');
}

try {
  mkdirSync(images, { recursive: true });
  const page = [
    '# 三份旧表的迁移',
    '把公开的三份绩效表填进干净的表样，用 LibreOffice 打开、打印，再看一遍。本页连同图片由 `node scripts/migrations.mjs` 生成，数字都是命令的回答。',
    ...MIGRATIONS.map(section),
  ].join('\n\n');
  const file = join(root, 'docs/migrations.md');
  writeFileSync(file, await prettier.format(page, { ...(await prettier.resolveConfig(file)), filepath: file }));
  console.log(readFileSync(file, 'utf8'));
} finally {
  rmSync(work, { recursive: true, force: true });
}
