import type { Actual, Read } from './actuals';
import { printDay } from './dates';
import { compare, isNegative, print, ratio, toNumber, type Ratio } from './exact';
import type { EvaluateOptions, Evaluation, TraceStep } from './evaluate';
import { evaluate } from './evaluate-actual';
import type { Input, Standard } from './standard';
import type { Refusal } from './syntax';
import { renderScoring, type Message, type ScoringLocale } from './wording';

export interface Explanation {
  readonly evaluation: Evaluation;
  /** In order: the readings of the inputs, what each clause gave, the result, the other readings. */
  readonly messages: readonly Message[];
}

/** How a score came about, as data; `renderExplanation` puts it into sentences. */
export function explain(standard: Standard, actual: Actual, options: EvaluateOptions = {}): Explanation {
  const evaluation = evaluate(standard, actual, options);
  return { evaluation, messages: messagesOf(standard, evaluation) };
}

function messagesOf(standard: Standard, evaluation: Evaluation): Message[] {
  if (evaluation.status === 'invalid') return [{ group: 'problem', id: evaluation.problem, data: evaluation.data }];
  const steps = evaluation.steps.flatMap((step) => stepMessage(standard, step));
  if (evaluation.status === 'refused') {
    const deduction: Message[] =
      evaluation.deduction === null
        ? []
        : [{ group: 'result', id: 'deduction', data: { deduction: evaluation.deduction } }];
    return [...steps, ...deduction, { group: 'refused', id: evaluation.code, data: {} }];
  }
  const { score, exact, values, pooled } = evaluation;
  const messages = [...inputMessages(standard, values, pooled), ...steps];
  const isRounded = compare(exact, ratio(score)) !== 0;
  messages.push({ group: 'result', id: isRounded ? 'rounded' : 'score', data: { score } });
  if (evaluation.otherReadings.length > 0) {
    messages.push({ group: 'result', id: 'taken', data: { reading: evaluation.reading } });
    for (const other of evaluation.otherReadings) {
      messages.push({ group: 'result', id: 'other', data: { reading: other.reading, score: other.score } });
    }
  }
  if (evaluation.aboveFull && standard.fullMark) {
    messages.push({ group: 'result', id: 'aboveFull', data: { score, full: print(standard.fullMark, 2) } });
  }
  return messages;
}

function inputMessages(standard: Standard, values: readonly Read[], pooled: boolean): Message[] {
  const [first] = values;
  if (pooled && first?.kind === 'number') {
    return [{ group: 'input', id: 'pooled', data: { value: printValue(standard.inputs[0], first.value) } }];
  }
  return standard.inputs.flatMap((input, index): Message[] => {
    const read = values[index];
    if (!read) return [];
    switch (read.kind) {
      case 'flag':
        return [{ group: 'input', id: read.value ? 'yes' : 'no', data: { name: input.name } }];
      case 'grade':
        return [{ group: 'input', id: 'grade', data: { value: input.options?.[read.option] ?? '' } }];
      case 'none':
        return [];
      case 'number':
        return [
          {
            group: 'input',
            id: input.kind === 'count' ? 'count' : input.kind === 'date' ? 'date' : 'value',
            data: { name: input.name, value: printValue(input, read.value) },
          },
        ];
    }
  });
}

/** `94%`, `8次`, `2027-02-28`. */
export function printValue(input: Input | undefined, value: Ratio): string {
  if (input?.kind === 'date') return printDay(Math.round(toNumber(value)));
  return `${print(value)}${input?.unit ?? ''}`;
}

function stepMessage(standard: Standard, step: TraceStep): Message[] {
  if (step.id === 'floor') {
    const value = step.data.value;
    return value !== undefined && typeof value !== 'string' && isNegative(value)
      ? [{ group: 'step', id: 'floor', data: {} }]
      : [];
  }
  const clause = standard.clauses[step.clause];
  const words = clause ? standard.text.slice(clause.span.start, clause.span.end).replace(/\s+/gu, '') : '';
  const data: Record<string, string | number> = { clause: words };
  for (const [name, value] of Object.entries(step.data)) data[name] = typeof value === 'string' ? value : print(value);
  // Nothing to say of steps that took nothing off.
  if ((step.id === 'step-deduct' || step.id === 'step-add') && data.count === '0') return [];
  return [{ group: 'step', id: step.id, data }];
}

/** One line of text: the sentences joined as the language joins them. */
export function renderExplanation({ messages }: Explanation, locale: ScoringLocale = 'zh-CN'): string {
  const sentences = messages.map((message) => renderScoring(message, locale));
  return locale === 'zh-CN' ? `${sentences.join('；')}。` : `${sentences.join('. ')}.`;
}

export function renderRefusal(refusal: Refusal, locale: ScoringLocale = 'zh-CN'): string {
  return renderScoring({ group: 'refusal', id: refusal.code, data: { ...refusal.data, words: refusal.words } }, locale);
}
