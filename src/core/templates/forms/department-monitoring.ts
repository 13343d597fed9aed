import { monitoring } from '../monitorings';
import type { Form } from '../model';

/** 部门整体支出绩效运行监控表. */
export const form: Form = monitoring({
  id: 'department-monitoring',
  version: 1,
  title: { zh: '部门整体支出绩效运行监控表', en: 'Department monitoring' },
  subject: 'department',
  heading: '部门整体支出绩效运行监控表',
  funds: ['年度资金总额', '其中：基本支出', '项目支出'],
});
