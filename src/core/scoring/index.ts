export { compile } from './compile';
export { evaluate, evaluateRead, STEP_READINGS } from './evaluate';
export type { Evaluation, EvaluateOptions, OtherReading, StepReading, TraceStep } from './evaluate';
export type { Actual, ActualProblem, ActualValue, Read } from './actuals';
export type { Compiled, Input, InputKind, Standard, StandardInput } from './standard';
export type { Clause, Refusal, RefusalCode, Span } from './syntax';
