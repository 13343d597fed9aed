import { FluentProvider, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { SpreadsheetHost } from '../hosts/host';
import type { Locale } from '../i18n';
import type { Session } from '../session';
import { SessionContext, useLocale, useSession, useSessionState, useText } from './context';
import { ErrorBoundary } from './ErrorBoundary';
import { IntakeContext, type Arrival } from './intake/arrival';
import { DropFrame } from './intake/DropFrame';
import { useArrivals } from './intake/use-arrivals';
import { DownloadsContext } from './parts/downloads';
import { useKeptFocus } from './parts/kept-focus';
import { scroller, showWhole } from './parts/scroller';
import { WorkbookFileContext, type WorkbookBytes } from './parts/workbook-file';
import { themeOf, useSystemAppearance, type Appearance } from './theme';
import { VIEWS, type ViewId } from './views';
import { focusOutline } from './parts/focus-outline';

const IntakeView = lazy(() => import(/* webpackChunkName: "more" */ './intake/IntakeView'));

export interface PaneProps {
  readonly host: SpreadsheetHost;
  /** A session that others use too; else the pane makes one of its own. */
  readonly session?: Session;
  /** The host's language; a person's own setting goes before it. */
  readonly locale?: Locale;
  /** Whether files can be handed out; they can in browsers. */
  readonly downloads?: boolean;
  /** The workbook as a file, where it is at hand. */
  readonly workbookFile?: () => WorkbookBytes | null;
  /** Puts the pane away, where the host has no button of its own for it. */
  onHide?(): void;
  /** The host's looks; the system's where the host says nothing. A person's own setting goes before both. */
  readonly theme?: Appearance;
}

const useStyles = makeStyles({
  root: {
    position: 'relative',
    height: '100%',
    display: 'flex',
    flexDirection: 'column',
    overflow: 'hidden',
    backgroundColor: tokens.colorNeutralBackground1,
    // No wider than there is room for, whatever they hold: browsers would keep them as wide as their longest choice.
    '& .fui-Input, & .fui-Select, & .fui-Textarea': { minWidth: 0 },
  },
  /** The host draws its own handle over 12 × 32 px at the top right. */
  bar: {
    display: 'flex',
    alignItems: 'center',
    flexShrink: 0,
    minHeight: '36px',
    paddingLeft: '2px',
    paddingRight: '16px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  tab: {
    display: 'inline-flex',
    alignItems: 'center',
    height: '35px',
    justifyContent: 'center',
    minWidth: '48px',
    padding: '0 5px',
    border: 'none',
    background: 'none',
    cursor: 'pointer',
    color: tokens.colorNeutralForeground2,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    ':hover': { color: tokens.colorNeutralForeground1, backgroundColor: tokens.colorSubtleBackgroundHover },
    ...focusOutline(),
  },
  last: { marginLeft: 'auto', minWidth: '28px' },
  current: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    '::after': {
      content: '""',
      position: 'absolute',
      left: '6px',
      right: '6px',
      bottom: '-1px',
      borderBottom: `2px solid ${tokens.colorCompoundBrandStroke}`,
    },
  },
  unseen: { position: 'absolute', width: '1px', height: '1px', margin: 0, overflow: 'hidden', clipPath: 'inset(50%)' },
  /** Scrolls as a whole where the pane is too low for what stands above and below the list. */
  view: {
    position: 'relative',
    flexGrow: 1,
    minHeight: 0,
    display: 'flex',
    flexDirection: 'column',
    ...scroller,
  },
  aside: { display: 'none' },
});

/** The task pane, the same in every host. */
export function Pane(props: PaneProps): ReactNode {
  return (
    <ErrorBoundary locale={props.locale ?? 'zh-CN'}>
      <WithSession {...props} />
    </ErrorBoundary>
  );
}

function WithSession({
  host,
  session: given,
  locale,
  theme,
  downloads = true,
  workbookFile,
  onHide,
}: PaneProps): ReactNode {
  const [own, setOwn] = useState<Session | null>(null);
  useEffect(() => {
    if (given) return undefined;
    let made: Session | null = null;
    let gone = false;
    import('./pane-session').then(
      ({ createPaneSession }) => {
        if (gone) return;
        made = createPaneSession(host);
        setOwn(made);
      },
      (error: unknown) => setOwn(() => raise(error)),
    );
    return () => {
      gone = true;
      made?.dispose();
    };
  }, [host, given]);
  const session = given ?? own;
  useEffect(() => {
    if (locale) session?.setHostLocale(locale);
  }, [session, locale]);
  if (!session) return null;
  return (
    <SessionContext value={session}>
      <DownloadsContext value={downloads}>
        <WorkbookFileContext value={workbookFile ?? null}>
          <Frame hostTheme={theme} onHide={onHide} />
        </WorkbookFileContext>
      </DownloadsContext>
    </SessionContext>
  );
}

