import type { IndicatorField } from '../indicator';
import { isError, type Cell } from '../sheet';
import { isUnit, squash } from '../text';
import { contentText } from './grid';
import { isCategoryLike, isLevel1, isLevel2, isSatisfaction } from './levels';

/** What a cell looks like by itself: any number of these together. */
export const LOOK = {
  level1: 1,
  level2: 2,
  category: 4,
  sign: 8,
  number: 16,
  value: 32,
  unit: 64,
  standard: 128,
  sentence: 256,
  text: 512,
  /** A value beyond doubt: ≤6万元, 95%, 是. */
  plainValue: 1024,
  /** 10%, which may be points as well. */
  percent: 2048,
  /** A level that may as well be a name: 群众满意度. */
  nameToo: 4096,
} as const;

/** What stood here is lost, also where the error came along as text: it says nothing of the column. */
const ERROR = /^#[A-Z\d/]{2,6}[!?]?$/;
const SIGN = /^(?:[≥≤=><≧≦》《〉〈]=?|定性|定量|[大小]于等于|[大小等]于|不[低高少多]于|不超过|[正反]向(?:指标)?)$/;
const NUMBER = /^[-+]?\d[\d,]*(?:\.\d+)?$/;
/** 10分 in a column of points, or as a target. */
const POINTS = /^\d+(?:\.\d+)?分$/;
const STANDARD =
  /[得计记加扣减满]满?分|[得计记加扣减]满?分?\d+(?:\.\d+)?分|\d+(?:\.\d+)?分|扣完为止|指标分值|指标权重|酌情|按(?:比例|比率).{0,4}[得扣计]|每.{1,12}[扣加]/;
const SENTENCE = /[,。;，；]|^(?:考核|计划|反映|评价|指|用于|用以|衡量|本项目|考察|主要)/;
/** Short wording of a result: 效果明显, 予以保障, 持续推进, 及时. */
const WORDING =
  /^(?:予以|持续|基本|有效|逐步|不断|进一步|明显|显著|[较优良好是有无]|及时|按时|全面|长期|得到|不适用|完成|达到?).{0,10}$|(?:明显|显著|提升|提高|改善|保障|推进|良好|有效|增强|加强|及时|完成|完善|到位|规范|合格|稳定|满意|增长|达标)$/;
const QUANTITY = /^.{0,6}?[-+≥≤=><≧≦》《〉〈]?\d[\d,.]*.{0,10}$|^[一二两三四五六七八九十百半]+.{1,4}$/;
const PLAIN_VALUE = /^[≥≤=><≧≦]\d[\d,.]*[^\d,.]{0,5}$|^[\d,.]+[%‰]$|^[是否有无优良]$/;
const PERCENT = /^\d+(?:\.\d+)?%$/;
const DATE = /\d{1,4}[年月日.\-/]\d{0,2}|[月年]底|年度?内/;

export type Look = number;

/** Tells what cells look like, remembering texts: columns repeat themselves. */
export function makeLooker(): (cell: Cell) => Look {
  const seen = new Map<string, Look>();
  return (cell) => {
    if (typeof cell.value === 'number') return LOOK.number;
    if (isError(cell.value)) return 0;
    const text = contentText(cell);
    let look = seen.get(text);
    if (look === undefined) {
      look = lookOf(text);
      seen.set(text, look);
    }
    return look;
  };
}

