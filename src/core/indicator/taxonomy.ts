import type { Tree } from './table';

/** 一级指标: 成本, 产出, 效益, 满意度; 投入管理 stands in some provinces' department forms and in no tree. */
export type Level1 = 'cost' | 'output' | 'benefit' | 'satisfaction' | 'input';

/** 二级指标. `output-cost` is 成本指标 under 产出 (88号); the three others are level 2 under 成本 (101号). */
export type Level2 =
  | 'quantity'
  | 'quality'
  | 'timeliness'
  | 'output-cost'
  | 'economic-cost'
  | 'social-cost'
  | 'ecological-cost'
  | 'economic-benefit'
  | 'social-benefit'
  | 'ecological-benefit'
  | 'sustainable-impact'
  | 'service-satisfaction';

export const TREES: readonly Tree[] = ['2015', '2021', 'county'];

const OUTPUT_2015: readonly Level2[] = ['quantity', 'quality', 'timeliness', 'output-cost'];
const BENEFIT_2015: readonly Level2[] = [
  'economic-benefit',
  'social-benefit',
  'ecological-benefit',
  'sustainable-impact',
];

/** Level 1 → level 2 of each tree, in the order of the forms. */
export const LEVELS: Readonly<Record<Tree, Readonly<Partial<Record<Level1, readonly Level2[]>>>>> = {
  '2015': { output: OUTPUT_2015, benefit: BENEFIT_2015, satisfaction: ['service-satisfaction'] },
  '2021': {
    cost: ['economic-cost', 'social-cost', 'ecological-cost'],
    output: ['quantity', 'quality', 'timeliness'],
    benefit: ['economic-benefit', 'social-benefit', 'ecological-benefit'],
    satisfaction: ['service-satisfaction'],
  },
  county: { output: OUTPUT_2015, benefit: [...BENEFIT_2015, 'service-satisfaction'] },
};

/** Names without 指标; the first of each list is the official one, the others are in real use for the same thing. */
export const LEVEL1_NAMES: Readonly<Record<Level1, readonly string[]>> = {
  cost: ['成本'],
  output: ['产出', '项目产出', '部门产出', '绩效产出', '履职产出'],
  benefit: ['效益', '效果', '项目效益', '项目效果', '部门效益', '部门效果', '履职效益', '履职效果', '产出效益'],
  satisfaction: ['满意度', '服务对象满意度', '满意度情况'],
  input: ['投入', '投入管理', '投入与管理', '投入和管理'],
};

export const LEVEL2_NAMES: Readonly<Record<Level2, readonly string[]>> = {
  quantity: ['数量', '产出数量'],
  quality: ['质量', '产出质量'],
  timeliness: ['时效', '产出时效', '进度', '产出进度'],
  'output-cost': ['成本', '产出成本', '成本控制'],
  'economic-cost': ['经济成本'],
  'social-cost': ['社会成本'],
  'ecological-cost': ['生态环境成本', '生态成本', '环境成本'],
  'economic-benefit': ['经济效益', '经济效果'],
  'social-benefit': ['社会效益', '社会效果'],
  'ecological-benefit': ['生态效益', '生态环境效益', '环境效益', '生态效果'],
  'sustainable-impact': ['可持续影响', '可持续性影响', '可持续发展影响', '可持续发展', '可持续性', '可持续效益'],
  'service-satisfaction': [
    '服务对象满意度',
    '满意度',
    '社会公众或服务对象满意度',
    '社会公众及服务对象满意度',
    '社会公众和服务对象满意度',
    '服务对象或社会公众满意度',
    '社会公众满意度',
    '公众满意度',
    '受益对象满意度',
    '受益群众满意度',
    '服务对象或受益人满意度',
    '服务满意度',
    '其他满意度',
  ],
};

/**
 * A level's label without blanks, breaks, points in brackets (产出指标（50分）), numbering and the closing 指标:
 * 经济效\n益指标 → 经济效益.
 */
export function normaliseLevel(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\s+|:$/gu, '')
    .replace(/\([^()]{0,20}\)|[[【][^[\]【】]{0,20}[\]】]/gu, '')
    .replace(/^(?:[一二三四五六七八九十]{1,2}[、.]|\d{1,2}[、.])/u, '')
    .replace(/\d{1,3}(?:\.\d{1,2})?分?$/u, '')
    .replace(/类?指标\d{0,2}$/u, '');
}

function indexOf<T extends string>(names: Readonly<Record<T, readonly string[]>>): ReadonlyMap<string, T> {
  return new Map((Object.keys(names) as T[]).flatMap((id) => names[id].map((name) => [name, id] as const)));
}

const LEVEL1_INDEX = indexOf(LEVEL1_NAMES);
const LEVEL2_INDEX = indexOf(LEVEL2_NAMES);

interface Meaning {
  readonly level1: Level1 | null;
  readonly level2: Level2 | null;
}

