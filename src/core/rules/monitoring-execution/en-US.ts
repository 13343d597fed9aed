import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: 'Execution figures of the monitoring form',
  messages: {
    above: 'The {spent} spent on “{label}” from January to month {month} pass its budget of {budget}. Check it.',
    rate: 'The execution rate of “{label}” is given as {rate}; {spent} spent ÷ {budget} budgeted is {right}. Check it.',
    forecast:
      'The forecast for the year of “{label}”, {forecast}, is less than the {spent} spent from January to month {month}. Check it.',
    behind:
      'The execution rate of “{label}” from January to month {month} is {right}, below the {due}% due by the end of month {by} (a setting). Give the reason and speed it up.',
  },
};
