import { join } from 'node:path';
import { packageRoot } from '#libs/runtime';

/** The built programs, to start as processes of their own: never relative to this file, which the build moves. */
export const PROGRAMS = {
  migrator: join(packageRoot(), 'dist/apps/migrator/main.js'),
  gateway: join(packageRoot(), 'dist/apps/gateway/main.js'),
} as const;
