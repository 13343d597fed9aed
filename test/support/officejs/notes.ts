import { loadOfficeJs } from './load';

/** How the library's own classes are put together; not in its types. */
interface Helpers {
  readonly BatchApiHelper: {
    createPropertyObject(type: unknown, parent: object, name: string, isCollection: boolean, flags: number): object;
    createMethodObject(
      type: unknown,
      parent: object,
      name: string,
      operation: number,
      args: readonly unknown[],
      isCollection: boolean,
      invalidAfterRequest: boolean,
      getById: string | null,
      flags: number,
    ): object;
    invokeMethod(
      target: object,
      name: string,
      operation: number,
      args: readonly unknown[],
      flags: number,
      type: number,
    ): void;
  };
  readonly ObjectPathFactory: {
    createChildItemObjectPathUsingIndexerOrGetItemAt(
      hasIndexer: boolean,
      context: unknown,
      parent: object,
      item: unknown,
      index: number,
    ): unknown;
  };
  readonly Utility: { load(target: object, option: unknown): object };
  readonly ClientObject: new (
    context: unknown,
    path: unknown,
  ) => { readonly context: unknown; _handleResult(value: unknown): void };
}

const WRITE = 0;
const READ = 1;
const PURE = 4;

/**
 * Notes came to Excel with ExcelApi 1.18, and to the library of the CDN; the library inside the npm package ends before
 * them. This adds them to it the way its own classes are made, over its own machinery. Returns what takes them away.
 */
export function addNotes(): () => void {
  loadOfficeJs();
  const { BatchApiHelper, ObjectPathFactory, Utility, ClientObject } = OfficeExtension as unknown as Helpers;

  class Note extends ClientObject {
    private text = '';
    get _className() {
      return 'Note';
    }
    get content() {
      return this.text;
    }
    getLocation() {
      return BatchApiHelper.createMethodObject(Excel.Range, this, 'GetLocation', READ, [], false, true, null, PURE);
    }
    delete() {
      BatchApiHelper.invokeMethod(this, 'Delete', WRITE, [], 0, 0);
    }
    override _handleResult(value: { Content?: string } | null) {
      super._handleResult(value);
      this.text = value?.Content ?? this.text;
    }
  }

  class NoteCollection extends ClientObject {
    items: Note[] = [];
    get _className() {
      return 'NoteCollection';
    }
    get _isCollection() {
      return true;
    }
    add(cell: unknown, content: string) {
      return BatchApiHelper.createMethodObject(Note, this, 'Add', WRITE, [cell, content], false, true, null, 0);
    }
    getItemAt(index: number) {
      return BatchApiHelper.createMethodObject(Note, this, 'GetItemAt', READ, [index], false, false, null, PURE);
    }
    load(option: unknown) {
      return Utility.load(this, option);
    }
    override _handleResult(value: { _Items?: readonly unknown[] } | null) {
      super._handleResult(value);
      this.items = (value?._Items ?? []).map((item, index) => {
        const path = ObjectPathFactory.createChildItemObjectPathUsingIndexerOrGetItemAt(
          false,
          this.context,
          this,
          item,
          index,
        );
        const note = new Note(this.context, path);
        note._handleResult(item as { Content: string });
        return note;
      });
    }
  }

  const realm = Excel as unknown as Record<string, unknown>;
  realm['NoteCollection'] = NoteCollection;
  Object.defineProperty(Excel.Worksheet.prototype, 'notes', {
    configurable: true,
    get(this: object) {
      return BatchApiHelper.createPropertyObject(NoteCollection, this, 'Notes', true, PURE);
    },
  });
  return () => {
    delete realm['NoteCollection'];
    delete (Excel.Worksheet.prototype as { notes?: unknown }).notes;
  };
}
