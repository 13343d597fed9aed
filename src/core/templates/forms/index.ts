// Generated from the files beside this one by `npm run generate`.
import { form as departmentTargetHunan } from './department-target-hunan';
import { form as projectTarget } from './project-target';
import type { Form } from '../model';

/** Every form, by id. */
export const FORMS: readonly Form[] = [
  departmentTargetHunan,
  projectTarget,
];
