/** Which id a request brings along for everything that follows from it (correlatie.ts). */
import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

export const CORRELATIE_KOP = 'x-correlatie-id';

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
