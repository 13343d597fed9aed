import type { Budget } from '../indicator';
import type { Grid } from './grid';
import type { Above } from './above';
export function readBudget(_grid: Grid, _above: Above): Budget | null {
  return null;
}
