import type { Field } from '../indicator';
import type { CellRef } from '../sheet';
import { squash } from '../text';
import type { Grid } from './grid';
import type { Header } from './locate';
import { partField, cellField, wordsOf, type Region, type Word } from './region';
import { prose } from './values';
import { GRADE, TITLE } from './words';
import { isSpanOfYears, yearIn } from './year';

export interface Above {
  readonly region: Region;
  /** The first row that is the table's own. */
  readonly top: number;
  readonly title: Field<string> | null;
  readonly year: Field<number> | null;
  readonly multiYear: boolean;
  readonly department: Field<string> | null;
  readonly departmentLabel: Field<string> | null;
  readonly coverDepartment: Field<string> | null;
  readonly project: Field<string> | null;
  readonly implementer: Field<string> | null;
  readonly duties: Field<string> | null;
  readonly goal: Field<string> | null;
  readonly goalActual: Field<string> | null;
  readonly changeReason: Field<string> | null;
  readonly grade: Field<string> | null;
}

type Label =
  | 'department'
  | 'owner'
  | 'implementer'
  | 'cover'
  | 'project'
  | 'duties'
  | 'goal'
  | 'goalActual'
  | 'longGoal'
  | 'year'
  | 'grade'
  | 'changeReason'
  | 'tasks';

/** Labels of the block above, squashed and with brackets taken out; the first that fits wins. */
const LABELS: readonly (readonly [Label, RegExp])[] = [
  ['project', /^(项目|专项|政策)(支出|资金)?名称$/],
  ['cover', /^(填[报表]|申报|编制|报送)(单位|部门)(名称)?$/],
  ['owner', /^(((中央|省级|市级|州级|县级|区级|市县)?主管)|预算|项目)(部门|单位)(及代码|名称)?$/],
  ['implementer', /^(项目)?(实施|执行)(单位|部门)(名称)?$/],
  ['department', /^((部门|单位|预算)*名称|预算(单位|部门)|部门(单位)?|单位)$/],
  ['duties', /^(部门|单位|主要|工作)*(职能|职责)+(概述|简介|职责)?$/],
  ['longGoal', /^(实施期|中期|长期|中长期|三年|项目)(总|总体|绩效|整体)*目标$/],
  ['goalActual', /^(?:全年|年度|总体|整体|绩效|目标)*(?:实际)?完成情况(?:综述|概述|说明)?$/],
  [
    'goal',
    /^((年度|年初|年|整体|总体|履职|绩效|工作|项目|部门|预期|设定|支出)*(目标|目标及任务)(内容|概述|设定)?|目标描述)$/,
  ],
  ['changeReason', /^(目标|指标)?调整(理由|原因)(及依据)?$/],
  ['tasks', /^(年度)?(主要|重点)(工作)?任务$/],
  ['year', /^(预算|申报|考核|绩效)?年(度|份)$/],
  ['grade', GRADE],
];

/** 单位：万元 at the right end of a row belongs to the amounts below. */
const MONEY_UNIT = /^(?:金额)?单位:[百千万亿]*元$/;

/** A name that can only be an office's: 县委组织部, 交通运输局. */
const OFFICE =
  /^(?=.{3,40}$)[^\d,。;:%]+(?:[部局委办院所会校学站队厅处社室馆团联厂园庭库署关台镇乡]|办公室|中心|政府|公司|街道)$/;

/** A year and nothing else. */
const YEAR_ALONE = /^\(?(?:(?:19|20)\d{2}|二[〇零○][〇零○一二三四五六七八九]{2})年度?\)?$/;

/** Rows that the block above may have, and how many blank ones may lie within it. */
const HEIGHT = 80;
const GAP = 3;

/** Reads title, year, names, duties and goals above the headings, no further up than `ceiling`. */
export function readAbove(grid: Grid, header: Header, ceiling: number, around: { left: number; right: number }): Above {
  const region = regionAbove(grid, header, ceiling, around);
  const found: Partial<Record<Label, Field<string>>> = {};
  const labels: Partial<Record<Label, Field<string>>> = {};
  let title: Field<string> | null = null;
  let year: Field<number> | null = null;
  let office: Field<string> | null = null;
  let multiYear = false;

  for (let row = region.top; row < header.top; row++) {
    const words = wordsOf(grid, region, row).flatMap(spacedParts);
    const cellsWithLabel = words.map((word) => labelled(word));
    if (words.length <= 2 && cellsWithLabel.every((label) => label === null)) {
      for (const word of words) {
        if (!title && TITLE.test(word.bare)) title = cellField(word);
        else if (!office && OFFICE.test(word.bare)) office = cellField(word);
        const stated = word.bare.length <= 50 && mayBeYear(word) ? yearIn(word.bare) : null;
        if (stated !== null && (!year || title?.cell.row === row))
          year = { value: stated, raw: word.cell.text, cell: word.at };
      }
      continue;
    }
    words.forEach((word, index) => {
      const label = cellsWithLabel[index];
      if (!label) {
        // 填报单位：区教育局 | 2026年度 | 单位：万元, and a title beside the office: told by no label of theirs.
        if (cellsWithLabel[index - 1]?.rest === null) return;
        if (!title && TITLE.test(word.bare) && /[表书]$/.test(word.bare)) title = cellField(word);
        const stated = title?.cell === word.at || YEAR_ALONE.test(word.bare) ? yearIn(word.bare) : null;
        if (!year && stated !== null) year = { value: stated, raw: word.cell.text, cell: word.at };
        return;
      }
      if (label.key === 'longGoal') multiYear = true;
      labels[label.key] ??= label.rest === null ? cellField(word) : partField(word, label.name);
      if (found[label.key]) return;
      const content =
        label.rest !== null
          ? restField(word, label.rest)
          : contentOf(grid, region, words, cellsWithLabel, index, header.top);
      if (content) found[label.key] = content;
    });
  }
  const yearCell = found.year;
  if (!year && yearCell) {
    const stated = yearIn(yearCell.value);
    if (stated !== null) year = { ...yearCell, value: stated };
  }
  return {
    region,
    top: region.top,
    title,
    year,
    multiYear: multiYear || (title !== null && isSpanOfYears(title.value)),
    department: found.department ?? found.owner ?? null,
    departmentLabel: labels.department ?? labels.owner ?? null,
    coverDepartment: found.cover ?? office,
    project: found.project ?? null,
    implementer: found.implementer ?? null,
    duties: found.duties ?? null,
    goal: found.goal ?? found.longGoal ?? null,
    goalActual: found.goalActual ?? null,
    changeReason: found.changeReason ?? null,
    grade: found.grade ?? null,
  };
}

