import { Button, makeStyles } from '@fluentui/react-components';
import { useCallback, useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { Finding } from '../../../core/rules/finding';
import type { Group } from '../../../session';
import { say, useSessionState, useText } from '../../context';
import { FindingCard } from './FindingCard';
import { SuppressDialog } from './SuppressDialog';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyle: 'none' },
  more: { display: 'flex', justifyContent: 'center', padding: '8px' },
});

/** Cards that are made at once; the next ones when the list is scrolled to its end. */
const PAGE = 60;

const STEPS: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_at, last) => last,
};

/** 问题列表: one Tab stop; arrows go from card to card, Tab goes on to the buttons of the current one. */
export function FindingList({ groups }: { readonly groups: readonly Group[] }): ReactNode {
  const styles = useStyles();
  const text = useText();
  const selected = useSessionState((state) => state.selected);
  const [limit, setLimit] = useState(PAGE);
  const [current, setCurrent] = useState<string | null>(null);
  const [suppressing, setSuppressing] = useState<Finding | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const focused = useRef<number | null>(null);

  const shown = groups.slice(0, limit);
  const isShown = (key: string | null): boolean => shown.some(({ root }) => root.key === key);
  const stop = isShown(current) ? current : isShown(selected) ? selected : shown[0]?.root.key;

  const mains = (): HTMLElement[] => Array.from(list.current?.querySelectorAll<HTMLElement>('[data-main]') ?? []);

  // The card that had the focus is gone (mended, kept): its successor takes over. Never from the sheet.
  useLayoutEffect(() => {
    if (focused.current === null || !document.hasFocus() || document.activeElement !== document.body) return;
    const all = mains();
    all[Math.min(focused.current, all.length - 1)]?.focus();
  }, [groups]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    if (!step || event.nativeEvent.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    const all = mains();
    const card = (event.target as Element).closest('[data-finding]');
    const at = all.findIndex((main) => card?.contains(main));
    if (at < 0) return;
    event.preventDefault();
    all[step(at, all.length - 1)]?.focus();
  };

  const onSuppress = useCallback((finding: Finding) => setSuppressing(finding), []);
  return (
    <>
      <ul
        ref={list}
        className={styles.list}
        aria-label={text.finding.list}
        onKeyDown={onKeyDown}
        onFocus={(event) => {
          const card = event.target.closest('[data-finding]');
          focused.current = mains().findIndex((main) => card?.contains(main));
          setCurrent(card?.getAttribute('data-finding') ?? null);
        }}
        onBlur={() => (focused.current = null)}
      >
        {shown.map((group) => (
          <FindingCard
            key={group.root.key}
            group={group}
            selected={group.root.key === selected}
            stop={group.root.key === stop}
            onSuppress={onSuppress}
          />
        ))}
      </ul>
      {groups.length > limit && (
        <More
          label={say(text.action.more, { count: Math.min(PAGE, groups.length - limit) })}
          onReach={() => setLimit(limit + PAGE)}
        />
      )}
      {suppressing && <SuppressDialog finding={suppressing} onClose={() => setSuppressing(null)} />}
    </>
  );
}

/** The list's end: goes on by itself when it comes into view, and by a click. */
function More({ label, onReach }: { readonly label: string; onReach(): void }): ReactNode {
  const styles = useStyles();
  const end = useRef<HTMLDivElement>(null);
  const reach = useRef(onReach);
  reach.current = onReach;
  useEffect(() => {
    const observer = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) reach.current();
    });
    if (end.current) observer.observe(end.current);
    return () => observer.disconnect();
  }, [label]);
  return (
    <div ref={end} className={styles.more}>
      <Button size="small" appearance="subtle" onClick={onReach}>
        {label}
      </Button>
    </div>
  );
}
