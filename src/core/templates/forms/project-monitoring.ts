import { monitoring } from '../monitorings';
import type { Form } from '../model';

/** 项目支出绩效运行监控表. */
export const form: Form = monitoring({
  id: 'project-monitoring',
  version: 1,
  title: { zh: '项目支出绩效运行监控表', en: 'Project monitoring' },
  subject: 'project',
  heading: '项目支出绩效运行监控表',
  funds: ['年度资金总额', '其中：当年财政拨款', '上年结转资金', '其他资金'],
});
