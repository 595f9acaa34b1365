import { fold } from './fold.js';

/** A code without what people put between its characters: `1 85-05` → `18505`. Empty where there is neither letter nor digit. */
export const foldCode = (raw: string): string => fold(raw).replace(/[^\p{L}\p{N}]+/gu, '');
