import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useSession, useSessionState, useText } from '../../context';

const useStyles = makeStyles({
  box: {
    padding: '8px 12px 10px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
    lineHeight: tokens.lineHeightBase300,
  },
  sentence: { margin: '0 0 4px', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '6px', marginTop: '6px' },
});

/** At the first start: what this is, in two sentences, and a sample. It stands above the results and hides none. */
export function Welcome(): ReactNode {
  const styles = useStyles();
  const { welcome: words } = useText();
  const session = useSession();
  const addSheet = useSessionState((state) => state.capabilities.addSheet);
  const writing = useSessionState((state) => state.phase === 'writing');
  const insert = async (): Promise<void> => {
    const workbook = await session.readWorkbook();
    if (!workbook) return;
    const { sampleEdits } = await import(/* webpackChunkName: "more" */ './sample');
    const { edits, show } = sampleEdits(workbook.list.map(({ name }) => name));
    const insertion = { what: 'form-inserted', name: words.sampleName, count: 0, show } as const;
    if (await session.insert(edits, insertion)) session.setSettings({ welcomed: true });
  };
  return (
    <section className={styles.box} aria-label={words.title}>
      <p className={styles.sentence}>{words.what}</p>
      <p className={styles.sentence}>{words.next}</p>
      <div className={styles.buttons}>
        {addSheet && (
          <Button size="small" disabledFocusable={writing} onClick={() => void insert()}>
            {words.sample}
          </Button>
        )}
        <Button size="small" appearance="primary" onClick={() => session.setSettings({ welcomed: true })}>
          {words.skip}
        </Button>
      </div>
    </section>
  );
}
