import type { Settings } from '#libs/runtime';
import { homeRectifications, homeRestrictions, homeSeparations, homeTombstones } from './catch-up-rights.js';
import type { RightsDesk } from './rights-desk.js';

/** What a home keeps of rights outside its database. */
export type HomeOfRights = Pick<RightsDesk, 'tombstones' | 'rectifications' | 'separations' | 'restrictions'>;

/** @param key the installation's key */
export const homeOfRights = (settings: Pick<Settings, 'home'>, key: Uint8Array): HomeOfRights => ({
  tombstones: homeTombstones(settings),
  rectifications: homeRectifications(settings, key),
  separations: homeSeparations(settings),
  restrictions: homeRestrictions(settings),
});
