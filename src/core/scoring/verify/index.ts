import { bestOthers } from '../domain';
import { toNumber } from '../exact';
import type { Standard } from '../standard';
import { continuous, countsOf, daysOf, discrete } from './course';
import { Examination, type Verification } from './examination';
import { grades, ranges } from './grades';
import { bases, statedMarks, thresholds } from './stated';
import { openSteps, reversed, weakSteps } from './steps';

export type { Fault, FaultCode, Verification } from './examination';

function examine(exam: Examination): void {
  const { standard } = exam;
  statedMarks(exam);
  thresholds(exam);
  bases(exam);
  grades(exam);
  ranges(exam);
  if (standard.score === null) return;
  standard.inputs.forEach((input, index) => {
    // Points settled within a grade are looked at with the grades.
    if (input.within) return;
    const others = bestOthers(standard, index);
    if (others === null) {
      exam.proved = false;
      return;
    }
    if (input.kind === 'value') continuous(exam, index, others);
    else if (input.kind === 'count') discrete(exam, index, others, countsOf(exam, index));
    else if (input.kind === 'date') discrete(exam, index, others, daysOf(input));
  });
  openSteps(exam);
  weakSteps(exam);
  reversed(exam);
}

/** Proved sound, or faulty with results that show it. Each input is looked at with the others at their best. */
export function verify(standard: Standard): Verification {
  const examination = new Examination(standard);
  examine(examination);
  const { faults, proved } = examination;
  const sharedEnds = standard.facts.sharedEnds.map(({ at, clauses: [clause] }) => ({
    at: toNumber(at),
    span: standard.clauses[clause]?.span ?? null,
  }));
  const serious = faults.some(({ code }) => code !== 'PT311' && code !== 'PT312' && code !== 'PT313');
  return { status: serious ? 'faulty' : proved ? 'proved' : 'not-proved', faults, sharedEnds };
}
