/** Answers to questions: who is responsible, status, tijdlijn, lists (domein.md §7). */
import { heden, lopendeOverdracht, redenZonderTermijn, verantwoordelijkeOp, type Casus } from '../../kern/casus.ts';
import type { Gebeurtenis } from '../../kern/gebeurtenissen.ts';
import type { Inhoud } from '../../kern/onderwerpen/overdracht.ts';
import { heeftKnop, OPDRACHT_SOORTEN, type OpdrachtSoort } from '../../kern/opdrachten.ts';
import { toonMoment, toonTermijn, type Instant } from '../../kern/tijd/werkdagen.ts';
import { teksten } from '../../teksten/nl.ts';
import { vertrokkenOp, ziet, zietDat, type Zicht } from '../casus/gezicht.ts';
import { hoeVaak } from '../casus/inzage.ts';
import { isVt, magDoen, magInhoudZien, type Aanvrager } from '../casus/rechten.ts';
import {
  monitoringKnoppen,
  partijNaam,
  stapVanEscalatie,
  termijnRegel,
  type Kaartbron,
} from '../kaarten/kaartdelen.ts';
import type {
  ActiesModel,
  AntwoordModel,
  LijstModel,
  StatusModel,
  TijdlijnModel,
} from '../kaarten/modellen/antwoord-modellen.ts';
import type { InhoudModel } from '../kaarten/modellen/overdracht-modellen.ts';
import { terugNaar } from '../kaarten/terugweg.ts';
import { verwijsNaar } from '../kaarten/toelichting.ts';
import type { Omgeving } from '../omgeving.ts';
import { VEILIG_THUIS, type CasusRegel } from '../poorten.ts';

const ALLES: Zicht = { soort: 'alles' };

/** The answer for now, or for `op`; `undefined` when VT did not know of the casus at that instant. */
export function antwoordModel(bron: Kaartbron, op?: Instant): AntwoordModel | undefined {
  const { casus, document, omgeving, zicht = ALLES } = bron;
  const nu = heden(casus, omgeving.klok.nu());
  const verleden = op !== undefined && (op < nu || vertrokkenOp(zicht) !== undefined);
  const periode = verantwoordelijkeOp(casus, verleden ? op : nu);
  if (!periode) return undefined;
  const { verantwoordelijke, gebeurtenis } = periode;
  const oorzaak = document.journaal[gebeurtenis.nr - 1];
  // What brought it about may lie before the team's own part: then that it happened is enough.
  const gezien = oorzaak !== undefined && ziet(zicht, oorzaak);
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
    gebeurtenis: !oorzaak
      ? ''
      : gezien
        ? teksten.gebeurtenisZonderWoorden(oorzaak, naam)
        : teksten.gebeurtenisKort(oorzaak, naam),
    lees: gezien ? verwijsNaar(oorzaak).lees : 0,
    terug: terugNaar.antwoord(op),
    // A confirmation names its giver already.
    doorNaam: gezien && gebeurtenis.soort !== 'ontvangst-bevestigd' ? (gebeurtenis.doorNaam ?? '') : '',
    bron: gebeurtenis.bron,
    termijnen: verleden ? [] : casus.termijnen.map((termijn) => termijnRegel(termijn, nu, omgeving)),
    watKomt: verleden ? '' : volgende ? teksten.watKomt(volgende.stap, volgende.termijn) : zonderVolgende(casus),
  };
}

/** Nothing comes by itself: either no term need run, or a term has passed and everyone has been told. */
const zonderVolgende = (casus: Casus): string => {
  const rust = redenZonderTermijn(casus);
  return rust ? teksten.rust[rust.reden] : teksten.allesGemeld;
};

