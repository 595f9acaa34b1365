import xxhash from 'xxhash-wasm';

/** The 64 bits of xxHash64. A bigint column holds them as they are: its sign is the first of them. */
export type RowHasher = (content: Uint8Array) => bigint;

/** Makes the function that hashes rows; asynchronous because it is compiled from WebAssembly once. */
export const createRowHasher = async (): Promise<RowHasher> => {
  const hasher = await xxhash();
  return (content) => hasher.h64Raw(content);
};
