#!/usr/bin/env node
import { processHost } from './cli/host.js';
import { runCli } from './cli/run.js';

/** How long what is still open at the end may take to close. */
const LONGEST_CLOSING_MS = 10_000;

const code = await runCli(process.argv.slice(2), processHost());
process.exitCode = code;
// A handle that somebody forgot to close must not keep a nightly job alive; without one, this timer does nothing.
setTimeout(() => process.exit(code), LONGEST_CLOSING_MS).unref();
