/** How to reach a database. `host` is a folder where it begins with `/` (a Unix socket). */
export interface DatabaseConnection {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  /** As pg takes it; absent where the connection is not encrypted. */
  readonly ssl?: boolean | object;
}

/** A command's hold on its database. Release it before the process ends. */
export interface DatabaseAccess {
  /** For pg and TypeORM. Holds the password: never log it. */
  readonly connection: DatabaseConnection;
  /** The same for those that take a URL and hand it to pg (BullMQ); TypeORM's own URL reader knows no sockets. */
  readonly url: string;
  /** Whether the server belongs to the home. */
  readonly embedded: boolean;
  /** Makes sure that the embedded server runs again after a crash, and answers; does nothing for DATABASE_URL. */
  revive(): Promise<void>;
  /** Gives up the hold; the last one out stops the embedded server. May be called again. */
  release(): Promise<void>;
}

/** `postgresql://user:password@localhost:5432/database?host=/folder`, the form of PostgreSQL's manual for sockets. */
export function connectionUrl({ host, port, user, password, database }: DatabaseConnection): string {
  const [name, secret, base] = [user, password, database].map(encodeURIComponent);
  return `postgresql://${name}:${secret}@localhost:${port}/${base}?host=${encodeURIComponent(host)}`;
}
