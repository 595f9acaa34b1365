/**
 * Waits for `work`, at most `ms` milliseconds. Answers `done` or `late`; late work goes on, and its failure still reaches
 * `onError`, since nobody else awaits it any more.
 */
export const settleWithin = async (
  work: Promise<unknown>,
  ms: number,
  onError: (error: unknown) => void,
): Promise<'done' | 'late'> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), ms);
  });
  const done = work.then(
    () => 'done' as const,
    (error: unknown) => {
      onError(error);
      return 'done' as const;
    },
  );
  try {
    return await Promise.race([done, late]);
  } finally {
    clearTimeout(timer);
  }
};
