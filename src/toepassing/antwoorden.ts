/** Answers to questions: who is responsible, status, tijdlijn, lists (domein.md §7). */
import { lopendeOverdracht } from '../kern/casus.ts';
import type { Gebeurtenis } from '../kern/gebeurtenissen.ts';
import type { OpdrachtSoort } from '../kern/opdrachten.ts';
import { verantwoordelijkeOp } from '../kern/verantwoordelijkheid.ts';
import { toonMoment, toonTermijn, type Instant } from '../kern/werkdagen.ts';
import { teksten } from '../teksten/nl.ts';
import { partijNaam, termijnRegel, type Bron } from './kaartgegevens.ts';
import type { AntwoordModel, LijstModel, StatusModel, TijdlijnModel } from './kaartmodellen.ts';
import type { Omgeving } from './omgeving.ts';
import type { CasusRegel } from './poorten.ts';
import { magDoen, type Aanvrager } from './rechten.ts';

/** The answer for now, or for `op`; `undefined` when VT did not know of the casus at that instant. */
export function antwoordModel(bron: Bron, op?: Instant): AntwoordModel | undefined {
  const { casus, document, omgeving } = bron;
  const nu = omgeving.klok.nu();
  const verleden = op !== undefined && op < nu;
  const periode = verantwoordelijkeOp(casus, verleden ? op : nu);
  if (!periode) return undefined;
  const { verantwoordelijke, gebeurtenis } = periode;
  const oorzaak = document.journaal[gebeurtenis.nr - 1];
  const naam = (sleutel: string): string => omgeving.adresboek().naam(sleutel);
  const volgende = casus.termijnen
    .flatMap((termijn) => {
      const stap = termijn.stappen[termijn.gedaan];
      return stap ? [{ termijn, stap }] : [];
    })
    .toSorted((a, b) => (a.stap.op < b.stap.op ? -1 : 1))[0];
  return {
    casusnummer: casus.casusnummer,
    opMoment: op === undefined ? '' : toonMoment(op),
    partij: partijNaam(verantwoordelijke, omgeving),
    tijdelijk: verantwoordelijke.tijdelijk,
    reden: ('reden' in verantwoordelijke && verantwoordelijke.reden) || '',
    sinds: toonMoment(periode.vanaf),
    tot: periode.tot === undefined ? '' : toonMoment(periode.tot),
    gebeurtenis: oorzaak ? teksten.gebeurtenis(oorzaak, naam) : '',
    // A confirmation names its giver already.
    doorNaam: gebeurtenis.soort === 'ontvangst-bevestigd' ? '' : (gebeurtenis.doorNaam ?? ''),
    bron: gebeurtenis.bron,
    termijnen: verleden ? [] : casus.termijnen.map((termijn) => termijnRegel(termijn, nu, omgeving)),
    watKomt: verleden || !volgende ? '' : teksten.watKomt(volgende.stap, volgende.termijn),
  };
}

export function statusModel(bron: Bron, aanvrager: Aanvrager): StatusModel | undefined {
  const { casus, omgeving } = bron;
  const antwoord = antwoordModel(bron);
  if (!antwoord) return undefined;
  const fase = casus.fase;
  const mag = (soort: OpdrachtSoort, ...fasen: string[]): boolean =>
    fasen.includes(fase) && magDoen(aanvrager, soort, casus) !== undefined;
  return {
    ...antwoord,
    gemeente: omgeving.adresboek().gemeente(casus.gemeente)?.naam ?? casus.gemeente,
    faseTekst: teksten.fase[fase],
    spoed: casus.spoed,
    overdracht: lopendeOverdracht(casus)?.nr ?? 0,
    versie: casus.versie,
    mag: {
      triageAfronden: mag('triage-afronden', 'triage'),
      overdragen: mag('overdragen', 'bij-veilig-thuis'),
      ontvangstBevestigen: mag('ontvangst-bevestigen', 'overgedragen'),
      oppakken: mag('oppakken', 'ontvangen'),
      bevestigingVastleggen: mag('bevestiging-vastleggen', 'overgedragen'),
      intrekken: mag('intrekken', 'overgedragen'),
      terugnemen: mag('terugnemen', 'ontvangen', 'opgepakt'),
    },
  };
}

const TIJDLIJN_MAX = 25;
const telt = ({ soort }: Gebeurtenis): boolean => soort !== 'stap-overgeslagen' && soort !== 'bericht-bezorgd';

export function tijdlijnModel({ casus, document, omgeving }: Bron): TijdlijnModel {
  const naam = (sleutel: string): string => omgeving.adresboek().naam(sleutel);
  const alles = document.journaal.filter(telt);
  const getoond = alles.slice(-TIJDLIJN_MAX);
  return {
    casusnummer: casus.casusnummer,
    weggelaten: alles.length - getoond.length,
    regels: getoond.map((gebeurtenis) => ({
      op: toonMoment(gebeurtenis.op),
      tekst: teksten.gebeurtenis(gebeurtenis, naam),
      doorNaam: gebeurtenis.door.naam ?? '',
      bron: gebeurtenis.bron,
    })),
  };
}

export function lijstModel(
  titel: string,
  regels: readonly CasusRegel[],
  meer: boolean,
  omgeving: Omgeving,
): LijstModel {
  const nu = omgeving.klok.nu();
  return {
    titel,
    meer,
    regels: regels.map(({ id, gemeente, fase, vroegsteVerval }) => ({
      casusnummer: id,
      gemeente: omgeving.adresboek().gemeente(gemeente)?.naam ?? gemeente,
      faseTekst: teksten.fase[fase],
      termijn: vroegsteVerval ? toonTermijn(vroegsteVerval) : '',
      teLaat: vroegsteVerval !== null && vroegsteVerval <= nu,
    })),
  };
}
