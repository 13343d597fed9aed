import { add, compare, equal, isZero, ratio, type Ratio } from '../exact';
import { readChinese } from '../lexer';
import type { Clause, Comparison, Condition, Limit } from '../syntax';

const THING = '(?:项|个|条|点|方面|要素|要点|要件|环节)';
const MET =
  '(满足|符合|达到|达标|具备|完成|合格|落实|做到)(?:了|评价|相关|规定|标准|全部)*(?:要求|条件|标准|要点|内容)?';
const ALL = new RegExp(`^(?:以上|上述|全部)?(\\d+)${THING}[一-鿿]{0,6}?(?:均|全部|都|全)已?${MET}$`, 'u');
const WHOLE = new RegExp(`^(?:以上|上述)?(?:各?项|内容|要求|要素|要点)?(?:均|全部|完全|都)${MET}$`, 'u');
const SOME = new RegExp(
  `^(?:仅|只|有)*(?:(?<first>\\d+)${THING}[一-鿿]{0,4}?${MET}|${MET.replace('(', '(?<met>')}其?中?的?(?<last>\\d+)${THING}(?:标准|条件|要求)?)(?<more>及以上|以上)?$`,
  'u',
);
const NONE = new RegExp(
  `^(?:以上|上述)?(?:\\d+${THING})?[一-鿿]{0,4}?(?:(?:均|全部|都|全)(?:不|未|没有?)|(?:不|未)全部?不)${MET}$`,
  'u',
);

/** 三项及以上, of what the others speak of. */
const BARE = new RegExp(`^有?(\\d+)${THING}(?:(及以上|以上)|(及以下|以下))?$`, 'u');
const ANY = '*';

interface Met {
  readonly verb: string;
  /** Null: all of them, however many. */
  readonly count: number | null;
  readonly comparison: Comparison;
}

function textOf(condition: Condition | null): string | null {
  if (condition?.kind === 'count') return condition.text;
  if (condition?.kind === 'words' || condition?.kind === 'reached' || condition?.kind === 'limits')
    return condition.words;
  return null;
}

const NUMERAL = new RegExp(`[一二两三四五六七八九十]{1,3}(?=${THING})`, 'gu');

/** 符合两项, 符合其中一项 and 符合下列条件之一, with the number in digits. */
function plain(text: string): string {
  return text
    .replace(/[,的]$/u, '')
    .replace(NUMERAL, (numeral) => String(readChinese(numeral) ?? numeral))
    .replace(
      /^((?:满足|符合|达到|具备))(?:下列|以下|上述|其中)?(?:条件|情形|标准|要求|任意?)?(?:之一|一项)$/u,
      '$11项',
    );
}

function metOf(condition: Condition | null): Met | null {
  if (condition?.kind === 'else') return { verb: '', count: null, comparison: '<' };
  const given = textOf(condition);
  if (given === null) return null;
  const text = plain(given);
  const none = NONE.exec(text);
  if (none) return { verb: none[1] ?? '', count: 0, comparison: '=' };
  const all = ALL.exec(text);
  if (all) return { verb: all[2] ?? '', count: Number(all[1]), comparison: '=' };
  const whole = WHOLE.exec(text);
  if (whole) return { verb: whole[1] ?? '', count: null, comparison: '≥' };
  const bare = BARE.exec(text);
  if (bare)
    return {
      verb: ANY,
      count: Number(bare[1]),
      comparison: bare[2] !== undefined ? '≥' : bare[3] !== undefined ? '≤' : '=',
    };
  const some = SOME.exec(text);
  if (!some) return null;
  const { first, last, more, met } = some.groups ?? {};
  const count = Number(first ?? last);
  return { verb: met ?? some[2] ?? '', count, comparison: more === undefined ? '=' : '≥' };
}

/**
 * 3项均符合得3分，符合2项得2分，符合1项得1分，均不符合不得分: rungs of one count of what is met. 全部符合 is more than the
 * highest number said. Clauses that are no such ladder stay as they are.
 */
