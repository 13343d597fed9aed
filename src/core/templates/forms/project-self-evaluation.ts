import { selfEvaluation, PROJECT_FUNDS } from '../self-evaluations';
import type { Form } from '../model';

/** 项目支出绩效自评表. */
export const form: Form = selfEvaluation({
  id: 'project-self-evaluation',
  version: 1,
  title: { zh: '项目支出绩效自评表', en: 'Project self-evaluation' },
  subject: 'project',
  heading: '项目支出绩效自评表',
  funds: PROJECT_FUNDS,
});
