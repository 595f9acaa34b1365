import { FAULTS, type ValueReader } from './value-reader.js';

const DIGITS = /^\d{1,15}$/;
const SPACE = /[\u00a0\u202f]/g;

/** A whole number from 0 to `max`; empty is null. Anything else is `number.invalid`. */
export const integerReader = (max: number): ValueReader => {
  return (raw) => {
    const value = raw.trim();
    if (value === '') return null;
    if (!DIGITS.test(value)) return FAULTS.number;
    const number = Number(value);
    return number > max ? FAULTS.number : number;
  };
};

/**
 * An amount in euros with a decimal mark and groups of thousands (`1 234,50`, `1234`, `0,5`), as exact cents. `groups` lists
 * the marks that may stand between thousands; a space stands for the non-breaking ones too. More than two decimals, or a
 * group that is not three digits, is `number.invalid`: an amount is never rounded.
 */
export const amountReader = (options: { decimal: ',' | '.'; groups?: readonly string[]; max: number }): ValueReader => {
  const mark = options.decimal === ',' ? ',' : '\\.';
  const groups = (options.groups ?? []).map((group) => group.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const grouped = groups.map((group) => `|\\d{1,3}(?:${group}\\d{3}){1,4}`).join('');
  const shape = new RegExp(`^(\\d{1,13}${grouped})(?:${mark}(\\d{1,2}))?$`);
  return (raw) => {
    const value = raw.replace(SPACE, ' ').trim();
    if (value === '') return null;
    const parts = shape.exec(value);
    if (parts === null) return FAULTS.number;
    const euros = Number((parts[1] ?? '').replace(/\D/g, ''));
    const cents = euros * 100 + Number((parts[2] ?? '').padEnd(2, '0'));
    return cents > options.max ? FAULTS.number : cents;
  };
};
