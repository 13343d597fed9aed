// Generated from the folders beside this file by `npm run generate`.
import { rule as tableNotFound } from './table-not-found';
import { wording as tableNotFoundEn } from './table-not-found/en-US';
import { wording as tableNotFoundZh } from './table-not-found/zh-CN';
import { rule as shiftedCells } from './shifted-cells';
import { wording as shiftedCellsEn } from './shifted-cells/en-US';
import { wording as shiftedCellsZh } from './shifted-cells/zh-CN';
import { rule as requiredBlank } from './required-blank';
import { wording as requiredBlankEn } from './required-blank/en-US';
import { wording as requiredBlankZh } from './required-blank/zh-CN';
import { rule as levelMissing } from './level-missing';
import { wording as levelMissingEn } from './level-missing/en-US';
import { wording as levelMissingZh } from './level-missing/zh-CN';
import { rule as duplicateIndicator } from './duplicate-indicator';
import { wording as duplicateIndicatorEn } from './duplicate-indicator/en-US';
import { wording as duplicateIndicatorZh } from './duplicate-indicator/zh-CN';
import { rule as placeholderLeft } from './placeholder-left';
import { wording as placeholderLeftEn } from './placeholder-left/en-US';
import { wording as placeholderLeftZh } from './placeholder-left/zh-CN';
import { rule as textNumber } from './text-number';
import { wording as textNumberEn } from './text-number/en-US';
import { wording as textNumberZh } from './text-number/zh-CN';
import { rule as errorCell } from './error-cell';
import { wording as errorCellEn } from './error-cell/en-US';
import { wording as errorCellZh } from './error-cell/zh-CN';
import { rule as headerMismatch } from './header-mismatch';
import { wording as headerMismatchEn } from './header-mismatch/en-US';
import { wording as headerMismatchZh } from './header-mismatch/zh-CN';
import { rule as signoffBlank } from './signoff-blank';
import { wording as signoffBlankEn } from './signoff-blank/en-US';
import { wording as signoffBlankZh } from './signoff-blank/zh-CN';
import { rule as operatorWording } from './operator-wording';
import { wording as operatorWordingEn } from './operator-wording/en-US';
import { wording as operatorWordingZh } from './operator-wording/zh-CN';
import { rule as operatorMissing } from './operator-missing';
import { wording as operatorMissingEn } from './operator-missing/en-US';
import { wording as operatorMissingZh } from './operator-missing/zh-CN';
import { rule as valueExplanation } from './value-explanation';
import { wording as valueExplanationEn } from './value-explanation/en-US';
import { wording as valueExplanationZh } from './value-explanation/zh-CN';
import { rule as unitMismatch } from './unit-mismatch';
import { wording as unitMismatchEn } from './unit-mismatch/en-US';
import { wording as unitMismatchZh } from './unit-mismatch/zh-CN';
import { rule as unitMissing } from './unit-missing';
import { wording as unitMissingEn } from './unit-missing/en-US';
import { wording as unitMissingZh } from './unit-missing/zh-CN';
import { rule as percentBound } from './percent-bound';
import { wording as percentBoundEn } from './percent-bound/en-US';
import { wording as percentBoundZh } from './percent-bound/zh-CN';
import { rule as percentScale } from './percent-scale';
import { wording as percentScaleEn } from './percent-scale/en-US';
import { wording as percentScaleZh } from './percent-scale/zh-CN';
import { rule as direction } from './direction';
import { wording as directionEn } from './direction/en-US';
import { wording as directionZh } from './direction/zh-CN';
import { rule as quantityWithoutNumber } from './quantity-without-number';
import { wording as quantityWithoutNumberEn } from './quantity-without-number/en-US';
import { wording as quantityWithoutNumberZh } from './quantity-without-number/zh-CN';
import { rule as vagueValue } from './vague-value';
import { wording as vagueValueEn } from './vague-value/en-US';
import { wording as vagueValueZh } from './vague-value/zh-CN';
import { rule as deadlineVague } from './deadline-vague';
import { wording as deadlineVagueEn } from './deadline-vague/en-US';
import { wording as deadlineVagueZh } from './deadline-vague/zh-CN';
import { rule as deadlineYear } from './deadline-year';
import { wording as deadlineYearEn } from './deadline-year/en-US';
import { wording as deadlineYearZh } from './deadline-year/zh-CN';
import { rule as rangeInverted } from './range-inverted';
import { wording as rangeInvertedEn } from './range-inverted/en-US';
import { wording as rangeInvertedZh } from './range-inverted/zh-CN';
import { rule as multipleTargets } from './multiple-targets';
import { wording as multipleTargetsEn } from './multiple-targets/en-US';
import { wording as multipleTargetsZh } from './multiple-targets/zh-CN';
import { rule as operatorTypo } from './operator-typo';
import { wording as operatorTypoEn } from './operator-typo/en-US';
import { wording as operatorTypoZh } from './operator-typo/zh-CN';
import { rule as typeValue } from './type-value';
import { wording as typeValueEn } from './type-value/en-US';
import { wording as typeValueZh } from './type-value/zh-CN';
import { rule as derivedRate } from './derived-rate';
import { wording as derivedRateEn } from './derived-rate/en-US';
import { wording as derivedRateZh } from './derived-rate/zh-CN';
import { rule as valueIsSentence } from './value-is-sentence';
import { wording as valueIsSentenceEn } from './value-is-sentence/en-US';
import { wording as valueIsSentenceZh } from './value-is-sentence/zh-CN';
import { rule as belowLastYear } from './below-last-year';
import { wording as belowLastYearEn } from './below-last-year/en-US';
import { wording as belowLastYearZh } from './below-last-year/zh-CN';
import { rule as goalNumber } from './goal-number';
import { wording as goalNumberEn } from './goal-number/en-US';
import { wording as goalNumberZh } from './goal-number/zh-CN';
import { rule as standardMissing } from './standard-missing';
import { wording as standardMissingEn } from './standard-missing/en-US';
import { wording as standardMissingZh } from './standard-missing/zh-CN';
import { rule as standardNotScorable } from './standard-not-scorable';
import { wording as standardNotScorableEn } from './standard-not-scorable/en-US';
import { wording as standardNotScorableZh } from './standard-not-scorable/zh-CN';
import { rule as exceedsFull } from './exceeds-full';
import { wording as exceedsFullEn } from './exceeds-full/en-US';
import { wording as exceedsFullZh } from './exceeds-full/zh-CN';
import { rule as thresholdMismatch } from './threshold-mismatch';
import { wording as thresholdMismatchEn } from './threshold-mismatch/en-US';
import { wording as thresholdMismatchZh } from './threshold-mismatch/zh-CN';
import { rule as ratioBase } from './ratio-base';
import { wording as ratioBaseEn } from './ratio-base/en-US';
import { wording as ratioBaseZh } from './ratio-base/zh-CN';
import { rule as bandGap } from './band-gap';
import { wording as bandGapEn } from './band-gap/en-US';
import { wording as bandGapZh } from './band-gap/zh-CN';
import { rule as bandOverlap } from './band-overlap';
import { wording as bandOverlapEn } from './band-overlap/en-US';
import { wording as bandOverlapZh } from './band-overlap/zh-CN';
import { rule as notMonotonic } from './not-monotonic';
import { wording as notMonotonicEn } from './not-monotonic/en-US';
import { wording as notMonotonicZh } from './not-monotonic/zh-CN';
import { rule as fullUnreachable } from './full-unreachable';
import { wording as fullUnreachableEn } from './full-unreachable/en-US';
import { wording as fullUnreachableZh } from './full-unreachable/zh-CN';
import { rule as fullMarkMismatch } from './full-mark-mismatch';
import { wording as fullMarkMismatchEn } from './full-mark-mismatch/en-US';
import { wording as fullMarkMismatchZh } from './full-mark-mismatch/zh-CN';
import { rule as stepUndefined } from './step-undefined';
import { wording as stepUndefinedEn } from './step-undefined/en-US';
import { wording as stepUndefinedZh } from './step-undefined/zh-CN';
import { rule as penaltyTooWeak } from './penalty-too-weak';
import { wording as penaltyTooWeakEn } from './penalty-too-weak/en-US';
import { wording as penaltyTooWeakZh } from './penalty-too-weak/zh-CN';
import { rule as qualitativeBand } from './qualitative-band';
import { wording as qualitativeBandEn } from './qualitative-band/en-US';
import { wording as qualitativeBandZh } from './qualitative-band/zh-CN';
import { rule as reversedProportion } from './reversed-proportion';
import { wording as reversedProportionEn } from './reversed-proportion/en-US';
import { wording as reversedProportionZh } from './reversed-proportion/zh-CN';
import { rule as weightSum } from './weight-sum';
import { wording as weightSumEn } from './weight-sum/en-US';
import { wording as weightSumZh } from './weight-sum/zh-CN';
import { rule as weightSplit } from './weight-split';
import { wording as weightSplitEn } from './weight-split/en-US';
import { wording as weightSplitZh } from './weight-split/zh-CN';
import { rule as levelRequired } from './level-required';
import { wording as levelRequiredEn } from './level-required/en-US';
import { wording as levelRequiredZh } from './level-required/zh-CN';
import { rule as taxonomy } from './taxonomy';
import { wording as taxonomyEn } from './taxonomy/en-US';
import { wording as taxonomyZh } from './taxonomy/zh-CN';
import { rule as nonstandardName } from './nonstandard-name';
import { wording as nonstandardNameEn } from './nonstandard-name/en-US';
import { wording as nonstandardNameZh } from './nonstandard-name/zh-CN';
import { rule as categoryText } from './category-text';
import { wording as categoryTextEn } from './category-text/en-US';
import { wording as categoryTextZh } from './category-text/zh-CN';
import { rule as nameCategory } from './name-category';
import { wording as nameCategoryEn } from './name-category/en-US';
import { wording as nameCategoryZh } from './name-category/zh-CN';
import { rule as notApplicableWithWeight } from './not-applicable-with-weight';
import { wording as notApplicableWithWeightEn } from './not-applicable-with-weight/en-US';
import { wording as notApplicableWithWeightZh } from './not-applicable-with-weight/zh-CN';
import { rule as executionTwice } from './execution-twice';
import { wording as executionTwiceEn } from './execution-twice/en-US';
import { wording as executionTwiceZh } from './execution-twice/zh-CN';
import { rule as budgetSum } from './budget-sum';
import { wording as budgetSumEn } from './budget-sum/en-US';
import { wording as budgetSumZh } from './budget-sum/zh-CN';
import { rule as costBudget } from './cost-budget';
import { wording as costBudgetEn } from './cost-budget/en-US';
import { wording as costBudgetZh } from './cost-budget/zh-CN';
import { rule as yearMismatch } from './year-mismatch';
import { wording as yearMismatchEn } from './year-mismatch/en-US';
import { wording as yearMismatchZh } from './year-mismatch/zh-CN';
import { rule as departmentMismatch } from './department-mismatch';
import { wording as departmentMismatchEn } from './department-mismatch/en-US';
import { wording as departmentMismatchZh } from './department-mismatch/zh-CN';
import { rule as moneyUnit } from './money-unit';
import { wording as moneyUnitEn } from './money-unit/en-US';
import { wording as moneyUnitZh } from './money-unit/zh-CN';
import { rule as costCoverage } from './cost-coverage';
import { wording as costCoverageEn } from './cost-coverage/en-US';
import { wording as costCoverageZh } from './cost-coverage/zh-CN';
import { rule as scopeWord } from './scope-word';
import { wording as scopeWordEn } from './scope-word/en-US';
import { wording as scopeWordZh } from './scope-word/zh-CN';
import { rule as foreignName } from './foreign-name';
import { wording as foreignNameEn } from './foreign-name/en-US';
import { wording as foreignNameZh } from './foreign-name/zh-CN';
import { rule as miswriting } from './miswriting';
import { wording as miswritingEn } from './miswriting/en-US';
import { wording as miswritingZh } from './miswriting/zh-CN';
import { rule as scoreArithmetic } from './score-arithmetic';
import { wording as scoreArithmeticEn } from './score-arithmetic/en-US';
import { wording as scoreArithmeticZh } from './score-arithmetic/zh-CN';
import { rule as deviationReason } from './deviation-reason';
import { wording as deviationReasonEn } from './deviation-reason/en-US';
import { wording as deviationReasonZh } from './deviation-reason/zh-CN';
import { rule as executionArithmetic } from './execution-arithmetic';
import { wording as executionArithmeticEn } from './execution-arithmetic/en-US';
import { wording as executionArithmeticZh } from './execution-arithmetic/zh-CN';
import { rule as actualMissing } from './actual-missing';
import { wording as actualMissingEn } from './actual-missing/en-US';
import { wording as actualMissingZh } from './actual-missing/zh-CN';
import { rule as scoreOverWeight } from './score-over-weight';
import { wording as scoreOverWeightEn } from './score-over-weight/en-US';
import { wording as scoreOverWeightZh } from './score-over-weight/zh-CN';
import { rule as totalGrade } from './total-grade';
import { wording as totalGradeEn } from './total-grade/en-US';
import { wording as totalGradeZh } from './total-grade/zh-CN';
import { rule as targetChanged } from './target-changed';
import { wording as targetChangedEn } from './target-changed/en-US';
import { wording as targetChangedZh } from './target-changed/zh-CN';
import { rule as tooPerfect } from './too-perfect';
import { wording as tooPerfectEn } from './too-perfect/en-US';
import { wording as tooPerfectZh } from './too-perfect/zh-CN';
import { rule as copiedText } from './copied-text';
import { wording as copiedTextEn } from './copied-text/en-US';
import { wording as copiedTextZh } from './copied-text/zh-CN';
import { rule as shortYetFull } from './short-yet-full';
import { wording as shortYetFullEn } from './short-yet-full/en-US';
import { wording as shortYetFullZh } from './short-yet-full/zh-CN';
import { rule as monitoringPossibility } from './monitoring-possibility';
import { wording as monitoringPossibilityEn } from './monitoring-possibility/en-US';
import { wording as monitoringPossibilityZh } from './monitoring-possibility/zh-CN';
import { rule as monitoringExecution } from './monitoring-execution';
import { wording as monitoringExecutionEn } from './monitoring-execution/en-US';
import { wording as monitoringExecutionZh } from './monitoring-execution/zh-CN';
import type { RuleEntry } from './rule';

