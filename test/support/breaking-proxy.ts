import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** How `pg` sends it: a simple query, ended by a zero byte. */
const COMMIT = 'COMMIT\0';
/** Statements that show that a transaction plans a run, lands a chunk or settles; migrations and the queue have others. */
const OF_AN_IMPORT = ['INSERT INTO passerelle.import_run', 'UPDATE passerelle.import_'];

/**
 * Stands between the product and PostgreSQL and cuts the connection when the answer to a COMMIT is on its way back: the
 * transaction is committed, and whoever sent it cannot know.
 */
export class BreakingProxy {
  cuts = 0;
  private commits = 0;
  private readonly sockets = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    private readonly target: URL,
    private readonly every: number,
    private readonly most: number,
  ) {
    server.on('connection', (client) => this.join(client));
  }

  /** @param url the server behind it; of imports' commits each `every`th is cut, `most` in all */
  static async open(url: string, every: number, most: number): Promise<BreakingProxy> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new BreakingProxy(server, new URL(url), every, most);
  }

  /** The same database by way of the proxy. */
  get url(): string {
    const url = new URL(this.target);
    url.hostname = '127.0.0.1';
    url.port = String((this.server.address() as AddressInfo).port);
    url.searchParams.delete('host');
    return url.href;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
    await once(this.server, 'close');
  }

  private join(client: Socket): void {
    const { hostname, port, searchParams } = this.target;
    const folder = searchParams.get('host');
    const number = Number(port === '' ? '5432' : port);
    const server = folder === null ? connect(number, hostname) : connect(`${folder}/.s.PGSQL.${String(number)}`);
    let writes = false;
    let cutting = false;
    client.on('data', (bytes) => {
      writes ||= OF_AN_IMPORT.some((statement) => bytes.includes(statement));
      if (bytes.includes(COMMIT)) {
        cutting = writes && this.isNext();
        writes = false;
      }
      server.write(bytes);
    });
    server.on('data', (bytes) => {
      if (cutting) client.destroy();
      else client.write(bytes);
    });
    this.pair(client, server);
  }

  private isNext(): boolean {
    this.commits += 1;
    if (this.commits % this.every !== 0 || this.cuts === this.most) return false;
    this.cuts += 1;
    return true;
  }

  private pair(...pair: readonly [Socket, Socket]): void {
    for (const [at, socket] of pair.entries()) {
      const other = pair[1 - at];
      this.sockets.add(socket);
      // A reset is one way of closing; the close below tells the other side.
      socket.on('error', () => undefined);
      socket.once('close', () => {
        this.sockets.delete(socket);
        other?.destroy();
      });
    }
  }
}
