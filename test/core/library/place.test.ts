import { readTables } from '../../../src/core/reader';
import { bothLevels } from '../../../src/core/library/entry';
import { placeFor } from '../../../src/core/library';
import type { Level2 } from '../../../src/core/indicator';
import { compactSheet } from '../../support/compact-sheet';
import type { CompactRow } from '../../support/compact-sheet';
import { onlyTable } from '../../support/readings';

const row = (level1: string, level2: string, name: string): CompactRow => [
  level1,
  level2,
  name,
  '≥',
  10,
  '次',
  '年内开展的次数',
  '达到目标值得5分，每少1次扣1分',
  5,
];

/** Title in row 0, headings in row 1, indicators from row 2. */
const table = (rows: readonly CompactRow[]) => onlyTable(readTables(compactSheet({ columns: 'weighted', rows })));

const NEW = table([
  row('产出指标', '数量指标', '检查次数'),
  row('产出指标', '数量指标', '宣传次数'),
  row('产出指标', '时效指标', '巡查次数'),
  row('效益', '社会效益', '服务次数'),
  row('满意度指标', '服务对象满意度指标', '群众满意度'),
  row('成本指标', '经济成本指标', '会议次数'),
]);

const COUNTY = table([
  row('产出指标', '数量指标', '检查次数'),
  row('产出指标', '成本指标', '会议次数'),
  row('效益指标', '社会效益指标', '服务次数'),
  row('效益指标', '满意度指标', '群众满意度'),
]);

const CASES: readonly (readonly [
  name: string,
  where: typeof NEW,
  level2: Level2,
  expected: Partial<ReturnType<typeof placeFor>>,
])[] = [
  ['behind the rows of its level 2', NEW, 'quantity', { after: 3, level2: '数量指标', joinsLevel2: true }],
  [
    'a level 2 that is not there yet, in the order of the form',
    NEW,
    'quality',
    { after: 3, joinsLevel1: true, joinsLevel2: false },
  ],
  ['before all others of its level 1', NEW, 'economic-benefit', { after: 4, level1: '效益', level2: '经济效益指标' }],
  ['labels as the table writes them', NEW, 'social-benefit', { after: 5, level1: '效益', level2: '社会效益' }],
  ['where the table puts its costs', NEW, 'social-cost', { after: 7, level1: '成本指标', level2: '社会成本指标' }],
  ['可持续影响 goes to the category that fits', NEW, 'sustainable-impact', { after: 5, level2: '社会效益' }],
  [
    'old tree: costs under 产出',
    COUNTY,
    'economic-cost',
    { tree: 'county', after: 3, level1: '产出指标', level2: '成本指标' },
  ],
  ['old tree: 可持续影响 before 满意度', COUNTY, 'sustainable-impact', { after: 4, level2: '可持续影响指标' }],
  [
    '旧版县区: 满意度 under 效益',
    COUNTY,
    'service-satisfaction',
    { after: 5, level1: '效益指标', level2: '满意度指标' },
  ],
  [
    'a level 1 that is not there yet, behind the one before it',
    table([row('产出指标', '数量指标', '检查次数'), row('满意度指标', '服务对象满意度指标', '群众满意度')]),
    'social-benefit',
    { after: 2, level1: '效益指标', level2: '社会效益指标', joinsLevel1: false },
  ],
  [
    'costs first, where there are none',
    table([row('产出指标', '数量指标', '检查次数'), row('效益指标', '社会效益指标', '服务次数')]),
    'economic-cost',
    { tree: '2021', after: 1, joinsLevel1: false },
  ],
];

test.each(CASES)('%s', (_name, where, level2, expected) => {
  expect(placeFor(where, { level2: bothLevels(level2) })).toMatchObject(expected);
});
