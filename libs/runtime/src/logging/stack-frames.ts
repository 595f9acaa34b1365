const FRAMES = 8;
const HEADER = /^[A-Za-z][A-Za-z0-9]*(?: \[[A-Z0-9_]+\])?(?:: )?$/;
const LOCATION = /([\w-][\w.-]*\.[cm]?[jt]s:\d+:\d+)\)?$/;

/**
 * Where an error was thrown, innermost first: `load-chunk.js:12:5`. A stack begins with the message, of any number of
 * lines, which may look like frames. So the message is cut off first, and where it is not found as it was when the stack
 * was taken (somebody changed it), nothing is kept.
 */
export function stackFrames(stack: unknown, message: unknown): readonly string[] | undefined {
  if (typeof stack !== 'string' || typeof message !== 'string') return undefined;
  const start = stack.indexOf('\n    at ', headerLength(stack, message) ?? stack.length);
  if (start === -1 || start !== headerLength(stack, message)) return undefined;
  const frames = stack
    .slice(start + 1)
    .split('\n')
    .flatMap((line) => LOCATION.exec(line)?.[1] ?? []);
  return frames.slice(0, FRAMES);
}

/** How long `Name: message` is at the beginning of the stack; undefined where the stack does not begin so. */
function headerLength(stack: string, message: string): number | undefined {
  const before = message === '' ? (stack.split('\n')[0] ?? '').length : stack.indexOf(message);
  return before >= 0 && HEADER.test(stack.slice(0, before)) ? before + message.length : undefined;
}