export function statusModel(bron: Kaartbron, aanvrager: Aanvrager): StatusModel | undefined {
  const { casus, huidig = casus, omgeving, zicht = ALLES } = bron;
  // A team that the casus has left sees how it stood then.
  const antwoord = antwoordModel(bron, vertrokkenOp(zicht));
  if (!antwoord) return undefined;
  const fase = casus.fase;
  const lopend = lopendeOverdracht(casus)?.nr;
  const inhoudVan = lopend !== undefined && lopend in bron.document.inhoud ? lopend : undefined;
  const acties = actiesModel(bron, aanvrager);
  const bekijken = inhoudVan !== undefined && magInhoudZien(aanvrager, huidig, inhoudVan) !== undefined;
  // With a wachtlijst there is more to do than to withdraw it: that stands among the rest.
  const hier = magNu(huidig, aanvrager).filter(
    (soort) => OP_STATUSKAART.has(soort) && !(soort === 'intrekken' && huidig.fase !== 'overgedragen'),
  );
  const anders = acties.monitoring.length > 0 || acties.mag.length > 0;
  return {
    ...antwoord,
    terug: 'status',
    gemeente: omgeving.adresboek().gemeente(casus.gemeente)?.naam ?? casus.gemeente,
    faseTekst: teksten.fase[fase],
    spoed: casus.spoed,
    overdracht: lopendeOverdracht(casus)?.nr ?? 0,
    versie: casus.besluitVersie,
    mag: [...hier, ...(bekijken ? (['bekijken'] as const) : []), ...(anders ? (['anders'] as const) : [])],
  };
}

/** What has a button on the status card itself. */
const OP_STATUSKAART: ReadonlySet<OpdrachtSoort> = new Set([
  'triage-afronden',
  'overdragen',
  'ontvangst-bevestigen',
  'oppakken',
  'bevestiging-vastleggen',
  'intrekken',
  'terugnemen',
]);
/** And what has one there alone. */
const NIET_BIJ_ACTIES: ReadonlySet<OpdrachtSoort> = new Set([
  'triage-afronden',
  'overdragen',
  'ontvangst-bevestigen',
  'oppakken',
  'bevestiging-vastleggen',
]);

/** What fits the casus as it stands (kern/opdrachten.ts), as far as this person may do it (domein.md §8). */
const magNu = (casus: Casus, aanvrager: Aanvrager): OpdrachtSoort[] =>
  OPDRACHT_SOORTEN.filter((soort) => heeftKnop(soort, casus) && magDoen(aanvrager, soort, casus) !== undefined);

const TIJDLIJN_MAX = 20;
/** The newest explanations: with all of them a long tijdlijn would not fit in a message of Teams (28 KB). */
const KEUZES_MAX = 5;
const telt = ({ soort }: Gebeurtenis): boolean => soort !== 'stap-overgeslagen' && soort !== 'bericht-bezorgd';

export function tijdlijnModel({ casus, document, omgeving, zicht = ALLES }: Kaartbron): TijdlijnModel {
  const naam = (sleutel: string): string => omgeving.adresboek().naam(sleutel);
  const alles = document.journaal.filter((gebeurtenis) => telt(gebeurtenis) && zietDat(zicht, gebeurtenis));
  const getoond = alles.slice(-TIJDLIJN_MAX);
  return {
    casusnummer: casus.casusnummer,
    weggelaten: alles.length - getoond.length,
    regels: getoond.map((gebeurtenis) => ({
      op: toonMoment(gebeurtenis.op),
      ...(ziet(zicht, gebeurtenis)
        ? {
            tekst: teksten.gebeurtenisZonderWoorden(gebeurtenis, naam) + hoeVaak(document, gebeurtenis),
            doorNaam: gebeurtenis.door.naam ?? '',
          }
        : { tekst: teksten.gebeurtenisKort(gebeurtenis, naam), doorNaam: '' }),
      bron: gebeurtenis.bron,
    })),
    keuzes: getoond
      .flatMap((gebeurtenis) => {
        const leesbaar = ziet(zicht, gebeurtenis) ? verwijsNaar(gebeurtenis).lees : 0;
        if (leesbaar === 0) return [];
        const title = `${toonMoment(gebeurtenis.op)}: ${teksten.gebeurtenisZonderWoorden(gebeurtenis, naam)}`;
        return [{ title, value: String(leesbaar) }];
      })
      .slice(-KEUZES_MAX),
  };
}

export function lijstModel(
  titel: string,
  gevonden: readonly CasusRegel[],
  { maximum, onvolledig }: { maximum: number; onvolledig: boolean },
  omgeving: Omgeving,
): LijstModel {
  const nu = omgeving.klok.nu();
  return {
    titel,
    meer: gevonden.length > maximum,
    onvolledig,
    regels: gevonden.slice(0, maximum).map(({ id, gemeente, fase, vroegsteVerval }) => ({
      casusnummer: id,
      gemeente: omgeving.adresboek().gemeente(gemeente)?.naam ?? gemeente,
      faseTekst: teksten.fase[fase],
      termijn: vroegsteVerval ? toonTermijn(vroegsteVerval) : '',
      teLaat: vroegsteVerval !== null && vroegsteVerval <= nu,
    })),
  };
}

