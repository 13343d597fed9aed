import { typedSelfEvaluation, DEPARTMENT_FUNDS } from '../self-evaluations';
import type { Form } from '../model';

/** 部门整体支出绩效自评表 with 指标性质 | 指标值 | 度量单位. */
export const form: Form = typedSelfEvaluation({
  id: 'department-self-evaluation-typed',
  version: 1,
  title: { zh: '部门整体支出绩效自评表（分列指标值）', en: 'Department self-evaluation, targets in three columns' },
  subject: 'department',
  heading: '部门整体支出绩效自评表',
  funds: DEPARTMENT_FUNDS,
});
