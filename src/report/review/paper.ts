import type { IndicatorTable, TableKind } from '../../core/indicator';
import { versionOf } from '../../core/check';
import type { Finding, Suppression } from '../../core/rules/finding';
import type { Severity } from '../../core/rules/rule';
import { formatCell } from '../../core/sheet';
import { renderFixTitle, renderMessage, type Locale } from '../../i18n';
import { curvesOf, type ReportCurve } from '../curves';

/** Of which round of review a paper is, and until when the table is to come back. */
export interface Occasion {
  /** Counted from 1; null outside of rounds. */
  readonly round: number | null;
  /** `YYYY-MM-DD`; null leaves a blank for the day. */
  readonly deadline: string | null;
  /** Day of the paper, `YYYY-MM-DD`; null leaves a blank. */
  readonly date: string | null;
  /** 审核单位; null leaves a blank for the seal. */
  readonly office: string | null;
}

export const NO_OCCASION: Occasion = { round: null, deadline: null, date: null, office: null };

/** What a reviewer says of his own, about a cell or a whole table. */
export interface ReviewOpinion {
  /** `Sheet1!D12`; '' for the table. */
  readonly place: string;
  readonly text: string;
  readonly by: string;
  /** What the department answered; '' where it has not. */
  readonly answer: string;
}

/** A finding in the words that a department reads. */
export interface ReviewItem {
  readonly key: string;
  readonly code: string;
  readonly severity: Severity;
  /** `E12`. */
  readonly cell: string;
  /** 三级指标; '' for findings about no single row. */
  readonly indicator: string;
  /** What is wrong, and what follows from it, one sentence a line. */
  readonly problem: string;
  /** What to do: the suggested text where there is one. */
  readonly advice: string;
  /** 财预〔2021〕101号 一（二）3; null where no clause stands behind it. */
  readonly basis: { readonly document: string; readonly clause: string; readonly advisory: boolean } | null;
}

/** A value that was kept, with the reason given for it. */
export interface KeptItem {
  readonly cell: string;
  readonly problem: string;
  readonly reason: string;
  readonly by: string;
}

export interface ReviewedTable {
  /** Name of the file; '' where only one is spoken of. */
  readonly file: string;
  readonly sheet: string;
  readonly title: string;
  readonly kind: TableKind;
  readonly year: number | null;
  readonly department: string | null;
  readonly project: string | null;
  readonly indicators: number;
  /** Gravest first, then in the order of the table. */
  readonly items: readonly ReviewItem[];
  readonly kept: readonly KeptItem[];
  readonly curves: readonly ReportCurve[];
}

/** 审核意见: what goes back to a department, about all of its tables. */
export interface ReviewPaper {
  readonly department: string | null;
  readonly tables: readonly ReviewedTable[];
  readonly opinions: readonly ReviewOpinion[];
  /** Values once kept with a reason whose problem is gone; none where left out. */
  readonly unneeded?: readonly Suppression[];
  readonly occasion: Occasion;
}

export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

/** A table with its findings, in words. Folded findings stand in the problem of their root. */
export function reviewedTable(
  table: IndicatorTable,
  all: readonly Finding[],
  locale: Locale,
  file = '',
): ReviewedTable {
  const { findings } = versionOf(table, all);
  const roots = findings.filter(({ causedBy }) => causedBy === undefined);
  const open = roots.filter(({ suppressed }) => suppressed === undefined);
  const words = (text: string | undefined): string | null => text?.replace(/\s+/gu, '') || null;
  return {
    file,
    sheet: table.sheet,
    title: table.title?.value.trim().replace(/\s+/gu, ' ') ?? '',
    kind: table.kind,
    year: table.year?.value ?? null,
    department: words((table.department ?? table.coverDepartment)?.value),
    project: table.subject === 'project' ? words(table.project?.value) : null,
    indicators: table.indicators.length,
    items: SEVERITIES.flatMap((severity) => open.filter((finding) => finding.severity === severity)).map((finding) =>
      itemOf(finding, findings, table, locale),
    ),
    kept: roots.flatMap((finding): KeptItem[] =>
      finding.suppressed
        ? [
            {
              cell: formatCell(finding.address),
              problem: renderMessage(finding, locale),
              reason: finding.suppressed.reason,
              by: finding.suppressed.by,
            },
          ]
        : [],
    ),
    // A hint needs no picture: the letter is long enough.
    curves: curvesOf(
      [table],
      open.filter(({ severity }) => severity !== 'info'),
    ),
  };
}

function itemOf(
  finding: Finding,
  findings: readonly Finding[],
  { indicators }: IndicatorTable,
  locale: Locale,
): ReviewItem {
  const { source, advisory } = finding;
  const [problem, request] = partsOf(sentenceOf(finding, locale));
  const folded = findings.filter(({ causedBy, suppressed }) => causedBy === finding.key && !suppressed);
  const effects = folded.map((other) => partsOf(sentenceOf(other, locale))[0]);
  const titles = [...new Set(finding.fixes.map((fix) => renderFixTitle(finding, fix, locale)))];
  const or = locale === 'zh-CN' ? '；或' : '; or ';
  const row = indicators.find((indicator) => indicator.row === finding.row);
  return {
    key: finding.key,
    code: finding.code,
    severity: finding.severity,
    cell: formatCell(finding.address),
    indicator: row?.name?.value.replace(/\s+/gu, '') ?? '',
    problem: [problem, ...new Set(effects)].join('\n'),
    advice: titles.length > 0 ? `${titles.join(or)}${locale === 'zh-CN' ? '。' : '.'}` : request,
    basis: source ? { document: source.document, clause: source.clause, advisory } : null,
  };
}

/** The sentence without 参照, which stands with the clause here. */
function sentenceOf(finding: Finding, locale: Locale): string {
  return renderMessage({ ...finding, advisory: false }, locale);
}

/** Sentences that ask for something, by a word of theirs. */
const REQUEST = new RegExp(
  [
    '[请应须需]|建议|^可',
    '\\b(?:must|should|needs?|ha(?:s|ve) to)\\b',
    '(?:^|[;,] |: )(?:Please|add|adjust|check|choose|complete|consider|correct|delete|do not|explain|fill|give|go|join|let|make)\\b',
    '(?:^|[;,] |: )(?:mend|move|put|raise|say|see|set|speak|split|state|take|use|write|change)\\b',
  ].join('|'),
  'iu',
);

/** What is wrong, and what to do: findings end with the request. */
export function partsOf(sentence: string): readonly [problem: string, request: string] {
  const ends = [...sentence.matchAll(/[。！？]|[.?!]”?(?= [A-Z“])/gu)].map((match) => match.index + match[0].length);
  const last = ends.filter((end) => end < sentence.trimEnd().length).at(-1);
  if (last === undefined) return [sentence, ''];
  const request = sentence.slice(last).trim();
  return REQUEST.test(request) ? [sentence.slice(0, last), request] : [sentence, ''];
}

/** 青溪县水利局, or the project; null where the tables name nobody. */
export function ownerOf({ department, project }: Pick<ReviewedTable, 'department' | 'project'>): string | null {
  return department ?? project;
}

export function countOf(tables: readonly ReviewedTable[], severity: Severity): number {
  return tables.reduce((sum, { items }) => sum + items.filter((item) => item.severity === severity).length, 0);
}
