import { rule } from '../../../src/core/rules/duplicate-indicator';
import { wording as en } from '../../../src/core/rules/duplicate-indicator/en-US';
import { wording as zh } from '../../../src/core/rules/duplicate-indicator/zh-CN';
import { ruleTester } from '../../support/rule-tester';
import { HUNAN } from './rows';

ruleTester(
  { rule, wording: { 'zh-CN': zh, 'en-US': en } },
  {
    valid: [
      { name: 'different indicators', rows: HUNAN },
      {
        name: 'alike names in different categories with different targets',
        rows: [
          ...HUNAN,
          ['产出指标', '时效指标', '培训完成及时率', '≥', 90, '%'],
          ['产出指标', '质量指标', '培训完成率', '≥', 95, '%'],
        ],
      },
    ],
    invalid: [
      {
        name: 'the same name twice',
        rows: [...HUNAN, ['产出指标', '数量指标', '培训 次数', '≥', 10, '次', '培训不低于10次']],
        findings: [
          {
            message: '第7行的“培训次数”与第3行是同一个指标，会被重复计分。请合并或删去一个。',
            cell: 'C7',
            data: { name: '培训次数', row: 7, first: 3, other: '培训次数' },
            severity: 'warning',
          },
        ],
      },
      {
        name: 'the same in other words',
        rows: [
          ['产出指标', '数量指标', '党员教育培训人数', '≥', 50, '人'],
          ['产出指标', '数量指标', '党员教育培训的人数', '≥', 50, '人'],
          ['产出指标', '质量指标', '培训合格率', '≥', 95, '%', '合格人数占比', '得满分'],
          ['效益指标', '社会效益指标', '受益群众人数', '≥', 500, '人', '受益人数', '得满分'],
          ['满意度指标', '服务对象满意度指标', '群众满意度', '≥', 90, '%', '满意人数占比', '得满分'],
        ],
        findings: [
          {
            message:
              '第4行的“党员教育培训的人数”与第3行的“党员教育培训人数”只是说法不同，指标值也一样。若是同一件事，请合并。',
            cell: 'C4',
            data: { name: '党员教育培训的人数', row: 4, first: 3, other: '党员教育培训人数' },
            severity: 'warning',
          },
        ],
      },
      {
        name: 'the same words in another order',
        rows: [
          ['产出指标', '数量指标', '新建集中供水站数量', '≥', 6, '处'],
          ['产出指标', '数量指标', '集中供水站新建数量', '≥', 6, '处'],
          ['产出指标', '质量指标', '培训合格率', '≥', 95, '%', '合格人数占比', '得满分'],
          ['效益指标', '社会效益指标', '受益群众人数', '≥', 500, '人', '受益人数', '得满分'],
          ['满意度指标', '服务对象满意度指标', '群众满意度', '≥', 90, '%', '满意人数占比', '得满分'],
        ],
        findings: [
          {
            message:
              '第4行的“集中供水站新建数量”与第3行的“新建集中供水站数量”只是说法不同，指标值也一样。若是同一件事，请合并。',
            cell: 'C4',
            data: { name: '集中供水站新建数量', row: 4, first: 3, other: '新建集中供水站数量' },
            severity: 'warning',
          },
        ],
      },
      {
        name: 'one name for two things',
        rows: [...HUNAN, ['产出指标', '数量指标', '培训次数', '≥', 3, '次', '面向社区的培训']],
        findings: [
          {
            message: '第7行与第3行的指标同名“培训次数”，解释却不同。请在名称里写明各指什么。',
            cell: 'C7',
            data: { name: '培训次数', row: 7, first: 3, other: '培训次数' },
            severity: 'info',
          },
        ],
      },
    ],
  },
);
