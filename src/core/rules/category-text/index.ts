import { meantLevel2, officialLevel2 } from '../../indicator';
import { defineRule } from '../rule';
import { nameOf } from '../targets';
import type { Level2 } from '../../indicator';

type Benefit = 'economic-benefit' | 'social-benefit' | 'ecological-benefit' | 'sustainable-impact';

/** What the explanation of each kind may speak of (loosely), and what only that kind speaks of (strictly). */
const WORDS: Readonly<Record<Benefit, { readonly own: RegExp; readonly strict: RegExp }>> = {
  'economic-benefit': { own: /经济|收入|产值|税|成本|财政|资金|节约|增收/u, strict: /经济(?:发展|效益|影响)/u },
  'social-benefit': { own: /社会|群众|公众|民生|居民|稳定|安全|就业/u, strict: /社会(?:发展|效益|影响)/u },
  'ecological-benefit': { own: /生态|环境|污染|绿|节能|排放/u, strict: /生态(?:环境|效益|影响)|环境效益/u },
  'sustainable-impact': { own: /持续|长期|长效|长远|后续/u, strict: /可持续性?(?:发展|影响)/u },
};

const BENEFITS = Object.keys(WORDS) as Benefit[];

function isBenefit(level2: Level2 | null): level2 is Benefit {
  return level2 !== null && level2 in WORDS;
}

export const rule = defineRule({
  code: 'PT406',
  name: 'category-text',
  scope: 'row',
  severity: 'warning',
  dimension: 'relevance',
  fields: ['level2', 'name', 'explanation'],
  *check(indicator) {
    const { level2, explanation } = indicator;
    if (!level2 || !explanation) return;
    const id = meantLevel2(level2.value);
    if (!isBenefit(id)) return;
    const text = explanation.value.replace(/\s+/gu, '');
    if (WORDS[id].own.test(text)) return;
    const spoken = BENEFITS.filter((other) => other !== id && WORDS[other].strict.test(text));
    const [other] = spoken;
    if (!other || spoken.length > 1) return;
    yield {
      message: 'other',
      cell: explanation.cell,
      field: 'explanation',
      indicator,
      data: {
        name: nameOf(indicator),
        level2: level2.value.replace(/\s+/gu, ''),
        words: WORDS[other].strict.exec(text)?.[0] ?? '',
        other: officialLevel2(other),
      },
    };
  },
});
