import {
  Button,
  FluentProvider,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Spinner,
  tokens,
} from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { useEffect, useMemo, useRef, useSyncExternalStore, type CSSProperties, type ReactNode } from 'react';
import { Pane } from '../taskpane/Pane';
import { themeOf } from '../taskpane/theme';
import type { Desk } from './desk';
import { QuestionDialog } from './QuestionDialog';
import { RecoverDialog } from './RecoverDialog';
import { Splitter, usePaneWidth } from './Splitter';
import { pageText, withName } from './text';
import { TitleBar } from './TitleBar';
import { useDrop } from './use-drop';
import { useParts } from './use-parts';

/** Where grid and pane have no room beside one another, they stand above one another. */
const NARROW = '@media (max-width: 600px)';

const useStyles = makeStyles({
  page: {
    height: '100vh',
    display: 'flex',
    flexDirection: 'column',
    overflow: 'hidden',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  message: { flexShrink: 0, borderRadius: 0 },
  work: { position: 'relative', flexGrow: 1, minHeight: 0, display: 'flex', [NARROW]: { flexDirection: 'column' } },
  main: { flexGrow: 1, flexBasis: 0, minWidth: 0, minHeight: 0, display: 'flex' },
  grid: { position: 'relative', flexGrow: 1, flexBasis: 0, minWidth: 0 },
  container: { position: 'absolute', inset: 0 },
  pane: {
    flexShrink: 0,
    minWidth: 0,
    overflow: 'hidden',
    width: 'var(--pane)',
    // A part of a pixel would blur the lines in the pane.
    [NARROW]: { width: '100%', height: ['58%', 'round(58%, 1px)'] },
  },
  cover: {
    position: 'absolute',
    inset: 0,
    zIndex: 10,
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    padding: tokens.spacingHorizontalXXL,
    textAlign: 'center',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  drop: {
    zIndex: 2000,
    backgroundColor: tokens.colorBackgroundOverlay,
    color: tokens.colorNeutralForegroundOnBrand,
    fontSize: tokens.fontSizeBase500,
    outline: `2px dashed ${tokens.colorNeutralForegroundOnBrand}`,
    outlineOffset: '-16px',
    pointerEvents: 'none',
  },
});

/** 工作台: title bar, grid, and the same pane as in every other host. */
export function App({ desk }: { readonly desk: Desk }): ReactNode {
  const styles = useStyles();
  const state = useSyncExternalStore(desk.subscribe, desk.getState);
  const { phase, host, session, locale, appearance, message, opening } = state;
  const text = pageText(locale);
  const theme = useMemo(() => themeOf(appearance, locale), [appearance, locale]);
  const container = useRef<HTMLDivElement>(null);
  const [width, setWidth] = usePaneWidth();
  useParts();
  const { dragging, handlers } = useDrop((file, handle) => desk.open(file, handle));

  useEffect(() => {
    if (container.current) void desk.start(container.current);
  }, [desk]);

  useEffect(() => {
    document.documentElement.lang = locale;
    document.title = state.name ? `${state.unsaved ? '● ' : ''}${state.name} – ${text.product}` : text.product;
  }, [locale, state.name, state.unsaved, text]);

  useEffect(() => {
    const guard = (event: BeforeUnloadEvent) => {
      if (state.unsaved) event.preventDefault();
    };
    window.addEventListener('beforeunload', guard);
    return () => window.removeEventListener('beforeunload', guard);
  }, [state.unsaved]);

  return (
    <FluentProvider theme={theme} lang={locale} style={{ colorScheme: appearance }}>
      <div className={styles.page} {...handlers}>
        <TitleBar desk={desk} state={state} text={text} />
        {message && (
          <MessageBar
            className={styles.message}
            role="region"
            intent={message.intent}
            politeness={message.intent === 'error' ? 'assertive' : 'polite'}
          >
            <MessageBarBody>{message.text}</MessageBarBody>
            <MessageBarActions
              containerAction={
                <Button
                  appearance="transparent"
                  icon={<DismissRegular />}
                  aria-label={text.close}
                  onClick={() => desk.dismiss()}
                />
              }
            />
          </MessageBar>
        )}
        {state.updated && (
          <MessageBar className={styles.message} role="region" intent="info" politeness="polite">
            <MessageBarBody>{text.update.text}</MessageBarBody>
            <MessageBarActions>
              <Button onClick={() => location.reload()}>{text.update.go}</Button>
            </MessageBarActions>
          </MessageBar>
        )}
        <div className={styles.work}>
          <main className={styles.main}>
            <section className={styles.grid} aria-label={text.grid} data-part>
              <div ref={container} className={styles.container} data-testid="grid" />
              {phase !== 'ready' && (
                <div className={styles.cover} role="status">
                  {phase === 'failed' ? text.failed.grid : <Spinner label={text.loading} />}
                </div>
              )}
            </section>
            <Splitter width={width} onResize={setWidth} label={text.splitter} />
          </main>
          <aside
            className={styles.pane}
            style={{ '--pane': `${width}px` } as CSSProperties}
            aria-label={text.pane}
            data-part
          >
            {host && session && <Pane key={state.count} host={host} session={session} workbookFile={desk.file} />}
          </aside>
          {opening !== null && (
            <div className={styles.cover} role="status">
              <Spinner label={withName(text.opening, opening)} />
            </div>
          )}
        </div>
        {dragging && <div className={`${styles.cover} ${styles.drop}`}>{text.drop}</div>}
        <QuestionDialog question={state.question} name={state.name} text={text} onAnswer={(go) => desk.answer(go)} />
        {state.question?.kind === 'recover' && (
          <RecoverDialog desk={desk} drafts={state.left} locale={locale} text={text} />
        )}
      </div>
    </FluentProvider>
  );
}
