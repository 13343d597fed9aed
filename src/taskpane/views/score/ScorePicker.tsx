import { makeStyles, tokens } from '@fluentui/react-components';
import { useId, type ReactNode } from 'react';
import type { ScoredRow } from '../../../session/scoring';
import { say, useText } from '../../context';
import { contentText } from '../../preview';
import { nameOf, optionOf } from './words';

const useStyles = makeStyles({
  options: { display: 'flex', flexWrap: 'wrap', gap: '4px 6px', margin: 0, padding: 0, border: 'none', minWidth: 0 },
  option: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '5px',
    padding: '2px 8px 2px 5px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    fontVariantNumeric: 'tabular-nums',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':has(:checked)': {
      backgroundColor: tokens.colorBrandBackground2,
      border: `1px solid ${tokens.colorCompoundBrandStroke}`,
    },
    ':has(:focus-visible)': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  radio: { margin: 0, accentColor: tokens.colorCompoundBrandBackground, outlineStyle: 'none' },
  unseen: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
});

interface Props {
  readonly row: ScoredRow;
  readonly chosen: number | undefined;
  readonly tabIndex?: number;
  /** Undefined goes back to what stands in the sheet. */
  onChoose(score: number | undefined): void;
}

/** Which of the possible scores is written; what stands in the sheet stays unless another is picked. */
export function ScorePicker({ row, chosen, tabIndex = 0, onChoose }: Props): ReactNode {
  const styles = useStyles();
  const text = useText();
  const group = useId();
  const { options, holds, existing, status } = row;
  const stands = existing === null ? contentText(holds) : String(existing);
  const picked = options.some(({ score }) => score === chosen) ? chosen : undefined;
  const offered = [
    {
      score: undefined,
      label: stands === '' ? text.score.leave : say(text.score.keepOld, { score: stands }),
    },
    ...options.map((option) => ({
      score: option.score,
      label: status === 'differs' ? say(text.score.overwrite, { score: option.score }) : optionOf(option, text),
    })),
  ];
  return (
    <fieldset className={styles.options}>
      <legend className={styles.unseen}>{say(text.score.choose, { name: nameOf(row.indicator) })}</legend>
      {offered.map(({ score, label }) => (
        <label key={label} className={styles.option}>
          <input
            className={styles.radio}
            type="radio"
            name={group}
            tabIndex={tabIndex}
            checked={picked === score}
            onChange={() => onChoose(score)}
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