/** So much fits on one page of the card: the text as JSON, and what the card puts around each part. */
const PAGINA_TEKENS = 11_000;
const OM_REGEL = 100;
const OM_OORDEEL = 320;
const gewicht = (...delen: string[]): number => JSON.stringify(delen).length;

interface Deel {
  soort: 'feiten' | 'oordelen' | 'aandachtspunten' | 'veiligheidsafspraken';
  lengte: number;
  zet(model: InhoudModel): void;
}

/** One page of what VT handed over (§5): facts apart from opinions, each opinion with its holder and facts. */
export function inhoudModel(
  { casus, omgeving }: Kaartbron,
  { nr, inhoud, pagina: gevraagd, terug }: { nr: number; inhoud: Inhoud; pagina: number; terug: string },
): InhoudModel | undefined {
  const overdracht = casus.overdrachten.find((kandidaat) => kandidaat.nr === nr);
  if (!overdracht) return undefined;
  const lijst = (soort: 'feiten' | 'aandachtspunten' | 'veiligheidsafspraken'): Deel[] =>
    inhoud[soort].map((tekst) => ({
      soort,
      lengte: gewicht(tekst) + OM_REGEL,
      zet: (model) => model[soort].push(tekst),
    }));
  const delen: Deel[] = [
    ...lijst('feiten'),
    ...inhoud.oordelen.map((oordeel): Deel => ({
      soort: 'oordelen',
      lengte: gewicht(oordeel.tekst, oordeel.vanWie, oordeel.opGrondVan) + OM_OORDEEL,
      zet: (model) => model.oordelen.push(oordeel),
    })),
    ...lijst('aandachtspunten'),
    ...lijst('veiligheidsafspraken'),
  ];
  const bladzijden: Deel[][] = [[]];
  let gevuld = 0;
  for (const deel of delen) {
    if (gevuld > 0 && gevuld + deel.lengte > PAGINA_TEKENS) {
      bladzijden.push([]);
      gevuld = 0;
    }
    bladzijden.at(-1)?.push(deel);
    gevuld += deel.lengte;
  }
  const pagina = Math.min(Math.max(1, gevraagd), bladzijden.length);
  const teamNaam = omgeving.adresboek().naam(overdracht.team);
  const model: InhoudModel = {
    casusnummer: casus.casusnummer,
    overdracht: nr,
    versie: casus.besluitVersie,
    teamNaam,
    wijze: overdracht.wijze,
    feiten: [],
    oordelen: [],
    aandachtspunten: [],
    veiligheidsafspraken: [],
    documentverwijzing: inhoud.documentverwijzing ?? '',
    gesprek: !inhoud.gesprek ? '' : 'op' in inhoud.gesprek ? toonMoment(inhoud.gesprek.op) : inhoud.gesprek.geenReden,
    contact: teksten.contact(teamNaam, omgeving.adresboek().naam(VEILIG_THUIS)),
    pagina,
    paginas: bladzijden.length,
    terug,
  };
  for (const deel of bladzijden[pagina - 1] ?? []) deel.zet(model);
  return model;
}

/** Everything else that this person may do with the casus as it is now. */
export function actiesModel(
  { casus: gezien, huidig: casus = gezien, omgeving }: Kaartbron,
  aanvrager: Aanvrager,
  terug = 'status',
): ActiesModel {
  const nu = magNu(casus, aanvrager);
  const herzien = casus.fase === 'bij-veilig-thuis' && magDoen(aanvrager, 'triage-afronden', casus) !== undefined;
  const akkoord = nu.includes('meningsverschil-oplossen') && aanvrager.rollen.some(isVt);
  return {
    casusnummer: casus.casusnummer,
    overdracht: gezien.overdrachten.at(-1)?.nr ?? 0,
    versie: gezien.besluitVersie,
    stap: stapVanEscalatie(gezien),
    faseTekst: teksten.fase[gezien.fase],
    terug,
    monitoring: monitoringKnoppen(casus, omgeving).filter(({ termijn }) =>
      magDoen(aanvrager, { soort: 'monitoring-afronden', termijn }, casus),
    ),
    mag: [
      ...nu.filter((soort) => !NIET_BIJ_ACTIES.has(soort) && soort !== 'monitoring-afronden'),
      ...(herzien ? (['herzien'] as const) : []),
      ...(akkoord ? (['akkoord-vastleggen'] as const) : []),
    ],
  };
}
