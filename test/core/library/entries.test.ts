import { checkNow } from '../../../src/core/check';
import { isSatisfaction, level1Of, LEVELS, parentOf, TREES, weightScheme } from '../../../src/core/indicator';
import type { Level1 } from '../../../src/core/indicator';
import { compile, verify } from '../../../src/core/scoring';
import { FIELD_IDS, libraryEntries, linesOf, readLine, rowOf } from '../../../src/core/library';
import type { IndicatorRow, LibraryEntry } from '../../../src/core/library';
import type { SheetSnapshot } from '../../../src/core/sheet';
import { compactSheet } from '../../support/compact-sheet';
import type { CompactRow } from '../../support/compact-sheet';

const YEAR = 2026;
const POINTS = [2, 5, 10, 15, 3.5];

describe.each(FIELD_IDS)('%s', (field) => {
  const entries = libraryEntries().filter((entry) => entry.field === field);

  test('every line is read', () => {
    const unread = linesOf(field).flatMap((line) => {
      const found = readLine(line, field);
      return typeof found === 'string' ? [`${found}: ${line}`] : [];
    });
    expect(unread).toEqual([]);
    expect(entries.length).toBeGreaterThanOrEqual(12);
  });

  test('every level 1 of the new tree has an entry', () => {
    const found = new Set(entries.map(({ level2 }) => parentOf(level2['2021'], '2021')));
    expect([...found].sort()).toEqual(['benefit', 'cost', 'output', 'satisfaction']);
  });

  test('both trees have the levels of each entry', () => {
    for (const { name, level2 } of entries) {
      for (const tree of TREES) {
        const own = level2[tree === '2021' ? '2021' : '2015'];
        expect({ name, tree, parent: parentOf(own, tree) }).toEqual({ name, tree, parent: expect.any(String) });
        expect(Object.values(LEVELS[tree]).flat()).toContain(own);
      }
    }
  });

  test.each(POINTS)('every standard is proved sound for %d points, by one result', (weight) => {
    const wrong = entries.flatMap((entry) => {
      const row = rowOf(entry, { tree: '2021', year: YEAR, weight });
      const compiled = compile({
        ...row,
        year: YEAR,
      });
      if (!compiled.ok) return [`${entry.name} | ${row.standard} | ${compiled.refusal.code} ${compiled.refusal.words}`];
      const { status, faults, sharedEnds } = verify(compiled.standard);
      const left = /\{|\$\d|NaN|undefined/u.test(row.standard);
      const [first, ...others] = compiled.inputs;
      const own =
        entry.direction === 'deadline'
          ? first?.kind === 'date'
          : typeof entry.target.value === 'number'
            ? first?.kind === 'value' || (first?.kind === 'count' && entry.target.unit !== '%')
            : first?.kind === 'grade' || first?.kind === 'boolean';
      const several = others.length > 0 && !row.standard.includes('②');
      return status === 'proved' && faults.length === 0 && sharedEnds.length === 0 && own && !several && !left
        ? []
        : [
            `${entry.name} | ${row.standard} | ${status} ${faults.map(({ code }) => code).join()} ends ${String(sharedEnds.length)} ${compiled.inputs.map(({ name, kind, unit }) => `${name}:${kind}:${String(unit)}`).join()}`,
          ];
    });
    expect(wrong).toEqual([]);
  });

  test('every standard stays sound with a target of the department’s own', () => {
    const wrong = entries.flatMap((entry) =>
      ownTargets(entry).flatMap((target) => {
        const row = rowOf(entry, { tree: '2021', year: YEAR, weight: 8, target });
        const compiled = compile({ ...row, year: YEAR });
        const found = compiled.ok ? verify(compiled.standard) : null;
        return found?.status === 'proved' && found.faults.length === 0
          ? []
          : [
              `${entry.name} ${String(target)} | ${row.standard} | ${found?.faults.map(({ code }) => code).join() ?? ''}`,
            ];
      }),
    );
    expect(wrong).toEqual([]);
  });

  test.each(TREES)('every entry in a table of the tree %s leaves nothing to say', (tree) => {
    const said = entries.flatMap((entry) => {
      const row = rowOf(entry, { tree, year: YEAR, weight: 10 });
      const sheet = tableAround(row);
      const { findings, failures, readings } = checkNow({ sheets: [sheet] });
      expect(failures).toEqual([]);
      const read = readings[0]?.tables[0]?.indicators.find(({ name }) => name?.value === entry.name);
      expect(read?.reading.kind).not.toBe('unknown');
      return findings.map(
        ({ code, message, severity, data }) => `${entry.name} ${severity} ${code} ${message} ${JSON.stringify(data)}`,
      );
    });
    expect(said).toEqual([]);
  });
});

/** The row with others that make up a table in which nothing is wrong, its own level 1 together. */
function tableAround(row: IndicatorRow): SheetSnapshot {
  const part = isSatisfaction(row.level2) ? 'satisfaction' : level1Of(row.level1);
  const scheme = weightScheme(part === 'cost', true);
  const rest = (level1: Level1): number => (scheme[level1] ?? 0) - (part === level1 ? row.weight : 0);
  const others: CompactRow[] = [
    beside('产出指标', '数量指标', '甲类文书数', '≥', 30, '份', 20),
    beside('产出指标', '质量指标', '甲类文书规范率', '≥', 93, '%', rest('output') - 20),
    beside('效益指标', '社会效益指标', '甲类受益人数', '≥', 30, '人', rest('benefit')),
    ...(part === 'satisfaction'
      ? []
      : [beside('满意度指标', '服务对象满意度指标', '甲类人员满意度', '≥', 93, '%', 10)]),
    ...(part === 'cost' ? [beside('成本指标', '经济成本指标', '乙类', '≤', 30, '万元', 10)] : []),
  ];
  const own: CompactRow = [
    row.level1,
    row.level2,
    row.name,
    row.operator,
    row.target,
    row.unit,
    row.explanation,
    row.standard,
    row.weight,
  ];
  const at = others.map(([level1]) => level1).lastIndexOf(row.level1) + 1 || others.length;
  const rows = [...others.slice(0, at), own, ...others.slice(at)];
  return compactSheet({ title: `${String(YEAR)}年度部门整体支出绩效目标表`, columns: 'weighted', rows });
}

function beside(
  level1: string,
  level2: string,
  name: string,
  sign: '≥' | '≤',
  target: number,
  unit: string,
  weight: number,
): CompactRow {
  const standard =
    sign === '≥'
      ? `达到目标值得${String(weight)}分，否则得分=实际完成值/目标值×${String(weight)}分`
      : `控制在目标值以内得${String(weight)}分，超过目标值不得分`;
  return [level1, level2, name, sign, target, unit, `${name}的统计结果`, standard, weight];
}

/** What a clerk might put in the place of the usual target. */
function ownTargets({ target: { value, unit } }: LibraryEntry): (number | string)[] {
  if (typeof value === 'string') return /\d/u.test(value) ? ['9月30日前', '2026年6月15日前'] : [];
  if (value === 0) return [];
  if (unit === '%') return [value - 1.5, value - 1, value + 1, value + 2.5].filter((own) => own > 0 && own <= 100);
  return [Math.ceil(value / 2), value + 1, Math.round(value * 3)];
}

test('names and ids are given once', () => {
  const all = libraryEntries();
  expect(all.length).toBeGreaterThanOrEqual(300);
  expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
});
