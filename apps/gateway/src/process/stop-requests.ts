/** Also a closed terminal: the hold on the database must be given up in order. */
const SIGNALS = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;

/**
 * Resolves when somebody wants this process to stop: by a signal, or because the process that started it is gone (its IPC
 * channel closed, which also happens when it was killed). Later requests change nothing: a signal often comes twice, from
 * the terminal and from the parent.
 */
export const stopRequested = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of SIGNALS) process.on(signal, () => resolve());
    if (process.send === undefined) return;
    process.once('disconnect', () => resolve());
    // The parent may have gone before anybody listened for it.
    if (!process.connected) resolve();
  });
