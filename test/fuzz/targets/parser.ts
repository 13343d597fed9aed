import {
  findDates,
  findQuantities,
  isUnit,
  normalize,
  parseMoney,
  parseNumber,
  parseOperator,
  parseTarget,
} from '../../../src/core/text';
import { mutateText } from '../mutate';
import { TEXTS, WORDS } from '../sheets';
import { ensure, type Target } from '../target';

interface ParserCase {
  readonly text: string;
  readonly operator: string | null;
  readonly unit: string | null;
}

const SEEDS = [
  ...'≥95% 不低于95% 2026年12月31日前 80%-90% 大于80%且小于90% 不超过14万元 四场 百分之九十五以上 一万二千元 3篇(期) ≤5天内'.split(
    ' ',
  ),
  ...'23,739,200.00元 效果明显 每月5日前 第三季度 3次/台机/年 二〇二五年十二月三十一日前 控制在5-10% 90分及以上（含90分） 半小时内'.split(
    ' ',
  ),
  '高龄津贴30人、特困15人；2026年6月30日前完成20个，年底前完成其余80%',
];
const ALL = [...SEEDS, ...TEXTS];

/** Words of a target → meaning: every number finite, every mention where the text has it. */
export const parser: Target<ParserCase> = {
  name: 'parser',
  make: (random) => ({
    text: mutateText(random, random.pick(ALL), WORDS, ALL),
    operator: random.chance(0.3) ? mutateText(random, random.pick(['≥', '小于等于', '定性']), WORDS, ALL) : null,
    unit: random.chance(0.3) ? mutateText(random, random.pick(['%', '万元', '次/年', '个（家）']), WORDS, ALL) : null,
  }),
  run({ text, operator, unit }) {
    const target = parseTarget(text, { operator, unit });
    const finite = (value: unknown): void => ensure(typeof value !== 'number' || Number.isFinite(value), 'not finite');
    finite(target.value);
    if (target.kind === 'range') [target.low, target.high].forEach(finite);
    if (target.kind === 'multiple') target.parts.forEach(({ value }) => finite(value));
    for (const { value } of findQuantities(text)) finite(value);
    findDates(text);
    finite(parseNumber(text));
    parseOperator(text);
    const money = parseMoney(text);
    if (money) finite(money.yuan);
    isUnit(text);
    const once = normalize(text);
    ensure(normalize(once) === once, 'normalised twice is another text');
  },
};
