import { makeCell, makeSheet } from '../../../src/core/sheet';
import type { SetEdit } from '../../../src/core/sheet';
import { HostError } from '../../../src/hosts/host';
import type { HostEvent } from '../../../src/hosts/host';
import { MemoryHost } from '../../../src/hosts/memory';

const SHEET = makeSheet('甲', [[makeCell('一'), makeCell(2), makeCell(3, { formula: '=B1+1' })]]);

const set = (column: number, from: SetEdit['from'], to: SetEdit['to']): SetEdit => ({
  kind: 'set',
  sheet: '甲',
  cell: { row: 0, column },
  from,
  to,
});

const EDITS = [set(0, { text: '一' }, { text: '壹' }), set(1, { number: 2 }, { number: 5 })];

describe('faults', () => {
  test('a write that cannot be put back names the cells written, with what they held', async () => {
    const host = new MemoryHost([SHEET]);
    host.failWrite({ at: 2, restore: false, error: new HostError('host', 'cut') });
    const result = await host.apply(EDITS, { label: '改' });
    expect(result).toEqual({
      status: 'failed',
      error: new HostError('host', 'cut'),
      restored: false,
      touched: [{ address: { sheet: '甲', row: 0, column: 0 }, was: { text: '一' } }],
    });
    const { sheets } = await host.read({ sheets: 'active' });
    expect(sheets[0]?.cells[0]?.map((cell) => cell?.value)).toEqual(['壹', 2, 3]);
  });

  test('a fault happens once', async () => {
    const host = new MemoryHost([SHEET]);
    host.failWrite();
    host.failRead(new HostError('editing'));
    await expect(host.read({ sheets: 'active' })).rejects.toMatchObject({ code: 'editing' });
    await expect(host.read({ sheets: 'active' })).resolves.toMatchObject({ active: '甲' });
    await expect(host.apply(EDITS, { label: '改' })).resolves.toMatchObject({ status: 'failed', restored: true });
    await expect(host.apply(EDITS, { label: '改' })).resolves.toMatchObject({ status: 'applied' });
  });
});

test('undoing brings back the value that a formula had', async () => {
  const host = new MemoryHost([SHEET]);
  const result = await host.apply([set(2, { formula: '=B1+1' }, { number: 9 })], { label: '改' });
  if (result.status !== 'applied') throw new Error(result.status);
  await host.undo(result.undo);
  const { sheets } = await host.read({ sheets: 'active' });
  expect(sheets[0]?.cells[0]?.[2]).toEqual(SHEET.cells[0]?.[2]);
});

test('an undo record tells its edits, and can be carried out by them alone', async () => {
  const host = new MemoryHost([SHEET]);
  const result = await host.apply(EDITS, { label: '改' });
  if (result.status !== 'applied') throw new Error(result.status);
  const { label, edits } = result.undo;
  expect(edits).toEqual([set(0, { text: '壹' }, { text: '一' }), set(1, { number: 5 }, { number: 2 })]);
  await expect(host.undo({ label, edits })).resolves.toMatchObject({ status: 'applied' });
});

test('snapshots that were read do not change', async () => {
  const host = new MemoryHost([SHEET]);
  const before = (await host.read({ sheets: 'active' })).sheets[0];
  await host.apply(EDITS, { label: '改' });
  expect(before).toEqual(SHEET);
});

test('counts reads and writes, and tells of switches and selections', async () => {
  const host = new MemoryHost([SHEET, makeSheet('乙', [])]);
  const heard: HostEvent[] = [];
  host.subscribe((event) => heard.push(event));
  await host.read({ sheets: 'all' });
  await host.apply(EDITS, { label: '改' });
  await host.select({ sheet: '乙', row: 1, column: 2 });
  expect(host.traffic).toEqual({ reads: 1, writes: 2 });
  expect(heard).toEqual([
    { kind: 'activated', sheet: '乙' },
    { kind: 'selected', sheet: '乙', cell: { row: 1, column: 2 } },
  ]);
  host.edit('甲', (sheet) => ({ ...sheet, protected: true }));
  expect(heard.at(-1)).toEqual({ kind: 'changed', sheet: '甲', range: null });
  await expect(host.apply([set(0, { text: '壹' }, { text: '一' })], { label: '改' })).resolves.toMatchObject({
    status: 'failed',
    error: { code: 'protected' },
  });
});
