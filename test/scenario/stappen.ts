/** What Veilig Thuis does in most scenarios, by the API at the present moment. */
import type { Instant } from '../../src/kern/tijd/werkdagen.ts';
import { NOORD, type Mens } from './mensen.ts';
import type { Verstuurd, Wereld } from './wereld.ts';

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

/** Registers a melding that VT received just now, or at another moment. */
export async function meld(
  wereld: Wereld,
  casusnummer: string,
  {
    gemeente = 'Breda',
    spoed = false,
    ontvangen = wereld.klok.nu(),
  }: { gemeente?: string; spoed?: boolean; ontvangen?: Instant } = {},
): Promise<void> {
  const melding = { casusnummer, gemeente, meldingOntvangenOp: ontvangen, spoed };
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

/** Opens "Meer acties" from a card and gives the data of each button that is offered there. */
export async function acties(
  wereld: Wereld,
  wie: Mens,
  kaart: Verstuurd,
): Promise<(verb: string) => Record<string, unknown>> {
  const { knopdata, tekst } = await wereld.klikOp(wie, kaart, 'acties');
  return (verb) => {
    const knop = knopdata.find((een) => een.verb === verb);
    if (!knop) throw new Error(`geen '${verb}' bij ${knopdata.map((een) => een.verb).join(', ')}: ${tekst}`);
    return knop.data;
  };
}
