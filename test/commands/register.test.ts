import { makeCell, makeSheet } from '../../src/core/sheet';
import { registerCommands } from '../../src/commands/register';
import { HostError } from '../../src/hosts/host';
import { MemoryHost } from '../../src/hosts/memory';
import { createSession } from '../../src/session';
import type { Session } from '../../src/session';
import { COLUMNS } from '../support/compact-sheet';

type Action = (event: { completed(): void }) => Promise<void>;

interface Ribbon {
  readonly actions: Map<string, Action>;
  readonly session: Session;
  readonly host: MemoryHost;
  readonly shown: () => number;
  click(id: string): Promise<number>;
}

const TABLE = makeSheet('表', [
  [makeCell('部门整体支出绩效目标表')],
  COLUMNS.hunan.map((header) => makeCell(header)),
  ['产出指标', '数量指标', '培训次数', '》', '10', '次', '不低于10次', '达到得2分', ''].map((text) => makeCell(text)),
]);

function ribbon(): Ribbon {
  const actions = new Map<string, Action>();
  let shown = 0;
  Object.assign(globalThis, {
    Office: {
      actions: { associate: (id: string, action: Action) => void actions.set(id, action) },
      addin: {
        showAsTaskpane: async () => {
          shown += 1;
        },
      },
      context: { requirements: { isSetSupported: () => true } },
    },
  });
  const host = new MemoryHost([TABLE, makeSheet('空', [])]);
  const session = createSession(host, { now: () => new Date(0) });
  registerCommands(session);
  return {
    actions,
    session,
    host,
    shown: () => shown,
    click: async (id) => {
      let completed = 0;
      await actions.get(id)?.({ completed: () => void (completed += 1) });
      return completed;
    },
  };
}

test('every button opens the pane and says when it has ended', async () => {
  const { actions, click, shown } = ribbon();
  expect([...actions.keys()]).toEqual(['checkSheet', 'markFindings', 'clearMarks', 'openForms', 'openLibrary']);
  let clicks = 0;
  for (const id of actions.keys()) {
    clicks += 1;
    expect(await click(id)).toBe(1);
    expect(shown()).toBe(clicks);
  }
});

test('checks, marks and clears', async () => {
  const { click, session, host } = ribbon();
  await click('checkSheet');
  expect(session.getState().checked?.findings.length).toBeGreaterThan(0);
  expect(host.marks('表')).toEqual([]);
  await click('markFindings');
  expect(host.marks('表').length).toBeGreaterThan(0);
  await click('clearMarks');
  expect(host.marks('表')).toEqual([]);
});

test('opens views, and goes back to the findings for a check', async () => {
  const { click, session } = ribbon();
  await click('openForms');
  expect(session.getState().view).toBe('forms');
  await click('openLibrary');
  expect(session.getState().view).toBe('library');
  await click('checkSheet');
  expect(session.getState().view).toBe('check');
});

test('works on the sheet that is shown, not on the one checked before', async () => {
  const { click, host, session } = ribbon();
  await click('markFindings');
  await host.select({ sheet: '空', row: 0, column: 0 });
  await click('clearMarks');
  expect(session.getState().checked?.sheet).toBe('空');
  expect(host.marks('表').length).toBeGreaterThan(0);
});

test('does not write after a check that failed, and ends all the same', async () => {
  const { click, host, session } = ribbon();
  host.failRead(new HostError('editing'));
  expect(await click('markFindings')).toBe(1);
  expect(session.getState().problem).toMatchObject({ code: 'editing', during: 'check' });
  expect(host.traffic.writes).toBe(0);
});
