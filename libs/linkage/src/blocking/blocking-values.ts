import { skeletonCode } from '../phonetic/skeleton-code.js';
import type { BlockingPart } from '../plan/linkage-plan.js';
import type { DateValue, NamesValue, PreparedValue } from '../prepare/prepared.js';

/** What one prepared value offers for a part of a blocking key; nothing where it does not know. May repeat itself. */
export const blockingValues = (value: PreparedValue, part: BlockingPart): readonly string[] => {
  switch (value.kind) {
    case 'names':
      return ofNames(value, part).filter((text) => text !== '');
    case 'date':
      return ofDate(value, part).filter((text) => text !== '');
    case 'text':
      return [part === 'start' ? firstWords(value.text, 3) : value.tokens.join(' ')];
    case 'code':
      return [value.code];
  }
};

const firstWords = (text: string, count: number): string => {
  let end = -1;
  for (let words = 0; words < count; words++) {
    end = text.indexOf(' ', end + 1);
    if (end < 0) return text;
  }
  return text.slice(0, end);
};

const firstPart = (whole: string): string => {
  const space = whole.indexOf(' ');
  return space < 0 ? whole : whole.slice(0, space);
};

/** An initial sounds like nothing: its code would gather strangers. */
const sounding = (parts: readonly string[]): readonly string[] => parts.filter((part) => part.length > 1);

function ofNames(value: NamesValue, part: BlockingPart): readonly string[] {
  switch (part) {
    case 'exact':
      return [value.parts.join(' ')];
    case 'first':
      return value.wholes.map(firstPart);
    case 'initial':
      return value.wholes.map((whole) => (whole.startsWith('?') ? '' : whole.charAt(0)));
    case 'phonetic1':
      return sounding(value.wholes.map(firstPart)).map((part) => value.phonetic[value.parts.indexOf(part)] ?? '');
    case 'phonetic2':
      return sounding(value.wholes.map(firstPart)).map(skeletonCode);
    case 'anyPhonetic1':
      return value.phonetic.filter((_, at) => value.parts[at]?.length !== 1);
    case 'anyPhonetic2':
      return sounding(value.parts).map(skeletonCode);
    default:
      return [];
  }
}

/** Where two of three parts are asked for, a slip in the third does not part two records. Unknown parts are no key. */
function ofDate({ year, month, day }: DateValue, part: BlockingPart): readonly string[] {
  const short = String(year % 100);
  switch (part) {
    case 'full':
      return day === 0 || month === 0 ? [] : [`${short}-${month}-${day}`];
    case 'dayMonth':
      return day === 0 || month === 0 ? [] : [`${month}-${day}`];
    case 'yearMonth':
      return month === 0 ? [] : [`${short}-${month}`];
    case 'dayYear':
      return day === 0 ? [] : [`${short}-${day}`];
    case 'year':
      return [short];
    default:
      return [];
  }
}
