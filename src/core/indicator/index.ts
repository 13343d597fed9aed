export * from './form';
export * from './review';
export * from './table';
export * from './target';
export * from './taxonomy';
