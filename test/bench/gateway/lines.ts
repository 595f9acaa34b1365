import type { Line } from '../support/line.js';
import type { GatewayRound } from './suite.js';

/** What the rounds come to. Times are in milliseconds. */
export const gatewayLines = (rounds: readonly GatewayRound[]): readonly Line[] => {
  const told = (key: string, what: string, unit: Line['unit'], of: (round: GatewayRound) => number): Line => ({
    ...{ key, what, unit, target: null, judged: 'median' },
    samples: rounds.map(of),
  });
  const most = (line: Line, value: number): Line => ({ ...line, target: { is: 'at-most', value }, judged: 'worst' });
  return [
    {
      ...told('read-against-bare', 'reads a second against bare Fastify and pg', 'ratio', readAgainstBare),
      target: { is: 'at-least', value: 0.6 },
    },
    {
      ...told('read-against-postgraphile', 'the same against PostGraphile', 'ratio', () => 0),
      target: { is: 'at-least', value: 1.5 },
      samples: rounds.flatMap(({ gateway, postGraphile }) =>
        postGraphile === null ? [] : [gateway.answersPerSecond / postGraphile.answersPerSecond],
      ),
      note: 'only where it is found: npm install --no-save postgraphile@4.14.1',
    },
    told('reads', 'reads a second over 100 connections', 'per second', ({ gateway }) => gateway.answersPerSecond),
    told('read-p50', 'the same, median of the answers', 'ms', ({ gateway }) => gateway.p50),
    told('read-p99', 'the same, 99 of 100 answers within', 'ms', ({ gateway }) => gateway.p99),
    told('bare-p99', 'bare Fastify and pg, 99 of 100 within', 'ms', ({ bare }) => bare.p99),
    told(
      'capacity',
      'reads and aid requests, 3 to 1, at capacity',
      'per second',
      ({ capacity }) => capacity.acceptedPerSecond,
    ),
    told('capacity-p99', 'the same, 99 of 100 answers within', 'ms', ({ capacity }) => capacity.acceptedP99),
    told('twice-against-capacity', 'accepted at twice the capacity, against it', 'ratio', (round) => {
      const { capacity, twice } = round;
      return twice.acceptedPerSecond / capacity.acceptedPerSecond;
    }),
    told('twice', 'accepted at twice the capacity', 'per second', ({ twice }) => twice.acceptedPerSecond),
    most(
      told('twice-p99', 'the same, 99 of 100 of them within', 'ms', ({ twice }) => twice.acceptedP99),
      1_000,
    ),
    told(
      'twice-refused',
      'told to come back later, of all',
      'share',
      ({ twice }) => twice.refused / (twice.refused + twice.accepted),
    ),
    most(
      told('unexplained', 'refused without saying when to come back', 'count', ({ twice }) => twice.withoutRetryAfter),
      0,
    ),
    most(
      told('failed', 'failed otherwise', 'count', ({ capacity, twice }) => capacity.failed + twice.failed),
      0,
    ),
    told(
      'acknowledged',
      'aid requests that were acknowledged',
      'count',
      ({ capacity, twice }) => capacity.acknowledged + twice.acknowledged,
    ),
    most(
      told(
        'lost',
        'of them not in the store, or without an event',
        'count',
        ({ capacity, twice }) => capacity.lost + twice.lost,
      ),
      0,
    ),
  ];
};

const readAgainstBare = ({ bare, gateway, bareAgain }: GatewayRound): number =>
  gateway.answersPerSecond / ((bare.answersPerSecond + bareAgain.answersPerSecond) / 2);