export function withMetCounts(clauses: readonly Clause[]): readonly Clause[] {
  const told = clauses.filter(({ effect }) => effect.kind !== 'note' && effect.kind !== 'pool');
  const rungs = told.map(({ condition, effect }) =>
    effect.kind === 'award' || effect.kind === 'zero' ? metOf(condition) : null,
  );
  if (new Set(told.map(({ section }) => section)).size > 1) return clauses;
  const counts = rungs.flatMap((rung) => (rung?.count === null || rung === null ? [] : [rung.count]));
  const verbs = new Set(
    rungs.flatMap((rung) => (rung === null || rung.verb === '' || rung.verb === ANY ? [] : [rung.verb])),
  );
  const wholes = rungs.filter((rung) => rung?.verb !== '' && rung?.count === null).length;
  if (rungs.includes(null) || rungs.length < 2 || verbs.size !== 1) return clauses;
  if (new Set(counts).size !== counts.length || counts.filter((count) => count > 0).length < 2 - wholes || wholes > 1)
    return clauses;
  const most = Math.max(...counts);
  const [verb = ''] = verbs;
  return clauses.map((clause): Clause => {
    const rung = rungs[told.indexOf(clause)];
    if (!rung || rung.verb === '') return clause;
    const limit = limitOf(rung.comparison, ratio(rung.count ?? most + 1));
    const words = textOf(clause.condition) ?? '';
    return { ...clause, condition: { kind: 'limits', subject: verb, limits: [limit], words, counted: 'met' } };
  });
}

function limitOf(comparison: Comparison, value: Ratio): Limit {
  return { comparison, reference: { kind: 'number', measure: { value, unit: '项' } }, soft: false };
}

/** 每项不符合不得分, 缺一项扣相应分值, after several things that each have their points: what is not met earns nothing. */
const LACKING =
  /^(?:(?:每|任一?|其中|有)*(?:一?项|者|处)?(?:不符合|不满足|不达标|未达标|未达到|未完成|超过|超出|超预算|超支)(?:标准|要求|预算|目标)?的?(?:该项)?|每?缺少?[一1]项)$/u;

export function isLacking({ condition, effect }: Clause): boolean {
  const takesAll =
    effect.kind === 'zero' || (effect.kind === 'deduct' && effect.amounts.every(({ kind }) => kind === 'full'));
  return takesAll && LACKING.test(textOf(condition)?.replace(/[,的]$/u, '') ?? '');
}

/**
 * ①程序规范（1分）；②资料齐全（1分）, 组织培训≥3期（3分），每少一期扣1分: each earns what its bracket holds. The points must
 * make up the whole, where that is known.
 */
export function withListedPoints(clauses: readonly Clause[], weight: Ratio | null): readonly Clause[] {
  // 制度健全2分，档案完整1分，缺一项扣相应分值: the same, with no brackets.
  const isTaken = clauses.some((clause) => clause.effect.kind === 'deduct' && isLacking(clause));
  const listed = clauses.filter((clause) => isListed(clause) || (isTaken && clause.effect.kind === 'award'));
  const others = clauses.filter(
    (clause) => !['note', 'cap'].includes(clause.effect.kind) && !listed.includes(clause) && !isLacking(clause),
  );
  const points = listed.flatMap(({ effect }) =>
    effect.kind === 'pool'
      ? [effect.amount]
      : effect.kind === 'award'
        ? effect.amounts.flatMap((amount) => (amount.kind === 'points' ? [amount.value] : []))
        : [],
  );
  const isWhole = weight === null ? others.length > 0 : points.length > 0 && equal(points.reduce(add), weight);
  // 落实（3分）；未落实（0分）: the best of them is worth the whole.
  const isChoice =
    weight !== null &&
    others.length === 0 &&
    (points.some(isZero) || !isWhole) &&
    points.some((value) => equal(value, weight)) &&
    points.every((value) => compare(value, weight) <= 0);
  if (isChoice && listed.length > 1) return clauses.map((clause) => asAward(clause, listed));
  const isMeasured = listed.every(({ condition }) => condition?.kind === 'limits');
  if (!isWhole || (isMeasured ? listed.length + others.length < 2 : listed.length < 2 || others.length > 0))
    return clauses;
  const isLackingSaid = clauses.some(isLacking);
  return clauses.flatMap((clause): Clause[] => {
    if (listed.length > 1 && isLacking(clause)) return [{ ...clause, condition: null, effect: { kind: 'note' } }];
    const award = asAward(clause, listed);
    if (award === clause) return [clause];
    const otherwise: Clause = { ...clause, condition: { kind: 'else' }, effect: { kind: 'zero' } };
    return isLackingSaid && clause.condition?.kind === 'limits' ? [award, otherwise] : [award];
  });
}

function asAward(clause: Clause, listed: readonly Clause[]): Clause {
  if (clause.effect.kind !== 'pool' || !listed.includes(clause)) return clause;
  const value = clause.effect.amount;
  return { ...clause, effect: { kind: 'award', amounts: [{ kind: 'points', value }], each: false } };
}

function isListed({ condition, effect }: Clause): boolean {
  return effect.kind === 'pool' && !effect.basis && (condition?.kind === 'words' || condition?.kind === 'limits');
}
