import { contains, intersects } from '../../../src/core/sheet';
import type { Range } from '../../../src/core/sheet';
import { EtObject } from './bridge';
import { colour } from './looks';
import type { World } from './model';
import { EtRange } from './range';
import { EtError } from './state';
import type { CommentState, Condition, SheetState, ValidationState } from './state';

/** A collection: counted from 1. */
export class EtList<T extends EtObject> extends EtObject {
  constructor(protected readonly items: readonly T[]) {
    super();
  }
  get Count() {
    return this.items.length;
  }
  Item(at: number): T {
    const item = this.items[at - 1];
    if (!item) throw new EtError(`没有第 ${String(at)} 项`);
    return item;
  }
}

export class EtComment extends EtObject {
  constructor(
    private readonly world: World,
    private readonly sheet: SheetState,
    private readonly comment: CommentState,
  ) {
    super();
  }
  Text(text?: string): string {
    if (text !== undefined) {
      this.sheet.book.writing();
      this.comment.text = text;
    }
    return this.comment.text;
  }
  get Author() {
    return '';
  }
  get Parent(): EtRange {
    const { row, column } = this.comment.cell;
    return new EtRange(this.world, this.sheet, [{ top: row, bottom: row, left: column, right: column }]);
  }
  Delete(): void {
    this.sheet.book.writing();
    this.sheet.refuseProtected();
    this.sheet.comments = this.sheet.comments.filter((other) => other !== this.comment);
  }
}

class EtFill extends EtObject {
  constructor(
    private readonly sheet: SheetState,
    private readonly condition: Condition,
  ) {
    super();
  }
  get Color() {
    return this.condition.fill;
  }
  set Color(value) {
    this.sheet.book.writing();
    this.condition.fill = colour(value);
  }
}

export class EtFormatCondition extends EtObject {
  constructor(
    private readonly world: World,
    private readonly sheet: SheetState,
    private readonly condition: Condition,
  ) {
    super();
  }
  get Type() {
    return this.condition.type;
  }
  get Formula1() {
    // A colour scale has none.
    if (this.condition.type > 2) throw new EtError('没有 Formula1');
    return this.condition.formula;
  }
  get AppliesTo(): EtRange {
    return new EtRange(this.world, this.sheet, this.condition.areas);
  }
  get Interior() {
    return new EtFill(this.sheet, this.condition);
  }
  SetFirstPriority(): void {
    this.sheet.book.writing();
    this.sheet.conditions = [this.condition, ...this.sheet.conditions.filter((other) => other !== this.condition)];
  }
  Delete(): void {
    this.sheet.book.writing();
    this.sheet.refuseProtected();
    this.sheet.conditions = this.sheet.conditions.filter((other) => other !== this.condition);
  }
}

/** The conditional formats that lie in a range; a new one comes last. */
export class EtFormatConditions extends EtObject {
  constructor(
    private readonly world: World,
    private readonly sheet: SheetState,
    private readonly areas: readonly Range[],
  ) {
    super();
  }
  private get here(): Condition[] {
    return this.sheet.conditions.filter(({ areas }) =>
      areas.some((area) => this.areas.some((mine) => intersects(area, mine))),
    );
  }
  get Count() {
    return this.here.length;
  }
  Item(at: number): EtFormatCondition {
    const condition = this.here[at - 1];
    if (!condition) throw new EtError(`没有第 ${String(at)} 项`);
    return new EtFormatCondition(this.world, this.sheet, condition);
  }
  Add(type: number, _operator?: unknown, formula?: unknown): EtFormatCondition {
    this.sheet.book.writing();
    this.sheet.refuseProtected();
    if (type === 2 && (typeof formula !== 'string' || !formula.startsWith('='))) throw new EtError('公式无效');
    const condition = { type, formula: String(formula ?? ''), fill: null, areas: [...this.areas] };
    this.sheet.conditions.push(condition);
    return new EtFormatCondition(this.world, this.sheet, condition);
  }
}

