import { makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { formatCell, formatRange, type FixEdit } from '../../../core/sheet';
import { say, useText } from '../../context';
import { changeOf, contentText } from '../../preview';
import { focusOutline } from '../../parts/focus-outline';

const useStyles = makeStyles({
  list: {
    margin: 0,
    padding: 0,
    listStyle: 'none',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    overflowWrap: 'anywhere',
    minWidth: 0,
  },
  cell: { color: tokens.colorNeutralForeground3, marginRight: '6px', fontVariantNumeric: 'tabular-nums' },
  removed: {
    padding: '0 3px',
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorStatusDangerBackground1,
    color: tokens.colorStatusDangerForeground1,
  },
  added: {
    padding: '0 3px',
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorStatusSuccessBackground1,
    color: tokens.colorStatusSuccessForeground1,
    textDecorationLine: 'none',
    fontWeight: tokens.fontWeightSemibold,
  },
  blank: { color: tokens.colorNeutralForeground3, textDecorationLine: 'none' },
  more: {
    padding: 0,
    border: 'none',
    background: 'none',
    color: tokens.colorBrandForegroundLink,
    font: 'inherit',
    cursor: 'pointer',
    ':hover': { textDecorationLine: 'underline' },
    ...focusOutline(),
  },
  arrow: { margin: '0 4px', color: tokens.colorNeutralForeground3 },
  unseen: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});

/** Cells shown of a fix that touches many. */
const MOST = 3;

interface Props {
  readonly edits: readonly FixEdit[];
  /** Of the card that it stands on. */
  readonly tabIndex: number;
}

/** What a fix changes, cell by cell: old → new. */
export function FixPreview({ edits, tabIndex }: Props): ReactNode {
  const styles = useStyles();
  const text = useText().finding;
  const [all, setAll] = useState(false);
  const shown = all || edits.length <= MOST + 1 ? edits : edits.slice(0, MOST);
  return (
    <ul className={styles.list} aria-label={text.preview}>
      {shown.map((edit, index) => (
        <li key={index}>
          <EditPreview edit={edit} />
        </li>
      ))}
      {shown.length < edits.length && (
        <li>
          <button type="button" className={styles.more} tabIndex={tabIndex} onClick={() => setAll(true)}>
            {say(text.moreEdits, { count: edits.length - shown.length })}
          </button>
        </li>
      )}
    </ul>
  );
}

function EditPreview({ edit }: { readonly edit: FixEdit }): ReactNode {
  const styles = useStyles();
  const text = useText().finding;
  if (edit.kind !== 'set') {
    return say(edit.kind === 'merge' ? text.merge : text.unmerge, { range: formatRange(edit.range) });
  }
  const { before, removed, added, after } = changeOf(contentText(edit.from), contentText(edit.to));
  const wasBlank = before + removed + after === '';
  const old = wasBlank ? text.blank : removed;
  const now = before + added + after === '' ? text.blank : added;
  return (
    <>
      <span className={styles.cell}>{formatCell(edit.cell)}</span>
      {before}
      {old && (
        <del className={wasBlank ? styles.blank : styles.removed}>
          <span className={styles.unseen}>{text.from} </span>
          {old}
        </del>
      )}
      {old && now && (
        <span className={styles.arrow} aria-hidden>
          →
        </span>
      )}
      {now && (
        <ins className={styles.added}>
          <span className={styles.unseen}> {text.to} </span>
          {now}
        </ins>
      )}
      {after}
    </>
  );
}
