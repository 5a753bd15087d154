/** What people typed: only that it is there, with the words behind a button (domein.md §7). */
import { statusVan, type Casus, type Overdracht } from '../../kern/casus.ts';
import type { Gebeurtenis } from '../../kern/gebeurtenissen.ts';
import { heeftVrijeTekst, isEigenWoord, vrijeTekst } from '../../kern/journaal/wisbaar.ts';
import { toonMoment } from '../../kern/tijd/werkdagen.ts';
import { teksten } from '../../teksten/nl.ts';
import { overdrachtVan } from '../casus/gezicht.ts';
import type { CasusDocument } from '../poorten.ts';
import type { Kaartbron } from './kaartdelen.ts';
import type { ToelichtingModel } from './modellen/overdracht-modellen.ts';

/** For a card that others see too: a sentence without anybody's words, and the event to read them in. */
export interface Verwijzing {
  toelichting: string;
  /** 0 when there is nothing to read. */
  lees: number;
}

const NIETS: Verwijzing = { toelichting: '', lees: 0 };

export function verwijsNaar(gebeurtenis: Gebeurtenis): Verwijzing {
  const signaal = gebeurtenis.soort === 'gesignaleerd' ? teksten.signaalVan(gebeurtenis.gegevens.wat) : '';
  if (heeftVrijeTekst(gebeurtenis))
    return { toelichting: `${signaal} ${teksten.toelichting(gebeurtenis)}`.trim(), lees: gebeurtenis.nr };
  const { gegevens } = gebeurtenis;
  const eigen =
    'reden' in gegevens && typeof gegevens.reden === 'string' && isEigenWoord(gegevens.reden)
      ? teksten.reden(gegevens.reden)
      : '';
  return { toelichting: signaal || eigen, lees: 0 };
}

/** Why an overdracht came to its end; that of one which a meningsverschil is about is not its last word. */
export function verwijsNaarEinde(overdracht: Overdracht, casus: Casus, { journaal }: CasusDocument): Verwijzing {
  const { nr, beeindigd } = overdracht;
  const einde = statusVan(casus, overdracht) === 'geweigerd' ? overdracht.geweigerd : beeindigd;
  if (!einde) return NIETS;
  const oorzaak = journaal.findLast(
    ({ op, gegevens }) =>
      op === einde.op && 'reden' in gegevens && gegevens.overdracht === nr && gegevens.reden === einde.reden,
  );
  if (oorzaak) return verwijsNaar(oorzaak);
  // Other events than these give no words of people along: then it is the bot that says why.
  return { toelichting: isEigenWoord(einde.reden) ? teksten.reden(einde.reden) : teksten.redenGegeven, lees: 0 };
}

/** The team's question to hand back that is still open. */
export function verwijsNaarVraag({ nr, terugleggen }: Overdracht, { journaal }: CasusDocument): Verwijzing {
  const vraag = journaal.findLast(
    ({ soort, op, gegevens }) =>
      soort === 'terugleggen-gevraagd' &&
      op === terugleggen?.op &&
      'overdracht' in gegevens &&
      gegevens.overdracht === nr,
  );
  return vraag ? verwijsNaar(vraag) : NIETS;
}

export function toelichtingModel(
  gebeurtenis: Gebeurtenis,
  { casus, omgeving }: Kaartbron,
  terug: string,
): ToelichtingModel {
  return {
    casusnummer: casus.casusnummer,
    overdracht: overdrachtVan(gebeurtenis),
    soort: teksten.gebeurtenisZonderWoorden(gebeurtenis, (sleutel) => omgeving.adresboek().naam(sleutel)),
    woorden: vrijeTekst(gebeurtenis),
    doorNaam: gebeurtenis.door.naam ?? '',
    op: toonMoment(gebeurtenis.op),
    bron: gebeurtenis.bron,
    terug,
  };
}
