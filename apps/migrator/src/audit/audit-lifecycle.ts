import type { BeforeApplicationShutdown } from '@nestjs/common';
import type { Logger } from '#libs/runtime';
import type { AuditTrail } from '#libs/store';

/** Makes a checkpoint when a command that entered something closes, while the database is still open. */
export class AuditLifecycle implements BeforeApplicationShutdown {
  constructor(
    private readonly trail: AuditTrail,
    private readonly logger: Logger,
  ) {}

  async beforeApplicationShutdown(): Promise<void> {
    try {
      await this.trail.close();
    } catch (error) {
      // The entries are committed; the next command's checkpoint covers them too. What the command did is told, not this.
      this.logger.warn({ err: error }, 'no checkpoint of the audit trail could be made');
    }
  }
}
