import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { formatCell } from '../../../core/sheet';
import type { ClosingChoice, ClosingOffer } from '../../../session/scoring';
import { say, useText } from '../../context';
import { contentText } from '../../preview';
import { RadioChips } from './RadioChips';

const useStyles = makeStyles({
  picker: { marginTop: '6px', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
});

interface Props {
  readonly offer: ClosingOffer | null;
  readonly what: 'total' | 'grade';
  readonly chosen: ClosingChoice | undefined;
  onChoose(choice: ClosingChoice): void;
}

/** What goes into the cell of 总分 or 等级; nothing is asked where the value stands there already. */
export function ClosingPicker({ offer, what, chosen, onChoose }: Props): ReactNode {
  const styles = useStyles();
  const words = useText().score;
  if (!offer || offer.settled) return null;
  const { cell, holds, value, formula, preset } = offer;
  const stands = contentText(holds);
  const shown = what === 'grade' ? `“${value}”` : value;
  const options = [
    { value: 'leave' as ClosingChoice, label: stands === '' ? words.leave : say(words.keepOld, { score: stands }) },
    {
      value: 'value' as ClosingChoice,
      label: say(stands === '' ? words.fillWith : words.overwrite, { score: shown }),
    },
    ...(formula === null ? [] : [{ value: 'formula' as ClosingChoice, label: say(words.fillFormula, { formula }) }]),
  ];
  return (
    <div className={styles.picker}>
      <RadioChips
        legend={say(words.closing[what], { cell: formatCell(cell) })}
        legendShown
        options={options}
        value={chosen ?? preset}
        onChange={onChoose}
      />
    </div>
  );
}
