import { isSatisfaction, level1Of, meantLevel2, officialLevel2 } from '../../indicator';
import { isPercentUnit } from '../../text';
import { defineRule } from '../rule';
import type { Indicator, Level2 } from '../../indicator';
import type { Report, Severity, Source } from '../rule';

/** No indicators of mere management, which are neither output nor benefit. */
const OUTCOMES: Source = { document: '财预〔2021〕101号', clause: '一（二）1', scope: 'central-project' };
const FORMULAS: Source = { document: '财预〔2013〕53号', clause: '附件 部门整体支出绩效评价共性指标', scope: 'all' };

interface Category {
  readonly message: string;
  readonly severity: Severity;
  /** Where the name stands out of place. */
  readonly under: readonly Level2[];
  readonly name: RegExp;
  readonly source?: Source;
}

/** Names that stand under a category of which they are no part; the first that fits is the one that is said. */
const CATEGORIES: readonly Category[] = [
  {
    message: 'process',
    severity: 'warning',
    under: ['timeliness', 'quality', 'quantity'],
    name: /(?:预算|资金|支出|经费)总?(?:执行|完成|支付|支出|到位|拨付|使用)(?:进度)?率$|^支出进度$/u,
    source: OUTCOMES,
  },
  {
    message: 'input',
    severity: 'warning',
    under: ['quantity', 'quality'],
    name: /^(?:本?(?:部门|单位))?(?:财政供养|在职在编|在编在职|在职|在编|编制|供养)(?:人员|人数|职工|干部)?(?:数量?|人数|总数)?$|^(?:项目|财政|预算|经费|资金)+总?(?:投入|安排|预算)(?:额|数|金额|资金|总额)?$/u,
  },
  {
    message: 'control',
    severity: 'info',
    under: ['quality', 'quantity', 'timeliness'],
    name: /(?:人员|编制|经费|支出|三公.{0,2}|预算|成本)(?:控制率|变动率)$/u,
    source: FORMULAS,
  },
  {
    message: 'politics',
    severity: 'info',
    under: ['economic-benefit'],
    name: /(?:党组织|党|党建|党风|队伍|班子|作风|思想|政治|精神文明|文明|法治|制度)建设$|(?:党建|党员教育|干部教育|思想政治|宣传|意识形态)(?:工作)?$/u,
  },
  {
    message: 'outcome',
    severity: 'info',
    under: ['economic-benefit', 'social-benefit', 'ecological-benefit'],
    name: /(?:宣传|培训|服务|检查|指导|工作|资料|信息|巡查|走访).{0,4}(?:覆盖率|合格率|完成率|及时率)$/u,
  },
];

function reports(indicator: Indicator, found: Category | null): Report | null {
  const { name, level2 } = indicator;
  if (!found || !name || !level2) return null;
  return {
    message: found.message,
    cell: name.cell,
    field: 'name',
    indicator,
    severity: found.severity,
    data: { name: name.value.replace(/\s+/gu, ''), level2: level2.value.replace(/\s+/gu, '') },
    ...(found.source ? { source: found.source } : {}),
  };
}

export const rule = defineRule({
  code: 'PT407',
  name: 'name-category',
  scope: 'row',
  severity: 'warning',
  dimension: 'relevance',
  fields: ['level1', 'level2', 'name', 'target', 'unit'],
  yieldsTo: ['PT409'],
  *check(indicator) {
    const { name, level1, level2, reading } = indicator;
    if (!name || !level2) return;
    const id = meantLevel2(level2.value);
    if (id === null) return;
    const words = name.value.replace(/\s+/gu, '');

    if (
      isSatisfaction(words) &&
      id !== 'service-satisfaction' &&
      (!level1 || level1Of(level1.value) !== 'satisfaction')
    ) {
      yield {
        message: 'satisfaction',
        cell: name.cell,
        field: 'name',
        indicator,
        data: { name: words, level2: level2.value.replace(/\s+/gu, ''), other: officialLevel2('service-satisfaction') },
      };
      return;
    }
    const found = CATEGORIES.find((category) => category.under.includes(id) && category.name.test(words)) ?? null;
    const report = reports(indicator, found);
    if (report) {
      yield report;
    } else if (id === 'quantity' && /率$/u.test(words) && reading.kind === 'quantity' && isPercentUnit(reading.unit)) {
      yield {
        message: 'rate',
        cell: name.cell,
        field: 'name',
        indicator,
        severity: 'info',
        data: { name: words, level2: level2.value.replace(/\s+/gu, '') },
      };
    }
  },
});
