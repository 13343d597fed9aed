import { rule } from '../../../src/core/rules/category-text';
import { wording as en } from '../../../src/core/rules/category-text/en-US';
import { wording as zh } from '../../../src/core/rules/category-text/zh-CN';
import { ruleTester } from '../../support/rule-tester';
import { HUNAN } from './rows';

ruleTester(
  { rule, wording: { 'zh-CN': zh, 'en-US': en } },
  {
    valid: [
      { name: 'explanations of their own category', rows: HUNAN },
      {
        name: 'its own category among others',
        rows: [
          ...HUNAN,
          ['效益指标', '社会效益指标', '人才保障', '定性', '效果明显', '', '对经济社会可持续发展的影响'],
        ],
      },
    ],
    invalid: [
      {
        name: 'sustainability under social benefit',
        rows: [
          ...HUNAN,
          ['效益指标', '社会效益指标', '人才保障', '定性', '效果明显', '', '考核履职对可持续发展所带来的影响'],
        ],
        findings: [
          {
            message:
              '“人才保障”归在“社会效益指标”，解释里说的却是“可持续发展”，那是“可持续影响指标”的内容。请改解释，或改归类。',
            cell: 'G7',
            data: { name: '人才保障', level2: '社会效益指标', words: '可持续发展', other: '可持续影响指标' },
            severity: 'warning',
          },
        ],
      },
    ],
  },
);
