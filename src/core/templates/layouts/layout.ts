import type { IndicatorField } from '../../indicator';
import type { LevelScheme } from '../model';

/** What a column of a system's import sheet takes. */
export interface LayoutColumn {
  readonly field: Exclude<IndicatorField, 'score' | 'actual' | 'deviation'> | 'nature' | 'number';
  /** As the system's own sheet heads it. */
  readonly header: string;
  readonly required?: boolean;
  /** The most characters that it takes; a Chinese character counts as one. */
  readonly limit?: number;
  /** Only a number goes in, with so many decimals at most. */
  readonly decimals?: number;
  /** Of 指标值: a quantity takes nothing but a number, words are for 定性. */
  readonly numeric?: boolean;
  /** Only these words go in. */
  readonly allowed?: readonly string[];
  /** Characters that the system refuses. */
  readonly forbidden?: string;
}

/**
 * A sheet that a system of 预算管理一体化 takes in or gives out, as data. Systems differ by province and supplier, so
 * the two of our own state what is usual; a clerk whose system differs exports one, corrects it, and imports it again.
 */
export interface ImportLayout {
  readonly id: string;
  readonly title: { readonly zh: string; readonly en: string };
  /** Whether the row of headings is copied along. */
  readonly headings: boolean;
  /** Level 1 and level 2 as the system names them. */
  readonly levels: LevelScheme;
  /** How signs are written there, where not as ≥ ≤ = > <. */
  readonly signs?: Readonly<Partial<Record<'≥' | '≤' | '=' | '>' | '<', string>>>;
  readonly columns: readonly LayoutColumn[];
}

const NAMES = '\t\n\r|<>"';

/** What most systems have in common: one row an indicator, sign, number and unit apart. */
const COMMON: ImportLayout = {
  id: 'common',
  title: { zh: '一体化系统通用格式', en: 'Common layout of budget systems' },
  headings: true,
  levels: '2021',
  columns: [
    { field: 'level1', header: '一级指标', required: true, limit: 20 },
    { field: 'level2', header: '二级指标', required: true, limit: 20 },
    { field: 'name', header: '三级指标', required: true, limit: 50, forbidden: NAMES },
    { field: 'operator', header: '指标性质', required: true, allowed: ['≥', '≤', '=', '>', '<', '定性'] },
    { field: 'target', header: '指标值', required: true, limit: 100, numeric: true },
    { field: 'unit', header: '度量单位', limit: 10 },
    { field: 'weight', header: '分值权重', decimals: 2 },
    { field: 'explanation', header: '指标解释', limit: 200, forbidden: '\t\n\r' },
    { field: 'standard', header: '评（扣）分标准', limit: 300, forbidden: '\t\n\r' },
    { field: 'remark', header: '备注', limit: 100, forbidden: '\t\n\r' },
  ],
};

/** Systems that ask 定量 or 定性 first, and take nothing but a number for the former. */
const TYPED: ImportLayout = {
  id: 'typed',
  title: { zh: '一体化系统格式（分定量、定性）', en: 'Budget system layout with quantity or quality stated' },
  headings: true,
  levels: '2021',
  columns: [
    { field: 'number', header: '序号' },
    { field: 'level1', header: '一级指标', required: true, limit: 20 },
    { field: 'level2', header: '二级指标', required: true, limit: 20 },
    { field: 'name', header: '三级指标', required: true, limit: 50, forbidden: NAMES },
    { field: 'nature', header: '指标类型', required: true, allowed: ['定量', '定性'] },
    { field: 'operator', header: '运算符号', allowed: ['≥', '≤', '=', '>', '<'] },
    { field: 'target', header: '年度指标值', required: true, limit: 50, numeric: true },
    { field: 'unit', header: '计量单位', limit: 10 },
    { field: 'weight', header: '权重', decimals: 2 },
    { field: 'explanation', header: '指标内容', limit: 200, forbidden: '\t\n\r' },
    { field: 'standard', header: '评分标准', limit: 300, forbidden: '\t\n\r' },
  ],
};

export const LAYOUTS: readonly ImportLayout[] = [COMMON, TYPED];
