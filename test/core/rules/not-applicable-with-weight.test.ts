import { rule } from '../../../src/core/rules/not-applicable-with-weight';
import { wording as en } from '../../../src/core/rules/not-applicable-with-weight/en-US';
import { wording as zh } from '../../../src/core/rules/not-applicable-with-weight/zh-CN';
import { ruleTester } from '../../support/rule-tester';

ruleTester(
  { rule, wording: { 'zh-CN': zh, 'en-US': en } },
  {
    valid: [
      {
        name: 'not applicable and without points',
        columns: 'weighted',
        rows: [
          ['产出指标', '数量指标', '培训次数', '≥', 10, '次', '培训不低于10次', '得满分', 20],
          ['产出指标', '质量指标', '培训合格率', '≥', 95, '%', '合格人数占比', '得满分', 30],
          ['效益指标', '社会效益指标', '受益群众人数', '≥', 500, '人', '受益人数', '得满分', 30],
          ['满意度指标', '服务对象满意度指标', '群众满意度', '≥', 90, '%', '满意人数占比', '得满分', 10],
          ['效益指标', '生态效益指标', '减排量', '', '不适用', '', '', '', 0],
        ],
      },
      {
        name: 'nothing as a target: no accident',
        columns: 'weighted',
        rows: [
          ['产出指标', '数量指标', '培训次数', '≥', 10, '次', '培训不低于10次', '得满分', 20],
          ['产出指标', '质量指标', '培训合格率', '≥', 95, '%', '合格人数占比', '得满分', 30],
          ['效益指标', '社会效益指标', '受益群众人数', '≥', 500, '人', '受益人数', '得满分', 25],
          ['满意度指标', '服务对象满意度指标', '群众满意度', '≥', 90, '%', '满意人数占比', '得满分', 10],
          ['产出指标', '质量指标', '安全事故', '定性', '无', '', '', '发生不得分', 5],
        ],
      },
    ],
    invalid: [
      {
        name: 'not applicable with points',
        columns: 'weighted',
        rows: [
          ['产出指标', '数量指标', '培训次数', '≥', 10, '次', '培训不低于10次', '得满分', 20],
          ['产出指标', '质量指标', '培训合格率', '≥', 95, '%', '合格人数占比', '得满分', 30],
          ['效益指标', '社会效益指标', '受益群众人数', '≥', 500, '人', '受益人数', '得满分', 25],
          ['满意度指标', '服务对象满意度指标', '群众满意度', '≥', 90, '%', '满意人数占比', '得满分', 10],
          ['效益指标', '生态效益指标', '减排量', '', '不涉及', '', '', '', 5],
        ],
        findings: [
          {
            message: '“减排量”写着“不涉及”，却有5分，没有办法评分。请删去这个指标，把分值分给其他指标。',
            cell: 'E7',
            data: { name: '减排量', words: '不涉及', weight: 5 },
            severity: 'error',
          },
        ],
      },
    ],
  },
);