/** What may be entered in a range. There is one or none for a cell; asking a range where it differs throws. */
export class EtValidation extends EtObject {
  constructor(private readonly range: EtRange) {
    super();
  }

  private get one(): ValidationState {
    const found = this.range.uniform(
      (cell) => this.range.sheet.validations.find(({ area }) => contains(area, cell)) ?? null,
    );
    if (!found) throw new EtError('没有数据有效性');
    return found;
  }

  private change<K extends keyof ValidationState>(key: K, value: ValidationState[K]): void {
    this.range.sheet.book.writing();
    this.one[key] = value;
  }

  Add(type: number, alert = 1, operator = 1, formula1 = '', formula2 = ''): void {
    const { sheet } = this.range;
    sheet.book.writing();
    sheet.refuseProtected();
    if (this.range.validations.length > 0) throw new EtError('先 Delete 再 Add');
    if (type === 3 && !formula1.startsWith('=') && (formula1 === '' || formula1.length > 255)) {
      throw new EtError('序列无效');
    }
    for (const area of this.range.areas) {
      sheet.validations.push({
        area,
        type,
        alert,
        operator,
        formula: formula1,
        formula2,
        ignoreBlank: true,
        dropdown: true,
        inputTitle: '',
        inputMessage: '',
        errorTitle: '',
        errorMessage: '',
        showError: true,
        showInput: true,
      });
    }
  }

  /** Takes it away within the range alone; what reaches beyond stays there. */
  Delete(): void {
    const { sheet } = this.range;
    sheet.book.writing();
    sheet.refuseProtected();
    for (const mine of this.range.areas) {
      sheet.validations = sheet.validations.flatMap((one) =>
        intersects(one.area, mine) ? without(one.area, mine).map((area) => ({ ...one, area })) : [one],
      );
    }
  }

  get Type() {
    return this.one.type;
  }
  get AlertStyle() {
    return this.one.alert;
  }
  get Operator() {
    return this.one.operator;
  }
  get Formula1() {
    return this.one.formula;
  }
  get Formula2() {
    return this.one.formula2;
  }
  get IgnoreBlank() {
    return this.one.ignoreBlank;
  }
  set IgnoreBlank(value) {
    this.change('ignoreBlank', value);
  }
  get InCellDropdown() {
    return this.one.dropdown;
  }
  set InCellDropdown(value) {
    this.change('dropdown', value);
  }
  get InputTitle() {
    return this.one.inputTitle;
  }
  set InputTitle(value) {
    if (value.length > 32) throw new EtError('标题过长');
    this.change('inputTitle', value);
  }
  get InputMessage() {
    return this.one.inputMessage;
  }
  set InputMessage(value) {
    if (value.length > 255) throw new EtError('提示过长');
    this.change('inputMessage', value);
  }
  get ErrorTitle() {
    return this.one.errorTitle;
  }
  set ErrorTitle(value) {
    this.change('errorTitle', value);
  }
  get ErrorMessage() {
    return this.one.errorMessage;
  }
  set ErrorMessage(value) {
    this.change('errorMessage', value);
  }
  get ShowError() {
    return this.one.showError;
  }
  set ShowError(value) {
    this.change('showError', value);
  }
  get ShowInput() {
    return this.one.showInput;
  }
  set ShowInput(value) {
    this.change('showInput', value);
  }
}

/** A rectangle without another, in up to four pieces. */
function without(area: Range, hole: Range): Range[] {
  const pieces: Range[] = [];
  const [top, bottom] = [Math.max(area.top, hole.top), Math.min(area.bottom, hole.bottom)];
  if (area.top < hole.top) pieces.push({ ...area, bottom: hole.top - 1 });
  if (area.bottom > hole.bottom) pieces.push({ ...area, top: hole.bottom + 1 });
  if (area.left < hole.left) pieces.push({ ...area, top, bottom, right: hole.left - 1 });
  if (area.right > hole.right) pieces.push({ ...area, top, bottom, left: hole.right + 1 });
  return pieces;
}
