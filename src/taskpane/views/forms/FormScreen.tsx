import { Button, Checkbox, Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useDeferredValue, useMemo, useState, type ReactNode } from 'react';
import { formatAddress, formatCell } from '../../../core/sheet';
import { formOf, type Form, type LevelPlace, type ScoreFormulas } from '../../../core/templates';
import { formsText } from '../../../i18n/forms';
import { fillOptionsFor, planForm, type FormPlan, type FormRequest } from '../../../session/forms';
import type { WorkbookSnapshot } from '../../../hosts/host';
import { say, useLocale, useSession, useSessionState, useText } from '../../context';
import { FileButton } from '../../parts/FileButton';
import { Footer } from '../../parts/Footer';
import { READABLE } from '../../parts/opened-file';
import { Note, ScreenBody, ScreenHead, Section } from '../../parts/Screen';
import { RadioChips } from '../score/RadioChips';
import { NEW_CHOICES, useFormsDesk, type FormChoices } from './desk';
import { FillReport } from './FillReport';
import { FormPreview } from './FormPreview';
import { readFileSources } from './file-source';
import type { KeyedSource, Sources } from './sources';

const useStyles = makeStyles({
  fields: { display: 'flex', flexDirection: 'column', gap: '8px', maxWidth: '480px' },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '6px' },
  grow: { flexGrow: 1, minWidth: 0 },
  year: { width: '96px' },
  plain: { '& label': { color: tokens.colorNeutralForeground1 } },
  way: {
    margin: '4px 0',
    padding: '6px 10px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorStatusWarningBorder1}`,
    backgroundColor: tokens.colorStatusWarningBackground1,
    color: tokens.colorNeutralForeground1,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
  },
});

const FIRST_YEAR = 2000;
const LAST_YEAR = 2100;

/** One form: what it is filled with, what is decided on the way, where it goes, and what it will look like. */
export function FormScreen({ sources }: { readonly sources: Sources }): ReactNode {
  const session = useSession();
  const locale = useLocale();
  const text = formsText(locale);
  const [{ choices }, change] = useFormsDesk();
  const selection = useSessionState((state) => state.selection);
  const form = formOf(choices.form);
  const source = sources.sources.find(({ key }) => key === choices.source) ?? null;
  const cell = selection?.ranges[0] ?? null;
  const at = selection && cell ? { sheet: selection.sheet, row: cell.top, column: cell.left } : null;
  const request = useMemo(
    (): FormRequest | null =>
      form && {
        form,
        source: source && {
          content: source.content,
          options: fillOptionsFor(form, source, {
            year: choices.year,
            targets: choices.targets,
            budget: choices.budget,
            places: choices.places,
          }),
        },
        scores: choices.scores,
        protect: choices.protect,
        place:
          choices.place === 'at' && at
            ? { kind: 'at', sheet: at.sheet, cell: { row: at.row, column: at.column } }
            : { kind: 'new-sheet' },
      },
    [form, source, choices, at?.sheet, at?.row, at?.column],
  );
  const asked = useDeferredValue(request);
  const { workbook } = sources;
  const plan = useMemo(() => (workbook && asked ? planForm(workbook, asked) : null), [workbook, asked]);
  if (!form) return null;
  const name = locale === 'zh-CN' ? form.title.zh : form.title.en;
  const set = (part: Partial<FormChoices>): void => change({ choices: { ...choices, ...part } });

  const insert = async (): Promise<void> => {
    const now = await session.readWorkbook();
    if (!now || !request) return;
    // Planned anew: sheets may have come and gone since it was shown.
    const latest = planForm(now, request);
    if (latest.occupied.length > 0) return;
    const { range } = latest.drawn;
    const count = latest.filled?.content.indicators.length ?? 0;
    const show = { sheet: latest.sheet, row: range.top, column: range.left };
    if (await session.insert(latest.edits, { what: 'form-inserted', name, count, show })) {
      change({ screen: 'list', from: form.id, left: null, choices: NEW_CHOICES });
    }
  };
  const ready = plan !== null && plan.occupied.length === 0 && asked === request;
  return (
    <>
      <ScreenHead title={name} back={text.back} onBack={() => change({ screen: 'list', from: form.id })} />
      <ScreenBody>
        {plan && <FormPreview drawn={plan.drawn} />}
        <SourceFields form={form} source={source} sources={sources} set={set} choices={choices} />
        {plan?.filled && (
          <FillReport
            filled={plan.filled}
            onPlace={(indicator, place) => set({ places: withPlace(choices.places, indicator, place) })}
          />
        )}
        <PlaceFields
          form={form}
          choices={choices}
          set={set}
          at={at && formatAddress(at)}
          plan={plan}
          workbook={workbook}
        />
      </ScreenBody>
      <Footer
        action={{
          label:
            choices.place === 'at' && at
              ? say(text.insertAt, { cell: formatAddress(at) })
              : say(text.insertSheet, { sheet: plan?.sheet ?? '' }),
          enabled: ready,
          run: () => void insert(),
        }}
      />
    </>
  );
}

