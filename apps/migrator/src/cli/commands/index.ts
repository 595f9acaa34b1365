import { registerCommands } from './registry.js';

/** Every command of the program. A module is loaded only when its command is run or asked for help: one line each. */
export const COMMANDS = registerCommands({
  demo: () => import('./demo.command.js'),
  generate: () => import('./generate.command.js'),
  read: () => import('./read.command.js'),
  import: () => import('./import.command.js'),
  runs: () => import('./runs.command.js'),
  quarantine: () => import('./quarantine.command.js'),
  link: () => import('./link.command.js'),
  links: () => import('./links.command.js'),
  review: () => import('./review.command.js'),
  persons: () => import('./persons.command.js'),
  policy: () => import('./policy.command.js'),
  subject: () => import('./subject.command.js'),
  retention: () => import('./retention.command.js'),
  statistics: () => import('./statistics.command.js'),
  audit: () => import('./audit.command.js'),
  token: () => import('./token.command.js'),
  worker: () => import('./worker.command.js'),
  gateway: () => import('./gateway.command.js'),
  up: () => import('./up.command.js'),
  explain: () => import('./explain.command.js'),
});
