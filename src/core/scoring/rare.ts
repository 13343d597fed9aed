import { takeAsides, withAsides } from './grammar/asides';
import { bareUnit, stepBeyond } from './grammar/bare-unit';
import { readAstray, readBothWays, readFrom } from './grammar/both-ways';
import { farSide } from './grammar/far-side';
import { bothWays, parseEitherWay } from './grammar/either-way';
import { parseDeadline, parseElements, parseGraded, parseRank } from './grammar/rare-atoms';
import { isLegend, withMeanings } from './grammar/letters';
import { distribute, forEach } from './grammar/lists';
import { parseSeldom } from './grammar/caps';
import { parseBudget, parseCount, parseNamedCount } from './grammar/counts';
import { byHowMuch, parseMissed } from './grammar/missed';
import { parseRemark, refuseOpen } from './grammar/remarks';
import { parseRange, withoutRanges } from './grammar/range';
import { SPELLING } from './dated-words';
import { deadlineDay } from './semantics/days';
import { refuseSeveral, refuseTwoTables } from './semantics/apart';
import { aroundTarget, countAstray } from './semantics/astray';
import { givenScore, isIdeal, refuseNoChoice, rateOverTarget, refuseScale, takenTwice } from './semantics/choice';
import { bandedDeductions, countedDeduction, flagDeduction, refuseRivals } from './semantics/deductions';
import { lowerElements } from './semantics/elements';
import { interpolate } from './semantics/interpolate';
import { withRungs } from './semantics/ladder';
import { countedAlternatives, wordAlternatives } from './semantics/named';
import { rangedGrades } from './semantics/ranges';
import { budgetRatio, isTargetAsked, lowerDeadline, lowerRank, stretchOf } from './semantics/rare-conditions';
import { capAfter, capOf, withCaps } from './semantics/caps';
import { countLateness, latenessOf, registerLateness } from './semantics/lateness';
import { countChange, countPlaces } from './semantics/rare-steps';
import { onlyAdds, sectionsOf, weighAlike } from './semantics/sections';
import { countVeto } from './semantics/vetoes';
import { printRange } from './stretch';

/**
 * Rare kinds of sentences: named grades, points between two ends, rankings, dates, lists, letters,
 * numbered sub-standards. The rest of the compiler asks for them here and imports none of them.
 */
export const RARE = {
  takeAsides,
  withAsides,
  bothWays,
  parseEitherWay,
  aroundTarget,
  countAstray,
  givenScore,
  refuseNoChoice,
  refuseScale,
  takenTwice,
  readFrom,
  farSide,
  readAstray,
  readBothWays,
  ...SPELLING,
  parseBudget,
  parseCount,
  parseNamedCount,
  parseDeadline,
  parseElements,
  parseGraded,
  bareUnit,
  isIdeal,
  rateOverTarget,
  isTargetAsked,
  stepBeyond,
  budgetRatio,
  byHowMuch,
  parseMissed,
  parseRank,
  parseRange,
  withoutRanges,
  parseSeldom,
  parseRemark,
  refuseOpen,
  isLegend,
  withMeanings,
  distribute,
  forEach,
  withRungs,
  deadlineDay,
  lowerElements,
  onlyAdds,
  sectionsOf,
  weighAlike,
  interpolate,
  bandedDeductions,
  countedDeduction,
  countVeto,
  capAfter,
  capOf,
  withCaps,
  countLateness,
  latenessOf,
  registerLateness,
  flagDeduction,
  refuseRivals,
  refuseSeveral,
  refuseTwoTables,
  countedAlternatives,
  wordAlternatives,
  rangedGrades,
  printRange,
  lowerDeadline,
  lowerRank,
  stretchOf,
  countChange,
  countPlaces,
};
