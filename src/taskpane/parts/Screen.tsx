import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons';
import { createContext, use, useEffect, useRef, type ReactNode, type Ref } from 'react';
import { scroller } from './scroller';

const useStyles = makeStyles({
  head: {
    display: 'flex',
    alignItems: 'center',
    gap: '4px',
    flexShrink: 0,
    padding: '4px 12px 4px 4px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  title: {
    margin: 0,
    minWidth: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
    outlineStyle: 'none',
  },
  scroll: {
    position: 'relative',
    flex: '1 1 0',
    minHeight: '96px',
    ...scroller,
    padding: '4px 12px 16px',
  },
  section: { maxWidth: '640px' },
  heading: {
    margin: '12px 0 4px',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  note: {
    margin: '2px 0 6px',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
  },
});

interface HeadProps {
  readonly title: string;
  readonly back: string;
  onBack(): void;
  readonly children?: ReactNode;
}

/** The head of a screen that was opened from a list; the focus goes to its title. */
export function ScreenHead({ title, back, onBack, children }: HeadProps): ReactNode {
  const styles = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const leave = useRef(onBack);
  leave.current = onBack;
  useEffect(() => {
    const view = heading.current?.closest('[data-view]');
    const press = (event: Event): void => {
      const { key, isComposing } = event as KeyboardEvent;
      // In a field it belongs to the field: what was typed there may be kept nowhere else.
      if (key !== 'Escape' || isComposing || (event.target as Element).closest('input, textarea, select')) return;
      event.preventDefault();
      leave.current();
    };
    view?.addEventListener('keydown', press);
    return () => view?.removeEventListener('keydown', press);
  }, []);
  return (
    <div className={styles.head}>
      <Button
        size="small"
        appearance="subtle"
        icon={<ArrowLeftRegular />}
        aria-label={back}
        title={back}
        onClick={onBack}
      />
      <h2 ref={heading} className={styles.title} tabIndex={-1}>
        {title}
      </h2>
      {children}
    </div>
  );
}

/** Sections stand under the head of their screen, where it has one. */
const SectionHeading = createContext<'h2' | 'h3'>('h3');

interface BodyProps {
  readonly children: ReactNode;
  /** With no head above it. */
  readonly top?: boolean;
  readonly ref?: Ref<HTMLDivElement>;
}

export function ScreenBody({ children, top, ref }: BodyProps): ReactNode {
  return (
    <SectionHeading value={top ? 'h2' : 'h3'}>
      <div ref={ref} className={useStyles().scroll}>
        {children}
      </div>
    </SectionHeading>
  );
}

export function Section({ title, children }: { readonly title?: string; readonly children: ReactNode }): ReactNode {
  const styles = useStyles();
  const Heading = use(SectionHeading);
  return (
    <section className={styles.section}>
      {title !== undefined && <Heading className={styles.heading}>{title}</Heading>}
      {children}
    </section>
  );
}

export function Note({ children, alert }: { readonly children: ReactNode; readonly alert?: boolean }): ReactNode {
  return (
    <p className={useStyles().note} {...(alert ? { role: 'alert' } : {})}>
      {children}
    </p>
  );
}
