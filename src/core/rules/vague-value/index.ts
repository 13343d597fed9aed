import { findQuantities } from '../../text';
import { cellOf, defineRule } from '../rule';
import { nameOf } from '../targets';

/** Words of degree and of effort, which say nothing that could be measured. */
const VAGUE =
  /明显|显著|较[好高强大]|良好|突出|一般|及时|稳定|稳步|逐步|进一步|持续|不断|长期|有效|有力|充分|全面|积极|切实|大幅|基本(?:满意|规范|保障|稳定|实现|达到|完成|符合要求)|予以|得到|得以|提升|提高|改善|改进|增强|加强|促进|推动|推进|保障|优化|完善|深化|规范|满意|顺畅|高效|优质|浓厚|提振|下降|减少|降低|上升|增加/u;

/** Results that either are there or are not. */
const DEFINITE =
  /^(?:[是否有无]|零\p{L}{0,6}|合格|不合格|达标|通过|已?完成|全部完成|按[时期]\p{L}{0,4}|验收合格|通过验收|不发生\p{L}*|无\p{L}*)$/u;

/** Where a grade is told by something that can be looked up or counted. */
const CRITERION = /是指|指的是|具体标准|评价标准为|判定标准|依据|以.{1,20}为准|考核结果|①/u;

export const rule = defineRule({
  code: 'PT210',
  name: 'vague-value',
  scope: 'row',
  severity: 'warning',
  dimension: 'feasibility',
  fields: ['target', 'explanation', 'standard', 'weight', 'level2'],
  source: { document: '财预〔2021〕101号', clause: '一（二）3', scope: 'central-project' },
  yieldsTo: ['PT209', 'PT211'],
  *check(indicator) {
    const { reading, explanation, standard, weight } = indicator;
    if (reading.kind !== 'qualitative' || DEFINITE.test(reading.value) || !VAGUE.test(reading.value)) return;
    const words = `${explanation?.raw ?? ''}\n${standard?.raw ?? ''}`;
    const measured = findQuantities(words).some(({ unit }) => unit !== null && unit !== '分');
    if (measured || CRITERION.test(words)) return;
    const data = { name: nameOf(indicator), value: reading.value };
    yield {
      message: weight ? 'weighted' : 'vague',
      cell: cellOf(indicator, 'target'),
      field: 'target',
      indicator,
      data: weight ? { ...data, points: weight.value } : data,
    };
  },
});
