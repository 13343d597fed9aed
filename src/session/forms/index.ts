export {
  asksFor,
  budgetSlots,
  draftContent,
  draftForms,
  level2In,
  proposeEntries,
  proposeGoal,
  treeOfForm,
} from './draft';
export type { DraftRequest } from './draft';
export { planForm } from './plan';
export type { FormPlace, FormPlan, FormRequest } from './plan';
export { fillOptionsFor, sourcesIn } from './sources';
export type { FormSource, SourceOptions } from './sources';
