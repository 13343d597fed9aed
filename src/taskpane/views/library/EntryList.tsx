import { Button, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { SearchRegular } from '@fluentui/react-icons';
import { useDeferredValue, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import {
  LEVELS,
  officialLevel1,
  officialLevel2,
  parentOf,
  TREES,
  type Level1,
  type Level2,
} from '../../../core/indicator';
import {
  createSearch,
  FIELD_IDS,
  libraryEntries,
  treeFor,
  type FieldId,
  type LibraryEntry,
  type SearchOptions,
} from '../../../core/library';
import { fieldName, libraryText } from '../../../i18n/library-view';
import { say, useLocale, useText } from '../../context';
import { Footer } from '../../parts/Footer';
import { Note, ScreenBody } from '../../parts/Screen';
import { useActiveTable } from './active-table';
import { useLibraryDesk, type LibraryQuery } from './desk';
import { EntryItem } from './EntryItem';
import { OwnMenu } from './OwnMenu';
import { useOwnLibrary } from './own-library';

const useStyles = makeStyles({
  search: {
    display: 'grid',
    gridTemplateColumns: 'repeat(3, minmax(0, 1fr))',
    gap: '6px',
    flexShrink: 0,
    padding: '8px 8px 6px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  words: { gridColumn: '1 / -1' },
  list: { margin: '0 -12px', padding: 0, listStyle: 'none' },
  more: { marginTop: '6px' },
});

/** Shown at first: more than anybody reads, few enough to be drawn at once. */
const FIRST = 40;

/** The entries that fit what is asked for, and what can be done with those that are chosen. */
export function EntryList(): ReactNode {
  const styles = useStyles();
  const locale = useLocale();
  const ui = useText();
  const text = libraryText(locale);
  const [{ query, chosen, returned }, change] = useLibraryDesk();
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!returned) return;
    box.current?.focus();
    change({ returned: false });
  }, [returned, change]);
  const { entries: own, kept } = useOwnLibrary();
  const active = useActiveTable();
  const tree = query.tree ?? (active ? treeFor(active.table) : '2021');
  const [most, setMost] = useState(FIRST);
  const [said, setSaid] = useState<string | null>(null);
  // What an input method is composing is not yet what the person looks for.
  const [composing, setComposing] = useState<string | null>(null);
  const all = useMemo(() => [...own, ...libraryEntries()], [own]);
  const search = useMemo(() => createSearch(all), [all]);
  const ownSearch = useMemo(() => createSearch(own), [own]);
  const asked = useDeferredValue(query);
  const found = useMemo(() => {
    const options: SearchOptions = {
      tree,
      ...levelOf(asked.level, tree),
      ...(asked.field !== null && asked.field !== 'own' ? { field: asked.field } : {}),
    };
    return (asked.field === 'own' ? ownSearch : search).search(asked.words, options);
  }, [asked, tree, search, ownSearch]);
  const ask = (part: Partial<LibraryQuery>): void => {
    setMost(FIRST);
    change({ query: { ...query, ...part } });
  };
  const toggle = (entry: LibraryEntry, on: boolean): void => {
    setSaid(null);
    change({ chosen: on ? [...chosen, entry.id] : chosen.filter((id) => id !== entry.id) });
  };
  return (
    <>
      <div className={styles.search} role="search">
        <Input
          ref={box}
          className={styles.words}
          size="small"
          type="search"
          contentBefore={<SearchRegular />}
          aria-label={text.search}
          placeholder={text.placeholder}
          value={composing ?? query.words}
          onChange={(event, { value }) => {
            if ((event.nativeEvent as InputEvent).isComposing) setComposing(value);
            else ask({ words: value });
          }}
          onCompositionEnd={(event) => {
            setComposing(null);
            ask({ words: event.currentTarget.value });
          }}
        />
        <Select
          size="small"
          aria-label={text.field}
          value={query.field ?? ''}
          onChange={(_event, { value }) => ask({ field: (value || null) as FieldId | 'own' | null })}
        >
          <option value="">{text.everyField}</option>
          <option value="own">{say(text.own, { count: own.length })}</option>
          {FIELD_IDS.map((id) => (
            <option key={id} value={id}>
              {fieldName(id, locale)}
            </option>
          ))}
        </Select>
        <Select
          size="small"
          aria-label={text.level}
          value={query.level ?? ''}
          onChange={(_event, { value }) => ask({ level: (value || null) as Level1 | Level2 | null })}
        >
          <option value="">{text.everyLevel}</option>
          {(Object.keys(LEVELS[tree]) as Level1[]).map((level1) => (
            <optgroup key={level1} label={officialLevel1(level1)}>
              <option value={level1}>{say(text.allOf, { level: officialLevel1(level1) })}</option>
              {(LEVELS[tree][level1] ?? []).map((level2) => (
                <option key={level2} value={level2}>
                  {officialLevel2(level2)}
                </option>
              ))}
            </optgroup>
          ))}
        </Select>
        <Select
          size="small"
          aria-label={text.tree}
          value={tree}
          onChange={(_event, { value }) => ask({ tree: value as typeof tree, level: null })}
        >
          {TREES.map((id) => (
            <option key={id} value={id}>
              {ui.tree[id]}
            </option>
          ))}
        </Select>
      </div>
      <ScreenBody top>
        {!kept && <Note alert>{text.notKept}</Note>}
        {found.length === 0 ? (
          <Note>{query.field === 'own' && own.length === 0 ? text.ownEmpty : text.nothing}</Note>
        ) : (
          <>
            <Note>{say(text.found, { count: found.length })}</Note>
            <ul className={styles.list} aria-label={text.list}>
              {found.slice(0, most).map((entry) => (
                <EntryItem
                  key={entry.id}
                  entry={entry}
                  tree={tree}
                  chosen={chosen.includes(entry.id)}
                  onToggle={(on) => toggle(entry, on)}
                />
              ))}
            </ul>
            {found.length > most && (
              <Button className={styles.more} size="small" onClick={() => setMost(most + FIRST)}>
                {say(ui.action.more, { count: Math.min(FIRST, found.length - most) })}
              </Button>
            )}
          </>
        )}
      </ScreenBody>
      <Footer
        {...(chosen.length > 0 && !active ? { will: text.noTable } : said === null ? {} : { said })}
        action={{
          label: chosen.length > 0 ? say(text.insert, { count: chosen.length }) : text.choose,
          enabled: chosen.length > 0 && active !== null,
          run: () => change({ screen: 'insert' }),
        }}
      >
        {chosen.length > 0 && (
          <Button size="small" appearance="subtle" onClick={() => change({ chosen: [] })}>
            {text.unchoose}
          </Button>
        )}
        <OwnMenu onSaid={setSaid} />
      </Footer>
    </>
  );
}

function levelOf(
  level: Level1 | Level2 | null,
  tree: (typeof TREES)[number],
): Pick<SearchOptions, 'level1' | 'level2'> {
  if (level === null) return {};
  // Names of both kinds are apart, so that one list can hold them.
  return parentOf(level as Level2, tree) === null ? { level1: level as Level1 } : { level2: level as Level2 };
}
