import { Button, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import type { Filled, LevelChoice, LevelPlace, Unplaced, YearChange } from '../../../core/templates';
import { formsText } from '../../../i18n/forms';
import { say, useLocale, useText } from '../../context';
import { Note, Section } from '../../parts/Screen';
import { focusOutline } from '../../parts/focus-outline';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyle: 'none' },
  row: {
    padding: '4px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
  },
  choice: {
    display: 'grid',
    // One below the other in the narrowest panes: level 2 is what tells the places apart.
    gridTemplateColumns: 'repeat(auto-fit, minmax(160px, 1fr))',
    alignItems: 'center',
    gap: '2px 8px',
  },
  was: { display: 'block', color: tokens.colorNeutralForeground3 },
  summary: { cursor: 'pointer', ...focusOutline() },
  nested: { padding: '2px 0 2px 14px' },
  field: { color: tokens.colorNeutralForeground3, marginRight: '6px' },
});

const MOST = 8;

/** A list that shows its first rows, and the others when asked. */
function Shortened<T>({
  items,
  row,
}: {
  readonly items: readonly T[];
  row(item: T, index: number): ReactNode;
}): ReactNode {
  const styles = useStyles();
  const text = useText();
  const [all, setAll] = useState(false);
  const shown = all ? items : items.slice(0, MOST);
  return (
    <>
      <ul className={styles.list}>{shown.map(row)}</ul>
      {shown.length < items.length && (
        <Button size="small" appearance="transparent" onClick={() => setAll(true)}>
          {say(text.action.more, { count: items.length - shown.length })}
        </Button>
      )}
    </>
  );
}

interface Props {
  readonly filled: Filled;
  onPlace(indicator: number, place: LevelPlace): void;
}

/** What filling a form decided and could not place: shown before anything is written. */
export function FillReport({ filled, onPlace }: Props): ReactNode {
  const text = formsText(useLocale());
  const { choices, years, unplaced } = filled;
  return (
    <>
      {choices.length > 0 && (
        <Section title={say(text.choices.title, { count: choices.length })}>
          <Note>{text.choices.hint}</Note>
          <Shortened
            items={choices}
            row={(choice) => <Choice key={choice.indicator} choice={choice} onPlace={onPlace} />}
          />
        </Section>
      )}
      {years.length > 0 && (
        <Section title={say(text.years.title, { count: years.length })}>
          <Years years={years} filled={filled} />
        </Section>
      )}
      {unplaced.length > 0 && (
        <Section title={say(text.unplaced.title, { count: unplaced.length })}>
          <UnplacedList unplaced={unplaced} />
        </Section>
      )}
    </>
  );
}

const placeText = ({ level1, level2 }: LevelPlace): string => (level1 === level2 ? level1 : `${level1} / ${level2}`);

function Choice({ choice, onPlace }: { readonly choice: LevelChoice; onPlace: Props['onPlace'] }): ReactNode {
  const styles = useStyles();
  const text = formsText(useLocale());
  const { indicator, name, from, place, options } = choice;
  const was = [from.level1, from.level2].filter(Boolean).join(' / ');
  const names = [...new Set([...(place ? [placeText(place)] : []), ...options.map(placeText)])];
  return (
    <li className={styles.row}>
      <span className={styles.choice}>
        <span>
          {name}
          <span className={styles.was}>{was || text.choices.none}</span>
        </span>
        <Select
          size="small"
          aria-label={say(text.choices.of, { name })}
          value={place ? placeText(place) : ''}
          onChange={(_event, { value }) => {
            const chosen = options.find((option) => placeText(option) === value);
            if (chosen) onPlace(indicator, chosen);
          }}
        >
          {!place && <option value="">{text.choices.choose}</option>}
          {names.map((option) => (
            <option key={option} value={option}>
              {option}
            </option>
          ))}
        </Select>
      </span>
    </li>
  );
}

function Years({ years }: { readonly years: readonly YearChange[]; readonly filled: Filled }): ReactNode {
  const styles = useStyles();
  return (
    <Shortened
      items={years}
      row={({ from, to }, index) => (
        <li key={index} className={styles.row}>
          <del>{from}</del> → <ins>{to}</ins>
        </li>
      )}
    />
  );
}

/** 未放入的内容: all of it, by field; a field that many rows lose is opened on demand. */
export function UnplacedList({ unplaced }: { readonly unplaced: readonly Unplaced[] }): ReactNode {
  const styles = useStyles();
  const text = formsText(useLocale());
  const fields = [...new Set(unplaced.map(({ field }) => field))];
  return (
    <>
      <Note>{text.unplaced.hint}</Note>
      <ul className={styles.list}>
        {fields.map((field) => {
          const own = unplaced.filter((one) => one.field === field);
          return (
            <li key={field} className={styles.row}>
              {own.length > FEW ? (
                <details>
                  <summary className={styles.summary}>
                    {say(text.unplaced.many, { field: text.unplaced.field[field], count: own.length })}
                  </summary>
                  <ul className={styles.list}>
                    {own.map((one, index) => (
                      <li key={index} className={styles.nested}>
                        <Lost one={one} />
                      </li>
                    ))}
                  </ul>
                </details>
              ) : (
                own.map((one, index) => (
                  <div key={index}>
                    <Lost one={one} field={text.unplaced.field[field]} />
                  </div>
                ))
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}

const FEW = 2;

function Lost({ one, field }: { readonly one: Unplaced; readonly field?: string }): ReactNode {
  const styles = useStyles();
  const { label, value } = one;
  const about = [field, label].filter((part) => part !== undefined && part !== null && part !== value).join(' · ');
  return (
    <>
      {about !== '' && <span className={styles.field}>{about}</span>}
      {value}
    </>
  );
}
