import { Button, Checkbox, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronDownRegular, ChevronRightRegular } from '@fluentui/react-icons';
import { memo, useId, useState, type ReactNode } from 'react';
import { officialLevel1, officialLevel2, type Tree } from '../../../core/indicator';
import { levelsOf, targetForms, type LibraryEntry } from '../../../core/library';
import { fieldName, libraryText } from '../../../i18n/library-view';
import { say, useLocale } from '../../context';
import { useLibraryDesk } from './desk';
import { ownLibrary } from './own-library';
import { standardWords, targetWords } from './words';

const useStyles = makeStyles({
  item: {
    padding: '2px 12px 4px 4px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    contentVisibility: 'auto',
    containIntrinsicSize: 'auto 52px',
  },
  chosen: { backgroundColor: tokens.colorBrandBackground2 },
  /** Names are read whether they are chosen or not. */
  name: { '& label': { color: tokens.colorNeutralForeground1 } },
  head: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', alignItems: 'start' },
  about: {
    margin: '-4px 0 2px 36px',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
  },
  target: { color: tokens.colorNeutralForeground1, fontVariantNumeric: 'tabular-nums' },
  more: { minWidth: 'auto', marginTop: '3px' },
  details: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    columnGap: '8px',
    rowGap: '3px',
    margin: '2px 0 6px 36px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
    '& dt': { color: tokens.colorNeutralForeground3, whiteSpace: 'nowrap' },
    '& dd': { margin: 0 },
  },
  buttons: { display: 'flex', gap: '6px', margin: '0 0 6px 36px' },
});

interface Props {
  readonly entry: LibraryEntry;
  readonly tree: Tree;
  readonly chosen: boolean;
  onToggle(on: boolean): void;
}

/** An entry: chosen by its box, looked at by its arrow. */
export const EntryItem = memo(function EntryItem({ entry, tree, chosen, onToggle }: Props): ReactNode {
  const styles = useStyles();
  const locale = useLocale();
  const text = libraryText(locale);
  const [open, setOpen] = useState(false);
  const details = useId();
  const { level1, level2 } = levelsOf(entry, tree);
  const own = entry.id.startsWith('own:');
  return (
    <li className={mergeClasses(styles.item, chosen && styles.chosen)}>
      <div className={styles.head}>
        <Checkbox
          className={styles.name}
          label={entry.name}
          checked={chosen}
          onChange={(_event, { checked }) => onToggle(checked === true)}
        />
        <Button
          className={styles.more}
          size="small"
          appearance="transparent"
          icon={open ? <ChevronDownRegular /> : <ChevronRightRegular />}
          aria-expanded={open}
          {...(open ? { 'aria-controls': details } : {})}
          aria-label={say(text.details, { name: entry.name })}
          title={text.detail}
          onClick={() => setOpen(!open)}
        />
      </div>
      <div className={styles.about}>
        <span className={styles.target}>{targetWords(entry)}</span>
        {['', officialLevel2(level2), own ? text.ownBadge : entry.field !== null && fieldName(entry.field, locale)]
          .filter((part) => part !== false)
          .join(' · ')}
      </div>
      {open && <Details id={details} entry={entry} level={`${officialLevel1(level1)} / ${officialLevel2(level2)}`} />}
      {open && own && <OwnButtons entry={entry} />}
    </li>
  );
});

function Details({
  id,
  entry,
  level,
}: {
  readonly id: string;
  readonly entry: LibraryEntry;
  readonly level: string;
}): ReactNode {
  const locale = useLocale();
  const { entry: words, direction } = libraryText(locale);
  const rows: readonly (readonly [string, string])[] = [
    [words.level, level],
    [words.direction, direction[entry.direction]],
    [words.target, targetForms(entry).join(locale === 'zh-CN' ? '、' : ', ')],
    [words.explanation, entry.explanation],
    [words.standard, standardWords(entry)],
    [words.evidence, entry.evidence],
    [words.keywords, entry.keywords.join(locale === 'zh-CN' ? '、' : ', ')],
  ];
  return (
    <dl id={id} className={useStyles().details}>
      {rows
        .filter(([, value]) => value !== '')
        .map(([label, value]) => [<dt key={`${label} name`}>{label}</dt>, <dd key={label}>{value}</dd>])}
    </dl>
  );
}

function OwnButtons({ entry }: { readonly entry: LibraryEntry }): ReactNode {
  const styles = useStyles();
  const text = libraryText(useLocale());
  const [{ chosen }, change] = useLibraryDesk();
  const [sure, setSure] = useState(false);
  return (
    <div className={styles.buttons}>
      <Button size="small" onClick={() => change({ screen: 'edit', edited: entry })}>
        {text.edit}
      </Button>
      <Button
        size="small"
        onClick={() => {
          if (!sure) {
            setSure(true);
            return;
          }
          ownLibrary().remove(entry.id);
          change({ chosen: chosen.filter((id) => id !== entry.id) });
        }}
      >
        {sure ? text.removeSure : text.remove}
      </Button>
    </div>
  );
}
