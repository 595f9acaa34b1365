import type { MessagePack } from './teaching.js';

/** Why a linkage model is refused: a model that would link wrongly is never used. */
export const linkageModelMessages = {
  'linkage-model.no-matches': {
    en: {
      what: 'No model could be trained: too few pairs of records look like one person.',
      why: 'The weights are learnt from pairs that share a blocking key, and hardly any of them agree on the other fields. The records may come from one source only, be too few, or the blocking keys may not fit them.',
      next: 'Import the exports of at least two sources of the same sites, or review "blocking" in the linkage file. The model in use until now stays in use.',
    },
    fr: {
      what: 'Aucun modèle n’a pu être calculé : trop peu de paires de fiches semblent désigner une même personne.',
      why: 'Les poids s’apprennent sur les paires qui partagent une clé de rapprochement, et presque aucune ne concorde sur les autres champs. Les fiches viennent peut-être d’une seule source, sont trop peu nombreuses, ou les clés ne leur conviennent pas.',
      next: 'Importez les exports d’au moins deux sources des mêmes sites, ou revoyez « blocking » dans le fichier de rapprochement. Le modèle en service jusqu’ici le reste.',
    },
  },
  'linkage-model.field-always-blocked': {
    en: {
      what: 'The weights of the field "{field}" cannot be learnt.',
      why: 'Every usable blocking key contains this field, so that all pairs at hand agree on it and nothing shows how often one person’s records differ there.',
      next: 'Add a blocking key without "{field}" to the linkage file, then train again.',
    },
    fr: {
      what: 'Les poids du champ « {field} » ne peuvent pas être appris.',
      why: 'Toutes les clés de rapprochement utilisables contiennent ce champ : les paires disponibles y concordent toutes, et rien ne montre combien de fois les fiches d’une même personne y diffèrent.',
      next: 'Ajoutez au fichier de rapprochement une clé sans « {field} », puis relancez l’apprentissage.',
    },
  },
  'linkage-model.not-monotone': {
    en: {
      what: 'The model is refused: on the field "{field}", "{worse}" would weigh more than "{better}".',
      why: 'A worse agreement that speaks louder than a better one means that the training took the wrong pairs for one person. Such weights link wrongly or not at all.',
      next: 'Keep the model in use until now. Train on more records, or add fields and blocking keys by which pairs can be told apart.',
    },
    fr: {
      what: 'Le modèle est refusé : sur le champ « {field} », « {worse} » pèserait plus que « {better} ».',
      why: 'Une concordance moins bonne qui pèse davantage qu’une meilleure signifie que l’apprentissage a pris de mauvaises paires pour une même personne. De tels poids rapprochent à tort, ou pas du tout.',
      next: 'Conservez le modèle en service. Relancez l’apprentissage sur davantage de fiches, ou ajoutez des champs et des clés qui distinguent mieux les paires.',
    },
  },
  'linkage-model.not-telling': {
    en: {
      what: 'The model is refused: full agreement on the field "{field}" would speak against a match.',
      why: 'The training took the wrong pairs for one person, or the field holds the same value for nearly everybody.',
      next: 'Keep the model in use until now. Check what fills "{field}", or take it out of the linkage file.',
    },
    fr: {
      what: 'Le modèle est refusé : une concordance complète sur le champ « {field} » parlerait contre le rapprochement.',
      why: 'L’apprentissage a pris de mauvaises paires pour une même personne, ou le champ a la même valeur presque partout.',
      next: 'Conservez le modèle en service. Vérifiez ce qui alimente « {field} », ou retirez-le du fichier de rapprochement.',
    },
  },
  'linkage-model.not-converged': {
    en: {
      what: 'No model could be trained: the estimate did not come to rest.',
      why: 'On none of the blocking keys could pairs of one person be told from other pairs in a stable way, mostly because too few fields are left to compare.',
      next: 'Add fields to the linkage file, or blocking keys that leave more fields free. The model in use until now stays in use.',
    },
    fr: {
      what: 'Aucun modèle n’a pu être calculé : l’estimation ne s’est pas stabilisée.',
      why: 'Sur aucune clé, les paires d’une même personne ne se distinguent durablement des autres, le plus souvent parce qu’il reste trop peu de champs à comparer.',
      next: 'Ajoutez des champs au fichier de rapprochement, ou des clés qui en laissent davantage libres. Le modèle en service jusqu’ici le reste.',
    },
  },
  'linkage-model.malformed': {
    en: {
      what: 'The linkage model cannot be read: "{place}" is missing or out of bounds.',
      why: 'A model is written by the training and is not meant to be edited; this one was changed, cut short, or made for other fields.',
      next: 'Put the original file back, or train a new model.',
    },
    fr: {
      what: 'Le modèle de rapprochement est illisible : « {place} » manque ou sort des bornes.',
      why: 'Un modèle est écrit par l’apprentissage et n’est pas fait pour être modifié ; celui-ci a été changé, tronqué, ou calculé pour d’autres champs.',
      next: 'Remettez le fichier d’origine, ou calculez un nouveau modèle.',
    },
  },
  'linkage-model.other-plan': {
    en: {
      what: 'The linkage model was trained for "{linkage}", but the linkage file says "{wanted}".',
      why: 'Weights belong to the fields and levels of one linkage file; with another they would mean something else.',
      next: 'Train a model for the present linkage file, or go back to the file that the model was trained for.',
    },
    fr: {
      what: 'Le modèle de rapprochement a été calculé pour « {linkage} », mais le fichier de rapprochement indique « {wanted} ».',
      why: 'Les poids valent pour les champs et les degrés d’un fichier de rapprochement précis ; avec un autre, ils auraient un autre sens.',
      next: 'Calculez un modèle pour le fichier actuel, ou revenez au fichier pour lequel le modèle a été calculé.',
    },
  },
} as const satisfies MessagePack;
