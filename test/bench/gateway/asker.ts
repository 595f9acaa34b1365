import { Agent, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';

/** A request as it is sent. */
export interface Question {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What came of it; status 0 where nothing did. */
export interface Answer {
  readonly status: number;
  readonly body: string;
  readonly retryAfter: string | undefined;
  /** From the question to the end of its answer. */
  readonly milliseconds: number;
}

/** So many connections at most; whoever finds none free waits, and its time runs. */
const CONNECTIONS = 500;

/** Asks a server, and keeps what it answered. */
export class Asker {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  private count = 0;

  /** @param question the one of this number, from 0 on */
  constructor(
    private readonly url: string,
    private readonly question: (count: number) => Question,
  ) {}

  /** So many at a time, each asking again once it was answered. @param deadline by `performance.now()` */
  async inTurn(askers: number, deadline: number): Promise<readonly Answer[]> {
    const answers: Answer[] = [];
    const keepAsking = async (): Promise<void> => {
      while (performance.now() < deadline) answers.push(await this.ask());
    };
    await Promise.all(Array.from({ length: askers }, keepAsking));
    return answers;
  }

  /**
   * As strangers come, who know nothing of each other nor of how long an answer takes: at random, so many a second in the mean.
   * @param deadline by `performance.now()`
   */
  async asTheyCome(perSecond: number, deadline: number): Promise<readonly Answer[]> {
    const answers: Promise<Answer>[] = [];
    for (let due = performance.now(); due < deadline; due += (-Math.log(1 - Math.random()) * 1_000) / perSecond) {
      const early = due - performance.now();
      if (early > 0) await pause(early);
      answers.push(this.ask());
    }
    return Promise.all(answers);
  }

  close(): void {
    this.agent.destroy();
  }

  private async ask(): Promise<Answer> {
    const began = performance.now();
    const { method, path, headers, body } = this.question(this.count++);
    try {
      return await new Promise<Answer>((resolve, reject) => {
        const sent = request(new URL(path, this.url), { agent: this.agent, method, headers }, (answer) => {
          text(answer).then(
            (said) =>
              resolve({
                status: answer.statusCode ?? 0,
                body: said,
                retryAfter: answer.headers['retry-after'],
                milliseconds: performance.now() - began,
              }),
            reject,
          );
        });
        sent.on('error', reject).end(body);
      });
    } catch {
      // Counted as a failure of the server's.
      return { status: 0, body: '', retryAfter: undefined, milliseconds: performance.now() - began };
    }
  }
}
