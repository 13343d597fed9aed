import { rule } from '../../../src/core/rules/miswriting';
import { wording as en } from '../../../src/core/rules/miswriting/en-US';
import { wording as zh } from '../../../src/core/rules/miswriting/zh-CN';
import { ruleTester } from '../../support/rule-tester';
import { HUNAN } from './rows';

ruleTester(
  { rule, wording: { 'zh-CN': zh, 'en-US': en } },
  {
    valid: [
      {
        name: 'the same letters in their own words',
        above: [
          ['部门名称', '衡山县财政局'],
          ['年度总体目标', '自己完成的工作在年末完成；选拔干部；承办公作风建设活动；预防犯罪'],
        ],
        rows: HUNAN,
      },
    ],
    invalid: [
      {
        name: 'in the duties',
        above: [
          ['部门名称', '衡山县财政局'],
          ['部门职责', '负责宏观指导和承办公作。'],
        ],
        rows: HUNAN,
        findings: [
          {
            message: '“观指导和承办公作。”里的“承办公作”像是“承办工作”之误。请核对。',
            cell: 'B3',
            data: { context: '观指导和承办公作。', wrong: '承办公作', right: '承办工作' },
            severity: 'info',
            fixes: [
              { title: '将“承办公作”改为“承办工作”', grade: 'choice', result: { B3: '负责宏观指导和承办工作。' } },
            ],
          },
        ],
      },
      {
        name: 'two slips in a cell',
        rows: [
          ...HUNAN,
          ['产出指标', '数量指标', '拔付笔数', '≥', 5, '笔', '己完成拔付的笔数；末完成的不计，拔款另计'],
        ],
        findings: [
          {
            message: '“拔付笔数”里的“拔”像是“拨”之误。请核对。',
            cell: 'C7',
            data: { context: '拔付笔数', wrong: '拔', right: '拨' },
            severity: 'info',
            fixes: [{ title: '将“拔”改为“拨”', grade: 'choice', result: { C7: '拨付笔数' } }],
          },
          {
            message: '“己完成拔付”里的“己”像是“已”之误。请核对。',
            cell: 'G7',
            data: { context: '己完成拔付', wrong: '己', right: '已' },
            severity: 'info',
            fixes: [
              { title: '将“己”改为“已”', grade: 'choice', result: { G7: '已完成拔付的笔数；末完成的不计，拔款另计' } },
            ],
          },
          {
            message: '“的笔数；末完成的不”里的“末”像是“未”之误。请核对。',
            cell: 'G7',
            data: { context: '的笔数；末完成的不', wrong: '末', right: '未' },
            severity: 'info',
            fixes: [
              { title: '将“末”改为“未”', grade: 'choice', result: { G7: '己完成拔付的笔数；未完成的不计，拔款另计' } },
            ],
          },
          {
            message: '“己完成拔付的笔数”里的“拔”像是“拨”之误。请核对。',
            cell: 'G7',
            data: { context: '己完成拔付的笔数', wrong: '拔', right: '拨' },
            severity: 'info',
            fixes: [
              { title: '将“拔”改为“拨”', grade: 'choice', result: { G7: '己完成拨付的笔数；末完成的不计，拨款另计' } },
            ],
          },
        ],
      },
    ],
  },
);
