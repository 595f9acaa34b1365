import type { CanarySource } from './canary.js';
import type { Random } from './random.js';

/** What nobody should ever have typed, in our own words. */
const PHRASES: readonly string[] = [
  'sous traitement pour une dépression',
  'boit depuis la mort de son frère',
  'père incarcéré, ne pas en parler devant les enfants',
  'titre de séjour périmé',
  'grossesse cachée à la famille',
  'mari violent, main courante en mars',
  'endettement auprès de proches',
  'traitement antirétroviral',
  'propos incohérents, à orienter vers un psychiatre',
  'refuse de se laver',
  'placement des enfants envisagé',
  'engagée dans un mouvement religieux',
  'soupçon de travail dissimulé',
  'ancienne toxicomane',
  'orientation sexuelle mal acceptée par les parents',
  'très agressif au guichet',
];

/** Towns of birth: a field that no policy names. */
const TOWNS: readonly string[] = [
  'Marseille',
  'Oran',
  'Dakar',
  'Lille',
  'Porto',
  'Nantes',
  'Cotonou',
  'Cracovie',
  'Hanoï',
  'Brest',
];

/**
 * Writes the values of dropped fields: free text, names of workers, telephone numbers. Each value carries a planted token.
 * It draws from a stream of its own, so that two generations can differ in dropped fields alone.
 */
export class FreeText {
  constructor(
    private readonly random: Random,
    private readonly canary: CanarySource,
  ) {}

  /** A token alone. */
  token(): string {
    return this.canary.next();
  }

  /** A short remark in one line. */
  remark(): string {
    return `${this.random.pick(PHRASES)} ${this.canary.next()}`;
  }

  /** A remark with the given probability, else an empty field. */
  maybeRemark(probability: number): string {
    return this.random.chance(probability) ? this.remark() : '';
  }

  /** A token with the given probability, else an empty field. */
  maybeToken(probability: number): string {
    return this.random.chance(probability) ? this.token() : '';
  }

  /** A town with its token; unknown for one in ten. */
  birthTown(): string {
    return this.random.chance(0.9) ? `${this.random.pick(TOWNS)} ${this.token()}` : '';
  }

  /** Remarks that may run over lines (`\n`) and hold quotes and semicolons; empty half of the time. */
  notes(): string {
    const draw = this.random.below(20);
    if (draw < 10) return '';
    if (draw < 16) return this.remark();
    return `${this.remark()}\nRevu le mois suivant : "${this.remark()}" ; à suivre`;
  }
}
