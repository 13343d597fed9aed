import { compile, evaluate, type Actual, type StandardInput } from '../../../src/core/scoring';

type Beside = Omit<StandardInput, 'standard'>;
type Row = readonly [standard: string, beside: Beside, cases: readonly (readonly [Actual, number | string])[]];

function outcome(standard: string, beside: Beside, actual: Actual): number | string {
  const compiled = compile({ standard, ...beside });
  if (!compiled.ok) return compiled.refusal.code;
  const found = evaluate(compiled.standard, actual);
  if (found.status === 'scored') return found.score;
  return found.status === 'invalid' ? found.problem : found.code;
}

/** As clerks leave them: a full stop of ASCII, points first, points in brackets, units of two things, topics before the question. */
const SCORED: readonly Row[] = [
  [
    '预算完成率=（预算完成数/预算数）×100%。得分=预算完成率×权重分，超过100%的按满分计。',
    { weight: 5, target: 100, operator: '=', unit: '%', year: 2026 },
    [
      [100, 5],
      [92, 4.6],
      [80, 4],
    ],
  ],
  [
    '项目立项符合国家法律法规得1分；与部门职责范围相符得1分；按规定程序申请设立得1分。不符合不得分。',
    { weight: 3, year: 2026 },
    [
      [[true, true, true], 3],
      [[true, false, false], 1],
    ],
  ],
  [
    '符合3条标准得满分，符合2条得2/3分值，符合1条得1/3分值，均不符合不得分',
    { weight: 3, target: 3, operator: '=', unit: '条', year: 2026 },
    [
      [3, 3],
      [2, 2],
      [1, 1],
      [0, 0],
    ],
  ],
  [
    '得分=实际完成数÷计划完成数×权重分值，超额完成的按满分计算',
    { weight: 6, target: 60, operator: '≥', unit: '个', year: 2026 },
    [
      [60, 6],
      [45, 4.5],
      [80, 6],
    ],
  ],
  [
    '全年开展执法检查24次，得满分。每缺1次扣减1分，扣完即止。',
    { weight: 6, target: 24, operator: '≥', unit: '次', year: 2026 },
    [
      [24, 6],
      [21, 3],
      [10, 0],
    ],
  ],
  [
    '下乡巡诊不少于48次/年，达标得6分，不达标按比例扣分。',
    { weight: 6, target: 48, operator: '≥', unit: '次', year: 2026 },
    [
      [48, 6],
      [36, 4.5],
    ],
  ],
  [
    '采购设备数量≥15台（套），得5分；10-14台（套），得3分；5-9台（套），得1分；少于5台（套），不得分。',
    { weight: 5, target: 15, operator: '≥', unit: '台（套）', year: 2026 },
    [
      [15, 5],
      [12, 3],
      [9, 1],
      [4, 0],
    ],
  ],
  [
    '招聘公益性岗位人员150人，全部到岗得6分，少招1人扣0.2分，扣完该项分为止',
    { weight: 6, target: 150, operator: '≥', unit: '人', year: 2026 },
    [
      [150, 6],
      [140, 4],
      [100, 0],
    ],
  ],
  [
    '年度任务完成率达到90%以上的得满分；80%—89%得该项分值的80%；60%-79%得该项分值的60%；60%以下的不得分。',
    { weight: 5, target: 90, operator: '≥', unit: '%', year: 2026 },
    [
      [95, 5],
      [85, 4],
      [70, 3],
      [59, 0],
    ],
  ],
  [
    '以300人为基数，每增加20人加1分，最高加5分；不足300人的不得分。基础分5分。',
    { weight: 10, target: 400, operator: '≥', unit: '人', year: 2026 },
    [
      [300, 5],
      [345, 7],
      [400, 10],
      [500, 10],
      [299, 0],
    ],
  ],
  [
    '质量达标率100%，计10分；95%≤质量达标率＜100%，计8分；90%≤质量达标率＜95%，计6分；85%≤质量达标率＜90%，计4分；质量达标率＜85%，计0分',
    { weight: 10, target: 100, operator: '=', unit: '%', year: 2026 },
    [
      [100, 10],
      [97, 8],
      [90, 6],
      [86, 4],
      [80, 0],
    ],
  ],
  [
    '各项制度落实到位得5分，基本落实得3分，未落实得0分',
    { weight: 5, target: '落实到位', year: 2026 },
    [
      ['落实到位', 5],
      ['基本落实', 3],
      ['未落实', 0],
    ],
  ],
  [
    '在2026年11月30日前完工得5分，逾期每天扣0.1分，扣完为止',
    { weight: 5, target: '2026年11月30日前', year: 2026 },
    [
      ['2026-11-30', 5],
      ['2026-12-10', 4],
      ['2027-03-01', 0],
    ],
  ],
  [
    '任务完成及时性：及时5分，较及时3分，不及时0分',
    { weight: 5, target: '及时', year: 2026 },
    [
      ['及时', 5],
      ['较及时', 3],
      ['不及时', 0],
    ],
  ],
  [
    '每季度末10日内报送报表，全年4次，每迟报一次扣权重分的25%。',
    { weight: 4, target: 0, operator: '=', unit: '次', year: 2026 },
    [
      [0, 4],
      [1, 3],
      [4, 0],
    ],
  ],
  [
    '成本不超过预算得10分；超预算5%以内（含5%）得6分；超预算5%-10%（含10%）得3分；超预算10%以上得0分',
    { weight: 10, target: 200, operator: '≤', unit: '万元', year: 2026 },
    [
      [200, 10],
      [208, 6],
      [210, 6],
      [215, 3],
      [220, 3],
      [230, 0],
    ],
  ],
  [
    '人均培训成本≤400元/人·天，得5分；每高于10元扣1分，扣完为止。',
    { weight: 5, target: 400, operator: '≤', unit: '元/人·天', year: 2026 },
    [
      [380, 5],
      [415, 4],
      [460, 0],
    ],
  ],
  [
    '总投资控制数≤1500万元，得10分；超出部分每1%扣2分，扣完为止',
    { weight: 10, target: 1500, operator: '≤', unit: '万元', year: 2026 },
    [
      [1500, 10],
      [1515, 8],
      [1530, 6],
      [1600, 0],
    ],
  ],
  [
    '项目支出控制在预算批复范围内的得4分，超出预算批复范围的不得分。',
    { weight: 4, target: 350, operator: '≤', unit: '万元', year: 2026 },
    [
      [350, 4],
      [351, 0],
    ],
  ],
  [
    '亩均补助标准=1500元/亩，达标得5分，不达标得0分',
    { weight: 5, target: 1500, operator: '=', unit: '元/亩', year: 2026 },
    [
      [1500, 5],
      [1400, 0],
    ],
  ],
  [
    '办公用品成本≤3万元（2分），印刷费≤5万元（2分），超过不得分。',
    { weight: 4, year: 2026 },
    [
      [[2.5, 4], 4],
      [[3, 6], 2],
      [[4, 6], 0],
    ],
  ],
  [
    '在预算控制数内得满分，超支10%以内扣2分，超支10%-20%扣4分，超支20%以上不得分。',
    { weight: 6, target: 30, operator: '≤', unit: '万元', year: 2026 },
    [
      [30, 6],
      [32, 4],
      [35, 2],
      [40, 0],
    ],
  ],
  [
    '问卷调查满意率大于等于95%计满分；85%（含）-95%之间，按实际满意率/95%×分值计；85%以下计0分',
    { weight: 10, target: 95, operator: '≥', unit: '%', year: 2026 },
    [
      [95, 10],
      [97, 10],
      [90.25, 9.5],
      [85, 8.95],
      [84, 0],
    ],
  ],
  [
    '群众上访事件零发生计8分；发生1起扣2分；发生2起扣5分；发生3起及以上不计分',
    { weight: 8, target: 0, operator: '=', unit: '起', year: 2026 },
    [
      [0, 8],
      [1, 6],
      [2, 3],
      [3, 0],
      [4, 0],
    ],
  ],
  [
    '带动脱贫人口增收≥3000元/人得满分；2000（含）-3000元得70%；1000（含）-2000元得40%；1000元以下不得分',
    { weight: 10, target: 3000, operator: '≥', unit: '元/人', year: 2026 },
    [
      [3200, 10],
      [2500, 7],
      [1000, 4],
      [800, 0],
    ],
  ],
  [
    '水质达标率≥98%，得10分，每减少1%扣2分，减到0分为止',
    { weight: 10, target: 98, operator: '≥', unit: '%', year: 2026 },
    [
      [98, 10],
      [96, 6],
      [90, 0],
    ],
  ],
  [
    '师生满意度：A.≥95% 得8分；B.≥90% 得6分；C.≥80% 得4分；D.<80% 得0分',
    { weight: 8, target: 95, operator: '≥', unit: '%', year: 2026 },
    [
      [95, 8],
      [93, 6],
      [80, 4],
      [70, 0],
    ],
  ],
  [
    '5分。完成5次得满分，完成3-4次得3分，完成1-2次得1分，未开展不得分。',
    { weight: 5, target: 5, operator: '≥', unit: '次', year: 2026 },
    [
      [5, 5],
      [4, 3],
      [3, 3],
      [2, 1],
      [0, 0],
    ],
  ],
  [
    '1.组织培训≥3期（3分），每少一期扣1分；2.培训人数≥200人（2分），每少10人扣0.2分。',
    { weight: 5, year: 2026 },
    [
      [[3, 200], 5],
      [[2, 180], 3.6],
    ],
  ],
  [
    '（1）按月发放（2分）；（2）足额发放（2分）；（3）公示到位（1分）。每项不符合不得分。',
    { weight: 5, year: 2026 },
    [
      [[true, true, true], 5],
      [[true, false, true], 3],
    ],
  ],
  [
    '制度健全2分，执行有效2分，档案完整1分，缺一项扣相应分值。',
    { weight: 5, year: 2026 },
    [
      [[true, true, true], 5],
      [[true, true, false], 4],
    ],
  ],
  [
    '一等奖每个3分，二等奖每个2分，三等奖每个1分，累计不超过10分',
    { weight: 10, year: 2026 },
    [
      [[1, 2, 1], 8],
      [[3, 2, 0], 10],
      [[0, 0, 0], 0],
    ],
  ],
  [
    '得分 = 10 -（100% - 完成率）×50，最低为0分',
    { weight: 10, target: 100, operator: '≥', unit: '%', year: 2026 },
    [
      [100, 10],
      [90, 5],
      [70, 0],
    ],
  ],
  [
    '得分=该项权重×完成率（完成率大于100%时按100%计）',
    { weight: 7, target: 100, operator: '≥', unit: '%', year: 2026 },
    [
      [100, 7],
      [150, 7],
      [60, 4.2],
    ],
  ],
  [
    '用实际完成值除以目标值乘以10分计算得分，超过10分按10分计',
    { weight: 10, target: 25, operator: '≥', unit: '个', year: 2026 },
    [
      [25, 10],
      [20, 8],
      [30, 10],
    ],
  ],
  [
    '实际得分=指标分值×(实际值÷目标值)；实际值＞目标值时，按指标分值计。',
    { weight: 10, target: 500, operator: '≥', unit: '人', year: 2026 },
    [
      [500, 10],
      [400, 8],
      [600, 10],
    ],
  ],
  [
    '完成100%得满分，每少完成5%扣1分,扣完为止.',
    { weight: 10, target: 100, operator: '≥', unit: '%', year: 2026 },
    [
      [100, 10],
      [90, 8],
      [93, 9],
      [20, 0],
    ],
  ],
  [
    '完成得5分;未完成得0分.',
    { weight: 5, target: '完成', year: 2026 },
    [
      ['完成', 5],
      ['未完成', 0],
    ],
  ],
  [
    '达标：5分  未达标：0分',
    { weight: 5, target: '达标', year: 2026 },
    [
      ['达标', 5],
      ['未达标', 0],
    ],
  ],
  [
    '10分：≥95%；8分：90%（含）-95%；5分：80%（含）-90%；0分：<80%',
    { weight: 10, target: 95, operator: '≥', unit: '%', year: 2026 },
    [
      [95, 10],
      [92, 8],
      [80, 5],
      [79, 0],
    ],
  ],
  [
    '≥100%（得10分）；≥90%且<100%（得8分）；≥80%且<90%（得6分）；<80%（不得分）',
    { weight: 10, target: 100, operator: '≥', unit: '%', year: 2026 },
    [
      [100, 10],
      [95, 8],
      [80, 6],
      [70, 0],
    ],
  ],
  [
    '完成全部工作得满分；未完成的，按已完成工作量占全部工作量的比重计分',
    { weight: 10, target: 100, operator: '≥', unit: '%', year: 2026 },
    [
      [100, 10],
      [70, 7],
    ],
  ],
  [
    '实际完成数≥目标数，得满分；实际完成数＜目标数，得分＝（实际完成数/目标数）×分值',
    { weight: 9, target: 36, operator: '≥', unit: '公里', year: 2026 },
    [
      [36, 9],
      [24, 6],
      [40, 9],
    ],
  ],
  [
    '会议费支出不超预算，得2分；培训费支出不超预算，得2分；超预算的该项不得分',
    { weight: 4, year: 2026 },
    [
      [[true, true], 4],
      [[true, false], 2],
    ],
  ],
  [
    '少组织1人扣0.2分，完成培训150人得6分',
    { weight: 6, target: 150, operator: '≥', unit: '人' },
    [
      [150, 6],
      [140, 4],
    ],
  ],
  [
    '公开8张表得8分，少公开1张扣1分',
    { weight: 8 },
    [
      [0, 8],
      [3, 5],
    ],
  ],
  [
    '超支10%以内扣2分，超支10%以上扣5分，不超预算得满分',
    { weight: 5, target: 100, operator: '≤', unit: '万元' },
    [
      [100, 5],
      [105, 3],
      [115, 0],
    ],
  ],
  [
    '完成率达到100%得满分；80%-100%得8分；80%以下不得分',
    { weight: 10, target: 50, operator: '≥', unit: '%' },
    [
      [50, 10],
      [45, 8],
      [30, 0],
    ],
  ],
  [
    '工作经费控制在预算批复范围内得5分，超预算批复范围不得分',
    { weight: 5, target: 20, operator: '≤', unit: '万元' },
    [
      [20, 5],
      [21, 0],
    ],
  ],
];

