import {
  Button,
  makeStyles,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import {
  ArrowDownloadRegular,
  ClipboardPasteRegular,
  FolderOpenRegular,
  SaveRegular,
  TableSimpleRegular,
  WeatherMoonRegular,
  WeatherSunnyRegular,
} from '@fluentui/react-icons';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { Desk } from './desk';
import type { DeskState } from './desk-state';
import { PasteDialog } from './PasteDialog';
import { RecentMenu } from './RecentMenu';
import { SAMPLE_IDS } from './samples';
import type { PageText } from './text';

const NARROW = '@media (max-width: 860px)';
/** Grid and pane stand above one another: of the file there is its name, and a dot where it has changed. */
const STACKED = '@media (max-width: 600px)';

const useStyles = makeStyles({
  bar: {
    flexShrink: 0,
    display: 'flex',
    alignItems: 'center',
    gap: '4px',
    height: '48px',
    padding: '0 12px 0 16px',
    [NARROW]: { gap: '0', padding: '0 4px 0 8px' },
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  mark: { flexShrink: 0, width: '22px', height: '22px', marginRight: '6px', [STACKED]: { display: 'none' } },
  product: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold, whiteSpace: 'nowrap' },
  divider: { width: '1px', height: '18px', margin: '0 10px', backgroundColor: tokens.colorNeutralStroke1 },
  file: {
    flexGrow: 1,
    minWidth: 0,
    display: 'flex',
    alignItems: 'center',
    gap: '10px',
    [STACKED]: { gap: '6px' },
    color: tokens.colorNeutralForeground2,
  },
  name: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  changed: {
    flexShrink: 0,
    padding: '1px 8px',
    borderRadius: tokens.borderRadiusCircular,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorPaletteMarigoldForeground2,
    backgroundColor: tokens.colorPaletteMarigoldBackground1,
    [STACKED]: {
      width: '8px',
      height: '8px',
      padding: 0,
      overflow: 'hidden',
      textIndent: '16px',
      whiteSpace: 'nowrap',
      backgroundColor: tokens.colorPaletteMarigoldBorderActive,
      '@media (forced-colors: active)': { forcedColorAdjust: 'none', backgroundColor: 'Highlight' },
    },
  },
  button: { flexShrink: 0, minWidth: 'auto', whiteSpace: 'nowrap', [NARROW]: { padding: '5px' } },
  /** In a narrow window the pictures stand alone; the words are still there to be read out. */
  word: {
    [NARROW]: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
  },
  wide: { [NARROW]: { display: 'none' } },
  language: { flexShrink: 0, minWidth: 'auto', marginLeft: '8px', fontWeight: tokens.fontWeightRegular },
  input: { display: 'none' },
});

/** What the file picker offers; what is dropped may be anything. */
const ACCEPTED =
  '.xlsx,.xlsm,.xltx,.xltm,.xlsb,.xls,.et,.ett,.ods,.docx,.docm,.html,.htm,.mht,.mhtml,.csv,.tsv,.txt,.md,.xml';

interface TitleBarProps {
  readonly desk: Desk;
  readonly state: DeskState;
  readonly text: PageText;
}

/** 标题栏: which workbook this is, where others come from, where it goes. */
export function TitleBar({ desk, state, text }: TitleBarProps): ReactNode {
  const styles = useStyles();
  const input = useRef<HTMLInputElement>(null);
  const [pasting, setPasting] = useState(false);
  const { name, unsaved, inPlace, kept, locale, appearance, phase } = state;
  const dark = appearance === 'dark';
  const ready = phase === 'ready';
  const word = (text: string) => <span className={styles.word}>{text}</span>;

  const choose = () => {
    if (!desk.pick()) input.current?.click();
  };

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
      const key = event.key.toLowerCase();
      if (key !== 's' && key !== 'o') return;
      event.preventDefault();
      event.stopPropagation();
      if (key === 's') desk.save();
      else choose();
    };
    window.addEventListener('keydown', press, true);
    return () => window.removeEventListener('keydown', press, true);
  });

  return (
    <header className={styles.bar} data-part>
      <Mark className={styles.mark} />
      <span className={mergeClasses(styles.product, styles.wide)}>{text.product}</span>
      <span className={mergeClasses(styles.divider, styles.wide)} aria-hidden />
      <div className={styles.file}>
        <span className={styles.name} title={name} data-testid="file-name">
          {name}
        </span>
        {unsaved && (
          <span className={styles.changed} title={kept ? text.kept : undefined}>
            {inPlace ? text.changedInPlace : text.changed}
          </span>
        )}
      </div>
      <input
        ref={input}
        className={styles.input}
        type="file"
        accept={ACCEPTED}
        aria-hidden
        tabIndex={-1}
        onChange={(event) => {
          const file = event.target.files?.[0];
          // The same file may be chosen again.
          event.target.value = '';
          if (file) desk.open(file);
        }}
      />
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button className={styles.button} appearance="subtle" icon={<TableSimpleRegular />} disabled={!ready}>
            {word(text.samples)}
          </Button>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {SAMPLE_IDS.map((id) => (
              <MenuItem key={id} onClick={() => desk.showSample(id)}>
                {text.sample[id]}
              </MenuItem>
            ))}
          </MenuList>
        </MenuPopover>
      </Menu>
      <Button
        className={styles.button}
        appearance="subtle"
        icon={<FolderOpenRegular />}
        title={text.openHint}
        disabled={!ready}
        onClick={choose}
      >
        {word(text.open)}
      </Button>
      <RecentMenu desk={desk} state={state} text={text} className={styles.button} label={word(text.recent.title)} />
      <Button
        className={styles.button}
        appearance="subtle"
        icon={<ClipboardPasteRegular />}
        title={text.pasteHint}
        disabled={!ready}
        onClick={() => setPasting(true)}
      >
        {word(text.paste)}
      </Button>
      <PasteDialog desk={desk} text={text} open={pasting} onClose={() => setPasting(false)} />
      <Button
        className={styles.button}
        appearance={unsaved ? 'primary' : 'secondary'}
        icon={inPlace ? <SaveRegular /> : <ArrowDownloadRegular />}
        title={inPlace ? text.saveHint : text.downloadHint}
        disabled={!ready}
        onClick={() => desk.save()}
      >
        {word(inPlace ? text.save : text.download)}
      </Button>
      <Button
        className={styles.language}
        appearance="subtle"
        lang={locale === 'zh-CN' ? 'en-US' : 'zh-CN'}
        title={text.otherLanguageHint}
        onClick={() => desk.setLocale(locale === 'zh-CN' ? 'en-US' : 'zh-CN')}
      >
        {text.otherLanguage}
      </Button>
      <Button
        appearance="subtle"
        icon={dark ? <WeatherSunnyRegular /> : <WeatherMoonRegular />}
        aria-label={dark ? text.toLight : text.toDark}
        title={dark ? text.toLight : text.toDark}
        onClick={() => desk.setAppearance(dark ? 'light' : 'dark')}
      />
    </header>
  );
}

/** A form with a tick. */
function Mark({ className }: { readonly className: string }): ReactNode {
  return (
    <svg className={className} viewBox="0 0 22 22" aria-hidden>
      <rect x="1" y="1" width="20" height="20" rx="4.5" fill="#0F6CBD" />
      <path d="M5 6.5h12M5 11h5M5 15.5h4" stroke="#fff" strokeOpacity=".75" strokeWidth="1.6" strokeLinecap="round" />
      <path
        d="M11.5 13.8l2.2 2.2 4-4.6"
        fill="none"
        stroke="#fff"
        strokeWidth="1.9"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
