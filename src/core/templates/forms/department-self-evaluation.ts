import { selfEvaluation, DEPARTMENT_FUNDS } from '../self-evaluations';
import type { Form } from '../model';

/** 部门整体支出绩效自评表: as that of a project, with the department's name and funds by use. */
export const form: Form = selfEvaluation({
  id: 'department-self-evaluation',
  version: 1,
  title: { zh: '部门整体支出绩效自评表', en: 'Department self-evaluation' },
  subject: 'department',
  heading: '部门整体支出绩效自评表',
  funds: DEPARTMENT_FUNDS,
});
