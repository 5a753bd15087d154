/** What Veilig Thuis does in most scenarios, by the API at the present moment. */
import type { Instant } from '../../src/kern/werkdagen.ts';
import { NOORD } from './mensen.ts';
import type { Wereld } from './steun.ts';

export const KOUD = (team: string): Record<string, unknown> => ({
  soort: 'overdragen',
  team,
  wijze: 'koud',
  feiten: ['De politie kwam twee keer in november.'],
  aandachtspunten: ['Bel eerst de school.'],
});

export const WARM = (team: string, gesprekOp: Instant): Record<string, unknown> => ({
  ...KOUD(team),
  wijze: 'warm',
  documentverwijzing: 'ZAAK-0001',
  veiligheidsafspraken: ['De ouders bellen het wijkteam bij ruzie.'],
  gesprek: { op: gesprekOp },
});

export const NAAR_LOKAAL = { soort: 'triage-afronden', besluit: 'lokale-toegang' };

/** Registers a melding that VT received just now. */
export async function meld(
  wereld: Wereld,
  casusnummer: string,
  { gemeente = 'Breda', spoed = false } = {},
): Promise<void> {
  const melding = { casusnummer, gemeente, meldingOntvangenOp: wereld.klok.nu(), spoed };
  const { status, body } = await wereld.api('POST', '/api/v1/casussen', melding);
  if (status !== 201) throw new Error(JSON.stringify(body));
}

/** Melding, triage and a koude overdracht, all at the present moment. */
export async function draagOver(
  wereld: Wereld,
  casusnummer: string,
  { team = NOORD, spoed = false }: { team?: string; spoed?: boolean } = {},
): Promise<void> {
  await meld(wereld, casusnummer, { spoed });
  await wereld.vt(casusnummer, NAAR_LOKAAL);
  await wereld.vt(casusnummer, KOUD(team));
}
