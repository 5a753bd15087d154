/** No step of the year waits for ever: one that takes too long in real time fails with what was going on. */

/** @param wat what is done, for the one who reads that it did not end @param bezig what is under way then */
export async function binnen<T>(ms: number, wat: string, werk: Promise<T>, bezig: () => string): Promise<T> {
  let wekker: NodeJS.Timeout | undefined;
  const teLang = new Promise<never>((_klaar, mislukt) => {
    wekker = setTimeout(() => mislukt(new Error(`${wat} duurt langer dan ${ms} ms; ${bezig()}`)), ms);
  });
  try {
    return await Promise.race([werk, teLang]);
  } finally {
    clearTimeout(wekker);
  }
}
