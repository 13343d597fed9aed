export { planForm } from './plan';
export type { FormPlace, FormPlan, FormRequest } from './plan';
export { sourcesIn } from './sources';
export type { FormSource } from './sources';
