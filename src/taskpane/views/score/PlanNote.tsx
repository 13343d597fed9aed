import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Plan } from '../../../session/scoring';
import { say, useText } from '../../context';

const useStyles = makeStyles({
  note: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
  },
  /** A native formula may run over a page. */
  clamped: { display: '-webkit-box', WebkitBoxOrient: 'vertical', WebkitLineClamp: '2', overflow: 'hidden' },
});

interface Props {
  readonly plan: Plan | undefined;
  /** Only the beginning of a long formula. */
  readonly short?: boolean;
}

/** The formula that will be written, or why the number is; nothing where numbers were asked for. */
export function PlanNote({ plan, short = false }: Props): ReactNode {
  const styles = useStyles();
  const words = useText().score;
  const offer = plan?.formula;
  if (!offer) return null;
  return (
    <span className={styles.note}>
      <span className={short ? styles.clamped : undefined}>
        {offer.ok
          ? say(words.fillFormula, { formula: offer.formula })
          : say(words.asValue, { why: say(words.whyValue[offer.why], offer.data) })}
      </span>
    </span>
  );
}
