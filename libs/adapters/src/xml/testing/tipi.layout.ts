import type { XmlColumn, XmlLayout } from '#libs/domain';

const columns = (paths: Readonly<Record<string, string>>, repeated = false): XmlColumn[] =>
  Object.entries(paths).map(([name, path]) => (repeated ? { name, path, repeated } : { name, path }));

/** TIPI as its reference layout describes it; what it does not name (MOTIF, COMMENTAIRE) is dropped. */
export const TIPI_LAYOUT: XmlLayout = {
  root: 'TIPI',
  encodings: ['iso-8859-1', 'utf-8', 'windows-1252'],
  header: { site: 'site', date: 'date', type: 'type' },
  end: { element: 'FIN', counts: { dossiers: 'DOSSIER', personnes: 'PERSONNE', aides: 'AIDE' } },
  tables: [
    {
      table: 'DOSSIER',
      path: 'DOSSIER',
      watched: ['num'],
      columns: columns({ num: '@num', maj: '@maj', voie: 'ADRESSE/VOIE', cp: 'ADRESSE/CP', ville: 'ADRESSE/VILLE' }),
    },
    {
      table: 'PERSONNE',
      path: 'PERSONNE',
      parent: 'DOSSIER',
      watched: ['naissance', 'id'],
      columns: columns({
        id: '@id',
        rang: '@rang',
        nom: 'NOM',
        prenoms: 'PRENOMS',
        naissance: 'NAISSANCE',
        situation: 'SITUATION/@code',
      }),
    },
    {
      table: 'AIDE',
      path: 'AIDE',
      parent: 'DOSSIER',
      watched: ['num'],
      columns: [
        ...columns({ num: '@num', nature: '@nature', demande: 'DEMANDE/@date' }),
        ...columns({ decision: 'DECISION/@date', code: 'DECISION/@code', montant: 'DECISION/@montant' }, true),
      ],
    },
  ],
};

/** A TIPI document of these files, with the end marker that it must have. */
export const tipiDocument = (dossiers: readonly string[], encoding = 'UTF-8'): string => {
  const body = dossiers.join('\n');
  const count = (element: string): number => body.split(`<${element} `).length - 1;
  return [
    `<?xml version="1.0" encoding="${encoding}"?>`,
    '<TIPI version="2.3" site="SSDP19" date="2012-04-10" type="COMPLET">',
    body,
    `<FIN dossiers="${count('DOSSIER')}" personnes="${count('PERSONNE')}" aides="${count('AIDE')}"/>`,
    '</TIPI>\n',
  ].join('\n');
};