/** In the course of rendering, so that a boundary catches it. */
function raise(error: unknown): never {
  throw error;
}

function Frame({ hostTheme, onHide }: { readonly hostTheme?: Appearance; onHide?(): void }): ReactNode {
  const styles = useStyles();
  const locale = useLocale();
  const system = useSystemAppearance();
  const chosen = useSessionState((state) => state.settings.theme);
  const appearance = chosen === 'auto' ? (hostTheme ?? system) : chosen;
  const theme = useMemo(() => themeOf(appearance, locale), [appearance, locale]);
  const current = useSessionState((state) => state.view);
  const session = useSession();
  const text = useText();
  const root = useRef<HTMLDivElement>(null);
  useKeptFocus(root);
  const [arrived, setArrived] = useState<{ readonly arrival: Arrival; readonly over: ViewId } | null>(null);
  const take = useCallback((arrival: Arrival) => setArrived({ arrival, over: session.getState().view }), [session]);
  const leave = useCallback(() => setArrived(null), []);
  const { dragging, enter, over, leave: out, drop } = useArrivals(root, take);
  // Whoever goes to another view leaves it.
  const arrival = arrived?.over === current ? arrived.arrival : null;
  const { View } = VIEWS.find(({ id }) => id === current) ?? VIEWS[0];
  return (
    <FluentProvider
      theme={theme}
      lang={locale}
      // Not by a class: menus and dialogs are drawn in layers that take over the provider's classes, height and all.
      style={{ colorScheme: appearance, height: '100%', minHeight: 0 }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) session.cancel();
        // On the web, office.js moves the focus itself, and from a heading, which is in no order of tabs, out of the pane.
        if (event.key === 'Tab' && (event.target as HTMLElement).tabIndex < 0) event.stopPropagation();
      }}
    >
      <div
        ref={root}
        className={styles.root}
        data-takes-files
        onDragEnter={enter}
        onDragOver={over}
        onDragLeave={out}
        onDrop={drop}
        onFocus={showWhole}
      >
        <h1 className={styles.unseen}>{text.product}</h1>
        <Navigation
          current={current}
          onSelect={(view) => {
            leave();
            session.show(view);
          }}
          onHide={onHide}
        />
        <IntakeContext value={take}>
          {/* What was begun in the view is there when one comes back. */}
          <div className={mergeClasses(styles.view, arrival !== null && styles.aside)} data-view={current}>
            <ErrorBoundary key={current} locale={locale}>
              <Suspense>
                <View />
              </Suspense>
            </ErrorBoundary>
          </div>
          {arrival && (
            <div className={styles.view} data-view="intake">
              <ErrorBoundary locale={locale}>
                <Suspense>
                  <IntakeView arrival={arrival} onLeave={leave} />
                </Suspense>
              </ErrorBoundary>
            </div>
          )}
        </IntakeContext>
        {dragging && <DropFrame />}
      </div>
    </FluentProvider>
  );
}

interface NavigationProps {
  readonly current: ViewId;
  onSelect(view: ViewId): void;
  onHide?(): void;
}

function Navigation(props: NavigationProps): ReactNode {
  const styles = useStyles();
  const { view: words, action } = useText();
  return (
    <nav className={styles.bar} aria-label={words.navigation}>
      {VIEWS.map(({ id, icon: Icon }) => (
        <button
          key={id}
          type="button"
          className={mergeClasses(styles.tab, Icon && styles.last, props.current === id && styles.current)}
          aria-current={props.current === id ? 'page' : undefined}
          {...(Icon ? { 'aria-label': words[id], title: words[id] } : {})}
          onClick={() => props.onSelect(id)}
        >
          {Icon ? <Icon fontSize={18} /> : words[id]}
        </button>
      ))}
      {props.onHide && (
        <button type="button" className={styles.tab} onClick={() => props.onHide?.()}>
          {action.hide}
        </button>
      )}
    </nav>
  );
}
