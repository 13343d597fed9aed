import type { SheetSnapshot } from '../../../src/core/sheet';
import { Bridge } from './bridge';
import { EtAddinRoot, EtApplication, World } from './model';
import type { Build } from './model';
import { BookState } from './state';

export interface WpsOptions extends Partial<Build> {
  readonly active?: string;
  /**
   * Where the model hangs: `both`, with all members on either; `wps`, where there is no `window.Application`; `mac`,
   * where events are at `wps` alone and workbooks at `Application` alone.
   */
  readonly roots?: 'both' | 'wps' | 'mac';
  /** Builds before 12.1.0.20540 have no custom functions. */
  readonly customFunctions?: boolean;
  /** Further members that the build lacks, like `EtRange.AddComment`. */
  readonly lacks?: readonly string[];
}

/** What omitted optional arguments of a custom function arrive as. */
export const MISSING_ARGUMENT = -2147352572;

/** A running WPS 表格 in memory: what a page of an add-in finds at its window, and a person's hands and eyes beside it. */
export interface WpsStandIn {
  readonly root: { readonly wps: object; readonly Application?: object };
  readonly book: BookState;
  readonly bridge: Bridge;
  /** Registered functions by their whole name, `PERF.SCORE`. */
  readonly functions: EtApplication['functions'];
  readonly panes: EtApplication['panes'];
  /** Calls a function as a formula does: a cell is a block of one, what is left out is the number for that. */
  call(name: string, ...args: readonly unknown[]): unknown;
}

const ADDIN = ['ApiEvent', 'PluginStorage', 'CreateTaskPane', 'GetTaskPane', 'AddCustomFunction', 'ribbonUI'];
const MODEL = ['Workbooks', 'ActiveWorkbook', 'ActiveSheet', 'Selection', 'Application', 'EtApplication'];

export function startWps(snapshots: readonly SheetSnapshot[] = [], options: WpsOptions = {}): WpsStandIn {
  const {
    roots = 'both',
    writes = 'whole',
    events = 'at-once',
    areas = 'all',
    quotes = 'prefix',
    charts = 'new',
    customFunctions = true,
    lacks = [],
  } = options;
  const absent = new Set(lacks);
  if (roots === 'mac') {
    for (const member of ADDIN) absent.add(`EtApplication.${member}`);
    for (const member of MODEL) absent.add(`EtAddinRoot.${member}`);
  }
  if (!customFunctions) for (const kind of ['EtApplication', 'EtAddinRoot']) absent.add(`${kind}.AddCustomFunction`);
  const book = new BookState(snapshots, options.active);
  const world = new World(book, { writes, events, areas, quotes, charts });
  const bridge = new Bridge(absent);
  const wrap = (value: unknown) => bridge.wrap(value);
  const application = new EtApplication(world, wrap);
  const addin = roots === 'mac' ? new EtAddinRoot(world, wrap) : application;
  const { functions, panes } = addin;
  return {
    root: {
      wps: wrap(addin) as object,
      ...(roots === 'wps' ? {} : { Application: wrap(application) as object }),
    },
    book,
    bridge,
    functions,
    panes,
    call(name, ...args) {
      const found = functions.get(name.toUpperCase());
      if (!found) return '#NAME?';
      const { parameters } = found.metadata as { parameters: readonly { type?: string }[] };
      return found.call(
        ...parameters.map(({ type = '' }, index) => {
          const given = args[index];
          if (given === undefined) return MISSING_ARGUMENT;
          return type.startsWith('any[][]') && !Array.isArray(given) ? [[given]] : given;
        }),
      );
    },
  };
}
