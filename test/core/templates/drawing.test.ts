import { overallGrade } from '../../../src/core/indicator';
import { DICTIONARY_SHEET, formatCell, formatRange, makeCell, makeSheet } from '../../../src/core/sheet';
import {
  BLANK_CONTENT,
  BLANK_INDICATOR,
  dictionarySheet,
  drawForm,
  editsFor,
  formOf,
  LEVEL_SCHEMES,
  occupied,
  sheetNameFor,
  type BuildOptions,
  type DrawnForm,
  type Form,
  type FormContent,
} from '../../../src/core/templates';
import { calculate } from '../../support/sheet-formula';

const form = formOf('project-self-evaluation-typed') as Form;
const content: FormContent = {
  ...BLANK_CONTENT,
  year: 2025,
  indicators: [
    {
      ...BLANK_INDICATOR,
      level1: '产出指标',
      level2: '数量指标',
      name: '巡查水库数量',
      operator: '≥',
      target: 12,
      unit: '座',
      weight: 40,
      standard: '达到指标值得40分；每少1座扣5分，扣完为止',
    },
    { ...BLANK_INDICATOR, level1: '产出指标', level2: '质量指标', name: '巡查质量', target: '良好', weight: 50 },
  ],
};

function formulasOf(options: BuildOptions): Record<string, string> {
  const found: Record<string, string> = {};
  for (const { cell, content: own } of drawForm(form, content, options).cells) {
    if ('formula' in own) found[formatCell(cell)] = own.formula;
  }
  return found;
}

describe('formulas', () => {
  const always = {
    D6: '=IF(COUNT(D7,D8,D9)=0,"",SUM(D7,D8,D9))',
    E6: '=IF(COUNT(E7,E8,E9)=0,"",SUM(E7,E8,E9))',
    G6: '=IF(COUNT(G7,G8,G9)=0,"",SUM(G7,G8,G9))',
    J6: '=IF(OR(N(E6)=0,G6=""),"",G6/E6)',
    J7: '=IF(OR(N(E7)=0,G7=""),"",G7/E7)',
    I15: '=IF(COUNT(I6,I13:I14)=0,"",SUM(I6,I13:I14))',
    J15: '=IF(COUNT(K6,J13:J14)=0,"",SUM(K6,J13:J14))',
  };

  test('by functions of the add-in: the standard’s words where the form has no column for them', () => {
    const formulas = formulasOf({ scores: 'functions' });
    expect(formulas).toMatchObject({
      ...always,
      K6: '=IF(OR(N(E6)=0,G6=""),"",PERF.EXECUTION(E6,G6,I6))',
      J13: '=IF(H13="","",PERF.SCORE(H13,F13,"达到指标值得40分；每少1座扣5分，扣完为止",I13,E13,G13))',
    });
    // No standard, no formula: a person scores it.
    expect(formulas['J14']).toBeUndefined();
  });

  test('by formulas that need no add-in', () => {
    const formulas = formulasOf({ scores: 'native' });
    expect(formulas).toMatchObject({ ...always, K6: '=IF(OR(N(E6)=0,G6=""),"",ROUND(MIN(G6/E6,1)*I6,2))' });
    expect(formulas['J13']?.startsWith('=IF(H13="","",')).toBe(true);
    expect(formulas['J13']).toContain('ROUND(');
    expect(Object.values(formulas).join('')).not.toContain('PERF.');
  });

  describe('by formulas that need no add-in, whatever is typed', () => {
    type Row = Partial<FormContent['indicators'][number]>;
    const percent: Row = {
      operator: '≥',
      target: 95,
      unit: '%',
      standard: '达到95%得10分，每低1个百分点扣1分，扣完为止',
    };
    const small: Row = { operator: '≥', target: 5, unit: '%', standard: '达到5%得10分，每低1个百分点扣1分，扣完为止' };
    const count: Row = { operator: '≥', target: 12, unit: '座', standard: '达到指标值得10分；每少1座扣2分，扣完为止' };
    const bare: Row = { operator: '≥', target: 90, unit: null, standard: '达到指标值得10分，否则按实际值/指标值*10分' };
    const date: Row = {
      target: '2025年11月30日前',
      standard: '在2025年11月30日前完成得10分，每推迟1个月扣1分，扣完为止',
    };
    test.each<[string, Row, number | string, number | null]>([
      ['a count', count, 11, 8],
      ['a count with its unit, which to a spreadsheet is more than any number', count, '3座', null],
      ['percent points', percent, 93, 8],
      ['a cell of percent format', percent, 0.93, 8],
      ['all of it', percent, 1, 10],
      ['none of it', percent, 0, 0],
      ['neither', percent, 5, null],
      ['a percentage as text', percent, '93%', null],
      ['a small percentage in points', small, 4, 9],
      ['or as a fraction, or not', small, 0.04, null],
      ['no unit anywhere', bare, 45, 5],
      ['and a fraction', bare, 0.95, null],
      ['a day', date, Date.UTC(2025, 11, 30) / 86_400_000 + 25_569, 9],
      ['a day in words', date, '按期完成', null],
    ])('%s', (_, given, actual, score) => {
      const row = { ...BLANK_INDICATOR, level1: '产出指标', level2: '数量指标', name: '巡查', weight: 10, ...given };
      const drawn = drawForm(form, { ...content, indicators: [row] }, { scores: 'native' });
      const written = drawn.cells.find(({ cell }) => formatCell(cell) === 'J13')?.content;
      const formula = written && 'formula' in written ? written.formula : '';
      expect(calculate(formula, { H13: actual, I13: 10, F13: row.target ?? 0 })).toBe(score);
    });
  });

  test('no scores: sums and rates alone', () => {
    const formulas = formulasOf({ scores: 'none' });
    expect(formulas).toMatchObject(always);
    expect(formulas['K6']).toBeUndefined();
    expect(formulas['J13']).toBeUndefined();
  });

  test('they go by where the form stands', () => {
    expect(formulasOf({ scores: 'none', at: { row: 10, column: 2 } })).toMatchObject({
      L16: '=IF(OR(N(G16)=0,I16=""),"",I16/G16)',
    });
  });
});

