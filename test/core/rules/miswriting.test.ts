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
          [
            '年度总体目标',
            '自己完成的工作在年末完成、季度末完成；提拔入党积极分子，选拔入库；承办公作风建设活动；预防犯罪；按装机容量；究竟标准如何；财政部份额；全部份数；发布署名文章；多重覆盖；完成律师培训；进入帐篷',
          ],
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
            message: '“观指导和承办公作”里的“承办公作”像是“承办工作”之误。请核对。',
            cell: 'B3',
            data: { context: '观指导和承办公作', wrong: '承办公作', right: '承办工作' },
            severity: 'info',
            fixes: [
              { title: '将“承办公作”改为“承办工作”', grade: 'choice', result: { B3: '负责宏观指导和承办工作。' } },
            ],
          },
        ],
      },
      {
        name: 'the whole list',
        rows: [
          ...HUNAN,
          [
            '产出指标',
            '数量指标',
            '检查次数',
            '≥',
            5,
            '次',
            '己经布署；末完成的按装；竟争立项；覆盖律、完成律、合格律；满意渡；贯切；防犯风险；峻工；追综问效；另人满意；重覆；幅射；效果名显；部份；撤消；台帐；划拔',
          ],
        ],
        findings: [
          {
            message: '“己经布署”里的“己”像是“已”之误。请核对。',
            cell: 'G7',
            data: { context: '己经布署', wrong: '己', right: '已' },
            severity: 'info',
            fixes: [
              {
                title: '将“己”改为“已”',
                grade: 'choice',
                result: {
                  G7: '已经布署；末完成的按装；竟争立项；覆盖律、完成律、合格律；满意渡；贯切；防犯风险；峻工；追综问效；另人满意；重覆；幅射；效果名显；部份；撤消；台帐；划拔',
                },
              },
            ],
          },
          {
            message: '“末完成的按”里的“末”像是“未”之误。请核对。',
            cell: 'G7',
            data: { context: '末完成的按', wrong: '末', right: '未' },
            severity: 'info',
            fixes: [
              {
                title: '将“末”改为“未”',
                grade: 'choice',
                result: {
                  G7: '己经布署；未完成的按装；竟争立项；覆盖律、完成律、合格律；满意渡；贯切；防犯风险；峻工；追综问效；另人满意；重覆；幅射；效果名显；部份；撤消；台帐；划拔',
                },
              },
            ],
          },
          {
            message: '“划拔”里的“拔”像是“拨”之误。请核对。',
            cell: 'G7',
            data: { context: '划拔', wrong: '拔', right: '拨' },
            severity: 'info',
            fixes: [
              {
                title: '将“拔”改为“拨”',
                grade: 'choice',
                result: {
                  G7: '己经布署；末完成的按装；竟争立项；覆盖律、完成律、合格律；满意渡；贯切；防犯风险；峻工；追综问效；另人满意；重覆；幅射；效果名显；部份；撤消；台帐；划拨',
                },
              },
            ],
          },
          {
            message: '“己经布署”里的“布署”像是“部署”之误。请核对。',
            cell: 'G7',
            data: { context: '己经布署', wrong: '布署', right: '部署' },
            severity: 'info',
            fixes: [
              {
                title: '将“布署”改为“部署”',
                grade: 'choice',
                result: {
                  G7: '己经部署；末完成的按装；竟争立项；覆盖律、完成律、合格律；满意渡；贯切；防犯风险；峻工；追综问效；另人满意；重覆；幅射；效果名显；部份；撤消；台帐；划拔',
                },
              },
            ],
          },
          {
            message: '“末完成的按装”里的“按装”像是“安装”之误。请核对。',
            cell: 'G7',
            data: { context: '末完成的按装', wrong: '按装', right: '安装' },
            severity: 'info',
            fixes: [
              {
                title: '将“按装”改为“安装”',
                grade: 'choice',
                result: {
                  G7: '己经布署；末完成的安装；竟争立项；覆盖律、完成律、合格律；满意渡；贯切；防犯风险；峻工；追综问效；另人满意；重覆；幅射；效果名显；部份；撤消；台帐；划拔',
                },
              },
            ],
          },
          {
            message: '“竟争立项”里的“竟”像是“竞”之误。请核对。',
            cell: 'G7',
            data: { context: '竟争立项', wrong: '竟', right: '竞' },
            severity: 'info',
            fixes: [
              {
                title: '将“竟”改为“竞”',
                grade: 'choice',
                result: {
                  G7: '己经布署；末完成的按装；竞争立项；覆盖律、完成律、合格律；满意渡；贯切；防犯风险；峻工；追综问效；另人满意；重覆；幅射；效果名显；部份；撤消；台帐；划拔',
                },
              },
            ],
          },
          {
            message: '“覆盖律”里的“覆盖律”像是“覆盖率”之误。请核对。',
            cell: 'G7',
            data: { context: '覆盖律', wrong: '覆盖律', right: '覆盖率' },
            severity: 'info',
            fixes: [
              {
                title: '将“覆盖律”改为“覆盖率”',
                grade: 'choice',
                result: {
                  G7: '己经布署；末完成的按装；竟争立项；覆盖率、完成律、合格律；满意渡；贯切；防犯风险；峻工；追综问效；另人满意；重覆；幅射；效果名显；部份；撤消；台帐；划拔',
                },
              },
            ],
          },
          {
            message: '“满意渡”里的“满意渡”像是“满意度”之误。请核对。',
            cell: 'G7',
            data: { context: '满意渡', wrong: '满意渡', right: '满意度' },
            severity: 'info',
            fixes: [
              {
                title: '将“满意渡”改为“满意度”',
                grade: 'choice',
                result: {
                  G7: '己经布署；末完成的按装；竟争立项；覆盖律、完成律、合格律；满意度；贯切；防犯风险；峻工；追综问效；另人满意；重覆；幅射；效果名显；部份；撤消；台帐；划拔',
                },
              },
            ],
          },
          {
            message: '“完成律”里的“完成律”像是“完成率”之误。请核对。',
            cell: 'G7',
            data: { context: '完成律', wrong: '完成律', right: '完成率' },
            severity: 'info',
            fixes: [
              {
                title: '将“完成律”改为“完成率”',
                grade: 'choice',
                result: {
                  G7: '己经布署；末完成的按装；竟争立项；覆盖律、完成率、合格律；满意渡；贯切；防犯风险；峻工；追综问效；另人满意；重覆；幅射；效果名显；部份；撤消；台帐；划拔',
                },
              },
            ],
          },
          {
            message: '“合格律”里的“合格律”像是“合格率”之误。请核对。',
            cell: 'G7',
            data: { context: '合格律', wrong: '合格律', right: '合格率' },
            severity: 'info',
            fixes: [
              {
                title: '将“合格律”改为“合格率”',
                grade: 'choice',
                result: {
                  G7: '己经布署；末完成的按装；竟争立项；覆盖律、完成律、合格率；满意渡；贯切；防犯风险；峻工；追综问效；另人满意；重覆；幅射；效果名显；部份；撤消；台帐；划拔',
                },
              },
            ],
          },
          {
            message: '“贯切”里的“贯切”像是“贯彻”之误。请核对。',
            cell: 'G7',
            data: { context: '贯切', wrong: '贯切', right: '贯彻' },
            severity: 'info',
            fixes: [
              {
                title: '将“贯切”改为“贯彻”',
                grade: 'choice',
                result: {
                  G7: '己经布署；末完成的按装；竟争立项；覆盖律、完成律、合格律；满意渡；贯彻；防犯风险；峻工；追综问效；另人满意；重覆；幅射；效果名显；部份；撤消；台帐；划拔',
                },
              },
            ],
          },
          {
            message: '“防犯风险”里的“防犯”像是“防范”之误。请核对。',
            cell: 'G7',
            data: { context: '防犯风险', wrong: '防犯', right: '防范' },
            severity: 'info',
            fixes: [
              {
                title: '将“防犯”改为“防范”',
                grade: 'choice',
                result: {
                  G7: '己经布署；末完成的按装；竟争立项；覆盖律、完成律、合格律；满意渡；贯切；防范风险；峻工；追综问效；另人满意；重覆；幅射；效果名显；部份；撤消；台帐；划拔',
                },
              },
            ],
          },
          {
            message: '“峻工”里的“峻工”像是“竣工”之误。请核对。',
            cell: 'G7',
            data: { context: '峻工', wrong: '峻工', right: '竣工' },
            severity: 'info',
            fixes: [
              {
                title: '将“峻工”改为“竣工”',
                grade: 'choice',
                result: {
                  G7: '己经布署；末完成的按装；竟争立项；覆盖律、完成律、合格律；满意渡；贯切；防犯风险；竣工；追综问效；另人满意；重覆；幅射；效果名显；部份；撤消；台帐；划拔',
                },
              },
            ],
          },
          {
            message: '“追综问效”里的“追综”像是“追踪”之误。请核对。',
            cell: 'G7',
            data: { context: '追综问效', wrong: '追综', right: '追踪' },
            severity: 'info',
            fixes: [
              {
                title: '将“追综”改为“追踪”',
                grade: 'choice',
                result: {
                  G7: '己经布署；末完成的按装；竟争立项；覆盖律、完成律、合格律；满意渡；贯切；防犯风险；峻工；追踪问效；另人满意；重覆；幅射；效果名显；部份；撤消；台帐；划拔',
                },
              },
            ],
          },
          {
            message: '“另人满意”里的“另人满意”像是“令人满意”之误。请核对。',
            cell: 'G7',
            data: { context: '另人满意', wrong: '另人满意', right: '令人满意' },
            severity: 'info',
            fixes: [
              {
                title: '将“另人满意”改为“令人满意”',
                grade: 'choice',
                result: {
                  G7: '己经布署；末完成的按装；竟争立项；覆盖律、完成律、合格律；满意渡；贯切；防犯风险；峻工；追综问效；令人满意；重覆；幅射；效果名显；部份；撤消；台帐；划拔',
                },
              },
            ],
          },
          {
            message: '“重覆”里的“重覆”像是“重复”之误。请核对。',
            cell: 'G7',
            data: { context: '重覆', wrong: '重覆', right: '重复' },
            severity: 'info',
            fixes: [
              {
                title: '将“重覆”改为“重复”',
                grade: 'choice',
                result: {
                  G7: '己经布署；末完成的按装；竟争立项；覆盖律、完成律、合格律；满意渡；贯切；防犯风险；峻工；追综问效；另人满意；重复；幅射；效果名显；部份；撤消；台帐；划拔',
                },
              },
            ],
          },
          {
            message: '“幅射”里的“幅射”像是“辐射”之误。请核对。',
            cell: 'G7',
            data: { context: '幅射', wrong: '幅射', right: '辐射' },
            severity: 'info',
            fixes: [
              {
                title: '将“幅射”改为“辐射”',
                grade: 'choice',
                result: {
                  G7: '己经布署；末完成的按装；竟争立项；覆盖律、完成律、合格律；满意渡；贯切；防犯风险；峻工；追综问效；另人满意；重覆；辐射；效果名显；部份；撤消；台帐；划拔',
                },
              },
            ],
          },
          {
            message: '“效果名显”里的“效果名显”像是“效果明显”之误。请核对。',
            cell: 'G7',
            data: { context: '效果名显', wrong: '效果名显', right: '效果明显' },
            severity: 'info',
            fixes: [
              {
                title: '将“效果名显”改为“效果明显”',
                grade: 'choice',
                result: {
                  G7: '己经布署；末完成的按装；竟争立项；覆盖律、完成律、合格律；满意渡；贯切；防犯风险；峻工；追综问效；另人满意；重覆；幅射；效果明显；部份；撤消；台帐；划拔',
                },
              },
            ],
          },
          {
            message: '“部份”里的“部份”像是“部分”之误。请核对。',
            cell: 'G7',
            data: { context: '部份', wrong: '部份', right: '部分' },
            severity: 'info',
            fixes: [
              {
                title: '将“部份”改为“部分”',
                grade: 'choice',
                result: {
                  G7: '己经布署；末完成的按装；竟争立项；覆盖律、完成律、合格律；满意渡；贯切；防犯风险；峻工；追综问效；另人满意；重覆；幅射；效果名显；部分；撤消；台帐；划拔',
                },
              },
            ],
          },
          {
            message: '“撤消”里的“撤消”像是“撤销”之误。请核对。',
            cell: 'G7',
            data: { context: '撤消', wrong: '撤消', right: '撤销' },
            severity: 'info',
            fixes: [
              {
                title: '将“撤消”改为“撤销”',
                grade: 'choice',
                result: {
                  G7: '己经布署；末完成的按装；竟争立项；覆盖律、完成律、合格律；满意渡；贯切；防犯风险；峻工；追综问效；另人满意；重覆；幅射；效果名显；部份；撤销；台帐；划拔',
                },
              },
            ],
          },
          {
            message: '“台帐”里的“帐”像是“账”之误。请核对。',
            cell: 'G7',
            data: { context: '台帐', wrong: '帐', right: '账' },
            severity: 'info',
            fixes: [
              {
                title: '将“帐”改为“账”',
                grade: 'choice',
                result: {
                  G7: '己经布署；末完成的按装；竟争立项；覆盖律、完成律、合格律；满意渡；贯切；防犯风险；峻工；追综问效；另人满意；重覆；幅射；效果名显；部份；撤消；台账；划拔',
                },
              },
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
            message: '“末完成的不”里的“末”像是“未”之误。请核对。',
            cell: 'G7',
            data: { context: '末完成的不', wrong: '末', right: '未' },
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
