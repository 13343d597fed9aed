import type { Task } from '../indicator';
import type { Grid } from './grid';
import { cellField, wordsOf, type Region } from './region';

const NAME = /^(?:主要)?(?:工作)?任务名称$/;
const CONTENT = /^(?:任务|工作)?(?:主要)?内容$/;

/** Reads 年度主要任务 (任务名称 | 主要内容): the rows under the two headings that have nothing to the left of them. */
export function readTasks(grid: Grid, region: Region): Task[] {
  const tasks: Task[] = [];
  for (let row = region.top; row <= region.bottom; row++) {
    const words = wordsOf(grid, region, row);
    const at = words.findIndex(({ bare }) => NAME.test(bare));
    const name = words[at];
    const content = words[at + 1];
    if (!name || !content || !CONTENT.test(content.bare)) continue;
    for (let next = row + 1; next <= region.bottom; next++) {
      const cells = wordsOf(grid, region, next);
      if (cells.some(({ at }) => at.column < name.at.column)) break;
      const own = cells.find((word) => word.at.column === name.at.column);
      const what = cells.find((word) => word.at.column === content.at.column);
      if (own || what) tasks.push({ name: own ? cellField(own) : null, content: what ? cellField(what) : null });
    }
    break;
  }
  return tasks;
}
