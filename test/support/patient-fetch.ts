import { setTimeout as pause } from 'node:timers/promises';

const PAUSE_MS = 100;
const TRIES = 100;

/**
 * Asks as a client does that comes back when it is told that there are too many: a gateway in the process of a test lags
 * behind whatever else the test does. Every other answer is given as it comes, also that the database is away.
 */
export const patientFetch = async (url: string, init: RequestInit): Promise<Response> => {
  for (let left = TRIES; ; left--) {
    const answer = await fetch(url, init);
    if (left === 0 || !(await isTooMany(answer))) return answer;
    await pause(PAUSE_MS);
  }
};

const isTooMany = async (answer: Response): Promise<boolean> => {
  if (answer.status !== 503 || answer.headers.get('retry-after') !== '1') return false;
  const { code } = (await answer.clone().json()) as { readonly code?: string };
  return code === 'gateway.unavailable';
};
