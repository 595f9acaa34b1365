import { EXIT, TeachingError } from '#libs/domain';
import type { Language } from '#libs/messages';
import { PROGRAMS } from '../engine/programs.js';
import { endOf, type Part, type PartEnd, type RunningPart } from './part.js';
import { startChild } from './start-child.js';

/** A worker as a part. It tells its own mistakes on standard error, in the language of the command. */
export class WorkerPart implements Part {
  readonly name = 'worker';

  constructor(private readonly lang: Language) {}

  start(): RunningPart {
    const child = startChild(PROGRAMS.migrator, ['worker', '--lang', this.lang]);
    return { child, ended: endOf(child).then(withRefusal) };
  }
}

/** Wrong settings or configuration do not mend themselves. */
const withRefusal = (end: PartEnd): PartEnd =>
  end.code === EXIT.usage
    ? { ...end, refusal: new TeachingError('up.worker-refused', {}, { exitCode: EXIT.usage }) }
    : end;