describe('dropdowns', () => {
  const validationAt = (drawn: DrawnForm, ref: string) =>
    drawn.validations.find(({ range }) => formatRange(range) === ref);

  test('level 2 by what stands in the cell of level 1; a sign; a unit', () => {
    const drawn = drawForm(form, content);
    expect(validationAt(drawn, 'C13:C14')?.source).toEqual({
      formula: expect.stringMatching(
        /^=OFFSET\(绩效字典!\$C\$2,0,MATCH\(\$B\$13,绩效字典!\$C\$1:\$F\$1,0\)-1,COUNTA\(/,
      ) as string,
    });
    expect(validationAt(drawn, 'E13:E14')?.source).toEqual({ list: ['≥', '≤', '=', '>', '<', '定性'] });
    expect(validationAt(drawn, 'G13:G14')?.source).toEqual({
      formula: expect.stringContaining(`=${DICTIONARY_SHEET}!$A$2:$A$`) as string,
    });
  });

  test('the hidden sheet heads each list of level 2 with its level 1', () => {
    const { cells } = dictionarySheet();
    const heads = (cells[0] ?? []).map((cell) => cell?.value);
    for (const levels of Object.values(LEVEL_SCHEMES)) {
      for (const [level1, level2] of levels) {
        const columns = heads.flatMap((head, column) => (head === level1 ? [column] : []));
        const lists = columns.map((column) => level2.map((_, row) => cells[row + 1]?.[column]?.value));
        expect(lists).toContainEqual(level2);
      }
    }
  });
});

describe('edits', () => {
  const drawn = drawForm(form, content, { at: { row: 3, column: 1 }, protect: true });

  test('nothing that stands there is overwritten: every cell is expected blank', () => {
    const edits = editsFor(drawn, { sheet: '表', newSheet: false, dictionary: dictionarySheet() });
    const sets = edits.flatMap((edit) => (edit.kind === 'set' ? [edit] : []));
    expect(sets.length).toBeGreaterThan(40);
    expect(sets.every(({ from }) => 'blank' in from)).toBe(true);
    // Beside other contents the sheet's own columns and print setup are left alone.
    expect(edits.filter(({ kind }) => kind === 'columnWidths' || kind === 'pageSetup')).toEqual([]);
    expect(edits.at(-1)).toEqual({ kind: 'protect', sheet: '表' });
  });

  test('the lists are written once a workbook', () => {
    const sheets = (dictionary: ReturnType<typeof dictionarySheet> | null) =>
      editsFor(drawn, { sheet: '表', newSheet: true, dictionary }).flatMap((edit) =>
        edit.kind === 'addSheet' ? [[edit.sheet, edit.visible]] : [],
      );
    expect(sheets(null)).toEqual([
      [DICTIONARY_SHEET, false],
      ['表', true],
    ]);
    expect(sheets(dictionarySheet())).toEqual([['表', true]]);
  });

  test('what is in the way is told before', () => {
    const sheet = makeSheet('表', [[makeCell('上面')], [], [], [null, null, makeCell('里面')]], {
      merges: [{ top: 8, left: 0, bottom: 9, right: 1 }],
    });
    expect(occupied(drawn, sheet).map(formatCell)).toEqual(['C4', 'A9']);
    expect(occupied(drawn, makeSheet('表', []))).toEqual([]);
  });

  test('a sheet name that is free, without what the title says in brackets', () => {
    expect(sheetNameFor(drawn, [])).toBe('项目支出绩效自评表');
    expect(sheetNameFor(drawn, ['项目支出绩效自评表', '项目支出绩效自评表 2'])).toBe('项目支出绩效自评表 3');
  });
});

test('the grade of the whole is left to a formula where none is given', () => {
  const review = formOf('target-review') as Form;
  const formulas = drawForm(review, BLANK_CONTENT).cells.flatMap(({ content: own }) =>
    'formula' in own ? [own.formula] : [],
  );
  expect(formulas).toHaveLength(1);
  expect(formulas[0]).toContain('COUNTIF(D6:D13,"优")');
  expect(overallGrade(Array.from({ length: 8 }, () => '优' as const))).toBe('优');
});
