import { accessMessages } from './access.messages.js';
import { aidRequestMessages } from './aid-request.messages.js';
import { auditMessages } from './audit.messages.js';
import { delimitedMessages } from './delimited.messages.js';
import { fileReasonMessages } from './file-reasons.messages.js';
import { importMessages } from './import.messages.js';
import { gatewayMessages } from './gateway.messages.js';
import { generateMessages } from './generate.messages.js';
import { idempotencyMessages } from './idempotency.messages.js';
import { linkRunMessages } from './link-run.messages.js';
import { linkBenchMessages } from './link-bench.messages.js';
import { linkageMessages } from './linkage.messages.js';
import { linkageRuleMessages } from './linkage-rules.messages.js';
import { linkageModelMessages } from './linkage-model.messages.js';
import { openIdMessages } from './openid.messages.js';
import { personsMessages } from './persons.messages.js';
import { policyMessages } from './policy.messages.js';
import { profileMessages } from './profile.messages.js';
import { programMessages } from './program.messages.js';
import { QUEUE_MESSAGES } from './queue.messages.js';
import { recordReasonMessages } from './record-reasons.messages.js';
import { rectificationMessages } from './rectification.messages.js';
import { reviewMessages } from './review.messages.js';
import { retentionMessages } from './retention.messages.js';
import { rightsMessages } from './rights.messages.js';
import { separationMessages } from './separation.messages.js';
import { runtimeConfigMessages } from './runtime-config.messages.js';
import { runtimeDatabaseMessages } from './runtime-database.messages.js';
import { runtimeMessages } from './runtime.messages.js';
import { statisticsMessages } from './statistics.messages.js';
import { subjectReportMessages } from './subject-report.messages.js';
import type { MessagePack } from './teaching.js';
import type { Text } from './text.js';
import { usageMessages } from './usage.messages.js';
import { webhookMessages } from './webhook.messages.js';
import { xmlMessages } from './xml.messages.js';

/** The messages of one subject under the heading that `passerelle explain` gives them. */
export interface Pack {
  readonly name: string;
  readonly title: Text;
  readonly messages: MessagePack;
}

const pack = (name: string, en: string, fr: string, messages: MessagePack): Pack => ({
  name,
  title: { en, fr },
  messages,
});

/** Every pack, in the order in which `passerelle explain` lists them. A new subject is one import and one line. */
export const PACKS: readonly Pack[] = [
  pack('record', 'A record waits in quarantine', 'Un enregistrement attend en quarantaine', recordReasonMessages),
  pack('file', 'A file is refused whole', 'Un fichier est refusé en entier', fileReasonMessages),
  pack('delimited', 'What is wrong with a text file', 'Ce qui cloche dans un fichier texte', delimitedMessages),
  pack('xml', 'What is wrong with an XML file', 'Ce qui cloche dans un fichier XML', xmlMessages),
  pack('usage', 'The command line', 'La ligne de commande', usageMessages),
  pack('program', 'A command while it runs', 'Une commande en cours', programMessages),
  pack('import', 'An import', 'Un import', importMessages),
  pack(
    'link',
    'Why two records are linked or not',
    'Pourquoi deux enregistrements sont rapprochés ou non',
    linkageRuleMessages,
  ),
  pack('profile', 'A profile or a policy', 'Un profil ou une règle', profileMessages),
  pack('policy', 'Policies and purposes', 'Règles et finalités', policyMessages),
  pack('link-run', 'A link run', 'Un passage de rapprochement', linkRunMessages),
  pack('linkage', 'A linkage', 'Un rapprochement', linkageMessages),
  pack('review', 'What people decide about links', 'Ce que des personnes décident des liens', reviewMessages),
  pack('subject-report', 'The report that a person gets', 'Le rapport remis à une personne', subjectReportMessages),
  pack('audit', 'The audit trail', 'Le journal des accès', auditMessages),
  pack('retention', 'Retention', 'La conservation', retentionMessages),
  pack('rights', 'Rights of persons', 'Les droits des personnes', rightsMessages),
  pack('separation', 'Separation', 'La séparation', separationMessages),
  pack('rectification', 'What a person has rectified', 'Ce qu’une personne fait rectifier', rectificationMessages),
  pack('statistics', 'Figures', 'Les chiffres', statisticsMessages),
  pack('linkage-model', 'A linkage model', 'Un modèle de rapprochement', linkageModelMessages),
  pack('link-bench', 'The bench of a linkage', "Le banc d'essai d'un rapprochement", linkBenchMessages),
  pack('installation', 'The installation', "L'installation", runtimeMessages),
  pack('config', 'A configuration file', 'Un fichier de configuration', runtimeConfigMessages),
  pack('database', 'The database', 'La base de données', runtimeDatabaseMessages),
  pack('queue', 'The job queues', 'Les files de travaux', QUEUE_MESSAGES),
  pack('access', 'Clients of the gateway', 'Les clients de la passerelle', accessMessages),
  pack('aid-request', 'Aid requests', 'Les demandes d’aide', aidRequestMessages),
  pack(
    'person',
    'Persons, cases and forms at the gateway',
    'Personnes, dossiers et formulaires à la passerelle',
    personsMessages,
  ),
  pack('idempotency', 'Requests that are repeated', 'Les requêtes répétées', idempotencyMessages),
  pack('openid', 'Tokens of the identity provider', 'Les jetons du fournisseur d’identité', openIdMessages),
  pack('webhook', 'Webhooks', 'Les webhooks', webhookMessages),
  pack('gateway', 'The gateway', 'La passerelle', gatewayMessages),
  pack('generate', 'Synthetic exports', 'Les exports synthétiques', generateMessages),
];
