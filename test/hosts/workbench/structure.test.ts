import { Structure, type Structural, type StructuralParams } from '../../../src/hosts/workbench/structure';

type Step = readonly [Structural, StructuralParams];

const add = (id: string): Step => ['insert-sheet', { sheet: { id } }];
const remove = (subUnitId: string): Step => ['remove-sheet', { subUnitId }];
const range = { startRow: 2, endRow: 2, startColumn: 0, endColumn: 5 };
const row = (subUnitId: string): Step => ['insert-row', { subUnitId, range }];
const rowOff = (subUnitId: string): Step => ['remove-rows', { subUnitId, range }];

test.each<[string, boolean, readonly Step[]]>([
  ['a sheet added', false, [add('a')]],
  ['two sheets added and taken away, the first one first', false, [add('a'), add('b'), remove('a'), remove('b')]],
  ['the same, the last one first', false, [add('a'), add('b'), remove('b'), remove('a')]],
  ['one of two taken away', false, [add('a'), add('b'), remove('a')]],
  ['rows opened on an added sheet', false, [add('a'), row('a')]],
  ['a sheet of the file taken away', true, [remove('own')]],
  ['taken away and put back', false, [remove('own'), add('own')]],
  ['a sheet of the file taken away while one is added', true, [add('a'), remove('own')]],
  ['rows opened on a sheet of the file', true, [add('a'), row('own')]],
  ['rows opened and closed', false, [row('own'), rowOff('own')]],
  ['the same after a form', false, [add('a'), row('own'), rowOff('own'), remove('a')]],
  ['a sheet put back that was added', false, [add('a'), remove('a'), add('a')]],
])('%s', (_, changed, steps) => {
  const structure = new Structure();
  for (const step of steps) structure.step(...step);
  expect(structure.changed).toBe(changed);
});
