import type { ColumnSpec } from '#libs/domain';
import type { Text } from '#libs/messages';
import { type AidRequest, type AidRequestMove, type Client, findMoves, listAidRequests } from '#libs/store';
import type { AidRequestStatus } from '../../aid-requests/workflow.js';
import { dayWords } from './calendar-words.js';
import type { ReportContext, SeenPrecision } from './report-context.js';
import type { ReportAidRequest, ReportValue } from './report-data.js';
import { shownValues } from './shown-rows.js';

/** More than anybody asks for in a lifetime: the report is whole. */
const ALL = 10_000;

/** An aid request in the words of the unified model: what a policy says of an imported aid holds for it too. */
const COLUMNS = {
  kind: { column: 'kind', field: 'nature', type: 'code', list: 'aidNature' },
  requestedOn: { column: 'requested_on', field: 'requestedOn', type: 'date' },
  requestedCents: { column: 'requested_cents', field: 'requestedAmount', type: 'cents' },
  grantedCents: { column: 'granted_cents', field: 'grantedAmount', type: 'cents' },
  paidCents: { column: 'paid_cents', field: 'payment', type: 'cents' },
  paidOn: { column: 'paid_on', field: 'payment', type: 'date' },
} as const satisfies Partial<Record<keyof AidRequest, ColumnSpec>>;

const STATUSES: Readonly<Record<AidRequestStatus, Text>> = {
  draft: { en: 'being prepared', fr: 'en préparation' },
  submitted: { en: 'handed in', fr: 'déposée' },
  in_review: { en: 'being examined', fr: 'en cours d’examen' },
  adjourned: { en: 'waiting for a paper', fr: 'en attente d’une pièce' },
  granted: { en: 'granted', fr: 'accordée' },
  partly_granted: { en: 'granted in part', fr: 'accordée en partie' },
  refused: { en: 'refused', fr: 'refusée' },
  appealed: { en: 'appealed', fr: 'recours déposé' },
  paid: { en: 'paid', fr: 'versée' },
  cancelled: { en: 'cancelled', fr: 'annulée' },
};

const LABELS = {
  reason: { en: 'reason', fr: 'motif' },
  waiting_for: { en: 'papers waited for', fr: 'pièces attendues' },
  waiting_until: { en: 'waited for until', fr: 'attendues jusqu’au' },
  site: { en: 'site', fr: 'site' },
  amount_cents: { en: 'amount', fr: 'montant' },
} as const satisfies Record<string, Text>;

/** The aids that a person has asked for through the gateway, the oldest first. @param ids all source persons of the person */
export const ownAidRequests = async (
  client: Client,
  context: ReportContext,
  seen: SeenPrecision,
  ids: readonly string[],
): Promise<readonly ReportAidRequest[]> => {
  const requests: ReportAidRequest[] = [];
  for (const request of (await listAidRequests(client, ids, null, ALL)).toReversed()) {
    requests.push(toReport(context, seen, request, await findMoves(client, request.id)));
  }
  return requests;
};

const toReport = (
  context: ReportContext,
  seen: SeenPrecision,
  request: AidRequest,
  moves: readonly AidRequestMove[],
): ReportAidRequest => {
  const columns = Object.values(COLUMNS);
  const values = (Object.keys(COLUMNS) as (keyof typeof COLUMNS)[]).map((name) => textOf(request[name]));
  return {
    status: statusWords(context, request.status),
    recipient: request.recipient,
    openedOn: request.createdAt.slice(0, 10),
    values: [
      ...shownValues(context, seen, 'aid', columns, values),
      ...said(context, seen, request),
      ...plain(context, 'site', request.site, request.site),
    ],
    history: moves.map((move) => ({
      day: move.at.slice(0, 10),
      status: statusWords(context, move.status),
      values: [
        ...shownValues(
          context,
          seen,
          'aid',
          [{ ...amountOf(move), column: 'amount_cents' }],
          [textOf(move.amountCents)],
        ),
        ...said(context, seen, move),
      ],
    })),
  };
};

/** What an amount of the history is. */
const amountOf = ({ status }: AidRequestMove): ColumnSpec => {
  if (status === 'draft') return COLUMNS.requestedCents;
  return status === 'paid' ? COLUMNS.paidCents : COLUMNS.grantedCents;
};

const said = (
  context: ReportContext,
  seen: SeenPrecision,
  { reason, waitingFor, waitingUntil }: Pick<AidRequest, 'reason' | 'waitingFor' | 'waitingUntil'>,
): readonly ReportValue[] => {
  const { lang, aidRules } = context;
  const papers = waitingFor.map((paper) => aidRules.documents[paper]?.[lang] ?? paper).join(', ');
  return [
    ...(seen('aid', 'outcome') === 'full'
      ? plain(context, 'reason', reason, aidRules.reasons[reason ?? '']?.[lang] ?? reason)
      : []),
    ...plain(context, 'waiting_for', waitingFor.length === 0 ? null : waitingFor.join(','), papers),
    ...plain(context, 'waiting_until', waitingUntil, waitingUntil === null ? null : dayWords(waitingUntil, lang)),
  ];
};

const plain = (
  { lang }: ReportContext,
  column: keyof typeof LABELS,
  value: string | null,
  text: string | null,
): readonly ReportValue[] =>
  value === null ? [] : [{ field: 'aidRequest', column, label: LABELS[column][lang], text: text ?? value, value }];

const statusWords = ({ lang }: ReportContext, status: string): string =>
  STATUSES[status as AidRequestStatus]?.[lang] ?? status;

const textOf = (value: string | number | null): string | null => (value === null ? null : String(value));
