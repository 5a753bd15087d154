/**
 * One id for everything that follows from one request or one round: it goes along with the work itself, also into what
 * is sent in the background, and stands in every line that is logged there.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { Logboek } from './toepassing/omgeving.ts';

export const CORRELATIE_KOP = 'x-correlatie-id';

const huidige = new AsyncLocalStorage<string>();

/** The id of the work under way; a new one where none was begun. */
export const huidigeCorrelatie = (): string => huidige.getStore() ?? randomUUID();

export const inCorrelatie = <T>(id: string, werk: () => T): T => huidige.run(id, werk);

/** Hexadecimal with dashes, such as a UUID: long enough to be unique, and too narrow to hold a name or a number of someone. */
const EIGEN_ID = /^[0-9a-f](?:[0-9a-f]|-(?!-)){14,62}[0-9a-f]$/i;
/** W3C Trace Context: version, trace-id, parent-id, flags. */
const TRACEPARENT = /^[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/;

/** What the caller gave as `x-correlatie-id`, else the trace-id of its `traceparent`, else a new one. */
export function correlatieVan(koppen: IncomingHttpHeaders): string {
  const gegeven = koppen[CORRELATIE_KOP];
  if (typeof gegeven === 'string' && EIGEN_ID.test(gegeven)) return gegeven;
  const { traceparent } = koppen;
  return (typeof traceparent === 'string' && TRACEPARENT.exec(traceparent)?.[1]) || randomUUID();
}

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
