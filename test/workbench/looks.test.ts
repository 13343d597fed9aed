import { makeCell, makeSheet } from '../../src/core/sheet';
import { fittingRows, makingPlain, plainLooks } from '../../src/workbench/looks';

const ROWS = 2_000;

const sheet = makeSheet(
  '表',
  Array.from({ length: ROWS }, (_, row) =>
    [
      '产出指标',
      `第${row}项工作完成率`,
      row,
      row % 7 === 0 ? '达到计划值得满分，否则按实际值与计划值之比得分' : '说明',
    ].map((value) => makeCell(value)),
  ),
  { merges: Array.from({ length: ROWS / 2 }, (_, at) => ({ top: 2 * at, bottom: 2 * at + 1, left: 0, right: 0 })) },
);

/** What the work comes to, and how often it paused. */
function paused<R>(work: Generator<undefined, R>): readonly [R, number] {
  for (let pauses = 0; ; pauses += 1) {
    const step = work.next();
    if (step.done) return [step.value, pauses];
  }
}

test('the looks of a large sheet are made with pauses', () => {
  const [looks, pauses] = paused(makingPlain(sheet));
  expect(pauses).toBeGreaterThanOrEqual(ROWS / 100 - 1);
  expect(looks).toEqual(plainLooks(sheet));
});

test('rows without a height get the one that their texts need, with pauses too', () => {
  const own = plainLooks(sheet);
  const [fitted, pauses] = paused(fittingRows(sheet, { ...own, rowHeights: new Map([[1, 90]]), defaultRowHeight: 28 }));
  expect(pauses).toBeGreaterThanOrEqual(ROWS / 200);
  expect(fitted.rowHeights).toEqual(new Map([...own.rowHeights, [1, 90]]));
});
