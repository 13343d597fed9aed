import { typedSelfEvaluation, PROJECT_FUNDS } from '../self-evaluations';
import type { Form } from '../model';

/** 项目支出绩效自评表 with 指标性质 | 指标值 | 度量单位. */
export const form: Form = typedSelfEvaluation({
  id: 'project-self-evaluation-typed',
  version: 1,
  title: { zh: '项目支出绩效自评表（分列指标值）', en: 'Project self-evaluation, targets in three columns' },
  subject: 'project',
  heading: '项目支出绩效自评表',
  funds: PROJECT_FUNDS,
});
