import type { Contract } from './contract.js';

/**
 * Holds every answer that a test gets from a gateway by `fetch` to the document which that gateway serves. Whatever serves no
 * document is left alone: it is no gateway, or a part of one.
 */
export const holdFetchToContract = (): void => {
  const plain = globalThis.fetch;
  const known = new Map<string, Promise<Contract | null>>();
  const contractOf = (origin: string): Promise<Contract | null> => {
    const contract = known.get(origin) ?? load(plain, origin);
    known.set(origin, contract);
    return contract;
  };
  globalThis.fetch = async (input, init) => {
    const response = await plain(input, init);
    const { origin, pathname, hostname } = new URL(input instanceof Request ? input.url : input);
    if (hostname !== '127.0.0.1' || !pathname.startsWith('/v1/') || !response.headers.has('x-request-id')) {
      return response;
    }
    // A test may stop its gateway meanwhile; then there is nothing to hold the answer to.
    const contract = await contractOf(origin).catch(() => null);
    if (contract === null) return response;
    const method = init?.method ?? (input instanceof Request ? input.method : 'GET');
    const { status, headers } = response;
    const body = await response.clone().text();
    const fault = contract.fault({ method, path: pathname, status, contentType: headers.get('content-type'), body });
    if (fault !== null) throw new Error(`against the OpenAPI document: ${fault}`);
    return response;
  };
};

const load = async (plain: typeof fetch, origin: string): Promise<Contract | null> => {
  const answer = await plain(`${origin}/openapi.json`);
  if (!answer.ok) return null;
  // Few tests ask a gateway: the others do without the validator.
  const { Contract } = await import('./contract.js');
  return new Contract((await answer.json()) as Readonly<Record<string, unknown>>);
};