function withPlace(
  places: ReadonlyMap<number, LevelPlace>,
  indicator: number,
  place: LevelPlace,
): ReadonlyMap<number, LevelPlace> {
  return new Map(places).set(indicator, place);
}

interface FieldsProps {
  readonly form: Form;
  readonly choices: FormChoices;
  set(part: Partial<FormChoices>): void;
}

function SourceFields({
  form,
  source,
  sources,
  choices,
  set,
}: FieldsProps & { readonly source: KeyedSource | null; readonly sources: Sources }): ReactNode {
  const styles = useStyles();
  const locale = useLocale();
  const ui = useText();
  const text = formsText(locale);
  const [desk, change] = useFormsDesk();
  const [told, setTold] = useState<string | null>(null);
  const take = async (file: File): Promise<void> => {
    const chosen = await readFileSources(file, locale);
    setTold(chosen.said);
    const [first] = chosen.sources;
    if (!first) return;
    const keys = new Set(chosen.sources.map(({ key }) => key));
    change({
      files: [...desk.files.filter(({ key }) => !keys.has(key)), ...chosen.sources],
      choices: { ...choices, source: first.key, places: new Map() },
    });
  };
  const groups: readonly (readonly [string, readonly KeyedSource[]])[] = [
    [text.source.active, sources.sources.filter(({ active }) => active)],
    [text.source.others, sources.sources.filter(({ active, file }) => !active && file === null)],
    [text.source.files, sources.sources.filter(({ file }) => file !== null)],
  ];
  const next = (source?.year ?? null) === null ? null : (source?.year ?? 0) + 1;
  const rolled = choices.year !== null && choices.year !== source?.year;
  return (
    <Section title={text.source.title}>
      <div className={styles.fields}>
        <div className={styles.row}>
          <Select
            className={styles.grow}
            size="small"
            aria-label={text.source.title}
            value={source ? source.key : ''}
            onChange={(_event, { value }) => set({ source: value || null, year: null, places: new Map() })}
          >
            <option value="">{text.source.none}</option>
            {groups.map(
              ([label, group]) =>
                group.length > 0 && (
                  <optgroup key={label} label={label}>
                    {group.map((one) => (
                      <option key={one.key} value={one.key}>
                        {nameOf(one, ui.kind, text.kind)}
                      </option>
                    ))}
                  </optgroup>
                ),
            )}
          </Select>
          <FileButton accept={READABLE} onFile={(file) => void take(file)}>
            {text.source.choose}
          </FileButton>
        </div>
        {told !== null && <Note alert>{told}</Note>}
        {source && (
          <>
            <div className={styles.row}>
              <Field label={text.source.year} orientation="horizontal" size="small">
                <Input
                  className={styles.year}
                  size="small"
                  type="number"
                  min={FIRST_YEAR}
                  max={LAST_YEAR}
                  value={String(choices.year ?? source.year ?? '')}
                  onChange={(_event, { value }) => set({ year: yearIn(value) })}
                />
              </Field>
              {next !== null && (
                <Checkbox
                  className={styles.plain}
                  label={say(text.source.lastYear, { year: next })}
                  checked={choices.year === next}
                  onChange={(_event, { checked }) => set({ year: checked ? next : null })}
                />
              )}
            </div>
            {(rolled || form.kind === 'target') && (
              <>
                <RadioChips
                  legend={text.source.targets}
                  legendShown
                  options={(['keep', 'clear'] as const).map((value) => ({ value, label: text.source[value] }))}
                  value={choices.targets}
                  onChange={(targets) => set({ targets })}
                />
                {form.head.length > 0 && (
                  <RadioChips
                    legend={text.source.budget}
                    legendShown
                    options={(['keep', 'clear'] as const).map((value) => ({ value, label: text.source[value] }))}
                    value={choices.budget}
                    onChange={(budget) => set({ budget })}
                  />
                )}
              </>
            )}
          </>
        )}
      </div>
    </Section>
  );
}

