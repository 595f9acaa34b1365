import { judgeAttempt, RETRY_SECONDS } from './judge-attempt.js';

const answered = (status: number, retryAfter: number | null = null) =>
  ({ kind: 'answered', status, retryAfter }) as const;

test('any status from 200 to 299 is success, 410 is the end, all else is tried again', () => {
  for (const status of [200, 202, 204, 299])
    expect(judgeAttempt(answered(status), 3)).toEqual({ kind: 'delivered', status });
  expect(judgeAttempt(answered(410), 0)).toMatchObject({ kind: 'gone' });
  for (const status of [199, 302, 400, 404, 429, 500])
    expect(judgeAttempt(answered(status), 0)).toMatchObject({ kind: 'again' });
  expect(judgeAttempt(answered(307), 0)).toMatchObject({ problem: 'webhook.redirect' });
});

test('attempts end after about two days', () => {
  const failed = { kind: 'failed', problem: 'webhook.timeout' } as const;
  const ends = RETRY_SECONDS.map((_, attempts) => judgeAttempt(failed, attempts, 0.5));
  const days = ends.reduce((sum, end) => sum + (end.kind === 'again' ? end.seconds : Number.NaN), 0) / 86_400;
  expect(days).toBeGreaterThan(1.7);
  expect(days).toBeLessThan(2.2);
  expect(judgeAttempt(failed, RETRY_SECONDS.length)).toEqual({
    kind: 'dead',
    status: null,
    problem: 'webhook.timeout',
  });
});

test('pauses differ by chance, and a receiver may ask for a longer one, within bounds', () => {
  const pause = (chance: number, retryAfter: number | null = null, status = 503): number => {
    const end = judgeAttempt(answered(status, retryAfter), 0, chance);
    return end.kind === 'again' ? end.seconds : Number.NaN;
  };
  expect([pause(0), pause(0.999)].map(Math.floor)).toEqual([5, 5]);
  expect(pause(0.999)).toBeGreaterThan(5.9);
  expect(pause(0, 60)).toBe(60);
  expect(pause(0, 9_999_999)).toBe(12 * 3_600);
  expect(pause(0, 60, 500)).toBe(5);
});
