const TIMEOUT_MS = 3_000;
/** Key sets and discovery documents are a few kilobytes. */
const LARGEST = 256 * 1_024;

/**
 * A JSON object from the identity provider. Follows no redirection: the address is the one that was configured.
 * @throws Error where there is no answer within three seconds, or one that is not what was asked for
 */
export const fetchJson = async (url: string): Promise<Readonly<Record<string, unknown>>> => {
  const response = await fetch(url, {
    redirect: 'error',
    signal: AbortSignal.timeout(TIMEOUT_MS),
    headers: { accept: 'application/json' },
  });
  const text = await readText(response);
  if (!response.ok) throw new Error('the identity provider refuses');
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null) throw new Error('the identity provider sends no object');
  return value as Readonly<Record<string, unknown>>;
};

const readText = async ({ body }: Response): Promise<string> => {
  const parts: Uint8Array[] = [];
  let size = 0;
  if (body === null) return '';
  for await (const part of body as unknown as AsyncIterable<Uint8Array>) {
    size += part.length;
    if (size > LARGEST) throw new Error('the identity provider sends too much');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
};
