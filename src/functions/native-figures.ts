import { textOf } from './definitions/arguments';
import { BANDS, NO, YES } from './definitions/execution';
import { boundsOf } from './definitions/total';

/**
 * What is reckoned from scores and money (总分, 等级, 预算执行率得分) as native formulas over the same cells, which follow
 * them as the functions do. They need no value of now; where one is not a number they may be `#N/A` for `#VALUE!`.
 */

/** A cell, of another sheet too. */
const CELL = /^(?:(?:'(?:[^']|'')+'|[\p{L}\p{N}_.]+)!)?\$?[A-Z]{1,3}\$?\d{1,7}$/iu;
const RANGE = /^(?:(?:'(?:[^']|'')+'|[\p{L}\p{N}_.]+)!)?\$?[A-Z]{1,3}\$?\d{1,7}:\$?[A-Z]{1,3}\$?\d{1,7}$/iu;
const NUMBER = /^\d+(?:\.\d+)?$/u;

/** An argument stands in no formula: a range for one value, or a word that only the function reads. */
class Unwritten extends Error {
  constructor(readonly argument: string) {
    super(argument);
  }
}

export type Figure =
  { readonly ok: true; readonly formula: string } | { readonly ok: false; readonly argument: string };

/** One value, so that it can stand beside an operator. Ranges, arrays and unions are several. */
function single(text = ''): string {
  if (CELL.test(text) || NUMBER.test(text)) return text;
  let bare = text.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'/gu, '');
  for (let inner = ''; inner !== bare;) [inner, bare] = [bare, bare.replace(/\([^()]*\)/gu, '')];
  if (text === '' || /[:{}#,;()]/u.test(bare)) throw new Unwritten(text);
  return `(${text})`;
}

/** What a quoted text or a number says; null where nothing is given. */
function plain(text = ''): string | null {
  if (text === '') return null;
  const quoted = /^"((?:[^"]|"")*)"$/u.exec(text);
  if (!quoted && !NUMBER.test(text)) throw new Unwritten(text);
  return textOf(quoted ? (quoted[1] as string).replaceAll('""', '"') : text);
}

/** Each score is rounded before, and the sum after: added in binary, 0.1 and 0.2 are not 0.3. */
function total([scores = '']: readonly string[]): string {
  if (!CELL.test(scores) && !RANGE.test(scores)) throw new Unwritten(scores);
  return `IF(COUNTBLANK(${scores})>0,NA(),ROUND(SUMPRODUCT(ROUND(${scores},2)),2))`;
}

/** A text is more than every number: what looks like one is made one before it is compared. */
function grade([points, scheme]: readonly string[]): string {
  const given = single(points);
  const bounds = boundsOf(plain(scheme));
  if (!bounds) throw new Unwritten(scheme ?? '');
  const [best, good, fair] = bounds.map((bound) => `${given}*1>=${bound}`) as [string, string, string];
  return `IF(${given}="",NA(),IF(${best},"优",IF(${good},"良",IF(${fair},"中","差"))))`;
}

function execution([budgetText, spentText, weightText = '', mode, completed = '']: readonly string[]): string {
  const [budget, spent] = [single(budgetText), single(spentText)];
  const given = weightText === '' ? '10' : single(weightText);
  const weight = CELL.test(given) ? `IF(ISBLANK(${given}),10,${given})` : given;
  const isOpen = !NUMBER.test(given);
  const numbers = [budget, spent, ...(isOpen ? [weight] : [])];
  const impossible = [`${budget}<=0`, `${spent}<0`, ...(isOpen ? [`${weight}<0`] : [])];
  const score = pointsBy(plain(mode)?.trim() ?? '比例', { budget, spent, weight, completed });
  if (score === null) throw new Unwritten(mode ?? '');
  return `IF(COUNT(${numbers.join()})<${numbers.length},NA(),IF(OR(${impossible.join()}),NA(),${score}))`;
}

type Execution = Readonly<Record<'budget' | 'spent' | 'weight' | 'completed', string>>;

function pointsBy(mode: string, { budget, spent, weight, completed }: Execution): string | null {
  if (mode === '比例') return `ROUND(ROUND(MIN(1,${spent}/${budget})*${weight},9),2)`;
  if (mode !== '分档') return null;
  const rate = `ROUND(${spent}/${budget},12)`;
  const unfinished = BANDS.reduceRight(
    (below, [from, share]) => (from === 0 ? share : `IF(${rate}>=${from / 100},ROUND(${weight}*${share},2),${below})`),
    '0',
  );
  const within = byCompletion(completed, weight, unfinished);
  return `IF(${spent}>${budget},NA(),IF(${spent}=${budget},${weight},${within}))`;
}

function byCompletion(completed: string, finished: string, unfinished: string): string {
  const oneOf = (words: ReadonlySet<string>) => `OR(${[...words].map((word) => `${completed}&""="${word}"`).join()})`;
  if (CELL.test(completed)) return `IF(${oneOf(YES)},${finished},IF(${oneOf(NO)},${unfinished},NA()))`;
  const word = /^(?:true|false)$/iu.test(completed) ? completed : plain(completed);
  const said = word?.trim().toLowerCase() ?? '';
  return YES.has(said) ? finished : NO.has(said) ? unfinished : 'NA()';
}

interface Writer {
  readonly most: number;
  write(args: readonly string[]): string;
}

const FIGURES: Readonly<Record<string, Writer>> = {
  TOTAL: { most: 1, write: total },
  GRADE: { most: 2, write: grade },
  EXECUTION: { most: 5, write: execution },
};

export const isFigure = (name: string): boolean => FIGURES[name] !== undefined;

/** `args` as they stand between the commas, with nothing of the add-in in them any more. */
export function nativeFigure(name: string, args: readonly string[]): Figure {
  const { most, write } = FIGURES[name] as Writer;
  const surplus = args[most];
  if (surplus !== undefined) return { ok: false, argument: surplus };
  try {
    return { ok: true, formula: write(args) };
  } catch (error) {
    if (error instanceof Unwritten) return { ok: false, argument: error.argument };
    throw error;
  }
}
