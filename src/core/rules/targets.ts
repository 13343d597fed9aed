import { hasColumn, level1Of, level2Of } from '../indicator';
import type { Indicator, IndicatorTable, Level2, Operator, Quantity } from '../indicator';
import { cellAt, contentOf } from '../sheet';
import type { CellContent, CellRef, FixEdit, SheetSnapshot } from '../sheet';
import { findQuantities, isPercentUnit, yuanPer } from '../text';
import type { QuantityMention } from '../text';
import { rewrite } from './edits';
import type { FixDraft } from './rule';

/** The target where it is one number. */
export function quantityOf(indicator: Indicator): Quantity | null {
  return indicator.reading.kind === 'quantity' ? indicator.reading : null;
}

export function nameOf(indicator: Indicator): string {
  return indicator.name?.value.replace(/\s+/gu, '') ?? '';
}

/** Name and explanation with blanks taken out: what the row says it counts. */
export function levelOf(indicator: Indicator): Level2 | null {
  return indicator.level2 ? level2Of(indicator.level2.value) : null;
}

/** A row of cost: level 2 is a cost, or level 1 is. */
export function isCost(indicator: Indicator): boolean {
  const level2 = levelOf(indicator);
  if (level2 !== null) return level2.endsWith('cost');
  return indicator.level1 !== null && level1Of(indicator.level1.value) === 'cost';
}

/** Rates that may pass 100 %, or may not be told: 完成率, 增长率, 执行率, 控制率 … */
const UNBOUNDED =
  /(?:完成|增长|执行|控制|变动|变化|提升|提高|下降|降低|减少|节约|支出|利用|使用|周转|收益|回报|报酬|负债|杠杆|增幅|增速|到位|贡献|上升|自给|产销|超额)比?(?:率|度|比例|幅度)?$/u;

/** Shares of a whole: none of them can pass 100 %. */
const SHARES =
  /(?:合格|覆盖|达标|完好|及时|准确|正确|优良|优秀|良好|知晓|普及|参与|参保|出勤|入学|毕业|巩固|就业|合规|通过|成活|存活|受益|响应|办结|处置|处理|整改|签约|录取|公开|建档|验收|发放|满意|规范|一致|有效|无害化|安全|正常|达成|治愈|好转|接种|抽检|检出|登记|上线|在线|回访|解决|答复|回复|按时|按期|准时|守时|履约|落实|兑现|治理|绿化|硬化|入户|建成|开工|竣工|支持|认可|评价|差错|错误|投诉|返工|违规|超时|不合格|事故|死亡|流失|空置|故障|缺勤)率$|满意度$|满意率$|占比$/u;

/** Whether a rate of that name cannot pass 100 %. */
export function isShare(name: string): boolean {
  const plain = name.replace(/[（(][^（）()]*[）)]$/u, '').replace(/(?:指标|情况)$/u, '');
  return !UNBOUNDED.test(plain) && SHARES.test(plain);
}

/** The less the better: errors, accidents, complaints, spending. */
const BAD =
  /差错|错误|误差|偏差|损耗|事故|投诉|违规|违纪|违法|超支|超标|死亡|伤亡|返工|返修|故障|流失|空置|不合格|逾期|滞后|(?<![档提预方备图教])案件|发案|污染|排放|能耗|超时|闲置|拖欠|欠薪|舆情|上访|信访量|损失|漏|(?:发病|患病|感染|犯罪|辍学|失业|返贫|受害|复发)(?=率)/gu;
/** What may stand behind where a name counts it: 事故死亡人数. Anything else is done about it: 事故演练次数. */
const COUNTED =
  /发生|产生|出现|举报|事件|案件|事项|事情|问题|现象|行为|情况|人员|产品|批次|重大|受伤|污染|浓度|强度|指数|水平|占比|比例|控制|密度|信息|面积|成本|费用|金额|资金|工资|使用|项目|企业|未完成|时间|时长|停机|停水|停电|\([^()]*\)|（[^（）]*）|[总数量次率度比额天人件起例宗个户案物损报检洞及和或、]/gu;

