/** The whole of a casus for the file or a judge (domein.md §9): who was responsible when, and all that was written down. */
import type { Gebeurtenis } from '../../kern/gebeurtenissen.ts';
import { splits } from '../../kern/journaal/wisbaar.ts';
import type { Inhoud } from '../../kern/onderwerpen/overdracht.ts';
import type { Instant } from '../../kern/tijd/werkdagen.ts';
import { controleTeksten } from '../../teksten/controle.nl.ts';
import { dossierTeksten } from '../../teksten/dossier.nl.ts';
import { teksten } from '../../teksten/nl.ts';
import { openInhoud, type Inhoudfout } from '../bewijs/inhoudkluis.ts';
import { eersteBreuk } from '../bewijs/ketencontrole.ts';
import { hoeVaak } from '../casus/inzage.ts';
import { partijNaam, type Kaartbron } from '../kaarten/kaartdelen.ts';
import { meldInhoudfout } from '../omgeving.ts';
import type { Vastgelegd } from '../poorten.ts';

export interface DossierTermijn {
  naam: string;
  vanaf: Instant;
  vervalt: Instant;
  bron: string;
  /** The policy it was computed from. */
  beleid: string;
  /** When it was noticed in the journal that it had passed, and when it ended; absent while neither happened. */
  verlopenOp?: Instant;
  geeindigdOp?: Instant;
}

export interface DossierRegel {
  nr: number;
  op: Instant;
  vastgelegdOp: Instant;
  wat: string;
  /** Free text of the event that `wat` does not say. */
  toelichting: string[];
  /** Empty for the clock, and once persons have been erased. */
  wie: string;
  rol: string;
  kanaal: string;
  bron: string;
}

export interface Dossier {
  casusnummer: string;
  gemeente: string;
  spoed: boolean;
  fase: string;
  gemaaktOp: Instant;
  gemaaktDoor: string;
  verantwoordelijkheid: {
    partij: string;
    reden?: string;
    vanaf: Instant;
    tot?: Instant;
    /** The event that moved it. */
    gebeurtenis: number;
    grond: string;
    bron: string;
  }[];
  termijnen: DossierTermijn[];
  overdrachten: {
    nr: number;
    team: string;
    wijze: string;
    verzondenOp: Instant;
    /** Or why there is none to show. */
    inhoud: Inhoud | 'gewist' | Inhoudfout;
  }[];
  /** Who opened the content of an overdracht, and who got this dossier. */
  inzage: DossierRegel[];
  journaal: DossierRegel[];
  /** Whether the chain holds, told in a sentence when it does not. */
  keten: { klopt: boolean; bevinding: string; kop: string };
  /** The journal as it is stored, so that somebody else can compute the chain (src/toepassing/bewijs/keten.ts). */
  vastgelegd: readonly Vastgelegd[];
}

/** Every term there ever was, in order of its start. */
function termijnenVan(journaal: readonly Gebeurtenis[]): DossierTermijn[] {
  const perId = new Map<string, DossierTermijn>();
  for (const gebeurtenis of journaal) {
    const { start = [], eindigt = [], op } = gebeurtenis;
    for (const termijn of start) {
      const { id, vanaf, vervalt, bron, beleid } = termijn;
      perId.set(id, { naam: teksten.termijn(termijn), vanaf, vervalt, bron: teksten.bron(bron), beleid });
    }
    const verlopen = gebeurtenis.soort === 'termijn-verlopen' && perId.get(gebeurtenis.gegevens.termijn);
    if (verlopen) verlopen.verlopenOp = op;
    for (const termijn of eindigt.map((id) => perId.get(id))) if (termijn) termijn.geeindigdOp = op;
  }
  return [...perId.values()];
}

/** @param gemaaktDoor the name of who it is given to */
export function maakDossier({ casus, document, omgeving }: Kaartbron, gemaaktDoor: string): Dossier {
  const { klok, kluis } = omgeving;
  const { journaal } = document;
  const naam = (sleutel: string): string => omgeving.adresboek().naam(sleutel);
  const regel = (gebeurtenis: Gebeurtenis): DossierRegel => {
    const { nr, op, vastgelegdOp, door, bron } = gebeurtenis;
    const wat = teksten.gebeurtenis(gebeurtenis, naam);
    // Persons and words; what was chosen from a list is said in words of its own.
    const vrij = Object.entries(splits(gebeurtenis, 1).wisbaar).flatMap(([pad, waarde]) =>
      pad.startsWith('gegevens.') && typeof waarde === 'string' ? [naam(waarde)] : [],
    );
    const conclusies =
      gebeurtenis.soort === 'triage-afgerond'
        ? gebeurtenis.gegevens.conclusies.map((een) => teksten.conclusie[een])
        : [];
    const toelichting = gebeurtenis.soort.startsWith('bericht-')
      ? []
      : [...conclusies, ...vrij.filter((tekst) => !wat.includes(tekst))];
    return {
      nr,
      op,
      vastgelegdOp,
      wat: wat + hoeVaak(document, gebeurtenis),
      toelichting,
      wie: door.naam ?? '',
      rol: dossierTeksten.rol[door.rol] + (door.namens === undefined ? '' : ` (${naam(door.namens)})`),
      kanaal: dossierTeksten.kanaal[door.kanaal],
      bron,
    };
  };
  const inhoudVan = (nr: number): Inhoud | 'gewist' | Inhoudfout => {
    const geopend = openInhoud(kluis, document, nr);
    if (!geopend) return 'gewist';
    if ('inhoud' in geopend) return geopend.inhoud;
    meldInhoudfout(omgeving, document.id, geopend.fout);
    return geopend.fout;
  };
  const breuk = eersteBreuk(document, kluis);
  return {
    casusnummer: casus.casusnummer,
    gemeente: omgeving.adresboek().gemeente(casus.gemeente)?.naam ?? casus.gemeente,
    spoed: casus.spoed,
    fase: teksten.fase[casus.fase],
    gemaaktOp: klok.nu(),
    gemaaktDoor,
    verantwoordelijkheid: casus.perioden.map(({ verantwoordelijke, vanaf, tot, gebeurtenis: { nr, bron } }) => {
      const oorzaak = journaal[nr - 1];
      return {
        partij: partijNaam(verantwoordelijke, omgeving),
        ...('reden' in verantwoordelijke && verantwoordelijke.reden && { reden: verantwoordelijke.reden }),
        vanaf,
        ...(tot !== undefined && { tot }),
        gebeurtenis: nr,
        grond: oorzaak ? teksten.gebeurtenis(oorzaak, naam) : '',
        bron,
      };
    }),
    termijnen: termijnenVan(journaal),
    overdrachten: casus.overdrachten.map(({ nr, team, wijze, verzondenOp }) => ({
      nr,
      team: naam(team),
      wijze,
      verzondenOp,
      inhoud: inhoudVan(nr),
    })),
    inzage: journaal
      .filter(({ soort }) => soort === 'inhoud-bekeken' || soort === 'dossier-verstrekt')
      .map((gebeurtenis) => regel(gebeurtenis)),
    journaal: journaal.map((gebeurtenis) => regel(gebeurtenis)),
    keten: {
      klopt: breuk === undefined,
      bevinding: breuk ? controleTeksten.breuk(document.id, breuk) : '',
      kop: document.kop,
    },
    vastgelegd: journaal,
  };
}
