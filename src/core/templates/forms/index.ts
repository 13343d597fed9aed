// Generated from the files beside this one by `npm run generate`.
import { form as departmentMonitoring } from './department-monitoring';
import { form as departmentSelfEvaluation } from './department-self-evaluation';
import { form as departmentSelfEvaluationTyped } from './department-self-evaluation-typed';
import { form as departmentTargetCounty } from './department-target-county';
import { form as departmentTargetHenan } from './department-target-henan';
import { form as departmentTargetHunan } from './department-target-hunan';
import { form as evidenceList } from './evidence-list';
import { form as projectMonitoring } from './project-monitoring';
import { form as projectSelfEvaluation } from './project-self-evaluation';
import { form as projectSelfEvaluationTyped } from './project-self-evaluation-typed';
import { form as projectTarget } from './project-target';
import { form as selfEvaluationCheck } from './self-evaluation-check';
import { form as targetAdjustment } from './target-adjustment';
import { form as targetReview } from './target-review';
import type { Form } from '../model';

/** Every form, by id. */
export const FORMS: readonly Form[] = [
  departmentMonitoring,
  departmentSelfEvaluation,
  departmentSelfEvaluationTyped,
  departmentTargetCounty,
  departmentTargetHenan,
  departmentTargetHunan,
  evidenceList,
  projectMonitoring,
  projectSelfEvaluation,
  projectSelfEvaluationTyped,
  projectTarget,
  selfEvaluationCheck,
  targetAdjustment,
  targetReview,
];