/** A table repeats its few labels on every row. */
const known = new Map<string, Meaning>();
const MOST_KNOWN = 2000;

function meaningOf(text: string): Meaning {
  const found = known.get(text);
  if (found) return found;
  const label = normaliseLevel(text);
  const meaning = { level1: LEVEL1_INDEX.get(label) ?? null, level2: LEVEL2_INDEX.get(label) ?? null };
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(text, meaning);
  return meaning;
}

/** Which level 1 a label means; null for anything that is not one of the names. */
export function level1Of(text: string): Level1 | null {
  return meaningOf(text).level1;
}

/** Which level 2 a label means; null for anything that is not one of the names. */
export function level2Of(text: string): Level2 | null {
  return meaningOf(text).level2;
}

/** The level 1 above a level 2 in a tree; null where the tree has no such level 2. */
export function parentOf(level2: Level2, tree: Tree): Level1 | null {
  const levels = LEVELS[tree];
  return (Object.keys(levels) as Level1[]).find((level1) => levels[level1]?.includes(level2)) ?? null;
}

/** 产出 → 产出指标: as the forms print it. */
export function officialLevel1(level1: Level1): string {
  return `${LEVEL1_NAMES[level1][0] ?? ''}指标`;
}

export function officialLevel2(level2: Level2): string {
  return `${LEVEL2_NAMES[level2][0] ?? ''}指标`;
}

/** Whether two words differ by one letter put in, left out or replaced. */
function oneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a === b) return false;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  const restA = a.slice(start);
  const restB = b.slice(start);
  return restA.slice(1) === restB.slice(1) || restA === restB.slice(1) || restA.slice(1) === restB;
}

/**
 * Levels 2 whose official name is one slip away from a label that is none of the known names
 * (经济效率 → 经济效益). Names of two letters are too short to be recognised by a slip, unless it is a usual one.
 */
export function nearLevel2(text: string): readonly Level2[] {
  const label = normaliseLevel(text);
  if (LEVEL2_INDEX.has(label)) return [];
  if (label === '实效') return ['timeliness'];
  if (label.length < 4) return [];
  return (Object.keys(LEVEL2_NAMES) as Level2[]).filter((id) => oneSlip(label, LEVEL2_NAMES[id][0] ?? ''));
}

/** Which level 2 a label is meant for: the one it names, else the only one that is a slip away. */
export function meantLevel2(text: string): Level2 | null {
  const known = level2Of(text);
  if (known) return known;
  const near = nearLevel2(text);
  return near.length === 1 ? (near[0] as Level2) : null;
}

/** Whether a label speaks of satisfaction (满意度, 群众满意率), under whatever name. */
export function isSatisfaction(text: string): boolean {
  return /满意(?:度|率)/u.test(text);
}

/**
 * Points of level 1 by 101号 附件, the 10 of the execution rate left out: 成本/产出/效益/满意度 are 20/40/20/10,
 * without 成本 –/50/30/10; where nobody's satisfaction is asked its 10 go to 效益.
 */
export function weightScheme(withCost: boolean, withSatisfaction: boolean): Readonly<Partial<Record<Level1, number>>> {
  const benefit = (withCost ? 20 : 30) + (withSatisfaction ? 0 : 10);
  return {
    ...(withCost ? { cost: 20, output: 40 } : { output: 50 }),
    benefit,
    ...(withSatisfaction ? { satisfaction: 10 } : {}),
  };
}

/** Points of all indicators together in a target table, and with the 10 of the execution rate. */
export const TARGET_POINTS = 90;
export const FULL_POINTS = 100;

/**
 * The tree that most labels of a table fit: 成本 at level 1 makes it 2021; satisfaction under 效益 makes it 旧版县区.
 * Null where nothing tells (quantity and quality alone), or where the table follows none of the three.
 */
export function treeOf(
  rows: readonly { readonly level1: string | null; readonly level2: string | null }[],
): Tree | null {
  const votes: Record<Tree, number> = { '2015': 0, '2021': 0, county: 0 };
  for (const row of rows) {
    const level1 = row.level1 === null ? null : level1Of(row.level1);
    // 投入管理 is of a provincial tree, which is none of the three.
    if (level1 === 'input') return null;
    const level2 = row.level2 === null ? null : level2Of(row.level2);
    if (level2 === 'service-satisfaction' || (level2 === null && row.level2 !== null && isSatisfaction(row.level2))) {
      if (level1 === 'benefit') votes.county += 1;
      continue;
    }
    if (level1 === 'cost' || (level2 !== null && level2.endsWith('-cost') && level2 !== 'output-cost')) {
      votes['2021'] += 1;
    } else if (level2 === 'sustainable-impact' || (level2 === 'output-cost' && level1 !== null)) {
      votes['2015'] += 1;
    }
  }
  if (votes['2021'] > 0 && votes['2021'] >= votes['2015'] + votes.county) return '2021';
  if (votes.county > 0) return 'county';
  return votes['2015'] > 0 ? '2015' : null;
}
