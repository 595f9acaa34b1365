import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { TeachingError } from '#libs/domain';

/** The system takes 107 bytes on Linux and 103 on macOS, one less for the end. */
const LONGEST_SOCKET_PATH = 100;

/**
 * The folder for the server's socket: the wanted one, or a short private folder where the path would be too long for the
 * system. Always the same answer for the same folder, because every command must find it: so not TMPDIR.
 * @throws TeachingError `database.socket` where somebody else made that short folder.
 */
export function socketFolder(wanted: string): string {
  if (Buffer.byteLength(join(wanted, '.s.PGSQL.5432')) <= LONGEST_SOCKET_PATH) return wanted;
  const folder = `/tmp/passerelle-${createHash('sha256').update(wanted).digest('hex').slice(0, 16)}`;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const stat = lstatSync(folder);
  if (!stat.isDirectory() || stat.uid !== process.getuid?.() || (stat.mode & 0o077) !== 0) {
    throw new TeachingError('database.socket', { folder });
  }
  return folder;
}
