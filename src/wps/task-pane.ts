import { wpsMember } from '../hosts/wps';
import type { WpsRoot } from '../hosts/wps';
import type { Mailbox } from './mailbox';

interface TaskPane {
  readonly ID: number;
  Visible: boolean;
  DockPosition: number;
  Width: number;
}

interface TaskPanes {
  CreateTaskPane(url: string, title?: string): TaskPane;
  GetTaskPane(id: number): TaskPane | null;
}

const DOCKED_RIGHT = 2;
/** Device-independent pixels, as far as a build keeps to it. */
const WIDTH = 380;

function panesOf(root: WpsRoot): TaskPanes | null {
  return (wpsMember(root, 'CreateTaskPane')?.holder ?? null) as TaskPanes | null;
}

/** The pane that was made before; null where it has gone with its window. */
function paneMade(root: WpsRoot, { pane }: Mailbox): TaskPane | null {
  if (pane === null) return null;
  try {
    return panesOf(root)?.GetTaskPane(pane) ?? null;
  } catch {
    return null;
  }
}

/** Shows the pane at the right of the window; `address` is that of its page. */
export function showPane(root: WpsRoot, mailbox: Mailbox, address: string, title: string): void {
  const made = paneMade(root, mailbox);
  const pane = made ?? panesOf(root)?.CreateTaskPane(address, title);
  if (!pane) return;
  if (!made) {
    mailbox.pane = pane.ID;
    // A build that has the pane where it likes still shows it.
    attempt(() => (pane.DockPosition = DOCKED_RIGHT));
    attempt(() => (pane.Width = WIDTH));
  }
  pane.Visible = true;
}

export function hidePane(root: WpsRoot, mailbox: Mailbox): void {
  const pane = paneMade(root, mailbox);
  if (pane) pane.Visible = false;
}

function attempt(change: () => void): void {
  try {
    change();
  } catch {
    // Looks alone.
  }
}
