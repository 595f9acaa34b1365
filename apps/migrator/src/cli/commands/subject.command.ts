import { defineCommand } from '../definition/index.js';
import { subjectErase } from './subject-erase.js';
import { subjectExport } from './subject-export.js';
import { subjectRectify } from './subject-rectify.js';
import { subjectRefuse } from './subject-refuse.js';
import { subjectResidues } from './subject-residues.js';
import { subjectRestrict } from './subject-restrict.js';
import { subjectSeparate } from './subject-separate.js';
import { subjectShow } from './subject-show.js';
import { SUMMARIES } from './summaries.js';

export const command = defineCommand({
  name: 'subject',
  summary: SUMMARIES.subject,
  description: {
    en: 'What a person may ask for, one command each. Each holds against every later import, and leaves an entry in the audit trail. See docs/guide/rights.md.',
    fr: 'Ce qu’une personne peut demander, une commande pour chaque droit. Chacune tient face à tout import ultérieur et laisse une inscription au journal. Voir docs/guide/fr/droits.md.',
  },
  examples: [
    {
      command: 'passerelle subject erase coordin/psa-07/K1234 --dry-run',
      text: { en: 'What would an erasure take?', fr: 'Que prendrait un effacement ?' },
    },
  ],
  subcommands: [
    ...[subjectShow, subjectExport, subjectErase, subjectRectify, subjectRefuse, subjectRestrict],
    ...[subjectSeparate, subjectResidues],
  ],
});
