import type { IndicatorField } from '../indicator';
import { squash } from '../text';

/**
 * What a heading says: a field of the indicator, `other` for a further column of the forms, `side` for the label that
 * stands beside the whole table (绩效指标).
 */
export type Heading = IndicatorField | 'other' | 'side';

/**
 * Headings as forms and clerks write them, after blanks, breaks and bracketed remarks have been taken out.
 * The first pattern that fits the whole heading wins.
 */
const HEADINGS: readonly (readonly [Heading, RegExp])[] = [
  ['level1', /^(一级(绩效)?(指标)?(名称)?|指标类别|一级分类)$/],
  ['level2', /^(二级(绩效)?(指标)?(名称)?|二级分类)$/],
  ['name', /^([三四]级(绩效)?(指标)?(名称|内容)?|(绩效)?指标名称|具体指标|指标项目?)$/],
  [
    'operator',
    /^((指标值?)?类型|(比较|运算|计算|(绩效)?度量|指标值?)?符号|比较符|运算符|操作符|(绩效)?(指标)?性质|指标方向|绩效度量符)$/,
  ],
  ['unit', /^((指标值?)?(计量|度量)?单位|计量)$/],
  [
    'target',
    /^((年度|全年|年初(?:设定)?|本年度?|当年|计划|预期|绩效|实施期|中期|长期|三级)*(指标|目标|计划|预期|绩效目标)(目标)?值(([及和/])(计量|度量)?单位)?|标杆值)$/,
  ],
  [
    'explanation',
    /^((绩效)?指标值?(的)?(解释|说明|释义|含义|内容说明|内容)([及和]?(计算)?(公式|方法))?|指标内涵|(指标)?计算(公式|方法)|解释|说明|解释说明)$/,
  ],
  [
    'standard',
    /^((绩效)?(指标)?([评扣计赋打得记])?\(?[评扣加减得]?\)?(分|价)(标准|规则|细则|办法|方法|依据)|考[评核]标准|绩效标准|评价要点)$/,
  ],
  ['weight', /^((指标|标准|目标)?(分值|权重)([(/]?(权重|分值)\)?)?|标准分|满分|[赋配]分|权重分值?)(%|分)?$/],
  [
    'actual',
    /^((全年|年度|本年|自评)?(实际)?(完成|达成)(指标)?(值|情况)?|(全年|年度)?实际(指标)?(值|完成|完成情况)|指标完成(值|情况))$/,
  ],
  ['score', /^((自评|实际|评价|指标|复核|绩效)?(得分|评分)|自评分)$/],
  [
    'deviation',
    /^((未完成|未达标|偏差|偏离|差异|没有完成)(的)?(原因|情况)?(分析|说明)?([及和与]?(拟采取的?|下一步)?(改进|整改)(措施|意见|建议))?(说明)?|原因(分析|说明)([及和与]?改进措施)?)$/,
  ],
  ['remark', /^备注(说明)?$/],
  [
    'other',
    /^(序号|编号|指标编码|\d{1,2}-\d{1,2}月(份)?(执行|完成)(情况|数|值)|.{0,4}(执行|完成)情况|.{0,6}预计(完成|执行)?(情况|值|数)?|(完成目标|目标完成)?可能性|(经费|制度|人员|硬件条件?)保障|其他|确定能|有可能|完全不可能|佐证(材料|资料)?(名称)?|[上下前后]?半年(度)?(指标|目标|计划|完成)?值|(原|调整[前后]的?)(年度)?(指标|目标)值|调整(事项|类型|理由|原因)|文号(或日期)?|页数|份数|存放(位置|地点)|提供人|复核(得)?分|得分差异|扣分(理由|原因)|(指标值?|佐证)?(数据|资料)来源|上年(度)?(指标|实际|完成)值|分年度?(指标|目标)值|指标值?(来源|属性|编码)|责任(科室|股室|单位|人)|评价结论|历史(值|参考值)|行业标准值?)$/,
  ],
  ['side', /^((部门|单位|项目)?(\(单位\))?(整体)?(支出)?(年度)?(绩效指标|绩效目标|指标|绩效)(体系|完成情况)?)$/],
];

/** Words at least one of which is in every heading: most cells of a sheet are turned away by this alone. */
const HINT = /[指级标值类符性单量解说释分权评准完得实原偏备预执序编能保其可佐调文页份存提据责算]/;
const LONGEST = 32;
/** The same without remarks in brackets. */
const LONGEST_BARE = 20;

const known = new Map<string, Heading | null>();

/** What a heading says, or null for words that are no heading. */
export function headingOf(text: string): Heading | null {
  if (text.length > LONGEST || !HINT.test(text)) return null;
  const found = known.get(text);
  if (found !== undefined) return found;
  const heading = match(text);
  if (known.size > 5000) known.clear();
  known.set(text, heading);
  return heading;
}

function match(text: string): Heading | null {
  const whole = squash(text).replace(/[:*]$/, '');
  const bare = whole.replace(/\([^()]*\)/g, '');
  if (bare.length > LONGEST_BARE) return null;
  for (const candidate of bare === whole || bare === '' ? [whole] : [whole, bare]) {
    for (const [heading, pattern] of HEADINGS) if (pattern.test(candidate)) return heading;
  }
  return null;
}

/** Headings of targets that are set for several years. */
export const LONG_TERM = /实施期|中长?期|长期/;

/** The last of four levels, beside which 三级指标 names a group. */
export const LAST_LEVEL = /^(?:[^/]*\/)?四级/;

/** Characters one of which is in every heading that names a level or an indicator. */
const ANCHOR_HINT = /[级名项类具]/;

/** Quickly tells most cells that cannot be an anchor. */
export function mayAnchor(text: string): boolean {
  return text.length <= LONGEST && ANCHOR_HINT.test(text);
}

/** Headings that only an indicator table has. */
export function isAnchor(heading: Heading | null): heading is 'level1' | 'level2' | 'name' {
  return heading === 'level1' || heading === 'level2' || heading === 'name';
}
