import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: 'Execution rate or its score miscalculated',
  messages: {
    rate: 'The execution rate of “{label}” is given as {rate}; {spent} spent ÷ {budget} budgeted for the year is {right}. Check it.',
    initial:
      'The execution rate {rate} of “{label}” was taken from the initial budget. The divisor is the budget of the whole year, {budget}: {spent} ÷ {budget} is {right}. Correct it.',
    score:
      'The execution rate of “{label}” is {right}, but its score is given as {score}. In proportion it earns {expected} of {weight} points. Check it.',
    over: 'The score {score} of “{label}” passes its {weight} points. Check it.',
  },
};
