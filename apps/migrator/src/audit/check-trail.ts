import { EXIT, TeachingError } from '#libs/domain';
import type { Settings } from '#libs/runtime';
import { readCheckpoints, type Testimony, type TrailReport, verifyTrail, type WitnessLine } from '#libs/store';
import type { Engine } from '../engine/open-engine.js';
import { INSTALLATION_KEY } from '../engine/tokens.js';
import { auditKeys, homeTestimonies } from '#libs/services';

/**
 * Verifies the trail against the checkpoints of the store, of the home and of a witness.
 * @param witness a file of checkpoints that somebody keeps outside; undefined: none at hand
 * @throws TeachingError `audit.witness`, `audit.witness-empty`; exit code 2
 */
export const checkTrail = async (
  engine: Engine,
  settings: Settings,
  witness: string | undefined,
  onEntries: (entries: number) => void,
): Promise<TrailReport> => {
  const keys = auditKeys(engine.app.get<Uint8Array>(INSTALLATION_KEY, { strict: false }));
  const outside = witness === undefined ? [] : await readWitness(witness);
  return verifyTrail(engine.database, keys, [...(await homeTestimonies(settings)), ...outside], onEntries);
};

const readWitness = async (file: string): Promise<Testimony[]> => {
  const lines = await readCheckpoints(file, 'empty');
  if (lines.length === 0) throw new TeachingError('audit.witness-empty', { file }, { exitCode: EXIT.usage });
  return lines.map((line) => ({ source: 'witness', checkpoint: checkpointOf(line, file) }));
};

const checkpointOf = ({ line, checkpoint }: WitnessLine, file: string): Testimony['checkpoint'] => {
  if (checkpoint !== null) return checkpoint;
  throw new TeachingError('audit.witness', { line, file }, { exitCode: EXIT.usage, place: { file, line } });
};
