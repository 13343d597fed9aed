import { rule } from '../../../src/core/rules/signoff-blank';
import { wording as en } from '../../../src/core/rules/signoff-blank/en-US';
import { wording as zh } from '../../../src/core/rules/signoff-blank/zh-CN';
import { ruleTester } from '../../support/rule-tester';
import { HUNAN } from './rows';

ruleTester(
  { rule, wording: { 'zh-CN': zh, 'en-US': en } },
  {
    valid: [
      {
        name: 'a clerk’s own check',
        rows: HUNAN,
        below: [['业务股室审核：', null, null, null, '绩效股审核：', null, null, null, '']],
      },
      {
        name: 'a telephone number left out',
        settings: { audience: 'reviewer' },
        rows: HUNAN,
        below: [['填报人：李明', null, null, '联系电话：', null, null, null, '填报日期：2025年1月3日']],
      },
      {
        name: 'signed and dated',
        settings: { audience: 'reviewer' },
        rows: HUNAN,
        below: [['业务股室审核：', '张三', null, null, '绩效股审核：', '李四', null, '2025.1.15']],
      },
    ],
    invalid: [
      {
        name: 'not signed',
        settings: { audience: 'reviewer' },
        rows: HUNAN,
        below: [['业务股室审核：', null, null, null, '绩效股审核：', null, null, '2025.1.15']],
        findings: [
          {
            message: '表尾的“业务股室审核”、“绩效股审核”还没有填写。请由审核人签署。',
            cell: 'A7',
            data: { labels: ['“业务股室审核”', '“绩效股审核”'] },
            severity: 'info',
          },
        ],
      },
      {
        name: 'neither signed nor dated',
        settings: { audience: 'publication' },
        rows: HUNAN,
        below: [['业务股室审核：', null, null, null, '绩效股审核：']],
        findings: [
          {
            message: '表尾的“业务股室审核”、“绩效股审核”还没有填写。请由审核人签署。',
            cell: 'A7',
            data: { labels: ['“业务股室审核”', '“绩效股审核”'] },
            severity: 'info',
          },
          { message: '表尾没有日期。请填写审核日期。', cell: 'A7', data: {}, severity: 'info' },
        ],
      },
    ],
  },
);
