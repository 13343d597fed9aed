export { OwnLibrary } from './own';
export type { OwnLibraryState } from './own';
export { planIndicators, refusalOf } from './plan';
export type { IndicatorPlan, IndicatorRequest, PlannedRow, Reweighted } from './plan';
