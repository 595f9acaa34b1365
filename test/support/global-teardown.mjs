/** Stops the server that the setup started, and removes all temporary files of the run. */
export default async function globalTeardown() {
  await globalThis.endTestRun();
}
