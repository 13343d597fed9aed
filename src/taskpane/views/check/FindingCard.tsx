import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronDownRegular, ChevronRightRegular } from '@fluentui/react-icons';
import { memo, useState, type ReactNode } from 'react';
import type { Finding, Fix } from '../../../core/rules/finding';
import { formatCell } from '../../../core/sheet';
import { renderFixTitle, renderMessage } from '../../../i18n';
import type { Group } from '../../../session';
import { say, useLocale, useSession, useText } from '../../context';
import { SeverityIcon } from '../../severity';
import { askToRebuild } from '../forms/desk';
import { focusOutline } from '../../parts/focus-outline';
import { FixPreview } from './FixPreview';

const useStyles = makeStyles({
  card: {
    position: 'relative',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    contentVisibility: 'auto',
    containIntrinsicSize: 'auto 120px',
  },
  selected: {
    backgroundColor: tokens.colorBrandBackground2,
    '& [data-main]:hover': { backgroundColor: 'transparent' },
    '::before': {
      content: '""',
      position: 'absolute',
      top: 0,
      bottom: 0,
      left: 0,
      borderLeft: `3px solid ${tokens.colorCompoundBrandStroke}`,
    },
  },
  main: {
    display: 'grid',
    gridTemplateColumns: '16px minmax(0, 1fr) auto',
    columnGap: '8px',
    width: '100%',
    padding: '9px 12px 6px',
    border: 'none',
    background: 'none',
    color: 'inherit',
    fontFamily: 'inherit',
    textAlign: 'left',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ...focusOutline('-3px'),
  },
  level: { fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightSemibold },
  hidden: { marginLeft: '8px', fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground3 },
  cell: {
    color: tokens.colorBrandForegroundLinkHover,
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: 'tabular-nums',
  },
  sentence: {
    gridColumn: '2 / -1',
    marginTop: '1px',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    overflowWrap: 'anywhere',
    // An opening quotation mark is as wide as a letter: not so at the beginning of a line.
    textSpacingTrim: 'trim-start',
  },
  source: {
    gridColumn: '2 / -1',
    marginTop: '2px',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  below: { display: 'flex', flexDirection: 'column', gap: '4px', padding: '0 12px 8px 36px' },
  fix: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: '8px' },
  button: { flexShrink: 0 },
  links: { display: 'flex', flexWrap: 'wrap', columnGap: '8px', marginLeft: '-4px' },
  link: {
    minWidth: 0,
    paddingLeft: '4px',
    paddingRight: '4px',
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
  },
  options: { display: 'flex', flexDirection: 'column', gap: '4px', margin: 0, padding: 0, listStyle: 'none' },
  option: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    alignItems: 'center',
    columnGap: '8px',
    padding: '4px 4px 4px 8px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  optionTitle: { display: 'block', fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
  folded: { margin: 0, padding: 0, listStyle: 'none', borderLeft: `2px solid ${tokens.colorNeutralStroke2}` },
  nested: { padding: '4px 6px 4px 8px', columnGap: '6px' },
  nestedSentence: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
});

interface Props {
  readonly group: Group;
  readonly selected: boolean;
  /** Whether Tab stops here; the arrow keys go to the others. */
  readonly stop: boolean;
  onSuppress(finding: Finding): void;
}

/** Cells beside their columns, rows without level 1: a clean form mends them all at once. */
const REBUILT: ReadonlySet<string> = new Set(['PT102', 'PT109']);

