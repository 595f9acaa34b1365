/** Said of work that was not done in its time. */
export class TooLate extends Error {
  override readonly name = 'TooLateError';
}

/** The result of the work, if it comes within that many milliseconds; else throws `TooLate`, and nobody awaits the work. */
export async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TooLate()), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
