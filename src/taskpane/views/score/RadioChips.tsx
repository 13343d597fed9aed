import { makeStyles, tokens } from '@fluentui/react-components';
import { useId, type ReactNode } from 'react';

const useStyles = makeStyles({
  options: { display: 'flex', flexWrap: 'wrap', gap: '4px 6px', margin: 0, padding: 0, border: 'none', minWidth: 0 },
  option: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '5px',
    minWidth: 0,
    padding: '2px 8px 2px 5px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    fontVariantNumeric: 'tabular-nums',
    overflowWrap: 'anywhere',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':has(:checked)': {
      backgroundColor: tokens.colorBrandBackground2,
      border: `1px solid ${tokens.colorCompoundBrandStroke}`,
    },
    ':has(:focus-visible)': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  radio: { margin: 0, flexShrink: 0, accentColor: tokens.colorCompoundBrandBackground, outlineStyle: 'none' },
  unseen: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
});

interface Props<T> {
  /** Said to those who can't see; shown as well where `legendShown`. */
  readonly legend: string;
  readonly legendShown?: boolean;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly value: T;
  readonly tabIndex?: number;
  onChange(value: T): void;
}

/** A few short answers, one of which holds. */
export function RadioChips<T>({ legend, legendShown, options, value, tabIndex = 0, onChange }: Props<T>): ReactNode {
  const styles = useStyles();
  const group = useId();
  return (
    <fieldset className={styles.options}>
      <legend className={legendShown ? undefined : styles.unseen}>{legend}</legend>
      {options.map((option) => (
        <label key={option.label} className={styles.option}>
          <input
            className={styles.radio}
            type="radio"
            name={group}
            tabIndex={tabIndex}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  );
}
