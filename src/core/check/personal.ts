import { daysIn } from '../text';

/** 身份证号, 手机号, 固定电话, 银行账号. */
export type PersonalKind = 'identity' | 'mobile' | 'landline' | 'account';

/** A number of a person or an account, which has no place in a table that is made public. */
export interface PersonalNumber {
  readonly kind: PersonalKind;
  readonly text: string;
  /** Offset in the text that was searched. */
  readonly start: number;
}

/** Digits, and what people put between them; a number that is longer, or has a decimal part, is found whole. */
const DIGITS = /[+(]?\d(?:[ \-()]?\d)*X?/giu;
/** An amount goes on: 13800138000.00, 13,800,138,000, 13800138000元. */
const AMOUNT_AFTER = /^\s*(?:[.,]\d|[%个次人户件张平吨公亩]|[十百千万亿]*元)/u;
const AMOUNT_BEFORE = /\d[.,]$|[¥￥$]\s*$/u;
const ACCOUNT_WORDS = /(?:账号|帐号|账户|帐户|卡号|开户行?|户名)\D{0,20}$/u;
const PHONE_WORDS = /(?:电话|联系方式|手机|座机|传真|热线|tel|phone)\D{0,12}$/iu;
const CODE_WORDS = /(?:信用代码|机构代码|文号|编号|项目代码|编码|许可证)\D{0,12}$/u;

/** Weights and check characters of GB 11643. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';

/**
 * Numbers of persons in a text: identity cards whose date and check character are right, mobile and landline telephones,
 * bank accounts (by Luhn's sum, or by the words before them). Dates, amounts and codes of other kinds are left alone.
 * Where the text holds nothing but a number, `bare` says that it may as well be an amount: round ones are then none.
 */
export function personalNumbers(text: string, { bare = false } = {}): PersonalNumber[] {
  const plain = text.normalize('NFKC');
  // Positions are those of the text as written wherever folding keeps its length, as it does for digits.
  const found: PersonalNumber[] = [];
  for (const match of plain.matchAll(DIGITS)) {
    const before = plain.slice(Math.max(0, match.index - 30), match.index);
    const after = plain.slice(match.index + match[0].length);
    if (AMOUNT_AFTER.test(after) || AMOUNT_BEFORE.test(before) || /[A-Za-z]$/u.test(before)) continue;
    const kind = kindOf(match[0], before, bare);
    if (kind) found.push({ kind, text: match[0], start: match.index });
  }
  return found;
}

function kindOf(written: string, before: string, bare: boolean): PersonalKind | null {
  const digits = written.replace(/[ \-()+]/gu, '').toUpperCase();
  if (isIdentity(digits)) return 'identity';
  if (/X$/u.test(digits) || CODE_WORDS.test(before)) return null;
  const mobile = /^(?:0{0,2}86)?(1[3-9]\d{9})$/u.exec(digits)?.[1];
  if (mobile && !(bare && mobile.endsWith('0000'))) return 'mobile';
  if (/^(?:\+?86)?[( ]?0\d{2,3}[) -]{1,2}\d{7,8}(?:-\d{1,5})?$/u.test(written.trim())) return 'landline';
  if (PHONE_WORDS.test(before) && /^(?:0\d{2,3})?[2-8]\d{6,7}$/u.test(digits)) return 'landline';
  if (ACCOUNT_WORDS.test(before) && /^\d{8,30}$/u.test(digits)) return 'account';
  return /^62\d{14,17}$/u.test(digits) && isLuhn(digits) ? 'account' : null;
}

/** 18 characters with a date of birth and a check character, or the 15 digits of before 1999. */
function isIdentity(digits: string): boolean {
  if (/^\d{15}$/u.test(digits)) return isRegion(digits) && isBirth(`19${digits.slice(6, 12)}`);
  if (!/^\d{17}[\dX]$/u.test(digits) || !isRegion(digits) || !isBirth(digits.slice(6, 14))) return false;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return CHECKS[sum % 11] === digits[17];
}

/** Provinces are 11 to 15, 21 to 23, 31 to 37, 41 to 46, 50 to 54, 61 to 65, 71, 81 to 83. */
function isRegion(digits: string): boolean {
  return /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/u.test(digits);
}

function isBirth(date: string): boolean {
  const [year, month, day] = [Number(date.slice(0, 4)), Number(date.slice(4, 6)), Number(date.slice(6, 8))];
  return year >= 1900 && year <= 2100 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(month, year);
}

function isLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
