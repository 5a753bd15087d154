/**
 * One id for everything that follows from one request or one round: it goes along with the work itself, also into what
 * is sent in the background, and stands in every line that is logged there.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { Logboek } from './omgeving.ts';

const huidige = new AsyncLocalStorage<string>();

/** The id of the work under way; a new one where none was begun. */
export const huidigeCorrelatie = (): string => huidige.getStore() ?? randomUUID();

export const inCorrelatie = <T>(id: string, werk: () => T): T => huidige.run(id, werk);

/** A log whose lines carry the id of the work under way. */
export function metCorrelatie(log: Logboek): Logboek {
  const velden = (eigen: Record<string, unknown>): Record<string, unknown> => {
    const id = huidige.getStore();
    return id === undefined ? eigen : { correlatie: id, ...eigen };
  };
  return {
    info: (eigen, bericht) => log.info(velden(eigen), bericht),
    warn: (eigen, bericht) => log.warn(velden(eigen), bericht),
    error: (eigen, bericht) => log.error(velden(eigen), bericht),
  };
}
