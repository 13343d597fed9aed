import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { outcomeOf } from '../../../src/cli/batch/outcome';
import { checkOptions } from '../../../src/cli/options';
import { makeCell, makeSheet, type SheetSnapshot } from '../../../src/core/sheet';
import { writeWorkbook } from '../../../src/formats/xlsx';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'perf-addin-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Characters of each file beside its table. */
const PADDING = 100_000;
const WARM = 10;
const FILES = 20;

/** Characters in no order, which cannot be packed to nothing. */
function words(length: number, seed: number): string {
  let state = seed + 1;
  return String.fromCharCode(
    ...Array.from({ length }, () => 0x4e00 + ((state = (state * 48_271) % 0x7fff_ffff) % 5000)),
  );
}

/** What nobody else's table says: headings, levels, targets and standards are met here for the first time. */
function sheetOf(number: number): SheetSnapshot {
  const own = `第${number}号`;
  const standard = `完成${own}项目得满分，每少完成${number + 1}个百分点扣0.5分，扣完为止`;
  const rows = [
    [`2026年度部门整体支出绩效目标表（${own}）`],
    ['部门（单位）名称', `青溪县${own}水利建设管理事务中心`],
    [
      `一级指标（${own}，按体系）`,
      '二级指标',
      '三级指标',
      '指标值',
      '计量单位',
      `评（扣）分标准（${own}说明）`,
      '分值',
    ],
    [`产出指标（${own}，本部门归口）`, `数量指标（${own}，本部门归口）`, `${own}培训次数`, '≥10', '次', standard, '50'],
    ['效益指标', '社会效益指标', `${own}知晓率`, '≥90', '%', standard, '50'],
    ...Array.from({ length: PADDING / 10_000 }, (_, line) => [words(10_000, 100 * number + line)]),
  ];
  return makeSheet(
    '表',
    rows.map((row) => row.map((text) => makeCell(text))),
  );
}

/** Bytes in use when nothing that could be given up is left. */
function inUse(): number {
  collect();
  collect();
  return process.memoryUsage().heapUsed;
}

test('nothing of a file is kept once it is done but what its outcome says', async () => {
  const options = await checkOptions(['x', '--format', 'ndjson'], folder);
  let before = 0;
  for (let number = 0; number < WARM + FILES; number++) {
    if (number === WARM) before = inUse();
    const path = join(folder, `表${number}.xlsx`);
    writeFileSync(path, writeWorkbook([sheetOf(number)]));
    const { facts } = await outcomeOf({ input: { path, absolute: path, within: path }, target: null }, options);
    expect([facts.error, facts.tables.map(({ indicators }) => indicators)]).toEqual([null, [2]]);
    rmSync(path);
  }
  // Half of what its source takes in memory: what was compiled of its standards is kept for a while.
  expect((inUse() - before) / FILES).toBeLessThan(PADDING);
});
