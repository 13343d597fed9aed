import { readAstray, readBothWays } from './grammar/both-ways';
import { parseDeadline, parseElements, parseGraded, parseRank } from './grammar/rare-atoms';
import { isLegend, withMeanings } from './grammar/letters';
import { distribute } from './grammar/lists';
import { parseSeldom } from './grammar/caps';
import { parseRemark, refuseOpen } from './grammar/remarks';
import { parseRange, withoutRanges } from './grammar/range';
import { SPELLING } from './dated-words';
import { deadlineDay } from './semantics/days';
import { bandedDeductions, flagDeduction, refuseRivals } from './semantics/deductions';
import { lowerElements } from './semantics/elements';
import { interpolate } from './semantics/interpolate';
import { withRungs } from './semantics/ladder';
import { countedAlternatives, wordAlternatives } from './semantics/named';
import { rangedGrades } from './semantics/ranges';
import { lowerDeadline, lowerRank, stretchOf } from './semantics/rare-conditions';
import { countChange, countDays, countPlaces } from './semantics/rare-steps';
import { onlyAdds, sectionsOf, weighAlike } from './semantics/sections';
import { printRange } from './stretch';

/**
 * Rare kinds of sentences: named grades, points between two ends, rankings, dates, lists, letters,
 * numbered sub-standards. The rest of the compiler asks for them here and imports none of them.
 */
export const RARE = {
  readAstray,
  readBothWays,
  ...SPELLING,
  parseDeadline,
  parseElements,
  parseGraded,
  parseRank,
  parseRange,
  withoutRanges,
  parseSeldom,
  parseRemark,
  refuseOpen,
  isLegend,
  withMeanings,
  distribute,
  withRungs,
  deadlineDay,
  lowerElements,
  onlyAdds,
  sectionsOf,
  weighAlike,
  interpolate,
  bandedDeductions,
  flagDeduction,
  refuseRivals,
  countedAlternatives,
  wordAlternatives,
  rangedGrades,
  printRange,
  lowerDeadline,
  lowerRank,
  stretchOf,
  countChange,
  countDays,
  countPlaces,
};
