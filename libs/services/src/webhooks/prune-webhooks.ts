import { pruneOutbox, pruneSecrets, type Transactor } from '#libs/store';

/** Takes away events that are old and wait for nobody, and secrets that sign no more. In small steps: others work beside it. */
export const pruneWebhooks = async (database: Transactor, days: number): Promise<void> => {
  await database.session(pruneSecrets);
  for (;;) {
    const gone = await database.session((client) => pruneOutbox(client, days));
    if (gone === 0) return;
  }
};
