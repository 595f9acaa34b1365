/** `R42`: how a run is named towards people; commands take `42` as well. */
export const runName = (id: number): string => `R${String(id)}`;
