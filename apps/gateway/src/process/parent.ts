import type { ExitCode } from '#libs/domain';

/** What the process that started this one is told over the IPC channel; the command line reads the same shape. */
export type GatewayNews =
  | { readonly kind: 'listening'; readonly host: string; readonly port: number; readonly opsPort: number }
  | {
      readonly kind: 'refused';
      readonly code: string;
      readonly args: Readonly<Record<string, string | number>>;
      readonly exitCode: ExitCode;
    };

/** Tells the parent, and waits until it was sent. Nothing where nobody listens: the gateway also runs by itself. */
export const tellParent = (news: GatewayNews): Promise<void> =>
  new Promise((resolve) => {
    if (process.send === undefined || !process.connected) resolve();
    // A parent that is gone needs no news; its end reaches us by the event 'disconnect'.
    else process.send(news, undefined, undefined, () => resolve());
  });
