import { z } from 'zod';
import { EXIT, TeachingError } from '#libs/domain';
import { PROGRAMS } from '../engine/programs.js';
import { endOf, howEnded, type Part, type PartEnd, type RunningPart } from './part.js';
import { startChild } from './start-child.js';

/** What the gateway's process tells over the channel. */
const newsSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('listening'), host: z.string(), port: z.number(), opsPort: z.number() }),
  z.object({
    kind: z.literal('refused'),
    code: z.string(),
    args: z.record(z.string(), z.union([z.string(), z.number()])),
    exitCode: z.enum(EXIT),
  }),
]);
type News = z.infer<typeof newsSchema>;

/** Where the gateway shall listen; without `opsPort`, on the port after the API's. */
export interface GatewayPlace {
  readonly host: string;
  readonly port: number;
  readonly opsPort?: number | undefined;
}

/**
 * Of the gateway's Node: megabytes for objects that live no longer than a request. With Node's own 16, a request under way
 * survives a few collections, and each of them copies it.
 */
export const GATEWAY_NODE_OPTIONS = ['--max-semi-space-size=64'] as const;

/** Where a gateway listens, as addresses to open. */
export interface GatewayAddresses {
  readonly api: string;
  readonly operations: string;
}

export interface RunningGateway extends RunningPart {
  /** Settles when it listens, or with nothing when it ended before. */
  readonly listening: Promise<GatewayAddresses | undefined>;
}

/** The gateway as a part: started again, it takes the ports that it had. */
export class GatewayPart implements Part {
  readonly name = 'gateway';

  /** @param sandbox the environment of an installation of invented persons; every answer says that they are */
  constructor(
    private place: GatewayPlace,
    private readonly sandbox?: Readonly<Record<string, string>>,
  ) {}

  start(): RunningGateway {
    const words = [...wordsOf(this.place), ...(this.sandbox === undefined ? [] : ['--sandbox'])];
    const child = startChild(PROGRAMS.gateway, words, this.sandbox, GATEWAY_NODE_OPTIONS);
    let refusal: TeachingError | undefined;
    const heard = new Promise<GatewayAddresses>((resolve) => {
      child.on('message', (message) => {
        const news = newsSchema.parse(message);
        if (news.kind === 'refused') refusal = refusalOf(news);
        else {
          this.place = news;
          resolve(addressesOf(news));
        }
      });
    });
    const ended = endOf(child).then((end): PartEnd => (refusal === undefined ? end : { ...end, refusal }));
    return { child, ended, listening: Promise.race([heard, ended.then(() => undefined)]) };
  }
}

/** @throws TeachingError what the gateway refused for, or `gateway.ended` when it ended otherwise than in order */
export function checkGatewayEnd(end: PartEnd): void {
  if (end.refusal !== undefined) throw end.refusal;
  if (end.code !== EXIT.done) throw new TeachingError('gateway.ended', { how: howEnded(end) });
}

const wordsOf = ({ host, port, opsPort }: GatewayPlace): string[] => [
  ...['--host', host, '--port', String(port)],
  ...(opsPort === undefined ? [] : ['--ops-port', String(opsPort)]),
];

function addressesOf({ host, port, opsPort }: Extract<News, { kind: 'listening' }>): GatewayAddresses {
  const name = host.includes(':') ? `[${host}]` : host;
  return { api: `http://${name}:${String(port)}`, operations: `http://${name}:${String(opsPort)}` };
}

const refusalOf = ({ code, args, exitCode }: Extract<News, { kind: 'refused' }>): TeachingError =>
  new TeachingError(code, args, { exitCode });
