import type { MessagePack } from './teaching.js';

/** Figures, and what they may not tell. */
export const statisticsMessages = {
  'statistics.dimension': {
    en: {
      what: 'Nothing of {population} can be counted by `{dimension}` (at {at}).',
      why: 'A dimension is a code, or a number in bands, that the policies let the purpose `statistics` see. What tells where somebody is, a unit among it, is none; workers are in no table at all.',
      next: 'Name another unified field, or have the policy changed: config/policies/fields.yml.',
    },
    fr: {
      what: 'On ne peut rien compter ({population}) par `{dimension}` (à {at}).',
      why: 'Une dimension est un code, ou un nombre par tranches, que les règles ouvrent à la finalité `statistics`. Ce qui dit où se trouve quelqu’un, le service compris, n’en est pas une ; les agents ne sont dans aucun tableau.',
      next: 'Nommez un autre champ unifié, ou faites modifier la règle : config/policies/fields.yml.',
    },
  },
  'statistics.site': {
    en: {
      what: 'The table `{table}` has two dimensions and is to be drawn up by site (at {at}).',
      why: 'What three dimensions reveal together cannot be judged exactly.',
      next: 'Set `bySite: false`, or name one dimension.',
    },
    fr: {
      what: 'Le tableau `{table}` a deux dimensions et devrait être établi par site (à {at}).',
      why: 'Ce que trois dimensions révèlent ensemble ne se vérifie pas exactement.',
      next: 'Mettez `bySite: false`, ou nommez une seule dimension.',
    },
  },
  'statistics.circle': {
    en: {
      what: 'The table `{table}` closes a circle of tables that share dimensions (at {at}).',
      why: 'Three tables by A and B, B and C, C and A could tell together what none of them tells alone. Site counts as a dimension.',
      next: 'Leave one of the tables out.',
    },
    fr: {
      what: 'Le tableau `{table}` ferme un cercle de tableaux qui partagent des dimensions (à {at}).',
      why: 'Trois tableaux par A et B, B et C, C et A pourraient dire ensemble ce qu’aucun ne dit seul. Le site compte comme une dimension.',
      next: 'Retirez un de ces tableaux.',
    },
  },
  'statistics.table': {
    en: {
      what: 'There is no such table.',
      why: 'Only tables of config/statistics.yml can be published: {known}.',
      next: 'Run `passerelle statistics list`.',
    },
    fr: {
      what: 'Ce tableau n’existe pas.',
      why: 'Seuls les tableaux de config/statistics.yml peuvent être publiés : {known}.',
      next: 'Lancez `passerelle statistics list`.',
    },
  },
  'statistics.not-by-site': {
    en: {
      what: 'The table `{table}` is not drawn up by site.',
      why: 'It says `bySite: false` in config/statistics.yml.',
      next: 'Leave --site out, or see which tables are: `passerelle statistics list`.',
    },
    fr: {
      what: 'Le tableau `{table}` n’est pas établi par site.',
      why: 'Il porte `bySite: false` dans config/statistics.yml.',
      next: 'Retirez --site, ou voyez quels tableaux le sont : `passerelle statistics list`.',
    },
  },
  'statistics.site-unknown': {
    en: {
      what: 'These figures do not know that site.',
      why: 'Nothing had been imported for it when they were drawn up.',
      next: 'Check the name of the site in `passerelle runs`; a new one appears when figures are next drawn up.',
    },
    fr: {
      what: 'Ces chiffres ne connaissent pas ce site.',
      why: 'Rien n’avait été importé pour lui quand ils ont été établis.',
      next: 'Vérifiez le nom du site dans `passerelle runs` ; un nouveau site paraît quand les chiffres sont de nouveau établis.',
    },
  },
  'statistics.month': {
    en: {
      what: 'This is no month.',
      why: 'A month is written YYYY-MM.',
      next: 'Give it so, for example `--month 2026-10`.',
    },
    fr: {
      what: 'Ce n’est pas un mois.',
      why: 'Un mois s’écrit AAAA-MM.',
      next: 'Donnez-le ainsi, par exemple `--month 2026-10`.',
    },
  },
  'statistics.month-open': {
    en: {
      what: 'This month is not over.',
      why: 'Figures of a month that still runs would differ from the final ones by a few persons, and tell about them.',
      next: 'Ask again when the month is over, or for an earlier one.',
    },
    fr: {
      what: 'Ce mois n’est pas terminé.',
      why: 'Les chiffres d’un mois en cours ne différeraient des chiffres définitifs que de quelques personnes, et parleraient d’elles.',
      next: 'Redemandez-les quand le mois sera terminé, ou choisissez un mois antérieur.',
    },
  },
  'statistics.not-drawn': {
    en: {
      what: 'No figures were drawn up in {month}.',
      why: 'Persons are counted as they stand; what was not counted then cannot be counted now.',
      next: 'Leave --month out for the newest figures. `passerelle statistics release` once a month keeps a series.',
    },
    fr: {
      what: 'Aucun chiffre n’a été établi en {month}.',
      why: 'Les personnes sont comptées telles qu’elles sont à ce jour ; ce qui n’a pas été compté alors ne peut plus l’être.',
      next: 'Retirez --month pour les derniers chiffres. `passerelle statistics release`, une fois par mois, constitue une série.',
    },
  },
  'statistics.forbidden': {
    en: {
      what: 'These figures may not be given ({reason}).',
      why: 'Figures are for a purpose that only counts, under a grant that holds, for the sites that it names.',
      next: 'Ask for the purpose `statistics` and a site of the grant; `docs/guide/policies.md` lists the rules.',
    },
    fr: {
      what: 'Ces chiffres ne peuvent pas être donnés ({reason}).',
      why: 'Les chiffres servent une finalité qui ne fait que compter, sous une habilitation valable, pour les sites qu’elle nomme.',
      next: 'Demandez-les pour la finalité `statistics` et pour un site de l’habilitation ; `docs/guide/fr/regles.md` énonce les règles.',
    },
  },
  'statistics.too-small': {
    en: {
      what: 'Too few persons are counted for this table to be drawn up.',
      why: 'Whatever is hidden of it, the rest would tell about single persons.',
      next: 'Ask for a table with fewer categories, or wait until more sites are in.',
    },
    fr: {
      what: 'Trop peu de personnes sont comptées pour établir ce tableau.',
      why: 'Quoi qu’on en masque, le reste parlerait de personnes isolées.',
      next: 'Demandez un tableau avec moins de catégories, ou attendez que d’autres sites soient repris.',
    },
  },
  'statistics.unfit': {
    en: {
      what: 'This table cannot be drawn up next to the figures that were handed out before.',
      why: 'It would reveal what they hide, and none of them holds this table to be told again.',
      next: 'Ask again next month; twelve months after the last figures it can be drawn up in any case.',
    },
    fr: {
      what: 'Ce tableau ne peut pas être établi à côté des chiffres déjà communiqués.',
      why: 'Il révélerait ce qu’ils masquent, et aucun d’eux ne le contient pour être répété.',
      next: 'Redemandez-le le mois prochain ; douze mois après les derniers chiffres, il pourra l’être dans tous les cas.',
    },
  },
} as const satisfies MessagePack;