test.each(SCORED)('%s', (standard, beside, cases) => {
  expect(cases.map(([actual]) => [actual, outcome(standard, beside, actual)])).toEqual(cases);
});

/** What was scored, and wrongly: now it says what stands in the way. */
const REFUSED: readonly (readonly [string, Beside, Actual, string])[] = [
  ['每下降0.1个百分点扣1分，扣完为止', { weight: 5, target: 0, operator: '≤', unit: '%' }, 0.2, 'proportion-direction'],
  ['每发现一次扣相应分值', { weight: 5, target: 0, operator: '=', unit: '次' }, 1, 'discretion'],
  [
    '完成率≥90%，得满分；60%≤完成率＜90%，按实际完成率计分；完成率＜60%，不得分',
    { weight: 10, target: 90, operator: '≥', unit: '%' },
    80,
    'not-understood',
  ],
  ['得分=目标值×10分', { weight: 10, target: 25, operator: '≥', unit: '个' }, 20, 'not-understood'],
  ['每次扣1分，累计不超过5分', { weight: 10, target: 0, operator: '=', unit: '次' }, 1, 'not-understood'],
  ['达标：5分未达标：0分', { weight: 10 }, '达标', 'not-understood'],
];

test.each(REFUSED)('%s has no score', (standard, beside, actual, code) => {
  expect(outcome(standard, beside, actual)).toBe(code);
});