/** Every rule, by code. */
export const RULES: readonly RuleEntry[] = [
  { rule: tableNotFound, wording: { 'zh-CN': tableNotFoundZh, 'en-US': tableNotFoundEn } },
  { rule: shiftedCells, wording: { 'zh-CN': shiftedCellsZh, 'en-US': shiftedCellsEn } },
  { rule: requiredBlank, wording: { 'zh-CN': requiredBlankZh, 'en-US': requiredBlankEn } },
  { rule: levelMissing, wording: { 'zh-CN': levelMissingZh, 'en-US': levelMissingEn } },
  { rule: duplicateIndicator, wording: { 'zh-CN': duplicateIndicatorZh, 'en-US': duplicateIndicatorEn } },
  { rule: placeholderLeft, wording: { 'zh-CN': placeholderLeftZh, 'en-US': placeholderLeftEn } },
  { rule: textNumber, wording: { 'zh-CN': textNumberZh, 'en-US': textNumberEn } },
  { rule: errorCell, wording: { 'zh-CN': errorCellZh, 'en-US': errorCellEn } },
  { rule: headerMismatch, wording: { 'zh-CN': headerMismatchZh, 'en-US': headerMismatchEn } },
  { rule: signoffBlank, wording: { 'zh-CN': signoffBlankZh, 'en-US': signoffBlankEn } },
  { rule: operatorWording, wording: { 'zh-CN': operatorWordingZh, 'en-US': operatorWordingEn } },
  { rule: operatorMissing, wording: { 'zh-CN': operatorMissingZh, 'en-US': operatorMissingEn } },
  { rule: valueExplanation, wording: { 'zh-CN': valueExplanationZh, 'en-US': valueExplanationEn } },
  { rule: unitMismatch, wording: { 'zh-CN': unitMismatchZh, 'en-US': unitMismatchEn } },
  { rule: unitMissing, wording: { 'zh-CN': unitMissingZh, 'en-US': unitMissingEn } },
  { rule: percentBound, wording: { 'zh-CN': percentBoundZh, 'en-US': percentBoundEn } },
  { rule: percentScale, wording: { 'zh-CN': percentScaleZh, 'en-US': percentScaleEn } },
  { rule: direction, wording: { 'zh-CN': directionZh, 'en-US': directionEn } },
  { rule: quantityWithoutNumber, wording: { 'zh-CN': quantityWithoutNumberZh, 'en-US': quantityWithoutNumberEn } },
  { rule: vagueValue, wording: { 'zh-CN': vagueValueZh, 'en-US': vagueValueEn } },
  { rule: deadlineVague, wording: { 'zh-CN': deadlineVagueZh, 'en-US': deadlineVagueEn } },
  { rule: deadlineYear, wording: { 'zh-CN': deadlineYearZh, 'en-US': deadlineYearEn } },
  { rule: rangeInverted, wording: { 'zh-CN': rangeInvertedZh, 'en-US': rangeInvertedEn } },
  { rule: multipleTargets, wording: { 'zh-CN': multipleTargetsZh, 'en-US': multipleTargetsEn } },
  { rule: operatorTypo, wording: { 'zh-CN': operatorTypoZh, 'en-US': operatorTypoEn } },
  { rule: typeValue, wording: { 'zh-CN': typeValueZh, 'en-US': typeValueEn } },
  { rule: derivedRate, wording: { 'zh-CN': derivedRateZh, 'en-US': derivedRateEn } },
  { rule: valueIsSentence, wording: { 'zh-CN': valueIsSentenceZh, 'en-US': valueIsSentenceEn } },
  { rule: belowLastYear, wording: { 'zh-CN': belowLastYearZh, 'en-US': belowLastYearEn } },
  { rule: goalNumber, wording: { 'zh-CN': goalNumberZh, 'en-US': goalNumberEn } },
  { rule: standardMissing, wording: { 'zh-CN': standardMissingZh, 'en-US': standardMissingEn } },
  { rule: standardNotScorable, wording: { 'zh-CN': standardNotScorableZh, 'en-US': standardNotScorableEn } },
  { rule: exceedsFull, wording: { 'zh-CN': exceedsFullZh, 'en-US': exceedsFullEn } },
  { rule: thresholdMismatch, wording: { 'zh-CN': thresholdMismatchZh, 'en-US': thresholdMismatchEn } },
  { rule: ratioBase, wording: { 'zh-CN': ratioBaseZh, 'en-US': ratioBaseEn } },
  { rule: bandGap, wording: { 'zh-CN': bandGapZh, 'en-US': bandGapEn } },
  { rule: bandOverlap, wording: { 'zh-CN': bandOverlapZh, 'en-US': bandOverlapEn } },
  { rule: notMonotonic, wording: { 'zh-CN': notMonotonicZh, 'en-US': notMonotonicEn } },
  { rule: fullUnreachable, wording: { 'zh-CN': fullUnreachableZh, 'en-US': fullUnreachableEn } },
  { rule: fullMarkMismatch, wording: { 'zh-CN': fullMarkMismatchZh, 'en-US': fullMarkMismatchEn } },
  { rule: stepUndefined, wording: { 'zh-CN': stepUndefinedZh, 'en-US': stepUndefinedEn } },
  { rule: penaltyTooWeak, wording: { 'zh-CN': penaltyTooWeakZh, 'en-US': penaltyTooWeakEn } },
  { rule: qualitativeBand, wording: { 'zh-CN': qualitativeBandZh, 'en-US': qualitativeBandEn } },
  { rule: reversedProportion, wording: { 'zh-CN': reversedProportionZh, 'en-US': reversedProportionEn } },
  { rule: weightSum, wording: { 'zh-CN': weightSumZh, 'en-US': weightSumEn } },
  { rule: weightSplit, wording: { 'zh-CN': weightSplitZh, 'en-US': weightSplitEn } },
  { rule: levelRequired, wording: { 'zh-CN': levelRequiredZh, 'en-US': levelRequiredEn } },
  { rule: taxonomy, wording: { 'zh-CN': taxonomyZh, 'en-US': taxonomyEn } },
  { rule: nonstandardName, wording: { 'zh-CN': nonstandardNameZh, 'en-US': nonstandardNameEn } },
  { rule: categoryText, wording: { 'zh-CN': categoryTextZh, 'en-US': categoryTextEn } },
  { rule: nameCategory, wording: { 'zh-CN': nameCategoryZh, 'en-US': nameCategoryEn } },
  { rule: notApplicableWithWeight, wording: { 'zh-CN': notApplicableWithWeightZh, 'en-US': notApplicableWithWeightEn } },
  { rule: executionTwice, wording: { 'zh-CN': executionTwiceZh, 'en-US': executionTwiceEn } },
  { rule: budgetSum, wording: { 'zh-CN': budgetSumZh, 'en-US': budgetSumEn } },
  { rule: costBudget, wording: { 'zh-CN': costBudgetZh, 'en-US': costBudgetEn } },
  { rule: yearMismatch, wording: { 'zh-CN': yearMismatchZh, 'en-US': yearMismatchEn } },
  { rule: departmentMismatch, wording: { 'zh-CN': departmentMismatchZh, 'en-US': departmentMismatchEn } },
  { rule: moneyUnit, wording: { 'zh-CN': moneyUnitZh, 'en-US': moneyUnitEn } },
  { rule: costCoverage, wording: { 'zh-CN': costCoverageZh, 'en-US': costCoverageEn } },
  { rule: scopeWord, wording: { 'zh-CN': scopeWordZh, 'en-US': scopeWordEn } },
  { rule: foreignName, wording: { 'zh-CN': foreignNameZh, 'en-US': foreignNameEn } },
  { rule: miswriting, wording: { 'zh-CN': miswritingZh, 'en-US': miswritingEn } },
  { rule: scoreArithmetic, wording: { 'zh-CN': scoreArithmeticZh, 'en-US': scoreArithmeticEn } },
  { rule: deviationReason, wording: { 'zh-CN': deviationReasonZh, 'en-US': deviationReasonEn } },
  { rule: executionArithmetic, wording: { 'zh-CN': executionArithmeticZh, 'en-US': executionArithmeticEn } },
  { rule: actualMissing, wording: { 'zh-CN': actualMissingZh, 'en-US': actualMissingEn } },
  { rule: scoreOverWeight, wording: { 'zh-CN': scoreOverWeightZh, 'en-US': scoreOverWeightEn } },
  { rule: totalGrade, wording: { 'zh-CN': totalGradeZh, 'en-US': totalGradeEn } },
  { rule: targetChanged, wording: { 'zh-CN': targetChangedZh, 'en-US': targetChangedEn } },
  { rule: tooPerfect, wording: { 'zh-CN': tooPerfectZh, 'en-US': tooPerfectEn } },
  { rule: copiedText, wording: { 'zh-CN': copiedTextZh, 'en-US': copiedTextEn } },
  { rule: shortYetFull, wording: { 'zh-CN': shortYetFullZh, 'en-US': shortYetFullEn } },
  { rule: monitoringPossibility, wording: { 'zh-CN': monitoringPossibilityZh, 'en-US': monitoringPossibilityEn } },
  { rule: monitoringExecution, wording: { 'zh-CN': monitoringExecutionZh, 'en-US': monitoringExecutionEn } },
];
