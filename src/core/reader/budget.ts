import type { Budget, BudgetGroup, BudgetItem, Field, Money } from '../indicator';
import type { Cell, CellRef, Range } from '../sheet';
import { normalize, parseMoney, squash } from '../text';
import type { Above } from './above';
import type { Grid } from './grid';
import { wordsOf, type Word } from './region';

/** Labels of the block, squashed, without 其中：, numbering, brackets and colon. */
const TOTAL =
  /^(?:年度|本年度?|部门|单位|项目|整体)*(?:资金|预算|预算资金|支出|收入|收支|部门预算|预算支出|预算收入)(?:总额|总量|合计|总计|总数)$|^预算总?金额$|^年度金额$|^项目总(?:额|金额)$/;
const GROUPS: readonly (readonly [BudgetGroup, RegExp])[] = [
  ['source', /^(按|其中按)?(收入|资金)(性质|来源|结构性质)(分类?|划分)?$|^(部门)?(收入预算|预算收入|预算来源)$/],
  ['use', /^(按|其中按)?(支出|资金)(性质|结构|用途|类型)(分类?|划分)?$|^(部门)?(支出预算|预算支出|支出构成)$/],
];
const SOURCE =
  /^(?:一般公共预算|政府性基金|国有资本|社会保险基金|社保基金|纳入专户|纳入财政专户|财政专户|政府预算|财政性?(?:拨款|资金)|当年财政|本年财政|非税收入|单位资金|单位自有|其他(?:资金|收入)|其它资金|上级|中央|地方(?:财政|资金)|省级|省财政|市级|市财政|州级|县级|县财政|区级|区财政|本级|镇级|事业(?:单位)?(?:经营)?(?:收入|资金)|经营收入|自筹|自有资金|上年|历年|以前年度|结转|结余|专项债券|债券|社会(?:资金|资本)|银行贷款|附属单位)/;
const USE =
  /^(?:基本支出|项目支出|人员(?:经费|支出)|公用(?:经费|支出)|日常公用|商品和服务|工资福利|经营支出|其他支出|运转类|特定目标类|部门专项|专项资金支出|三公经费|资本性支出|对附属单位)/;
