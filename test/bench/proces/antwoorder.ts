/** The other side of proces.ts: answers questions of the parent one by one, and ends when the parent lets go. */

export function beantwoord<V, A>(doe: (vraag: V) => Promise<A>, opruimen: () => Promise<void>): void {
  process.on('message', (vraag) => {
    doe(vraag as V).then(
      (antwoord) => process.send?.(antwoord ?? null),
      (fout: unknown) => {
        process.stderr.write(`${fout instanceof Error ? fout.stack : String(fout)}\n`);
        process.exit(1);
      },
    );
  });
  process.once('disconnect', () => {
    void opruimen().finally(() => process.exit(0));
  });
}
