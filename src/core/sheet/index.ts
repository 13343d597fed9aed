export * from './address';
export * from './edit';
export * from './names';
export * from './rows';
export * from './snapshot';
export * from './formula';
