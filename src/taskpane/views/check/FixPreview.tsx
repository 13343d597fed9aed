import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { formatCell, formatRange, type FixEdit } from '../../../core/sheet';
import { say, useText } from '../../context';
import { changeOf, contentText } from '../../preview';

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

/** What a fix changes, cell by cell: old → new. */
export function FixPreview({ edits }: { readonly edits: readonly FixEdit[] }): ReactNode {
  const styles = useStyles();
  const text = useText().finding;
  return (
    <ul className={styles.list} aria-label={text.preview}>
      {edits.slice(0, MOST).map((edit, index) => (
        <li key={index}>
          <EditPreview edit={edit} />
        </li>
      ))}
      {edits.length > MOST && <li>{say(text.moreEdits, { count: edits.length - MOST })}</li>}
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
  const old = before + removed + after === '' ? text.blank : removed;
  const now = before + added + after === '' ? text.blank : added;
  return (
    <>
      <span className={styles.cell}>{formatCell(edit.cell)}</span>
      {before}
      {old && (
        <del className={styles.removed}>
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
