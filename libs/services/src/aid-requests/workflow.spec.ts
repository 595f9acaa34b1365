import fc from 'fast-check';
import {
  AID_REQUEST_STATUSES,
  type AidRequestStatus,
  DECIDE,
  type MoveDetail,
  moveFault,
  MOVES,
  nextStatuses,
  WRITE,
} from './workflow.js';

const BOTH = [WRITE, DECIDE];
const wish = (to: AidRequestStatus, details: readonly MoveDetail[] = [], scopes: readonly string[] = BOTH) => ({
  to,
  details,
  scopes,
});

test('the way of a request that is granted and paid', () => {
  const way: [AidRequestStatus, AidRequestStatus, MoveDetail[]][] = [
    ['draft', 'submitted', []],
    ['submitted', 'in_review', []],
    ['in_review', 'adjourned', ['waiting_for', 'until']],
    ['adjourned', 'in_review', []],
    ['in_review', 'partly_granted', ['amount_cents', 'reason']],
    ['partly_granted', 'appealed', []],
    ['appealed', 'granted', ['amount_cents']],
    ['granted', 'paid', ['amount_cents', 'paid_on']],
  ];
  for (const [from, to, details] of way) expect(moveFault(from, wish(to, details))).toBeNull();
});

test('what is over stays over, and nothing becomes a draft again', () => {
  for (const status of ['paid', 'cancelled'] as const) expect(nextStatuses(status)).toEqual([]);
  for (const status of AID_REQUEST_STATUSES) expect(nextStatuses(status)).not.toContain('draft');
});

test('a decision must say what it decides, and whoever carries a request does not decide on it', () => {
  expect(moveFault('in_review', wish('refused'))).toEqual({ code: 'aid-request.detail-missing', member: 'reason' });
  expect(moveFault('in_review', wish('granted', ['amount_cents'], [WRITE]))).toEqual({
    code: 'aid-request.scope',
    scope: DECIDE,
  });
  expect(moveFault('draft', wish('submitted', ['reason']))).toEqual({
    code: 'aid-request.detail-unused',
    member: 'reason',
  });
});

test('every status can be reached from a draft, and a refusal can be appealed', () => {
  const reached = new Set<AidRequestStatus>(['draft']);
  for (const status of reached) for (const next of nextStatuses(status)) reached.add(next);
  expect([...reached].sort()).toEqual([...AID_REQUEST_STATUSES].sort());
  expect(nextStatuses('refused')).toEqual(['appealed']);
  expect(nextStatuses('paid_in_part')).toEqual(['appealed']);
});

test('a move is allowed exactly where the table has it, with the scope and the details that it names', () => {
  const details = fc.subarray<MoveDetail>(['amount_cents', 'until', 'waiting_for', 'reason', 'paid_on']);
  const status = fc.constantFrom(...AID_REQUEST_STATUSES);
  const standing = fc.constantFrom(...AID_REQUEST_STATUSES, 'paid_in_part' as const);
  fc.assert(
    fc.property(standing, status, details, fc.subarray(BOTH), (from, to, given, scopes) => {
      const move = to === 'draft' ? null : MOVES[to];
      const isThere = move?.from.includes(from) === true;
      const may = isThere && scopes.includes(move.scope);
      const says = may && move.needs.every((one) => given.includes(one));
      const right = says && given.every((one) => [...move.needs, ...move.takes].includes(one));
      expect(moveFault(from, { to, details: given, scopes }) === null).toBe(right);
    }),
  );
});
