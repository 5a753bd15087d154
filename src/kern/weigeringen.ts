/** Expected refusals: a value with a code and what its text needs. The Dutch sentences stand in `src/teksten/nl.ts`. */

/** What a refusal's text is filled with, by name; instants and keys, made readable by the text. */
export interface WeigeringGegevens {
  'casusnummer-ongeldig': { casusnummer: string };
  'casus-bestaat-anders': { casusnummer: string };
  'tijdstip-in-toekomst': { tijdstip: string };
  'tijdstip-te-vroeg': { tijdstip: string; vroegst: string };
  'triage-al-afgerond': { op: string; doorNaam?: string };
  'triage-niet-afgerond': Record<never, never>;
  'conclusie-houdt-bij-vt': { conclusies: string[] };
  'voorwaarden-clientsysteem': Record<never, never>;
  'vervolg-past-niet': { besluit: string };
  'multidisciplinair-ontbreekt': Record<never, never>;
  'contactpersoon-ontbreekt': Record<never, never>;
  'koud-na-vervolgtraject': Record<never, never>;
  'warm-zonder-onderbouwing': Record<never, never>;
  'warm-zonder-afspraken': Record<never, never>;
  'warm-zonder-gesprek': Record<never, never>;
  'al-overgedragen': { team: string; op: string };
  'geen-overdracht': Record<never, never>;
  'overdracht-verouderd': { overdracht: number };
  'al-bevestigd': { op: string; doorNaam: string };
  'al-opgepakt': { op: string; casusregisseur: string };
  'eerst-bevestigen': Record<never, never>;
  'al-geweigerd': { op: string; doorNaam?: string };
  'al-ingetrokken': { op: string };
  'niet-bij-team': { fase: string };
  'casus-bij-vt': { fase: string };
  'casus-afgesloten': Record<never, never>;
  'taak-loopt-niet': { taak: string };
  'waarover-ontbreekt': { plichten: string[] };
  'schriftelijk-nodig': Record<never, never>;
  'eerst-herzien': Record<never, never>;
  'terugleggen-loopt': { op: string };
  'team-heeft-wachtlijst': { team: string };
  'wachtlijst-al-opgepakt': { op: string };
  'geen-wachtlijst': Record<never, never>;
  'meningsverschil-loopt': { sinds: string; stap: number };
  'geen-meningsverschil': Record<never, never>;
  'geen-voorstel': Record<never, never>;
  'voorstel-voor-ander': { uitkomst: string };
  'laatste-stap': Record<never, never>;
  'niet-gevraagd': Record<never, never>;
  'eerst-oppakken': Record<never, never>;
  'al-afgesloten': Record<never, never>;
  'niet-op-wachtlijst': Record<never, never>;
  'monitoring-in-verleden': { op: string };
  'geen-monitoring': Record<never, never>;
  'geen-koppelverzoek': Record<never, never>;
  'koppelverzoek-vervangen': Record<never, never>;
  'koppelverzoek-verlopen': { vervalt: string };
  'koppelverzoek-beslist': { op: string; uitkomst: string };
}
export type WeigeringCode = keyof WeigeringGegevens;

interface WeigeringVan<C extends WeigeringCode> {
  code: C;
  gegevens: WeigeringGegevens[C];
}
export type Weigering = { [C in WeigeringCode]: WeigeringVan<C> }[WeigeringCode];
export interface Geweigerd {
  geweigerd: Weigering;
}

export const weiger = <C extends WeigeringCode>(
  code: C,
  gegevens: WeigeringGegevens[C],
): { geweigerd: WeigeringVan<C> } => ({ geweigerd: { code, gegevens } });
