import { squash } from '../text';

/** Level-1 categories of all trees (一级指标), by stem. */
const LEVEL1: ReadonlySet<string> = new Set([
  '产出',
  '效益',
  '效果',
  '满意度',
  '成本',
  '投入',
  '投入管理',
  '过程',
  '决策',
  '履职效能',
  '管理效率',
  '运行成本',
  '社会效应',
  '可持续发展能力',
]);

/** Level-2 categories (二级指标), by stem, each with the level 1 that it belongs to; the usual one first. */
const LEVEL2: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    数量: ['产出'],
    质量: ['产出'],
    时效: ['产出'],
    成本: ['产出', '成本'],
    经济成本: ['成本'],
    社会成本: ['成本'],
    生态环境成本: ['成本'],
    生态成本: ['成本'],
    经济效益: ['效益', '效果'],
    社会效益: ['效益', '效果'],
    生态效益: ['效益', '效果'],
    环境效益: ['效益', '效果'],
    生态环境效益: ['效益', '效果'],
    可持续影响: ['效益', '效果'],
    可持续发展: ['效益', '效果'],
    满意度: ['满意度', '效益'],
    服务对象满意度: ['满意度', '效益'],
    工作目标管理: ['投入管理'],
    预算和财务管理: ['投入管理'],
    绩效管理: ['投入管理'],
    重点工作任务完成: ['产出'],
    履职目标实现: ['产出'],
    履职效益: ['效益'],
  }),
);

const SATISFACTION =
  /^(?:社会公众|服务对象|受益对象|受益群体|受益群众|帮扶对象|公众|群众)(?:[或及和、/](?:社会公众|服务对象|受益对象|公众|群众))*满意(?:度|程度)$/;

/** Stems already known: categories repeat on every row. */
const stems = new Map<string, string>();

/** 经济效益指标 → 经济效益; what categories are compared by. */
export function levelStem(text: string): string {
  const known = stems.get(text);
  if (known !== undefined) return known;
  const stem = stemOf(text);
  if (stems.size > 2000) stems.clear();
  stems.set(text, stem);
  return stem;
}

function stemOf(text: string): string {
  return squash(text)
    .replace(/\([^()]*\)/g, '')
    .replace(/^[(\d一二三四五六七八九十.、)]+(?=.{2})/, '')
    .replace(/(类)?(绩效)?指标(类)?$/, '')
    .replace(/^(项目|部门|产出)(?=(产出|效果|效益|投入|过程|数量|质量|时效|成本|满意度)$)/, '');
}

export function isLevel1(text: string): boolean {
  return LEVEL1.has(levelStem(text));
}

/** The level-1 stems that a level-2 category belongs to, the usual one first; none for words that are no category. */
export function parentsOf(text: string): readonly string[] {
  const stem = levelStem(text);
  return LEVEL2.get(stem) ?? (SATISFACTION.test(stem) ? ['满意度', '效益'] : []);
}

export function isLevel2(text: string): boolean {
  return parentsOf(text).length > 0;
}

/** 群众满意度, not 群众满意度指标: as often the indicator's own name as its category. */
export function isSatisfaction(text: string): boolean {
  const words = squash(text);
  return words === '满意度' || SATISFACTION.test(words);
}

/** Whether words are written as a category is (经济效率指标), known or not. */
export function isCategoryLike(text: string): boolean {
  return text.length <= 24 && /指标$/.test(squash(text));
}
