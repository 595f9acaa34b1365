import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

/** A delivery as it came in. */
export interface Received {
  readonly headers: Record<string, string>;
  readonly body: string;
  readonly aidRequestId: string;
  readonly version: number;
  /** What was answered; 0 while nothing is. */
  status: number;
}

/** A real receiver of webhooks on a loopback port. */
export class Receiver {
  readonly received: Received[] = [];
  /** Answers a delivery; what it returns is the status. Waits as long as it likes. */
  answer: (received: Received) => number | Promise<number> = () => 204;
  /** Body of each answer. */
  says = '';

  private constructor(private readonly server: Server) {
    server.on('request', (request, reply) => void this.take(request, reply));
  }

  static async open(): Promise<Receiver> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new Receiver(server);
  }

  get url(): string {
    return `http://127.0.0.1:${String((this.server.address() as AddressInfo).port)}/hook`;
  }

  /** `<last digits of the aid request>/<version>` of what was taken, in its order. */
  taken(): string[] {
    return this.received.filter(({ status }) => status >= 200 && status <= 299).map(nameOf);
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  private async take(request: IncomingMessage, reply: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const body = Buffer.concat(parts).toString('utf8');
    const { data } = JSON.parse(body) as { data: { aid_request_id: string; version: number } };
    const { aid_request_id: aidRequestId, version } = data;
    const received: Received = { headers: plain(request.headers), body, aidRequestId, version, status: 0 };
    this.received.push(received);
    received.status = await this.answer(received);
    reply.writeHead(received.status).end(this.says);
  }
}

export const nameOf = ({ aidRequestId, version }: Pick<Received, 'aidRequestId' | 'version'>): string =>
  `${String(Number(aidRequestId.slice(-12)))}/${String(version)}`;

const plain = (headers: IncomingHttpHeaders): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
