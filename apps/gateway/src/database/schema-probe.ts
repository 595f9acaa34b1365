import pg from 'pg';
import type { DatabaseConnection } from '#libs/runtime';
import { within } from '../process/within.js';

/** A slower answer counts as none: whoever balances load must not wait for it. */
const ANSWER_MS = 1_000;

/** The tables come in one transaction: where one of them is, all are. */
const QUESTION = `SELECT to_regclass('passerelle.source_person') IS NOT NULL AS there`;

/** Asks the database whether it answers and holds the schema, over one connection that it keeps. */
export class SchemaProbe {
  private client: pg.Client | undefined;
  private question: Promise<boolean> | undefined;

  constructor(private readonly connection: DatabaseConnection) {}

  /**
   * Whether the schema is there. Those who ask at the same time share one question.
   * @throws what the database or the network says, or `TooLate` after a second
   */
  isSchemaThere(): Promise<boolean> {
    this.question ??= this.ask().finally(() => {
      this.question = undefined;
    });
    return this.question;
  }

  /** Lets the connection go, without waiting for it: its end may take as long as the server likes. */
  drop(): void {
    const { client } = this;
    this.client = undefined;
    client?.end().catch(() => undefined);
  }

  private async ask(): Promise<boolean> {
    try {
      return await within(ANSWER_MS, this.query());
    } catch (error) {
      // Nobody knows the state of this connection any more.
      this.drop();
      throw error;
    }
  }

  private async query(): Promise<boolean> {
    const client = this.client ?? (await this.connect());
    const { rows } = await client.query<{ there: boolean }>(QUESTION);
    return rows[0]?.there === true;
  }

  private async connect(): Promise<pg.Client> {
    const client = new pg.Client({
      ...this.connection,
      application_name: 'passerelle-gateway',
      // Also cuts the connection to a server that takes it and never answers.
      connectionTimeoutMillis: ANSWER_MS,
    });
    this.client = client;
    // A connection that breaks while nobody asks: the next question makes a new one.
    client.on('error', () => {
      if (this.client === client) this.client = undefined;
    });
    await client.connect();
    return client;
  }
}
