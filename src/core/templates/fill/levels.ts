import {
  level1Of,
  level2Of,
  meantLevel2,
  officialLevel1,
  officialLevel2,
  parentOf,
  type Level2,
} from '../../indicator';
import { isPercentUnit } from '../../text';
import type { IndicatorContent } from '../content';
import { LEVEL_SCHEMES } from '../lists';
import type { LevelScheme } from '../model';

/** Level 1 and level 2 as a form prints them. */
export interface LevelPlace {
  readonly level1: string;
  readonly level2: string;
}

export interface Placement {
  readonly place: LevelPlace | null;
  /** Where else the row could go; more than one means that a person should look. */
  readonly options: readonly LevelPlace[];
}

const ECOLOGY = /生态|环境|环保|绿化|污染|排放|减排|节能|能耗|碳|水质|空气|垃圾|植被|水土/u;
const ECONOMY = /经济|产值|税收|收入|利润|增收|投资|产业|就业岗位|营收|成本节约|节约|消费/u;
const LATENESS = /时间|及时|按时|按期|进度|时效|期限|时限/u;

const textOf = ({ name, explanation }: IndicatorContent): string => `${name ?? ''}${explanation ?? ''}`;

function byScheme(scheme: Exclude<LevelScheme, 'henan'>, level2: Level2): LevelPlace | null {
  const parent = parentOf(level2, scheme);
  return parent && { level1: officialLevel1(parent), level2: officialLevel2(level2) };
}

/** All places of a scheme, in the order of the form. */
export function placesOf(scheme: LevelScheme): LevelPlace[] {
  return LEVEL_SCHEMES[scheme].flatMap(([level1, level2]) => level2.map((name) => ({ level1, level2: name })));
}

/** What a row speaks of, where only its level 1 tells: an output by what it is measured in, a benefit by its words. */
function guess(row: IndicatorContent): Level2 | null {
  const text = textOf(row);
  const level1 = row.level1 === null ? null : level1Of(row.level1);
  switch (level1) {
    case 'output':
      if (LATENESS.test(row.name ?? '') || /[年月日]/u.test(String(row.target ?? ''))) return 'timeliness';
      return isPercentUnit(row.unit) ? 'quality' : 'quantity';
    case 'benefit':
      if (/满意/u.test(`${row.level2 ?? ''}${row.name ?? ''}`)) return 'service-satisfaction';
      return benefitOf(text);
    case 'satisfaction':
      return 'service-satisfaction';
    case 'cost':
      return 'economic-cost';
    default:
      return null;
  }
}

function benefitOf(text: string): Level2 {
  if (ECOLOGY.test(text)) return 'ecological-benefit';
  return ECONOMY.test(text) ? 'economic-benefit' : 'social-benefit';
}

/**
 * Level 2 of another tree: 成本 under 产出 is 经济成本 of 2021; 可持续影响 goes to the benefit that its words speak of.
 * The second part lists what it could be as well.
 */
function translate(level2: Level2, row: IndicatorContent, scheme: Exclude<LevelScheme, 'henan'>): readonly Level2[] {
  if (parentOf(level2, scheme) !== null) return [level2];
  if (level2 === 'output-cost') return ['economic-cost', 'social-cost', 'ecological-cost'];
  if (level2.endsWith('cost')) return ['output-cost'];
  const benefits: readonly Level2[] = ['economic-benefit', 'social-benefit', 'ecological-benefit'];
  const first = benefitOf(textOf(row));
  return [first, ...benefits.filter((other) => other !== first)];
}

function inHenan(level2: Level2 | null, row: IndicatorContent): readonly LevelPlace[] {
  const places = placesOf('henan');
  const of = (level1: RegExp) => places.filter((place) => level1.test(place.level1));
  const level1 = row.level1 === null ? null : level1Of(row.level1);
  if (level2 === 'service-satisfaction' || level1 === 'satisfaction') {
    return places.filter((place) => place.level2 === '满意度');
  }
  if (level2?.endsWith('cost') || level1 === 'cost' || level1 === 'input') {
    const budget = places.filter((place) => place.level2 === '预算和财务管理');
    return [...budget, ...of(/投入/u).filter((place) => !budget.includes(place))];
  }
  if (level1 === 'benefit' || level2?.endsWith('benefit') || level2 === 'sustainable-impact') {
    return places.filter((place) => place.level2 === '履职效益');
  }
  return of(/产出/u);
}

/**
 * Where a row stands in a form's levels. Null where nothing tells: the row then keeps its own words and is listed, never
 * dropped. A row that has its place by its own label has no options.
 */
export function placeOf(row: IndicatorContent, scheme: LevelScheme): Placement {
  const level2 = row.level2 === null ? null : (level2Of(row.level2) ?? meantLevel2(row.level2));
  if (scheme === 'henan') {
    const own = placesOf('henan').find((place) => place.level2 === row.level2?.replace(/\s+/gu, ''));
    if (own) return { place: own, options: [] };
    const [place, ...others] = inHenan(level2, row);
    return place ? { place, options: [place, ...others] } : { place: null, options: placesOf('henan') };
  }
  if (level2 === null) {
    const [level1] = row.level1 === null ? [] : [level1Of(row.level1)];
    const guessed = guess(row);
    const all = placesOf(scheme);
    if (guessed === null) return { place: null, options: all };
    const [first] = translate(guessed, row, scheme);
    const place = first === undefined ? null : byScheme(scheme, first);
    const near = level1 ? all.filter((other) => other.level1 === place?.level1) : all;
    return { place, options: place ? [place, ...near.filter(({ level2: name }) => name !== place.level2)] : all };
  }
  const [first, ...others] = translate(level2, row, scheme);
  const place = first === undefined ? null : byScheme(scheme, first);
  if (!place) return { place: null, options: placesOf(scheme) };
  if (others.length === 0) {
    // 成本 of either tree has one place in the older one: nothing to choose, though its label changes.
    return { place, options: [] };
  }
  return { place, options: [place, ...others.flatMap((other) => byScheme(scheme, other) ?? [])] };
}
