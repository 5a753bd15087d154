/** The parts that every card shows in the same way: a term, a party, who is responsible now. */
import type { Casus } from '../../kern/casus.ts';
import type { Stuk } from '../../kern/rij/gebeurtenisrij.ts';
import { isVerlopen, type LopendeTermijn } from '../../kern/termijnen.ts';
import { toonDag, toonMoment, toonTermijn, type Instant } from '../../kern/tijd/werkdagen.ts';
import type { Verantwoordelijke } from '../../kern/woorden.ts';
import { adresboekTeksten } from '../../teksten/adresboek.nl.ts';
import { teksten } from '../../teksten/nl.ts';
import type { Zicht } from '../casus/gezicht.ts';
import type { Omgeving } from '../omgeving.ts';
import { VEILIG_THUIS, type CasusDocument } from '../poorten.ts';
import type { GeplaatsteTermijn, MonitoringKnop, TermijnRegel } from './modellen/kaartvelden.ts';

/** What a card about any record is drawn from. */
export interface Stukbron {
  stuk: Stuk;
  document: CasusDocument;
  omgeving: Omgeving;
}

/** What a card about a casus is drawn from. */
export interface Kaartbron {
  casus: Casus;
  document: CasusDocument;
  omgeving: Omgeving;
  /** For an answer to someone: how much of the casus they see. */
  zicht?: Zicht;
  /** And the casus as it is now, by which is judged what they may do. */
  huidig?: Casus;
}

/** The same, when the record is a casus. */
export const casusbron = ({ stuk, document, omgeving }: Stukbron): Kaartbron | undefined =>
  stuk.soort === 'casus' ? { casus: stuk, document, omgeving } : undefined;

/** What people know it by: a casusnummer, or what a record of the bot's own is about. */
export function stukNaam(stuk: Stuk): string {
  switch (stuk.soort) {
    case 'casus':
      return stuk.casusnummer;
    case 'wachtlijst-vt':
      return teksten.wachtlijstVt;
    case 'beheer':
      return adresboekTeksten.naam;
    case 'wachtlijst-team':
    case 'toezicht':
      return stuk.nummer;
  }
}

/** The step of the escalation model (§4.3), 0 when there is no meningsverschil. */
export const stapVanEscalatie = (casus: Casus): 0 | 1 | 2 | 3 => (casus.fase === 'meningsverschil' ? casus.stap : 0);

export function termijnRegel(termijn: LopendeTermijn, nu: Instant, { regels }: Omgeving): TermijnRegel {
  const verlopen = isVerlopen(termijn, nu);
  return {
    naam: teksten.termijn(termijn),
    vervalt: toonTermijn(termijn.vervalt),
    nog: teksten.nog(regels().kalender.werkdagenTot(nu, termijn.vervalt), verlopen),
    teLaat: verlopen,
    bron: teksten.bron(termijn.bron),
  };
}

/** The same for a card that is posted. */
export function geplaatsteTermijn(termijn: LopendeTermijn, nu: Instant, omgeving: Omgeving): GeplaatsteTermijn {
  const { naam, vervalt, teLaat, bron } = termijnRegel(termijn, nu, omgeving);
  return { naam, teLaat, bron, wanneer: teksten.wanneer(vervalt, teLaat) };
}

/** A button for each agreement to look that is still open, told apart by its day, and on one day by who looks. */
export function monitoringKnoppen({ monitoring }: Casus, { adresboek }: Omgeving): MonitoringKnop[] {
  return monitoring.map(({ termijn, op, wie }) => {
    const dag = toonDag(op);
    const enig = monitoring.filter((ander) => toonDag(ander.op) === dag).length === 1;
    return { termijn, van: enig ? dag : `${dag} (${adresboek().naam(wie)})` };
  });
}

/** The name of who is responsible: `Veilig Thuis West-Brabant (tijdelijk)`, the team, or the cliëntsysteem. */
export function partijNaam(verantwoordelijke: Verantwoordelijke, { adresboek }: Omgeving): string {
  switch (verantwoordelijke.partij) {
    case 'veilig-thuis':
      return adresboek().naam(VEILIG_THUIS) + (verantwoordelijke.tijdelijk ? ' (tijdelijk)' : '');
    case 'lokale-toegang':
      return adresboek().naam(verantwoordelijke.team);
    case 'clientsysteem':
      return 'het cliëntsysteem';
  }
}

export function huidigeVerantwoordelijke(stuk: Stuk, omgeving: Omgeving): string {
  const periode = stuk.soort === 'casus' ? stuk.perioden.at(-1) : undefined;
  // The records of the bot's own are VT's.
  if (!periode) return omgeving.adresboek().naam(VEILIG_THUIS);
  return `${partijNaam(periode.verantwoordelijke, omgeving)}, sinds ${toonMoment(periode.vanaf)}`;
}
