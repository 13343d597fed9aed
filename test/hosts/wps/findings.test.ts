import type { SheetSnapshot } from '../../../src/core/sheet';
import { MemoryHost } from '../../../src/hosts/memory';
import type { SpreadsheetHost } from '../../../src/hosts/host';
import { createWpsHost } from '../../../src/hosts/wps';
import { createSession } from '../../../src/session';
import { compactSheet } from '../../support/compact-sheet';
import { startWps } from '../../support/wps';

const PLAIN = compactSheet({
  rows: [
    ['产出指标', '数量指标', '培训次数', '》', '１０', '次', '计划培训不少于10次', '达到得满分', null],
    [null, null, '指导次数', '≥', '２００', '次', '计划指导不少于200次', '达到得满分', null],
    [null, '质量指标', '合格率', '≥', [0.95, '0%'], '%', '计划合格率不低于95%', '达到得满分', null],
    ['满意度指标', '满意度', '群众满意度', '>=', '95', '%', '群众满意度不低于90%', null, null],
  ],
  merges: ['A1:I1', 'A3:A5', 'B3:B4'],
  hiddenRows: [5],
});

/** With the share as it is shown, which memory does not reckon. */
const TABLE: SheetSnapshot = {
  ...PLAIN,
  cells: PLAIN.cells.map((row) => row?.map((cell) => (cell?.numberFormat ? { ...cell, text: '95%' } : cell))),
};

/** What a person sees at each step of a review. */
async function review(host: SpreadsheetHost): Promise<unknown[]> {
  const session = createSession(host, { now: () => new Date(2026, 2, 5), user: '张会计' });
  const seen = async (step: () => Promise<unknown>) => {
    const done = await step();
    const { checked, problem, undo } = session.getState();
    const findings = checked?.findings.map(({ key, code, address, message, data, hidden }) => ({
      key,
      code,
      address,
      message,
      data,
      hidden,
    }));
    return { done, problem, undo, findings, indicators: checked?.tables[0]?.indicators };
  };
  const steps = [
    () => session.check(),
    () => session.applySafe(),
    () => session.mark(),
    () => session.clearMarks(),
    () => session.undo(),
    () => session.undo(),
    () => session.undo(),
  ];
  const all: unknown[] = [];
  for (const step of steps) all.push(await seen(step));
  return all;
}

test('a review finds and mends the same in WPS as in memory', async () => {
  const [memory, wps] = [await review(new MemoryHost([TABLE])), await review(createWpsHost(startWps([TABLE]).root))];
  expect(JSON.parse(JSON.stringify(wps))).toEqual(JSON.parse(JSON.stringify(memory)));
  expect(memory[0]).toMatchObject({ problem: null, findings: expect.arrayContaining([expect.anything()]) });
});
