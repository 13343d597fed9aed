import { formatAddress, makeCell, makeSheet, parseCell, parseRange } from '../../src/core/sheet';
import type { CellContent, CellRef, Edit, Range, SheetSnapshot } from '../../src/core/sheet';
import type { ApplyResult, SpreadsheetHost, UndoRecord } from '../../src/hosts/host';
import { createSession } from '../../src/session';
import { compactSheet } from './compact-sheet';

/** What a step reports of a failure that could not be put back: cells with what they held. */
export type Told = {
  readonly done: boolean;
  readonly restored: boolean;
  readonly touched: ReadonlyMap<string, string>;
};

export interface Step {
  readonly name: string;
  run(): Promise<Told>;
}

/** What a person does in one sitting, step by step, and all of it undone at the end. */
export interface FaultJourney {
  readonly name: string;
  readonly sheets: readonly SheetSnapshot[];
  /** Whether rows are opened and taken away. */
  readonly movesRows: boolean;
  steps(host: SpreadsheetHost): readonly Step[];
}

const quoted = ({ touched }: { touched: readonly { address: Parameters<typeof formatAddress>[0]; was?: unknown }[] }) =>
  new Map(
    touched.map(({ address, was }) => {
      const content = (was ?? {}) as Record<string, unknown>;
      const held = content['formula'] ?? content['text'] ?? content['number'] ?? content['boolean'] ?? content['error'];
      return [formatAddress(address), JSON.stringify(held ?? null)];
    }),
  );

const TABLE = compactSheet({
  rows: [
    ['产出指标', '数量指标', '培训次数', '》', '１０', '次', '计划培训不少于10次', '达到得满分', null],
    [null, null, '指导次数', '≥', '２００', '次', '计划指导不少于200次', '达到得满分', null],
    [null, '质量指标', '合格率', '≥', [0.95, '0%'], '%', '计划合格率不低于95%', '达到得满分', null],
    ['满意度指标', '满意度', '群众满意度', '>=', '95', '%', '群众满意度不低于90%', null, null],
  ],
  merges: ['A1:I1', 'A3:A5', 'B3:B4'],
});

/** check → fix → annotate → clear → undo, as a person does it in the pane. */
export const REVIEWING: FaultJourney = {
  name: 'reviewing',
  sheets: [TABLE],
  movesRows: false,
  steps(host) {
    const session = createSession(host, {
      now: () => new Date(2026, 2, 5, 9, 8, 7),
      user: '张会计',
      schedule: (fn) => queueMicrotask(fn),
    });
    const step = (name: string, act: () => Promise<boolean>) => ({
      name,
      async run(): Promise<Told> {
        const done = await act();
        const { problem } = session.getState();
        const touched = (problem?.cells ?? []) as Parameters<typeof quoted>[0]['touched'];
        return { done, restored: problem?.code !== 'not-restored', touched: quoted({ touched }) };
      },
    });
    const check = async () => {
      await session.check();
      return session.getState().problem === null;
    };
    return [
      step('check', check),
      step('fix', () => session.applySafe()),
      step('annotate', () => session.mark()),
      step('clear', () => session.clearMarks()),
      step('undo clearing', () => session.undo()),
      step('undo annotating', () => session.undo()),
      step('undo fixing', () => session.undo()),
    ];
  },
};

const at = (cell: string) => parseCell(cell) as CellRef;
const area = (range: string) => parseRange(range) as Range;
const BLANK = { blank: true } as const;
const GRID: SheetSnapshot = makeSheet(
  '表',
  [
    [makeCell('标题'), null, null],
    [makeCell('甲'), makeCell(0.5, { numberFormat: '0%' }), makeCell('乙')],
    [null, makeCell(3), makeCell('丙')],
    [makeCell('丁'), makeCell('戊'), makeCell(4, { formula: '=B2+B3' })],
  ],
  { merges: [area('A1:C1'), area('A2:A3')], hiddenRows: [3] },
);

const set = (sheet: string, cell: string, from: CellContent, to: CellContent): Edit => ({
  kind: 'set',
  sheet,
  cell: at(cell),
  from,
  to,
});
const rewriting: readonly Edit[] = [
  set('表', 'B2', { number: 0.5 }, { text: '95%' }),
  set('表', 'B3', { number: 3 }, { formula: '=B2*2' }),
  set('表', 'C4', { formula: '=B2+B3' }, { number: 7, numberFormat: '0.00' }),
  { kind: 'unmerge', sheet: '表', range: area('A2:A3') },
  { kind: 'merge', sheet: '表', range: area('B4:C4') },
  { kind: 'mark', sheet: '表', cell: at('B2'), level: 'error', note: '不一致' },
  { kind: 'format', sheet: '表', range: area('A2:B3'), format: { bold: true, fill: '#FFFFCC', borders: true } },
  { kind: 'columnWidths', sheet: '表', first: 0, sizes: [20, 12] },
  { kind: 'validation', sheet: '表', range: area('A4:B4'), source: { list: ['甲', '乙'] }, strict: true },
  { kind: 'insertRows', sheet: '表', before: 1, count: 2 },
];
const adding: readonly Edit[] = [
  { kind: 'addSheet', sheet: '项目表', visible: true },
  { kind: 'addSheet', sheet: '绩效字典', visible: false },
  set('绩效字典', 'A1', BLANK, { text: '产出指标' }),
  set('项目表', 'A1', BLANK, { text: '项目支出绩效目标表' }),
  { kind: 'merge', sheet: '项目表', range: area('A1:D1') },
  { kind: 'rowHeights', sheet: '表', first: 0, sizes: [30] },
  {
    kind: 'pageSetup',
    sheet: '表',
    orientation: 'landscape',
    paper: 'A4',
    margins: { top: 1, right: 1, bottom: 1, left: 1 },
    pageNumbers: true,
  },
  { kind: 'protect', sheet: '项目表' },
  { kind: 'protect', sheet: '表' },
];

/** Everything that an edit can be, in two goes, and back. */
export const DRAWING: FaultJourney = {
  name: 'drawing',
  sheets: [GRID, makeSheet('说明', [[makeCell('填表说明')]])],
  movesRows: true,
  steps(host) {
    const undos: UndoRecord[] = [];
    const told = (result: ApplyResult): Told => {
      if (result.status === 'applied') undos.push(result.undo);
      return {
        done: result.status === 'applied',
        restored: result.status !== 'failed' || result.restored,
        touched: quoted({ touched: result.status === 'failed' ? result.touched : [] }),
      };
    };
    const undo = async () => {
      const record = undos.pop() as UndoRecord;
      const result = told(await host.undo(record));
      if (result.done) undos.pop();
      else undos.push(record);
      return result;
    };
    return [
      { name: 'rewrite', run: async () => told(await host.apply(rewriting, { label: '试' })) },
      { name: 'add', run: async () => told(await host.apply(adding, { label: '试' })) },
      { name: 'undo adding', run: undo },
      { name: 'undo rewriting', run: undo },
    ];
  },
};
