import type { ExecutionRow } from '../indicator';
import type { Grid } from './grid';
import type { Above } from './above';
export function readExecution(_grid: Grid, _above: Above): ExecutionRow[] {
  return [];
}
