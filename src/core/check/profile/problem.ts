import type * as z from 'zod/mini';
import type { OwnProblem } from '../own';

/** What is wrong with a profile, and where: the words for it are in the catalogues. */
export interface ProfileProblem {
  readonly code: ProfileProblemCode;
  /** `checks[2].must[0].atLeast`, as programs write it; '' for the file as a whole. */
  readonly path: string;
  /** Number of the own check that it is in, from 1; null elsewhere. */
  readonly check: number | null;
  readonly data: Readonly<Record<string, string | number>>;
}

export type ProfileProblemCode =
  | OwnProblem
  | 'empty'
  | 'not-json'
  | 'not-a-profile'
  | 'newer-version'
  | 'too-large'
  | 'unknown-key'
  | 'unknown-rule'
  | 'not-ascending'
  | 'points-sum'
  | 'missing'
  | 'wrong-kind'
  | 'not-a-choice'
  | 'too-big'
  | 'too-small'
  | 'bad-code'
  | 'wrong';

interface Refusing {
  addIssue(issue: {
    code: 'custom';
    input: unknown;
    path: PropertyKey[];
    params: Readonly<Record<string, string>>;
  }): void;
}

export function refuse(
  context: Refusing,
  input: unknown,
  path: PropertyKey[],
  problem: ProfileProblemCode,
  found = '',
): void {
  context.addIssue({ code: 'custom', input, path, params: { problem, words: found } });
}

/** zod's issue in our words; of a union, the branch that came nearest. */
export function problemsOf(issue: z.core.$ZodIssue): ProfileProblem[] {
  const at = (
    code: ProfileProblemCode,
    data: ProfileProblem['data'] = {},
    more: PropertyKey[] = [],
  ): ProfileProblem[] => {
    const path = [...issue.path, ...more];
    return [{ code, path: pathText(path), check: checkOf(path), data }];
  };
  switch (issue.code) {
    case 'custom': {
      const { problem, words: found } = (issue.params ?? {}) as { problem?: ProfileProblemCode; words?: string };
      return at(problem ?? 'wrong', { words: found ?? '' });
    }
    case 'unrecognized_keys':
      return at('unknown-key', { words: issue.keys.join(', ') });
    case 'invalid_type':
      return issue.input === undefined ? at('missing') : at('wrong-kind', { expected: issue.expected });
    case 'invalid_value':
      return at('not-a-choice', { choices: issue.values.map(String).join(', ') });
    case 'too_big':
      return at('too-big', { most: Number(issue.maximum), of: issue.origin });
    case 'too_small':
      return at('too-small', { least: Number(issue.minimum), of: issue.origin });
    case 'invalid_format':
      return issue.path.at(-1) === 'code' ? at('bad-code') : at('wrong');
    case 'invalid_union': {
      const branches = issue.errors.map((errors) => errors.flatMap(problemsOf));
      // A branch of another kind altogether says the least: the one that went deeper was meant.
      const meant = branches.find((problems) =>
        problems.some(({ code, path }) => path !== '' || code !== 'wrong-kind'),
      );
      const [first] = meant ?? [];
      if (!first) return at('wrong-kind', { expected: 'union' });
      const joined = [...issue.path];
      return [
        {
          ...first,
          path: pathText(joined) + (first.path && !first.path.startsWith('[') ? '.' : '') + first.path,
          check: checkOf(joined),
        },
      ];
    }
    default:
      return at('wrong');
  }
}

function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((step, index) => (typeof step === 'number' ? `[${step}]` : `${index > 0 ? '.' : ''}${String(step)}`))
    .join('');
}

function checkOf(path: readonly PropertyKey[]): number | null {
  return path[0] === 'checks' && typeof path[1] === 'number' ? path[1] + 1 : null;
}