/** 编制单位：区教育局　　2026年度　　单位：万元: what wide blanks keep apart in one cell. A title may be spaced as well. */
function spacedParts(word: Word): Word[] {
  if (word.text.length > 100 || /[\r\n]/.test(word.text)) return [word];
  const parts = word.text.trim().split(/[ \u3000\t]{2,}/);
  const split = parts.map((text) => ({ ...word, text, bare: squash(text) }));
  return split.length > 1 && split.some((part) => labelled(part)?.rest?.trim()) ? split : [word];
}

/** The digits of an amount are no year, though 1901 may be among them. */
function mayBeYear({ cell, bare }: Word): boolean {
  return typeof cell.value !== 'number' || /^\d{4}(?!\d|\.)/.test(bare);
}

/** From the form's title, or as far as rows follow each other closely. */
function regionAbove(grid: Grid, header: Header, ceiling: number, around: { left: number; right: number }): Region {
  const lowest = Math.max(ceiling, header.top - HEIGHT, 0);
  let top = header.top;
  let blank = 0;
  let titled = -1;
  for (let row = header.top - 1; row >= lowest; row--) {
    const words = wordsOf(grid, { top: row, bottom: row, ...around }, row);
    if (words.length === 0) {
      if (++blank > GAP) break;
      continue;
    }
    // Above the title only a line or two of the cover may stand.
    if (titled >= 0 && (titled - row > 3 || words.length > 1)) break;
    blank = 0;
    top = row;
    if (words.length <= 2 && words.some((word) => TITLE.test(word.bare) && labelled(word) === null))
      titled = titled < 0 ? row : titled;
  }
  return { top, bottom: header.top - 1, ...around };
}

interface Labelled {
  readonly key: Label;
  readonly name: string;
  /** What stands in the same cell after the label; null for a label alone. */
  readonly rest: string | null;
}

function labelled(word: Word): Labelled | null {
  if (typeof word.cell.value !== 'string') return null;
  const whole = keyOf(word.bare);
  if (whole) return { key: whole, name: word.text, rest: null };
  const colon = /^([^:：]{2,24})[:：]([\s\S]*)$/.exec(word.text);
  const spaced = colon ?? afterBlank(word.text);
  if (!spaced) return null;
  const key = keyOf(squash(spaced[1] as string));
  // 单位：万元 speaks of money, not of an office.
  if (key === null || (key === 'department' && /^[(（]?[百千万亿]*元/.test(squash(spaced[2] as string)))) return null;
  return { key, name: spaced[1] as string, rest: spaced[2] as string };
}

/** 年度履职目标 坚持以…: the first word and the rest. */
function afterBlank(text: string): readonly [string, string, string] | null {
  const trimmed = text.trim();
  const at = trimmed.search(/\s/);
  return at >= 3 && at <= 12 ? [trimmed, trimmed.slice(0, at), trimmed.slice(at)] : null;
}

function keyOf(bare: string): Label | null {
  if (bare.length > 24) return null;
  const text = bare.replace(/[:：]$/, '').replace(/\([^()]*\)/g, '');
  for (const [key, pattern] of LABELS) if (pattern.test(text)) return key;
  return null;
}

/** （盖章） after a label is no content. */
function restField(word: Word, rest: string): Field<string> | null {
  const content = prose(rest)
    .replace(/^[(（]?(盖章|公章|签章)[)）]?/, '')
    .trim();
  return content === '' ? null : partField(word, content);
}

/** What belongs to a label: the next cell of its row, or the cell below where the next ones are labels too. */
function contentOf(
  grid: Grid,
  region: Region,
  words: readonly Word[],
  labels: readonly (Labelled | null)[],
  index: number,
  end: number,
): Field<string> | null {
  const word = words[index] as Word;
  const label = labels[index] as Labelled;
  const next = words[index + 1];
  const following = labels[index + 1];
  if (next && !following) return MONEY_UNIT.test(next.bare) ? null : cellField(next);
  const heading = label.key === 'goal' || label.key === 'goalActual' || label.key === 'longGoal';
  if (!heading || (following && !isGoal(following.key))) return null;
  // 预期目标 | 实际完成情况 as headings: what is meant stands below, in the same columns.
  const below = wordBelow(grid, region, word.at, end);
  return below && labelled(below) === null ? cellField(below) : null;
}

function isGoal(key: Label): boolean {
  return key === 'goal' || key === 'goalActual' || key === 'longGoal';
}

function wordBelow(grid: Grid, region: Region, at: CellRef, end: number): Word | null {
  const merge = grid.mergeAt(at.row, at.column);
  const row = (merge?.bottom ?? at.row) + 1;
  if (row >= end) return null;
  return wordsOf(grid, region, row).find((word) => word.at.column === at.column) ?? null;
}
