export * from './form';
export * from './table';
export * from './target';
export * from './taxonomy';
