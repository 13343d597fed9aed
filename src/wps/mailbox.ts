import { COMMANDS, type CommandId } from '../commands/register';
import type { WpsFunctions } from '../functions/wps';
import { wpsMember } from '../hosts/wps';
import type { WpsRoot } from '../hosts/wps';

/**
 * The background page, which has the ribbon and the functions, and the pane are pages apart: all they share is WPS's
 * storage for add-ins. It is emptied when WPS ends.
 */
interface PluginStorage {
  getItem(key: string): unknown;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

const PANE = 'perf-addin.pane';
const COMMAND = 'perf-addin.command';
const FUNCTIONS = 'perf-addin.functions';

const COMMAND_IDS: ReadonlySet<unknown> = new Set(Object.keys(COMMANDS));
const isCommand = (value: unknown): value is CommandId => COMMAND_IDS.has(value);

/** Nothing is kept where a build has no such storage: the pane then comes up without having been told what for. */
export class Mailbox {
  private readonly storage: PluginStorage | null;

  constructor(root: WpsRoot) {
    this.storage = (wpsMember(root, 'PluginStorage')?.value ?? null) as PluginStorage | null;
  }

  /** The number by which WPS knows the pane. */
  get pane(): number | null {
    const id = Number(this.get(PANE) ?? NaN);
    return Number.isInteger(id) ? id : null;
  }
  set pane(id: number | null) {
    this.set(PANE, id === null ? null : String(id));
  }

  /** Leaves a command for the pane. */
  post(command: CommandId): void {
    this.set(COMMAND, command);
  }

  /** The command that was left, once. */
  take(): CommandId | null {
    const command = this.get(COMMAND);
    if (!isCommand(command)) return null;
    this.set(COMMAND, null);
    return command;
  }

  /** What became of the functions for cells; null where the background page has not said. */
  get functions(): WpsFunctions | null {
    try {
      return JSON.parse(String(this.get(FUNCTIONS) ?? 'null')) as WpsFunctions | null;
    } catch {
      return null;
    }
  }
  set functions(outcome: WpsFunctions | null) {
    this.set(FUNCTIONS, outcome === null ? null : JSON.stringify(outcome));
  }

  private get(key: string): unknown {
    try {
      return this.storage?.getItem(key) ?? null;
    } catch {
      return null;
    }
  }

  private set(key: string, value: string | null): void {
    try {
      if (value === null) this.storage?.removeItem(key);
      else this.storage?.setItem(key, value);
    } catch {
      // As where there is none.
    }
  }
}