/** Parts of 基本支出, whether or not 其中 says so. */
const PART_OF_BASIC = /^(?:人员(?:经费|支出)|公用(?:经费|支出)|日常公用|商品和服务|工资福利)/;
/** 项目支出名称, 其他资金说明 …: words that follow a kind of funds and make it something else. */
const NO_AMOUNT = /名称|绩效|目标|说明|单位$|部门$|情况|内容|.{17}/;
const HEADING_UNIT = /(?:\(|单位:?|:|^)(?:单位:?)?(万元|元)\)?$/;
/** 一般公共预算300万元: label and amount with nothing between. */
const AMOUNT_AFTER = /^([^\d:(]{2,16})(\d[\d,.]*(?:万|亿)?元)$/;
/** Between amounts in one cell; a comma before three digits may stand within one. */
const CLAUSE = /[;。]|,(?!\d{3})/;
/** A sentence longer than this tells no amounts. */
const LONGEST_SENTENCE = 200;
/** Longer words are no label of an amount. */
const LONGEST = 44;

interface Labelled {
  readonly label: string;
  /** After the colon in the same cell; null where there is no colon. */
  readonly rest: string | null;
  readonly among: boolean;
}

/** What an item was read under, to tell parts from wholes. */
interface Line {
  readonly item: BudgetItem;
  readonly column: number;
}

/**
 * Reads the budget block (年度预算申请, 预算情况, 项目资金): label and amount in one cell (资金总额：550.13万元) or in two,
 * by source and by use. Rows of a funds grid (`taken`) are not part of it.
 */
export function readBudget(grid: Grid, above: Above, taken: ReadonlySet<number>): Budget | null {
  const { region } = above;
  let total: Field<Money> | null = null;
  let unit: '元' | '万元' | undefined;
  let seen = false;
  const headings: { group: BudgetGroup; range: Range }[] = [];
  const lines: Line[] = [];
  for (let row = region.top; row <= region.bottom; row++) {
    if (taken.has(row)) continue;
    const words = wordsOf(grid, region, row);
    const told = words.flatMap((word, index) =>
      clausesOf(word).map((bare, part) => ({ word, bare, next: part === 0 ? words[index + 1] : undefined })),
    );
    told.forEach(({ word, bare, next }) => {
      if (typeof word.cell.value !== 'string' || bare.length > LONGEST) return;
      if (word.at.row === above.title?.cell.row) return;
      unit = unitOf(bare) ?? unit;
      const outer = labelOf(bare);
      // 资金来源：（1）政府预算资金: a heading and its first item in one cell.
      const inner = outer.rest && groupOf(outer.label) ? labelOf(outer.rest) : null;
      const labelled = inner ?? outer;
      const group = groupOf(labelled.label);
      const amount = (): Field<Money> | null => amountOf(word, labelled, next, unit);
      if (TOTAL.test(labelled.label) || (SUM.test(labelled.label) && isOfBudget(words, word))) {
        seen = true;
        total ??= amount();
        return;
      }
      if (group) {
        headings.push({ group, range: spanOf(grid, word.at) });
        return;
      }
      const own = NO_AMOUNT.test(labelled.label)
        ? null
        : USE.test(labelled.label)
          ? 'use'
          : SOURCE.test(labelled.label)
            ? 'source'
            : null;
      if (own === null) return;
      const over = headings
        .filter(
          ({ range }) => word.at.column >= range.left && word.at.column <= range.right && range.left !== range.right,
        )
        .pop();
      const place = own === 'use' ? 'use' : (over?.group ?? own);
      const item: BudgetItem = {
        label: labelled.label,
        group: place,
        amount: amount(),
        cell: word.at,
        within: isWithin(labelled, place, lines, word.at.column),
      };
      lines.push({ item, column: word.at.column });
    });
  }
  const items = lines.map(({ item }) => item);
  return seen || items.length > 0 ? { total, items } : null;
}

/** What a cell says of amounts one by one: 资金总额：320万元；其中：一般公共预算300万元，其他资金20万元. */
function clausesOf({ text, bare }: Word): readonly string[] {
  if (text.length > LONGEST_SENTENCE || !/[;；,，。]/.test(text)) return [bare];
  const clauses = squash(text)
    .split(CLAUSE)
    .filter((clause) => clause !== '');
  const amounts = clauses.map(labelOf).filter(({ rest }) => rest !== null && rest !== '');
  return clauses.length > 1 && amounts.length === clauses.length ? clauses : [bare];
}

/** 年度预算（万元） | 合计 | 980.5: 合计 after what it adds up to. */
const SUM = /^(?:合计|总计|小计|总额)$/;
const OF_BUDGET =
  /^(?:年度|本年|部门|项目|整体)*(?:预算|资金|预算资金|收支预算)(?:情况|安排|申请)?(?:\((?:单位:)?万?元\))?$/;

function isOfBudget(words: readonly Word[], word: Word): boolean {
  const before = words[words.indexOf(word) - 1];
  return before !== undefined && OF_BUDGET.test(before.bare);
}

function groupOf(label: string): BudgetGroup | null {
  return GROUPS.find(([, pattern]) => pattern.test(label))?.[0] ?? null;
}

function labelOf(bare: string): Labelled {
  const among = /^[(\d.、)]*其中/.test(bare);
  const clean = bare
    .replace(/^其中[:,、]?/, '')
    .replace(/^(\(?[\d一二三四五六七八九十]+[.、)])+/, '')
    .replace(/^其中[:,、]?/, '');
  const colon = /^([^:]+):(.*)$/.exec(clean) ?? AMOUNT_AFTER.exec(clean);
  const name = (colon?.[1] ?? clean).replace(/\([^()]*\)/g, '');
  return { label: name, rest: colon ? (colon[2] as string) : null, among };
}

function unitOf(bare: string): '元' | '万元' | undefined {
  if (/\d/.test(bare)) return undefined;
  const found = HEADING_UNIT.exec(bare.replace(/:$/, ''));
  return found && /[(:]|单位/.test(bare) ? (found[1] as '元' | '万元') : undefined;
}

function amountOf(
  word: Word,
  labelled: Labelled,
  next: Word | undefined,
  unit: '元' | '万元' | undefined,
): Field<Money> | null {
  if (labelled.rest !== null && labelled.rest !== '') {
    const money = parseMoney(labelled.rest, unit);
    return money && { value: money, raw: word.cell.text, cell: word.at, assumed: 'split' };
  }
  return next ? moneyField(next.cell, next.at, unit) : null;
}

/** An amount in a cell of its own, in the unit of the block's heading unless it states one. */
export function moneyField(cell: Cell, at: CellRef, unit: '元' | '万元' | undefined): Field<Money> | null {
  const text =
    typeof cell.value === 'number' ? plain(cell.value) : typeof cell.value === 'string' ? normalize(cell.value) : '';
  if (text.length > 30 || !/^[-+¥￥]?\d[\d,.]*(?:万|亿)?元?$/.test(squash(text))) return null;
  const money = parseMoney(squash(text).replace(/^[¥￥]/, ''), unit);
  return money && { value: money, raw: cell.text, cell: at };
}

/** Without exponent, as people write amounts. */
function plain(value: number): string {
  return Math.abs(value) >= 1e21 ? '' : String(Number(value.toPrecision(15)));
}

function spanOf(grid: Grid, at: CellRef): Range {
  return grid.mergeAt(at.row, at.column) ?? { top: at.row, bottom: at.row, left: at.column, right: at.column };
}

/**
 * 其中 after the total or a heading opens its parts; after an item, it opens the parts of that item. 人员经费 and 公用经费
 * are parts of 基本支出 wherever that is listed.
 */
function isWithin(labelled: Labelled, group: BudgetGroup, lines: readonly Line[], column: number): boolean {
  const same = lines.filter(({ item }) => item.group === group);
  if (PART_OF_BASIC.test(labelled.label)) return same.some(({ item }) => item.label.startsWith('基本支出'));
  return labelled.among && same.some((line) => line.column <= column && !line.item.within);
}
