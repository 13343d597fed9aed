import type { Session } from '../session';

/** What the ribbon's buttons call, by the names of the manifest. */
export type CommandId = 'checkSheet' | 'markFindings' | 'clearMarks' | 'openForms' | 'openLibrary';

/** Checks the sheet that is shown; false where that did not come about, which the pane then says. */
async function checkShown(session: Session): Promise<boolean> {
  session.show('check');
  await session.check();
  const { checked, problem } = session.getState();
  return checked !== null && problem === null;
}

/** Marks are set and cleared on the sheet that is shown now, so it is checked first. */
export const COMMANDS: Readonly<Record<CommandId, (session: Session) => Promise<void>>> = {
  checkSheet: async (session) => void (await checkShown(session)),
  markFindings: async (session) => void ((await checkShown(session)) && (await session.mark())),
  clearMarks: async (session) => void ((await checkShown(session)) && (await session.clearMarks())),
  openForms: async (session) => session.show('forms'),
  openLibrary: async (session) => session.show('library'),
};

/**
 * The ribbon's buttons, in the runtime that they share with the pane. An add-in can put up no message of its own, so
 * every command opens the pane: what was found, done or refused stands there.
 */
export function registerCommands(session: Session): void {
  for (const [id, command] of Object.entries(COMMANDS)) {
    Office.actions.associate(id, async (event: Office.AddinCommands.Event) => {
      try {
        await Promise.all([showPane(), command(session)]);
      } finally {
        // Excel gives the next click of the button only after this.
        event.completed();
      }
    });
  }
}

/** Where the pane cannot be opened from here, the command is still done. */
async function showPane(): Promise<void> {
  if (!Office.context.requirements.isSetSupported('SharedRuntime', '1.1')) return;
  await Office.addin.showAsTaskpane().catch(() => undefined);
}