export function lookOf(text: string): Look {
  const bare = squash(text);
  if (ERROR.test(bare)) return 0;
  if (SIGN.test(bare)) return LOOK.sign;
  if (NUMBER.test(bare)) return LOOK.number;
  if (POINTS.test(bare)) return LOOK.number | LOOK.value | LOOK.text;
  let look = 0;
  if (bare.length <= 24) {
    if (isLevel1(bare)) look |= LOOK.level1;
    if (isLevel2(bare)) look |= LOOK.level2;
    if (isSatisfaction(bare)) look |= LOOK.nameToo;
    if (look === 0 && isCategoryLike(bare)) look |= LOOK.category;
    if (bare.length <= 8 && isUnit(bare)) look |= LOOK.unit;
    if (QUANTITY.test(bare) || DATE.test(bare) || WORDING.test(bare)) look |= LOOK.value;
  }
  if (PLAIN_VALUE.test(bare)) look |= LOOK.value | LOOK.plainValue;
  if (PERCENT.test(bare)) look |= LOOK.percent;
  if (STANDARD.test(bare)) look |= LOOK.standard;
  if (bare.length > 18 || SENTENCE.test(bare)) look |= LOOK.sentence;
  return look | LOOK.text;
}

/** From how badly a cell fits a column on, its row is looked at again for shifted cells. */
export const MISFIT = 4;

/** How badly a cell with these looks fits a field: 0 is at home, 4 and above stands elsewhere. */
export function misfit(look: Look, field: IndicatorField | 'other'): number {
  if (look === 0) return 1;
  const has = (flag: number): boolean => (look & flag) !== 0;
  switch (field) {
    case 'level1':
      return has(LOOK.level1) ? 0 : has(LOOK.level2) ? 7 : has(LOOK.category) ? 1.5 : plain(look) ? 2 : 6;
    case 'level2':
      return has(LOOK.level2) ? 0 : has(LOOK.level1) ? 2.5 : has(LOOK.category) ? 0.5 : plain(look) ? 2 : 6;
    case 'name':
      if (has(LOOK.sign)) return 8;
      if (has(LOOK.number | LOOK.plainValue)) return 6;
      if (has(LOOK.nameToo)) return 2;
      if (has(LOOK.level1 | LOOK.level2)) return 4;
      if (has(LOOK.unit)) return 2.5;
      if (has(LOOK.standard)) return 4;
      if (has(LOOK.sentence)) return 1;
      return has(LOOK.value) ? 0.5 : 0;
    case 'operator':
      return has(LOOK.sign) ? 0 : 7;
    case 'target':
    case 'actual':
      if (has(LOOK.number | LOOK.value)) return 0;
      if (has(LOOK.sign)) return 5;
      if (has(LOOK.level1 | LOOK.level2)) return 6;
      if (has(LOOK.standard)) return 4;
      if (has(LOOK.unit)) return 3;
      return has(LOOK.sentence) ? 2.5 : 1.5;
    case 'unit':
      if (has(LOOK.unit)) return 0;
      if (has(LOOK.sign | LOOK.sentence | LOOK.standard)) return 6;
      return has(LOOK.number | LOOK.value) ? 5 : 3;
    case 'explanation':
      if (has(LOOK.sign | LOOK.number)) return 6;
      if (has(LOOK.level1 | LOOK.level2)) return 5;
      if (has(LOOK.plainValue)) return 4;
      if (has(LOOK.standard)) return 2.5;
      if (has(LOOK.sentence)) return 0;
      return has(LOOK.unit) ? 4 : has(LOOK.value) ? 1.5 : 1;
    case 'standard':
      if (has(LOOK.standard)) return 0;
      if (has(LOOK.sign | LOOK.number)) return 6;
      if (has(LOOK.level1 | LOOK.level2 | LOOK.unit)) return 5;
      return has(LOOK.sentence) ? 1.5 : 2.5;
    case 'weight':
      return has(LOOK.number) ? 0 : has(LOOK.percent) ? 1 : 6;
    case 'score':
      return has(LOOK.number) ? 0 : 6;
    case 'deviation':
    case 'remark':
      if (has(LOOK.sign)) return 5;
      if (has(LOOK.standard)) return 4;
      return has(LOOK.number) ? 3 : has(LOOK.unit) ? 2 : 1;
    case 'other':
      return 1;
  }
}

/** A short phrase that is nothing in particular. */
function plain(look: Look): boolean {
  return (look & ~(LOOK.text | LOOK.unit)) === 0;
}
