import { CommandType, ICommandService, IUndoRedoService } from '@univerjs/core';
import type { IRange } from '@univerjs/core';
import type { FWorkbook } from '@univerjs/preset-sheets-core';
import { NO_DRAWING, shiftDrawing, type Drawing } from '../memory/drawing';
import type { Grid } from './grid';
import { PROTECTED } from './reading';

interface Params {
  readonly unitId: string;
  readonly subUnitId: string;
  readonly drawing: Drawing;
  readonly protect: boolean;
}

/**
 * What was drawn on the sheets, as it was asked for: print setup, which the grid knows nothing of, and the rest in the
 * words in which files want it. It changes by a mutation of our own, so that the grid's undo list takes it along.
 */
export class Drawings {
  private readonly drawings = new Map<string, Drawing>();
  private readonly subscriptions: { dispose(): void }[];
  private readonly id: string;

  /** `onChange` gets the grid's name of a sheet. */
  constructor(
    private readonly grid: Grid,
    private readonly workbook: FWorkbook,
    onChange: (sheetId: string) => void,
  ) {
    this.id = `perf.mutation.set-drawing.${workbook.getId()}`;
    const handler = (_: unknown, params?: Params): boolean => {
      const sheet = params && workbook.getSheetBySheetId(params.subUnitId);
      if (!params || !sheet) return false;
      this.drawings.set(params.subUnitId, params.drawing);
      sheet.setCustomMetadata({ ...sheet.getCustomMetadata(), [PROTECTED]: params.protect });
      onChange(params.subUnitId);
      return true;
    };
    this.subscriptions = [
      this.commands.registerCommand({ id: this.id, type: CommandType.MUTATION, handler }),
      grid.api.onCommandExecuted(({ id, params }) => this.moved(id, params as Partial<Params> & { range?: IRange })),
    ];
  }

  of(sheetId: string): Drawing {
    return this.drawings.get(sheetId) ?? NO_DRAWING;
  }

  /** Part of the step of the grid's undo list that is being made. */
  set(sheetId: string, drawing: Drawing, protect: boolean): void {
    const place = { unitId: this.workbook.getId(), subUnitId: sheetId };
    const custom = this.workbook.getSheetBySheetId(sheetId)?.getCustomMetadata();
    const before: Params = { ...place, drawing: this.of(sheetId), protect: custom?.[PROTECTED] === true };
    const after: Params = { ...place, drawing, protect };
    this.commands.syncExecuteCommand(this.id, after);
    this.grid.univer
      .__getInjector()
      .get(IUndoRedoService)
      .pushUndoRedo({
        unitID: place.unitId,
        redoMutations: [{ id: this.id, params: after }],
        undoMutations: [{ id: this.id, params: before }],
      });
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private get commands(): ICommandService {
    return this.grid.univer.__getInjector().get(ICommandService);
  }

  /** Rows that are opened or taken away move what is drawn below them. */
  private moved(id: string, params: { unitId?: string; subUnitId?: string; range?: IRange } | undefined): void {
    const way = { 'sheet.mutation.insert-row': 1, 'sheet.mutation.remove-rows': -1 }[id];
    const { unitId, subUnitId, range } = params ?? {};
    if (!way || !range || subUnitId === undefined || unitId !== this.workbook.getId()) return;
    const count = range.endRow - range.startRow + 1;
    this.drawings.set(subUnitId, shiftDrawing(this.of(subUnitId), range.startRow, way * count));
  }
}
