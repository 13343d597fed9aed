import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { formatCell } from '../../../core/sheet';
import {
  executionFormula,
  presetOf,
  type ClosingChoices,
  type ExecutionChoice,
  type ScoredExecution,
  type ScoreForm,
} from '../../../session/scoring';
import { say, useText } from '../../context';
import { contentText } from '../../preview';
import { RadioChips } from './RadioChips';

const useStyles = makeStyles({
  picker: {
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    marginTop: '6px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
  },
  note: { color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly execution: ScoredExecution;
  readonly closings: ClosingChoices;
  readonly form: ScoreForm;
  onChoose(change: ClosingChoices): void;
}

/** 预算执行率: how its rate and points come about, and which of the points are written. */
export function ExecutionPicker({ execution, closings, form, onChoose }: Props): ReactNode {
  const styles = useStyles();
  const words = useText().score;
  const { budget, spent, weight, percent, rate, score, options, right } = execution;
  const wanted = closings.execution ?? presetOf(execution);
  const stands = score ? contentText(score.holds) : '';
  const formula = form === 'value' || wanted === 'leave' ? null : executionFormula(execution, wanted, form);
  return (
    <div className={styles.picker}>
      <span className={styles.note}>{say(words.executionWork, { spent, budget, percent, weight })}</span>
      {rate && !rate.right && !('blank' in rate.holds) && (
        <RadioChips
          legend={say(words.closing.rate, { cell: formatCell(rate.cell) })}
          legendShown
          options={[
            { value: 'leave' as const, label: say(words.keepOld, { score: contentText(rate.holds) }) },
            { value: 'value' as const, label: say(words.overwrite, { score: `${percent}%` }) },
          ]}
          value={closings.rate ?? 'leave'}
          onChange={(chosen) => onChoose({ ...closings, rate: chosen })}
        />
      )}
      {score && (!right || form !== 'value') && (
        <RadioChips
          legend={say(words.closing.execution, { cell: formatCell(score.cell) })}
          legendShown
          options={[
            {
              value: 'leave' as ExecutionChoice,
              label: stands === '' ? words.leave : say(words.keepOld, { score: stands }),
            },
            ...options.map((option) => ({
              value: option.basis as ExecutionChoice,
              label: say(words.executionBasis[option.basis], { score: option.score }),
            })),
          ]}
          value={wanted}
          onChange={(chosen) => onChoose({ ...closings, execution: chosen })}
        />
      )}
      {formula !== null && <span className={styles.note}>{say(words.fillFormula, { formula })}</span>}
    </div>
  );
}
