import type { ReactNode } from 'react';
import type { ScoredRow } from '../../../session/scoring';
import { say, useText } from '../../context';
import { contentText } from '../../preview';
import { RadioChips } from './RadioChips';
import { nameOf, optionOf } from './words';

interface Props {
  readonly row: Pick<ScoredRow, 'options' | 'holds' | 'existing' | 'status' | 'indicator'>;
  readonly chosen: number | undefined;
  readonly tabIndex?: number;
  /** Undefined goes back to what stands in the sheet. */
  onChoose(score: number | undefined): void;
}

/** Which of the possible scores is written; what stands in the sheet stays unless another is picked. */
export function ScorePicker({ row, chosen, tabIndex = 0, onChoose }: Props): ReactNode {
  const text = useText();
  const { options, holds, existing, status } = row;
  const stands = existing === null ? contentText(holds) : String(existing);
  const offered = [
    {
      value: undefined as number | undefined,
      label: stands === '' ? text.score.leave : say(text.score.keepOld, { score: stands }),
    },
    ...options.map((option) => ({
      value: option.score,
      label: status === 'differs' ? say(text.score.overwrite, { score: option.score }) : optionOf(option, text),
    })),
  ];
  return (
    <RadioChips
      legend={say(text.score.choose, { name: nameOf(row.indicator) })}
      options={offered}
      value={options.some(({ score }) => score === chosen) ? chosen : undefined}
      tabIndex={tabIndex}
      onChange={onChoose}
    />
  );
}
