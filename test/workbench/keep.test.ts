import type { Step } from '../../src/hosts/workbench';
import { Autosave } from '../../src/workbench/keep/autosave';
import type { Draft, Drafts, DraftSource } from '../../src/workbench/keep/drafts';
import { BOUNDS, within, type Recent } from '../../src/workbench/keep/recent';

const step = (id: string): Step => ({ id, params: {}, ours: false });
const UNSAVED = { unsaved: true, active: '目标表' };
const SAVED = { ...UNSAVED, unsaved: false };

/** Notes what is kept, and fails at a wanted call. */
function keeper(failsAt = Infinity) {
  const calls: unknown[] = [];
  const call = async (...what: unknown[]) => {
    if (calls.push(what) === failsAt) throw new Error('full');
  };
  const ids = (steps: readonly Step[]) => steps.map(({ id }) => id);
  const drafts = {
    begin: ({ unsaved }: Draft, source: DraftSource, steps: readonly Step[]) =>
      call('begin', unsaved, source, ids(steps)),
    add: ({ unsaved, at }: Draft, number: number, steps: readonly Step[]) =>
      call('add', unsaved, number, ids(steps), at),
    remove: (id: string) => call('remove', id),
  } as unknown as Drafts;
  const errors: unknown[] = [];
  const source: DraftSource = { sheets: [] };
  let time = 100;
  const autosave = new Autosave(Promise.resolve(drafts), {
    id: 'd',
    name: '甲.xlsx',
    source: () => source,
    now: () => ++time,
    failed: (error) => errors.push(error),
  });
  return { autosave, calls, errors, source, done: () => new Promise((resolve) => setTimeout(resolve, 5)) };
}

test('nothing is kept before there is something to lose, then all of it', async () => {
  const { autosave, calls, source, done } = keeper();
  autosave.add([step('height')], SAVED);
  await done();
  expect(calls).toEqual([]);
  autosave.add([step('a'), step('b')], UNSAVED);
  autosave.add([step('c')], UNSAVED);
  await done();
  expect(calls).toEqual([
    ['begin', true, source, ['height', 'a', 'b']],
    ['add', true, 1, ['c'], 102],
  ]);
});

test('what is in a file would not be lost; what comes after it would', async () => {
  const { autosave, calls, done } = keeper();
  autosave.settle();
  autosave.add([step('a')], UNSAVED);
  autosave.settle();
  autosave.add([step('b')], UNSAVED);
  await done();
  expect(calls.slice(1)).toEqual([
    ['add', false, 1, [], 102],
    ['add', true, 1, ['b'], 103],
  ]);
});

test('a draft that was left goes on with the next number', async () => {
  const { autosave, calls, done } = keeper();
  autosave.resume(7);
  autosave.add([step('a')], UNSAVED);
  await done();
  expect(calls).toEqual([['add', true, 7, ['a'], 101]]);
});

test('a workbook that goes takes its draft along, and nothing is added after', async () => {
  const { autosave, calls, done } = keeper();
  autosave.add([step('a')], UNSAVED);
  autosave.discard();
  autosave.add([step('b')], UNSAVED);
  await done();
  expect(calls.map((call) => (call as unknown[])[0])).toEqual(['begin', 'remove']);
});

test('a browser that has no room is told of once, and not asked again', async () => {
  const { autosave, calls, errors, done } = keeper(2);
  autosave.add([step('a')], UNSAVED);
  autosave.add([step('b')], UNSAVED);
  await done();
  autosave.add([step('c')], UNSAVED);
  await done();
  expect(calls).toHaveLength(2);
  expect(errors).toEqual([new Error('full')]);
});

describe('files opened last', () => {
  const file = (id: string, size: number, handle: unknown = null) => ({ id, name: id, at: 0, size, handle }) as Recent;
  test.each<[string, Recent[], string[]]>([
    ['all, while there is room', [file('a', 5), file('b', 5)], ['a', 'b']],
    ['no copy that is too large by itself', [file('a', BOUNDS.one + 1), file('b', 1)], ['b']],
    ['places of any size', [file('a', BOUNDS.one + 1, {}), file('b', 1)], ['a', 'b']],
    [
      'the latest copies that have room together',
      [file('a', BOUNDS.one), file('b', BOUNDS.one), file('c', BOUNDS.one), file('d', 1), file('e', 1, {})],
      ['a', 'b', 'c', 'e'],
    ],
    [
      'so many of them',
      Array.from({ length: BOUNDS.files + 3 }, (_, index) => file(String(index), 1)),
      Array.from({ length: BOUNDS.files }, (_, index) => String(index)),
    ],
  ])('keeps %s', (_, files, kept) => {
    expect(within(files).map(({ id }) => id)).toEqual(kept);
  });
});
