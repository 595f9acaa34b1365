/** Stops the server that the setup started, and removes its home. */
export default async function globalTeardown() {
  await globalThis.closeTestServer?.();
}
