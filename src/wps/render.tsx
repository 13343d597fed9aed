import { makeStyles } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import type { WpsFunctions } from '../functions/wps';
import { uiText } from '../i18n/ui';
import { Pane, type PaneProps } from '../taskpane/Pane';

const useStyles = makeStyles({
  column: { height: '100%', display: 'flex', flexDirection: 'column' },
  pane: { flexGrow: 1, minHeight: 0 },
  note: {
    flexShrink: 0,
    display: 'flex',
    alignItems: 'baseline',
    margin: 0,
    padding: '6px 8px',
    fontSize: '12px',
    lineHeight: '18px',
    color: '#444',
    backgroundColor: '#fff8e1',
    borderBottom: '1px solid #f0e0b0',
  },
  close: {
    flexShrink: 0,
    marginLeft: '8px',
    border: 'none',
    padding: '0 4px',
    background: 'none',
    color: 'inherit',
    font: 'inherit',
    textDecorationLine: 'underline',
    cursor: 'pointer',
    fontWeight: 600,
  },
});

/** The pane, and above it, once, that cells of this WPS have no PERF functions. */
function WpsPane({ functions, ...props }: PaneProps & { readonly functions: WpsFunctions | null }): ReactNode {
  const styles = useStyles();
  const [read, setRead] = useState(false);
  const words = uiText(props.session?.getState().locale ?? 'zh-CN');
  return (
    <div className={styles.column}>
      {functions?.registered === false && !read && (
        <div role="status" className={styles.note}>
          {words.noFunctions[functions.reason]}
          <button type="button" className={styles.close} onClick={() => setRead(true)}>
            {words.action.dismiss}
          </button>
        </div>
      )}
      <div className={styles.pane}>
        <Pane {...props} />
      </div>
    </div>
  );
}

export function renderPane(root: HTMLElement, props: PaneProps, functions: WpsFunctions | null): void {
  createRoot(root).render(<WpsPane {...props} functions={functions} />);
}
