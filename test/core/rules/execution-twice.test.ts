import { rule } from '../../../src/core/rules/execution-twice';
import { wording as en } from '../../../src/core/rules/execution-twice/en-US';
import { wording as zh } from '../../../src/core/rules/execution-twice/zh-CN';
import { ruleTester } from '../../support/rule-tester';
import { HUNAN } from './rows';

ruleTester(
  { rule, wording: { 'zh-CN': zh, 'en-US': en } },
  {
    valid: [
      {
        name: '100 points with the execution rate among them',
        columns: 'weighted',
        rows: [
          ['产出指标', '数量指标', '培训次数', '≥', 10, '次', '培训不低于10次', '得满分', 20],
          ['产出指标', '质量指标', '培训合格率', '≥', 95, '%', '合格人数占比', '得满分', 30],
          ['效益指标', '社会效益指标', '受益群众人数', '≥', 500, '人', '受益人数', '得满分', 30],
          ['满意度指标', '服务对象满意度指标', '群众满意度', '≥', 90, '%', '满意人数占比', '得满分', 10],
          ['产出指标', '时效指标', '预算执行率', '=', 100, '%', '', '得满分', 10],
        ],
      },
      { name: 'no points', rows: [...HUNAN, ['产出指标', '时效指标', '预算执行率', '=', 100, '%']] },
    ],
    invalid: [
      {
        name: 'beside the 10 that are set aside',
        columns: 'weighted',
        rows: [
          ['产出指标', '数量指标', '培训次数', '≥', 10, '次', '培训不低于10次', '得满分', 20],
          ['产出指标', '质量指标', '培训合格率', '≥', 95, '%', '合格人数占比', '得满分', 25],
          ['效益指标', '社会效益指标', '受益群众人数', '≥', 500, '人', '受益人数', '得满分', 30],
          ['满意度指标', '服务对象满意度指标', '群众满意度', '≥', 90, '%', '满意人数占比', '得满分', 10],
          ['产出指标', '时效指标', '预算执行率', '=', 100, '%', '', '得满分', 5],
        ],
        findings: [
          {
            message:
              '各指标合计90分，留出的10分就是预算执行率；“预算执行率”又占5分，同一件事会计两次分。请换用别的指标。',
            cell: 'C7',
            data: { name: '预算执行率', weight: 5, execution: 10, sum: 90 },
            severity: 'warning',
          },
        ],
      },
      {
        name: 'beside the funds grid',
        columns: 'selfEvaluation',
        title: '2025年度项目支出绩效自评表',
        above: [
          ['项目名称', '培训项目'],
          ['项目资金（万元）', '', '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
          ['', '年度资金总额', 100, 100, 95, 10, '95%', 9.5],
        ],
        rows: [
          ['产出指标', '数量指标', '培训次数', '≥10次', '12次', 30, 30, ''],
          ['产出指标', '质量指标', '合格次数', '≥10次', '12次', 30, 30, ''],
          ['效益指标', '社会效益指标', '受益次数', '≥10次', '12次', 20, 20, ''],
          ['产出指标', '时效指标', '资金支出率', '100%', '95%', 10, 9.5, ''],
        ],
        findings: [
          {
            message:
              '资金表里的预算执行率已占10分，“资金支出率”又占10分，同一件事计了两次分。请删去这个指标，调整分值。',
            cell: 'C9',
            data: { name: '资金支出率', weight: 10, execution: 10, sum: 90 },
            severity: 'warning',
          },
        ],
      },
    ],
  },
);
