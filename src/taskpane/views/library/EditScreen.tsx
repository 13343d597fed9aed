import { Field, Input, makeStyles, Select, Textarea } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { LEVELS, officialLevel2, type Level1 } from '../../../core/indicator';
import { entryFrom, FIELD_IDS, FIELDS, plainOf, type PlainEntry } from '../../../core/library';
import { renderLibraryProblem } from '../../../i18n/library';
import { fieldName, libraryText } from '../../../i18n/library-view';
import { say, useLocale } from '../../context';
import { Footer } from '../../parts/Footer';
import { Note, ScreenBody, ScreenHead } from '../../parts/Screen';
import { useLibraryDesk } from './desk';
import { ownLibrary, useOwnLibrary } from './own-library';

const useStyles = makeStyles({
  fields: { display: 'flex', flexDirection: 'column', gap: '8px', maxWidth: '520px', paddingTop: '8px' },
  target: {
    display: 'grid',
    gridTemplateColumns: '84px minmax(0, 1fr) minmax(0, 96px)',
    gap: '6px',
    '& > *': { minWidth: 0 },
  },
  /** Else as wide as an input is by itself. */
  input: { width: '100%' },
});

const LEVEL2 = (Object.keys(LEVELS['2021']) as Level1[]).flatMap((level1) => LEVELS['2021'][level1] ?? []);
const SIGNS = ['≥', '≤', '=', '>', '<', '定性'];

/** An entry of a person's own, field by field; refused where it could not be read back. */
export function EditScreen(): ReactNode {
  const styles = useStyles();
  const locale = useLocale();
  const text = libraryText(locale);
  const words = text.incoming.key;
  const [{ edited, chosen }, change] = useLibraryDesk();
  const { entries } = useOwnLibrary();
  const [plain, setPlain] = useState<PlainEntry | null>(edited && plainOf(edited));
  if (!edited || !plain) return null;
  const { entry, problems } = entryFrom(plain);
  const taken = entry !== null && entry.id !== edited.id && entries.some(({ id }) => id === entry.id);
  const back = (): void => change({ screen: 'list', returned: true, edited: null });
  const input = (key: keyof PlainEntry, required = false): ReactNode => (
    <Field label={words[key]} size="small" required={required}>
      <Input
        className={styles.input}
        size="small"
        value={plain[key]}
        onChange={(_event, { value }) => setPlain({ ...plain, [key]: value })}
      />
    </Field>
  );
  const prose = (key: keyof PlainEntry, hint?: string): ReactNode => (
    <Field label={words[key]} size="small" {...(hint === undefined ? {} : { hint })}>
      <Textarea
        size="small"
        resize="vertical"
        rows={3}
        value={plain[key]}
        onChange={(_event, { value }) => setPlain({ ...plain, [key]: value })}
      />
    </Field>
  );
  const levels = LEVEL2.map(officialLevel2);
  return (
    <>
      <ScreenHead title={text.editing} back={text.back} onBack={back} />
      <ScreenBody>
        <div className={styles.fields}>
          {input('name', true)}
          <Field label={words.level2} size="small" required>
            <Select
              size="small"
              value={plain.level2}
              onChange={(_event, { value }) => setPlain({ ...plain, level2: value })}
            >
              {[...new Set([plain.level2, ...levels])].map((level) => (
                <option key={level} value={level}>
                  {level}
                </option>
              ))}
            </Select>
          </Field>
          <div className={styles.target}>
            <Field label={words.operator} size="small">
              <Select
                size="small"
                value={plain.operator}
                onChange={(_event, { value }) => setPlain({ ...plain, operator: value })}
              >
                {[...new Set([plain.operator, ...SIGNS])].map((sign) => (
                  <option key={sign} value={sign}>
                    {sign}
                  </option>
                ))}
              </Select>
            </Field>
            {input('target')}
            {input('unit')}
          </div>
          {prose('explanation')}
          {prose('standard', text.standardHint)}
          {prose('evidence')}
          {input('keywords')}
          <Field label={words.field} size="small">
            <Select
              size="small"
              value={plain.field}
              onChange={(_event, { value }) => setPlain({ ...plain, field: value })}
            >
              <option value="">{text.incoming.blank}</option>
              {FIELD_IDS.map((id) => (
                <option key={id} value={FIELDS[id].name}>
                  {fieldName(id, locale)}
                </option>
              ))}
            </Select>
          </Field>
          {problems.map((problem, index) => (
            <Note key={index} alert>
              {renderLibraryProblem(problem, locale)}
            </Note>
          ))}
          {taken && <Note alert>{say(text.nameTaken, { name: entry.name })}</Note>}
        </div>
      </ScreenBody>
      <Footer
        action={{
          label: text.save,
          enabled: entry !== null && !taken,
          run: () => {
            if (!entry) return;
            ownLibrary().replace(edited.id, entry);
            change({
              screen: 'list',
              returned: true,
              edited: null,
              chosen: chosen.map((id) => (id === edited.id ? entry.id : id)),
            });
          },
        }}
      />
    </>
  );
}