/** Names that say how much less: there, more is better. */
const LESS = /下降|降低|减少|压减|压缩|节约|节支|缩短|减排|不超|率先|零/u;
/** What is done about it: the more the better. */
const WORK =
  /处理|处置|整改|办结|办理|受理|援助|审[理结]|执结|侦[办破]|查处|化解|调解|解决|防控|预防|避免|挽回|追[缴回]|拆除|打击|治理|响应|回复/u;

/** 排放达标率, 事故赔付及时率: a good share of a bad thing. */
const GOOD_SHARE =
  /(?<!不)(?:达标|合格|完成|及时|覆盖|知晓|满意|成功|优良|完好|准确|规范|参与|上报|救助|赔付|登记|排查|利用|回收|结案|侦破|破获|追回|修复|改造)(?:率|度)$/u;

export function isFewerBetter(name: string): boolean {
  if (LESS.test(name) || WORK.test(name) || GOOD_SHARE.test(name)) return false;
  const last = [...name.matchAll(BAD)].at(-1);
  if (!last) return name.includes('控制率');
  return name.slice(last.index + last[0].length).replace(COUNTED, '') === '';
}

/** Whether a row says how much less, or what is done against something; of a cost, 污水处理 says only what it is for. */
export function isReduction(indicator: Indicator): boolean {
  const name = nameOf(indicator);
  return LESS.test(name) || (!isCost(indicator) && WORK.test(name));
}

/** Kinds of unit that are never one another: 人 and 人次, % and 元. Classifiers of things are of no kind. */
const KINDS: readonly (readonly [kind: string, units: RegExp])[] = [
  ['percent', /^%$/u],
  ['permille', /^‰$/u],
  ['points', /^个?百分点$/u],
  ['visits', /^[十百千万亿]*人次$/u],
  ['persons', /^[十百千万亿]*[人名位]$/u],
  ['occasions', /^[十百千万]*(?:[次场期届轮]|场次|批次)$/u],
  ['households', /^[十百千万]*户$/u],
  ['household visits', /^[十百千万]*户次$/u],
  ['money', /^[十百千万亿]*元$/u],
  ['hours', /^个?小时$/u],
  ['minutes', /^分钟$/u],
  ['days', /^[天日]$/u],
  ['working days', /^个?工作日$/u],
  ['months', /^个?月$/u],
  ['years', /^年$/u],
  ['length', /^(?:米|公里|千米|km|m)$/u],
  ['area', /^[万千百]*(?:平方米|平米|㎡|m²|公顷|亩|平方公里)$/u],
  ['weight', /^[万千百]*(?:吨|公斤|千克|kg|t)$/u],
];

export function kindOfUnit(unit: string): string | null {
  const plain = isPercentUnit(unit) ? '%' : unit;
  return KINDS.find(([, units]) => units.test(plain))?.[0] ?? null;
}

/** Two units in which the same thing is counted, multipliers aside. */
export function sameUnit(a: string, b: string): boolean {
  if (a === b || (isPercentUnit(a) && isPercentUnit(b))) return true;
  const kind = kindOfUnit(a);
  return kind !== null && kind === kindOfUnit(b);
}

/** What an amount comes to in 元, 人 …: multipliers of the unit taken in. Null where it is not to be told. */
export function absolute(value: number, unit: string | null): number {
  if (unit === null) return value;
  const yuan = yuanPer(unit);
  if (yuan !== null) return round(value * yuan);
  const many = /^([十百千万亿]+)./u.exec(unit)?.[1];
  const factors: Readonly<Record<string, number>> = {
    十: 10,
    百: 100,
    千: 1000,
    万: 1e4,
    十万: 1e5,
    百万: 1e6,
    千万: 1e7,
    亿: 1e8,
  };
  return round(value * (many === undefined ? 1 : (factors[many] ?? 1)));
}

