import xxhash from 'xxhash-wasm';

/** Signed 64-bit decimal of xxHash64, as a bigint column holds it. */
export type RowHasher = (content: Uint8Array) => string;

/** Makes the function that hashes rows; asynchronous because it is compiled from WebAssembly once. */
export const createRowHasher = async (): Promise<RowHasher> => {
  const hasher = await xxhash();
  return (content) => BigInt.asIntN(64, hasher.h64Raw(content)).toString();
};