/** A root finding: what is wrong and where, what mends it, and what follows from it. */
export const FindingCard = memo(function FindingCard({ group, selected, stop, onSuppress }: Props): ReactNode {
  const { root, folded } = group;
  const styles = useStyles();
  const text = useText();
  const session = useSession();
  const [open, setOpen] = useState<'choices' | 'folded' | null>(null);
  const safe = root.fixes.findIndex(({ grade }) => grade === 'safe');
  const choices = root.fixes.filter(({ grade }) => grade === 'choice').length;
  const tabIndex = stop ? 0 : -1;
  const toggle = (part: 'choices' | 'folded', label: string): ReactNode => (
    <Button
      className={styles.link}
      size="small"
      appearance="transparent"
      icon={open === part ? <ChevronDownRegular /> : <ChevronRightRegular />}
      aria-expanded={open === part}
      tabIndex={tabIndex}
      onClick={() => setOpen(open === part ? null : part)}
    >
      {label}
    </Button>
  );
  return (
    <li className={mergeClasses(styles.card, selected && styles.selected)} data-finding={root.key}>
      <Sentence finding={root} selected={selected} tabIndex={tabIndex} main />
      <div className={styles.below}>
        {safe >= 0 && (
          <div className={styles.fix}>
            <FixPreview edits={(root.fixes[safe] as Fix).edits} tabIndex={tabIndex} />
            <Button
              className={styles.button}
              size="small"
              tabIndex={tabIndex}
              onClick={() => void session.applyFix(root, safe)}
            >
              {text.action.fix}
            </Button>
          </div>
        )}
        <div className={styles.links}>
          {choices > 0 && toggle('choices', text.action.choose)}
          <Button
            className={styles.link}
            size="small"
            appearance="transparent"
            tabIndex={tabIndex}
            onClick={() => onSuppress(root)}
          >
            {text.action.suppress}
          </Button>
          {REBUILT.has(root.code) && (
            <Button
              className={styles.link}
              size="small"
              appearance="transparent"
              tabIndex={tabIndex}
              onClick={() => askToRebuild(session)}
            >
              {text.action.rebuild}
            </Button>
          )}
          {folded.length > 0 && toggle('folded', say(text.finding.folded, { count: folded.length }))}
        </div>
        {open === 'choices' && <Choices finding={root} tabIndex={tabIndex} />}
        {open === 'folded' && (
          <ul className={styles.folded}>
            {folded.map((finding) => (
              <li key={finding.key}>
                <Sentence finding={finding} selected={false} tabIndex={tabIndex} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </li>
  );
});

interface SentenceProps {
  readonly finding: Finding;
  readonly selected: boolean;
  readonly tabIndex: number;
  /** The card's own, which the arrow keys go to. */
  readonly main?: boolean;
}

/** 定位: the sentence is the button that shows its cell. */
function Sentence({ finding, selected, tabIndex, main = false }: SentenceProps): ReactNode {
  const styles = useStyles();
  const text = useText();
  const locale = useLocale();
  const session = useSession();
  const cell = formatCell(finding.address);
  const { source } = finding;
  return (
    <button
      type="button"
      className={mergeClasses(styles.main, !main && styles.nested)}
      data-main={main || undefined}
      aria-current={selected || undefined}
      title={say(text.action.locate, { cell })}
      tabIndex={tabIndex}
      onClick={() => void session.select(finding)}
    >
      <SeverityIcon severity={finding.severity} size={main ? 16 : 14} />
      <span className={styles.level}>
        {text.severity[finding.severity]}
        {finding.hidden && <span className={styles.hidden}>{text.finding.hiddenRow}</span>}
      </span>
      <span className={styles.cell}>{cell}</span>
      <span className={mergeClasses(styles.sentence, !main && styles.nestedSentence)}>
        {renderMessage(finding, locale)}
      </span>
      {main && (
        <span className={styles.source}>
          {[source && `${source.document} ${source.clause}`, finding.code].filter(Boolean).join(' · ')}
        </span>
      )}
    </button>
  );
}

function Choices({ finding, tabIndex }: { readonly finding: Finding; readonly tabIndex: number }): ReactNode {
  const styles = useStyles();
  const text = useText();
  const locale = useLocale();
  const session = useSession();
  return (
    <ul className={styles.options} aria-label={text.finding.choices}>
      {finding.fixes.map((fix, index) => {
        if (fix.grade !== 'choice') return null;
        const title = renderFixTitle(finding, fix, locale);
        return (
          <li key={index} className={styles.option}>
            <span>
              <span className={styles.optionTitle}>{title}</span>
              <FixPreview edits={fix.edits} tabIndex={tabIndex} />
            </span>
            <Button
              size="small"
              aria-label={`${text.action.apply}${text.colon}${title}`}
              tabIndex={tabIndex}
              onClick={() => void session.applyFix(finding, index)}
            >
              {text.action.apply}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