function round(value: number): number {
  return Number(value.toPrecision(12));
}

/** Decimals with which a number is written. */
export function decimalsOf(value: number): number {
  const [, fraction = ''] = String(value).split('.');
  return fraction.length;
}

/** Equal as far as the target is precise: 144.42万元 and 1444200元, 33.3 % and a third. */
export function agrees(value: number, unit: string | null, other: number, otherUnit: string | null): boolean {
  const scale = absolute(1, unit);
  const tolerance = 0.5 * 10 ** -decimalsOf(value) * scale;
  const exact = absolute(1, otherUnit) >= scale;
  return (
    Math.abs(absolute(value, unit) - absolute(other, otherUnit)) <= (exact ? 1e-9 * Math.abs(value * scale) : tolerance)
  );
}

const PLAN = /(?:计划|目标|拟|预计|预期|应)[^，。；,;]{0,16}$/u;
const OTHER_FIGURE =
  /上年|去年|往年|基期|基线|基数|原有|现有|已有|历年|累计|一年|一期|\d{4}年(?!度?内|底|\d)|同比|环比|[每均各扣由从占]|单价|人均|户均|其中|分别|满分|得分|标准/u;

/** Quantities of an explanation that state a target: with a comparator, or as 计划/目标; not a part, a price, a basis. */
export function statedTargets(text: string): QuantityMention[] {
  return findQuantities(text).filter((mention) => {
    const clause = clauseBefore(text, mention.start);
    if (OTHER_FIGURE.test(clause) || mention.unit?.includes('/')) return false;
    return mention.operator !== null || PLAN.test(clause);
  });
}

/** A comparator that the text gives with the very value of the target. */
export function comparatorIn(text: string, value: number, unit: string | null): QuantityMention | null {
  const found = findQuantities(text).find(
    (mention) =>
      mention.operator !== null &&
      !isReckoned(text, mention) &&
      (mention.unit === null || unit === null ? mention.value === value : sameUnit(mention.unit, unit)) &&
      agrees(value, unit, mention.value, mention.unit ?? unit),
  );
  return found ?? null;
}

