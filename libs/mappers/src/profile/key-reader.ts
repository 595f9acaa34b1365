/** Keys of the legacy systems are short codes; what is longer or holds control characters is not one. */
const KEY_MAX = 64;
const KEY = /^[^\u0000-\u001f\u007f-\u009f\ufffd]+$/;

export type KeyResult = { readonly key: string } | { readonly missing: true } | { readonly invalid: true };

/** Reads a record's key or a reference; spaces around it do not count. */
export const readKey = (raw: string | undefined): KeyResult => {
  const key = raw?.trim() ?? '';
  if (key === '') return { missing: true };
  return key.length <= KEY_MAX && KEY.test(key) ? { key } : { invalid: true };
};
