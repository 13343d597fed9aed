import { rule } from '../../../src/core/rules/name-category';
import { wording as en } from '../../../src/core/rules/name-category/en-US';
import { wording as zh } from '../../../src/core/rules/name-category/zh-CN';
import { ruleTester } from '../../support/rule-tester';
import { HUNAN } from './rows';

ruleTester(
  { rule, wording: { 'zh-CN': zh, 'en-US': en } },
  {
    valid: [
      { name: 'names in their place', rows: HUNAN },
      {
        name: 'rates that belong',
        rows: [
          ...HUNAN,
          ['产出指标', '时效指标', '完成及时率', '≥', 95, '%'],
          ['效益指标', '社会效益指标', '义务教育覆盖率', '≥', 99, '%'],
          ['产出指标', '质量指标', '病虫害控制率', '≥', 95, '%'],
          ['产出指标', '数量指标', '新录用在职培训人数', '≥', 20, '人'],
        ],
      },
    ],
    invalid: [
      {
        name: 'satisfaction as social benefit',
        rows: [...HUNAN, ['效益指标', '社会效益指标', '居民满意度', '≥', 90, '%']],
        findings: [
          {
            message: '“居民满意度”问的是满意度，却归在“社会效益指标”。请移到“服务对象满意度指标”。',
            cell: 'C7',
            data: { name: '居民满意度', level2: '社会效益指标', other: '服务对象满意度指标' },
            severity: 'warning',
          },
        ],
      },
      {
        name: 'execution under timeliness',
        rows: [...HUNAN, ['产出指标', '时效指标', '预算完成率', '=', 100, '%']],
        findings: [
          {
            message:
              '“预算完成率”反映预算执行的过程，归在“时效指标”不合适，自评时还会与预算执行率10分重复。请改用反映工作成果的指标。',
            cell: 'C7',
            data: { name: '预算完成率', level2: '时效指标' },
            severity: 'warning',
          },
        ],
      },
      {
        name: 'an input as an output',
        rows: [...HUNAN, ['产出指标', '数量指标', '财政供养人员', '=', 28, '人']],
        findings: [
          {
            message: '“财政供养人员”是投入，不是“数量指标”要反映的产出。请改用完成了多少工作的指标。',
            cell: 'C7',
            data: { name: '财政供养人员', level2: '数量指标' },
            severity: 'warning',
          },
        ],
      },
      {
        name: 'control rates under quality',
        rows: [...HUNAN, ['产出指标', '质量指标', '在职人员控制率', '≤', 100, '%']],
        findings: [
          {
            message: '“在职人员控制率”属于投入和过程方面的指标，归在“质量指标”不够贴切。请考虑改归类或换用成果指标。',
            cell: 'C7',
            data: { name: '在职人员控制率', level2: '质量指标' },
            severity: 'info',
          },
        ],
      },
      {
        name: 'party building under economic benefit',
        rows: [...HUNAN, ['效益指标', '经济效益指标', '机关党组织建设', '定性', '持续推进', '']],
        findings: [
          {
            message: '“机关党组织建设”不是“经济效益指标”的内容。请改归类，或换用反映经济效果的指标。',
            cell: 'C7',
            data: { name: '机关党组织建设', level2: '经济效益指标' },
            severity: 'info',
          },
        ],
      },
      {
        name: 'coverage of publicity as social benefit',
        rows: [...HUNAN, ['效益指标', '社会效益指标', '政策宣传覆盖率', '≥', 90, '%']],
        findings: [
          {
            message:
              '“政策宣传覆盖率”反映的是工作做到什么程度，属于产出；“社会效益指标”要反映它带来的变化。请考虑移到质量指标，另设效益指标。',
            cell: 'C7',
            data: { name: '政策宣传覆盖率', level2: '社会效益指标' },
            severity: 'info',
          },
        ],
      },
      {
        name: 'a rate under quantity',
        rows: [...HUNAN, ['产出指标', '数量指标', '任务完成率', '≥', 90, '%']],
        findings: [
          {
            message: '“任务完成率”是比率，归在“数量指标”不够贴切。数量指标写完成多少，比率请归入质量指标。',
            cell: 'C7',
            data: { name: '任务完成率', level2: '数量指标' },
            severity: 'info',
          },
        ],
      },
    ],
  },
);
