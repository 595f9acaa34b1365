import { WaitingRoom } from './waiting-room.js';

test('so many may wait, the next one is told to come again, and a place that is left is free', async () => {
  const room = new WaitingRoom(2);
  const leave: (() => void)[] = [];
  const waiting = [1, 2].map((number) =>
    room.enter(() => new Promise<number>((resolve) => leave.push(() => resolve(number)))),
  );
  await expect(room.enter(() => Promise.resolve(3))).rejects.toMatchObject({
    status: 503,
    code: 'rights.busy',
    headers: { 'Retry-After': expect.stringMatching(/^\d+$/) },
  });
  leave[0]?.();
  expect(await waiting[0]).toBe(1);
  await expect(room.enter(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await room.enter(() => Promise.resolve(4))).toBe(4);
  leave[1]?.();
  await waiting[1];
});