/** Two numbers that are reckoned with (20人×3期, 45÷50), or a sum that is announced. */
const RECKONING =
  /[\d％%\p{Script=Han}）)]\s*[×✕*÷/+＋x-]\p{Script=Han}{0,8}\s*[\d（(]|(?:合计|共计|总计|小计|即)\s*$/iu;

/** 20×3=60人次: what stands after the sign is what it comes to, and no target. */
function isReckoned(text: string, { operator, start, text: words }: QuantityMention): boolean {
  return operator === '=' && /^\s*[=＝]/u.test(words) && RECKONING.test(clauseBefore(text, start));
}

/** Signs that a row without one may want: the one its explanation gives, else those of its kind. */
export function likelySigns(indicator: Indicator, quantity: Quantity): readonly Operator[] {
  const stated = comparatorIn(indicator.explanation?.raw ?? '', quantity.value, quantity.unit)?.operator;
  if (stated) return [stated];
  return isHeldDown(indicator, quantity.unit) ? ['≤', '='] : ['≥', '='];
}

const DURATION = /^(?:分钟|个?小时|[天日周年]|个?(?:工作|自然)日|日历天|个?月)$/u;
/** Spans of time of which more is better: 提前量, 开放天数, 使用年限. */
const LONG_BETTER = /缩短|压缩|压减|减少|提前|超前|开放|开馆|使用|公示|保存|保质|运行|服务|在线|有效期|寿命|年限/u;

/** 控制会议次数, 编外人员控制数, 资助上限. */
const LIMITED = /^(?:严格|从严)?控制|控制[率数额量]$|上限$|限额$/u;

/** Whether less is meant where no sign says: a cost, what should not happen, the time that something takes. */
export function isHeldDown(indicator: Indicator, unit: string | null): boolean {
  const name = nameOf(indicator);
  if (levelOf(indicator) === 'timeliness' && unit !== null && DURATION.test(unit)) return !LONG_BETTER.test(name);
  return !isReduction(indicator) && (isCost(indicator) || isFewerBetter(name) || LIMITED.test(name));
}

/** The words of a sentence's part before a place. */
export function clauseBefore(text: string, end: number): string {
  const from = Math.max(0, end - 40);
  const before = text.slice(from, end);
  const parts = before.split(/[，。；,;！!\n]/u);
  return parts[parts.length - 1] ?? '';
}

/** The cell of the row under the sign column, blank or not; null where the form has no such column. */
export function signCell(indicator: Indicator, table: IndicatorTable): CellRef | null {
  if (indicator.operator && indicator.operator.cell.column !== indicator.target?.cell.column)
    return indicator.operator.cell;
  if (!hasColumn(table, 'operator')) return null;
  const column = table.columns.find(({ field }) => field === 'operator')?.column;
  return column === undefined ? null : { row: indicator.row, column: column + indicator.shift };
}

const SIGNS = /^(\s*)[≥≤=<>≧≦⩾⩽＝＜＞]+/u;

/** Puts another sign in place of the row's: in the sign column, or before the number; null where it is in words. */
export function signEdit(
  indicator: Indicator,
  table: IndicatorTable,
  sheet: SheetSnapshot,
  sign: Operator | '定性',
): FixEdit | null {
  const { target, operator } = indicator;
  const within = operator !== null && operator.cell.column === target?.cell.column;
  const place = within ? null : signCell(indicator, table);
  if (place) return write(sheet, place, { text: sign });
  if (!target || sign === '定性') return null;
  return rewrite(sheet, target.cell, (text) => {
    const [mention, ...others] = findQuantities(text);
    if (!mention || others.length > 0 || mention.start > 0) return text;
    if (SIGNS.test(text)) return text.replace(SIGNS, `$1${sign}`);
    return /^\s*\p{Nd}/u.test(text) && mention.operator === null ? sign + text.trimStart() : text;
  });
}

/** Writes a cell, unless it holds a formula or the same already. */
export function write(sheet: SheetSnapshot, cell: CellRef, to: CellContent): FixEdit | null {
  const found = cellAt(sheet, cell);
  if (found?.formula !== undefined) return null;
  const from = contentOf(found);
  if ('text' in to && 'text' in from && to.text === from.text) return null;
  return { kind: 'set', sheet: sheet.name, cell, from, to };
}

/** Puts another number in place of the only one in a cell, keeping all else. */
export function numberEdit(sheet: SheetSnapshot, cell: CellRef, value: number): FixEdit | null {
  const found = cellAt(sheet, cell);
  if (!found || found.formula !== undefined) return null;
  if (typeof found.value === 'number') {
    return /%/u.test(found.numberFormat ?? '') ? null : write(sheet, cell, { number: value });
  }
  return rewrite(sheet, cell, (text) => {
    const numbers = [...text.matchAll(/\p{Nd}+(?:[,，]\p{Nd}{3})*(?:[.．]\p{Nd}+)?/gu)];
    return numbers.length === 1 ? text.replace(numbers[0]?.[0] ?? '', String(value)) : text;
  });
}

/** A fix of one edit; none where there is nothing to write. */
export function fixOf(
  title: string,
  edit: FixEdit | null,
  data: FixDraft['data'] = {},
  grade: FixDraft['grade'] = 'choice',
): FixDraft[] {
  return edit ? [{ title, data, grade, edits: [edit] }] : [];
}

/** A quantity in words for messages: 95%, 14万元. */
export function amountText(value: number, unit: string | null): string {
  return `${String(value)}${unit ?? ''}`;
}
