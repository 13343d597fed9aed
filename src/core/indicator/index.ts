export * from './table';
export * from './target';
