import { EtObject } from './bridge';
import type { EtRange } from './range';
import { EtError } from './state';
import type { Line, Looks } from './state';

export class EtFont extends EtObject {
  constructor(private readonly range: EtRange) {
    super();
  }
  get Name() {
    return this.range.look('font');
  }
  set Name(value) {
    this.range.dress('font', value as string);
  }
  get Size() {
    return this.range.look('size');
  }
  set Size(value) {
    this.range.dress('size', value as number);
  }
  get Bold() {
    return this.range.look('bold');
  }
  set Bold(value) {
    this.range.dress('bold', value as boolean);
  }
  get Italic() {
    return this.range.look('italic');
  }
  set Italic(value) {
    this.range.dress('italic', value as boolean);
  }
  get Color() {
    return this.range.look('color');
  }
  set Color(value) {
    this.range.dress('color', colour(value));
  }
}

export class EtInterior extends EtObject {
  constructor(private readonly range: EtRange) {
    super();
  }
  /** White where there is no fill; null where cells differ. */
  get Color() {
    return this.range.uniform((cell) => this.range.sheet.looks(cell).fill ?? 0xffffff);
  }
  set Color(value) {
    this.range.dress('fill', colour(value));
  }
  /** -4142 for no fill. */
  get Pattern() {
    return this.range.uniform((cell) => (this.range.sheet.looks(cell).fill === null ? -4142 : 1));
  }
  set Pattern(value) {
    if (value === -4142) this.range.dress('fill', null);
  }
}

const EDGES = [7, 8, 9, 10] as const;

/** Some edges of the cells; what a neighbour shares is not told apart. */
class EtBorder extends EtObject {
  constructor(
    private readonly range: EtRange,
    private readonly edges: readonly number[],
  ) {
    super();
  }
  private get(part: 'style' | 'weight' | 'color'): number | null {
    const found = new Set(
      this.edges.map((edge) => this.range.uniform((cell) => lineAt(this.range.sheet.looks(cell), edge)[part])),
    );
    return found.size === 1 ? ([...found][0] as number | null) : null;
  }
  private put(change: Partial<Line>): void {
    const { sheet } = this.range;
    sheet.book.writing();
    sheet.refuseProtected();
    for (const cell of this.range.cells()) {
      const { looks } = sheet.ensure(cell);
      const lines = this.edges.map((edge) => [edge, { ...lineAt(looks, edge), ...change }] as const);
      looks.borders = { ...looks.borders, ...Object.fromEntries(lines) };
    }
  }
  get LineStyle() {
    return this.get('style');
  }
  set LineStyle(value) {
    this.put({ style: value as number });
  }
  get Weight() {
    return this.get('weight');
  }
  set Weight(value) {
    this.put({ weight: value as number });
  }
  get Color() {
    return this.get('color');
  }
  set Color(value) {
    this.put({ color: colour(value) });
  }
}

export class EtBorders extends EtBorder {
  constructor(private readonly all: EtRange) {
    super(all, EDGES);
  }
  Item(edge: number): EtBorder {
    if (!EDGES.some((known) => known === edge)) throw new EtError(`stand-in: no edge ${edge}`);
    return new EtBorder(this.all, [edge]);
  }
}

function lineAt({ borders }: Looks, edge: number): Line {
  return borders[edge] ?? { style: -4142, weight: 2, color: 0 };
}

/** Blue, green, red in one number. */
export function colour(value: unknown): number {
  if (typeof value !== 'number' || value < 0 || value > 0xffffff) throw new EtError('颜色是一个数');
  return value;
}
