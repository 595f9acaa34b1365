import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { CodeLists, ProfileDocument } from '../profile/profile-document.js';

const CONFIG = join(import.meta.dirname, '../../../../config');
const read = (file: string): unknown => parse(readFileSync(join(CONFIG, file), 'utf8'));

/** The profiles that the product ships, as their schema accepted them (the schema itself is tested with the runtime). */
export const shippedProfile = (name: string): ProfileDocument => read(`sources/${name}.yml`) as ProfileDocument;

export const shippedLists = (): CodeLists => (read('codes/lists.yml') as { lists: CodeLists }).lists;