/** Null while a year is being typed. */
function yearIn(value: string): number | null {
  const year = Number(value);
  return Number.isInteger(year) && year >= FIRST_YEAR && year <= LAST_YEAR ? year : null;
}

function nameOf(
  { sheet, title, file, from, content }: KeyedSource,
  kinds: Readonly<Record<string, string>>,
  others: Readonly<Record<string, string>>,
): string {
  const where = file === null ? sheet : file;
  const what = title || kinds[from] || others[from] || '';
  return `${where}：${what.replaceAll(/\s+/gu, '')}（${content.indicators.length}）`;
}

function PlaceFields({
  form,
  choices,
  set,
  at,
  plan,
  workbook,
}: FieldsProps & {
  readonly at: string | null;
  readonly plan: FormPlan | null;
  readonly workbook: WorkbookSnapshot | null;
}): ReactNode {
  const styles = useStyles();
  const text = formsText(useLocale());
  const session = useSession();
  const { addSheet, protect } = useSessionState((state) => state.capabilities);
  const scored = form.columns.some(({ field }) => field === 'score');
  const occupied = plan?.occupied ?? [];
  return (
    <Section title={text.options}>
      <div className={styles.fields}>
        {scored && (
          <RadioChips<ScoreFormulas>
            legend={text.scores.title}
            legendShown
            options={(['functions', 'native', 'none'] as const).map((value) => ({ value, label: text.scores[value] }))}
            value={choices.scores}
            onChange={(scores) => set({ scores })}
          />
        )}
        <RadioChips<FormChoices['place']>
          legend={text.place.title}
          legendShown
          options={[
            ...(addSheet ? [{ value: 'new-sheet' as const, label: text.place.newSheet }] : []),
            { value: 'at', label: at === null ? text.place.selectFirst : say(text.place.at, { cell: at }) },
          ]}
          value={choices.place}
          onChange={(place) => set({ place })}
        />
        {choices.place === 'at' && occupied.length > 0 && (
          <div className={styles.way} role="alert">
            {say(text.place.occupied, { count: occupied.length })}
            <div className={styles.row}>
              {occupied.slice(0, SHOWN).map((cell) => (
                <Button
                  key={`${cell.row},${cell.column}`}
                  size="small"
                  appearance="transparent"
                  onClick={() => plan && void session.locate({ sheet: plan.sheet, ...cell })}
                >
                  {formatCell(cell)}
                </Button>
              ))}
              {occupied.length > SHOWN && '…'}
            </div>
          </div>
        )}
        {protect && choices.place === 'new-sheet' && (
          <Checkbox
            className={styles.plain}
            label={text.protect}
            checked={choices.protect}
            onChange={(_event, { checked }) => set({ protect: checked === true })}
          />
        )}
        {!workbook && <Note>{text.reading}</Note>}
      </div>
    </Section>
  );
}

const SHOWN = 6;
