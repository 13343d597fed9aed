export type { Autosave } from './autosave';
export type { Draft, DraftSource, KeptDraft } from './drafts';
export type { Recent } from './recent';
export { Shelf, type OnShelf } from './shelf';
