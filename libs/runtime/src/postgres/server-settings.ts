import { existsSync, statfsSync } from 'node:fs';

/**
 * Tuning, written to a file that the main configuration includes: an administrator's ALTER SYSTEM goes before it.
 * Durability is left as PostgreSQL has it (fsync, synchronous_commit), spelt out because invariants 3 and 4 rest on it.
 */
const TUNING: Readonly<Record<string, string>> = {
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  // Nobody replicates an embedded server; without it a site's first load need not log what it sorts into a new index.
  wal_level: 'minimal',
  max_wal_senders: '0',
  wal_compression: 'on',
  max_wal_size: '2GB',
  shared_buffers: '256MB',
  // What the server's disks are today: a random page costs hardly more than the next one.
  random_page_cost: '1.1',
  maintenance_work_mem: '128MB',
  work_mem: '16MB',
  autovacuum: 'on',
  jit: 'off',
  // Each queue and each command has a pool of its own.
  max_connections: '200',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
  restart_after_crash: 'on',
};

/**
 * What keeps persons' values out of the log. PostgreSQL's own messages quote the value that it could not read, so not
 * even errors are logged (in a server's log, LOG ranks above ERROR); the command that met the error reports it scrubbed.
 * Given on the command line, where no ALTER SYSTEM can undo it.
 */
const DISCRETION: Readonly<Record<string, string>> = {
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_statement: 'none',
  log_duration: 'off',
  log_min_duration_statement: '-1',
  log_min_duration_sample: '-1',
  log_transaction_sample_rate: '0',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  log_lock_waits: 'off',
  debug_print_parse: 'off',
  debug_print_plan: 'off',
  debug_print_rewritten: 'off',
  logging_collector: 'off',
};

export const TUNING_FILE = 'passerelle.conf';

/** The included file's text. */
export const tuningText = (): string =>
  Object.entries({ ...TUNING, dynamic_shared_memory_type: sharedMemoryType() })
    .map(([name, value]) => `${name} = '${value}'\n`)
    .join('');

/** Arguments of `postgres`. The server listens on a socket in a private folder only. */
export const serverArguments = (data: string, socketFolder: string): readonly string[] => [
  ...['-D', data],
  // A list by itself; quoted, because a folder's name may hold a comma.
  ...setting('unix_socket_directories', `"${socketFolder.replaceAll('"', '""')}"`),
  ...setting('unix_socket_permissions', '0700'),
  ...setting('listen_addresses', ''),
  ...setting('port', '5432'),
  ...Object.entries(DISCRETION).flatMap(([name, value]) => setting(name, value)),
];

const setting = (name: string, value: string): readonly string[] => ['-c', `${name}=${value}`];

const SMALL_SHARED_MEMORY = 512 * 1024 * 1024;

/** Containers often have 64 MB of /dev/shm, which one parallel join can fill; files in the data folder have no such bound. */
function sharedMemoryType(): string {
  if (!existsSync('/dev/shm')) return 'posix';
  const { bsize, blocks } = statfsSync('/dev/shm');
  return bsize * blocks < SMALL_SHARED_MEMORY ? 'mmap' : 'posix';
}
