/** The use cases on casussen, for chat and API alike: register, act, read, search. Rights are checked here, once. */
import { createHash } from 'node:crypto';
import { magToelichtingZien, overdrachtVan } from './toelichtingrecht.ts';
import { beslis, noteerInzage, registreer } from '../../kern/beslis.ts';
import { EIGEN, isEigen } from '../../kern/casus.ts';
import type { Gebeurtenis } from '../../kern/gebeurtenissen.ts';
import { inhoudSchema, type Inhoud, type Melding, type Opdracht, type OpdrachtSoort } from '../../kern/opdrachten.ts';
import { vindIdentificatie, type Identificatie } from '../../kern/identificatie.ts';
import { heeftVrijeTekst } from '../../kern/wisbaar.ts';
import { teksten, type DienstCode } from '../../teksten/nl.ts';
import { casusVan, valtIn } from './casusdocument.ts';
import { meldMislukt, voorElk } from '../elk.ts';
import { isVol, metSleutel, vindSleutel } from './herhaalsleutels.ts';
import { isZelfdeInhoud, openInhoud, type Inhoudfout } from '../bewijs/inhoudkluis.ts';
import { eerdereInzage, metInzage } from './inzage.ts';
import { afdruk, nieuwZout } from '../bewijs/keten.ts';
import { muteer, type Mutatie, type MutatieUitkomst, type CasusMetEtag, type Verzender } from './mutatie.ts';
import { lijktCasusnummer, meldInhoudfout, type Omgeving } from '../omgeving.ts';
import {
  OpslagFout,
  type CasusDocument,
  type CasusRegel,
  type Kring,
  type Zoekvraag,
  type BewaardeInhoud,
} from '../poorten.ts';
import { kringVan, lijstBereik, magDoen, magInhoudZien, type Aanvrager } from './rechten.ts';
import { zichtOp, type Gezicht } from './gezicht.ts';
import { hertekenWachtlijst, raakWachtlijst, WACHTLIJST_VT, werkWachtlijstBij } from './wachtlijstregistratie.ts';

/** A refusal with a code and a Dutch sentence that says what to do next; `stand` only for who may see the casus. */
export interface Afgewezen {
  ok: false;
  code: string;
  tekst: string;
  stand?: CasusMetEtag;
  /** There is such a casus: its number may be logged. */
  bekend?: true;
}
interface Gedaan {
  ok: true;
  gewijzigd: boolean;
  /** Other casussen that it holds for too, in which it could not be written down. */
  eldersMislukt?: number;
}
export type Resultaat = (Gedaan & CasusMetEtag) | Afgewezen;
/** What came of it, with the casus as this person sees it. */
export type Gezien = (Gedaan & { etag: string } & Gezicht) | Afgewezen;
type Bekeken = ({ ok: true; inhoud: Inhoud } & Gezicht) | Afgewezen;
type Gelezen = ({ ok: true; gebeurtenis: Gebeurtenis } & Gezicht) | Afgewezen;

export interface Opdrachtverzoek {
  casusnummer: string;
  opdracht: Opdracht;
  aanvrager: Aanvrager;
  /** The overdracht that a card was drawn for. */
  overdracht?: number;
  /** Only if the casus still has one of these etags (HTTP If-Match). */
  etags?: readonly string[];
  /** The API's Idempotency-Key: the same key with the same opdracht is done once. */
  sleutel?: string;
  /** Another key under which the same may have been done just before. */
  vorigeSleutel?: string;
  /** Hears what it did to VT's wachtlijst, which is then kept up to date by who asked: once for many. */
  opWachtlijst?(geraakt: Geraakt): void;
}

export interface Dienst {
  registreer(melding: Melding, aanvrager: Aanvrager): Promise<Gezien>;
  voerUit(verzoek: Opdrachtverzoek): Promise<Gezien>;
  /** The same opdracht on each of these casussen by itself: its own rights, its own outcome, and one stops no other. */
  voerElkUit(
    casusnummers: readonly string[],
    verzoek: Omit<Opdrachtverzoek, 'casusnummer'>,
  ): Promise<{ casusnummer: string; resultaat: Gezien }[]>;
  /** Opens the content of an overdracht; each opening stands in the journal (domein.md §7). */
  bekijk(casusnummer: string, overdracht: number, aanvrager: Aanvrager): Promise<Bekeken>;
  /** Opens what people typed in an event (its number); each opening stands in the journal too. */
  leesToelichting(casusnummer: string, gebeurtenis: number, aanvrager: Aanvrager): Promise<Gelezen>;
  /** The casus, or the one answer for "is not there" and "may not see". */
  lees(casusnummer: string, aanvrager: Aanvrager): Promise<Gezien>;
  zoek(vraag: Omit<Zoekvraag, 'teams' | 'kenmerk'> & { team?: string }, aanvrager: Aanvrager): Promise<CasusRegel[]>;
}

const TEGELIJK = 8;

/** What an opdracht does to VT's wachtlijst: nothing, an open melding came, one went or was screened, or a late one did. */
type Geraakt = 'nee' | 'nieuw' | 'open' | 'te-laat';
const GERAAKT: readonly Geraakt[] = ['nee', 'nieuw', 'open', 'te-laat'];

const afgewezen = (code: DienstCode, gegevens: Record<string, string> = {}): Afgewezen => ({
  ok: false,
  code,
  tekst: teksten.dienst[code](gegevens),
});

/** The bot's own records are stored like a casus and are none: only the clock writes in them. */
const kringVoor = (casusnummer: string, aanvrager: Aanvrager): Kring | undefined =>
  isEigen(casusnummer) ? { teams: [], kenmerken: [] } : kringVan(aanvrager);

const gezien = (resultaat: Resultaat, aanvrager: Aanvrager): Gezien =>
  resultaat.ok ? { ...resultaat, ...zichtOp(aanvrager, resultaat.document, resultaat.casus) } : resultaat;

export function maakDienst(omgeving: Omgeving, verzender: Verzender): Dienst {
  const { opslag, kluis, log } = omgeving;

  function afronden(uitkomst: MutatieUitkomst, waaromGestopt = afgewezen('geen-recht')): Resultaat {
    switch (uitkomst.soort) {
      case 'gestopt':
        return waaromGestopt;
      case 'onbekend':
        return afgewezen('niet-gevonden');
      case 'verouderd':
        return afgewezen('verouderd');
      case 'geweigerd': {
        const { weigering, stand } = uitkomst;
        const tekst = teksten.weigering(weigering, (sleutel) => omgeving.adresboek().naam(sleutel));
        return { ok: false, code: weigering.code, tekst, ...(stand && { stand }) };
      }
      case 'geschreven': {
        verzender.bezorg(uitkomst);
        const { soort: _soort, claim: _claim, punten: _punten, ...stand } = uitkomst;
        return { ok: true, ...stand };
      }
    }
  }

  /** Counts and logs what came of it; the casusnummer only when there is such a casus, because else it is just text. */
  function noteer<R extends Resultaat>(
    opdracht: OpdrachtSoort | 'registreren',
    casusnummer: string | undefined,
    resultaat: R,
  ): R {
    const uitkomst = resultaat.ok ? (resultaat.gewijzigd ? 'uitgevoerd' : 'was-al-gedaan') : resultaat.code;
    omgeving.teller.opdracht(opdracht, uitkomst);
    log.info({ casusnummer, opdracht, uitkomst }, 'opdracht');
    return resultaat;
  }

  /**
   * Only a late melding can begin a wachtlijst; the others matter while there is one. What was asked has been done by
   * now, and is not undone by a record that cannot be read.
   */
  async function werkBij(geraakt: Geraakt): Promise<void> {
    try {
      if (geraakt === 'te-laat') await werkWachtlijstBij(omgeving, verzender, 'veranderd');
      if (geraakt === 'open') await raakWachtlijst(omgeving, verzender);
      if (geraakt === 'nieuw') await hertekenWachtlijst(omgeving, verzender);
    } catch (fout) {
      if (fout instanceof OpslagFout) throw fout;
      meldMislukt(omgeving, 'wachtlijst', WACHTLIJST_VT, fout);
    }
  }

  /**
   * What an opdracht on one casus means for others: VT's wachtlijst, and a team whose gemeente has intervened. Resolves
   * with how many others of that team failed.
   */
  async function metGevolgen(
    stand: CasusMetEtag,
    opdracht: Opdracht,
    aanvrager: Aanvrager,
    geraakt: Geraakt,
  ): Promise<number> {
    await werkBij(geraakt);
    if (opdracht.soort !== 'interventie-gemeente-vastleggen') return 0;
    // The casus may be with another team by now, which can have a wachtlijst of its own.
    const team = opdracht.team ?? stand.casus.overdrachten.findLast((overdracht) => overdracht.wachtlijst)?.team;
    if (team === undefined) return 0;
    const voorTeam = { ...opdracht, team };
    // Whoever may record it for the one casus records it for the team: the others may lie in another gemeente.
    const door = magDoen(aanvrager, opdracht.soort, stand.casus);
    if (!door) return 0;
    const elders = await wachtlijstElders(omgeving, team, stand.casus.casusnummer);
    const { mislukt } = await voorElk(omgeving, { lus: 'interventie' }, elders, async (casusnummer) => {
      const uitkomst = await muteer(omgeving, {
        casusnummer,
        beslis(casus, nu) {
          return casus ? beslis(casus, voorTeam, { ...omgeving.regels(), nu, door }) : { onbekend: true };
        },
      });
      if (uitkomst.soort === 'geschreven') verzender.bezorg(uitkomst);
    });
    return mislukt.length;
  }

  /**
   * The team that would be responsible after this opdracht, or is to confirm it; `undefined` when there is none. A casus
   * outside the kring has none either: what is asked of the store for it would tell it from one that is not there.
   */
  async function teamDatKrijgt(
    opdracht: Opdracht,
    casusnummer: string,
    kring: Kring | undefined,
  ): Promise<string | undefined> {
    if (opdracht.soort === 'overdragen') return opdracht.team;
    const naarTeam =
      opdracht.soort === 'uitkomst-aanvaarden' ||
      (opdracht.soort === 'meningsverschil-oplossen' && opdracht.uitkomst === 'lokale-toegang');
    const gelezen = naarTeam ? await opslag.lees(casusnummer, kring) : undefined;
    const bekend = gelezen && valtIn(kring, gelezen.waarde);
    return bekend ? casusVan(gelezen.waarde).overdrachten.at(-1)?.team : undefined;
  }

  const dienst: Dienst = {
    async registreer(melding, aanvrager) {
      const door = magDoen(aanvrager, 'registreren');
      if (!door) return noteer('registreren', undefined, afgewezen('geen-recht'));
      const gemeente = vindGemeente(omgeving, melding.gemeente);
      if (!gemeente) {
        return noteer('registreren', undefined, afgewezen('gemeente-onbekend', { gemeente: melding.gemeente }));
      }
      const uitkomst = await muteer(omgeving, {
        casusnummer: melding.casusnummer,
        beslis: (casus, nu) => registreer(casus, { ...melding, gemeente }, { ...omgeving.regels(), nu, door }),
      });
      const resultaat = afronden(uitkomst);
      const bestaat = resultaat.ok || resultaat.stand !== undefined;
      if (resultaat.ok && resultaat.gewijzigd) await werkBij('nieuw');
      return gezien(noteer('registreren', bestaat ? melding.casusnummer : undefined, resultaat), aanvrager);
    },

    async voerUit({
      casusnummer,
      opdracht,
      aanvrager,
      overdracht,
      etags,
      sleutel,
      vorigeSleutel = sleutel,
      opWachtlijst,
    }) {
      const persoonsgegeven = vindInTekst(opdracht);
      if (persoonsgegeven) {
        return noteer(opdracht.soort, undefined, afgewezen('persoonsgegeven', { soort: persoonsgegeven }));
      }
      if (opdracht.soort === 'overdragen' && !omgeving.adresboek().team(opdracht.team)) {
        return noteer(opdracht.soort, undefined, afgewezen('team-onbekend', { team: opdracht.team }));
      }
      const kring = kringVoor(casusnummer, aanvrager);
      const team = await teamDatKrijgt(opdracht, casusnummer, kring);
      const teamHeeftWachtlijst =
        team !== undefined && (await wachtlijstElders(omgeving, team, casusnummer)).length > 0;
      const vingerafdruk = sleutel === undefined ? '' : digest(opdracht);
      const inhoud = opdracht.soort === 'overdragen' ? inhoudVan(opdracht) : undefined;
      const zout = nieuwZout();
      const klik = aanvrager.kanaal !== 'api';
      const eerder = (document: CasusDocument, nu = omgeving.klok.nu()) =>
        vindSleutel(document, { sleutel, vorige: vorigeSleutel }, { nu, klik });
      let waaromGestopt: Afgewezen | undefined;
      let bekend = false;
      let voorVersie = 0;
      let gebruiktOp = omgeving.klok.nu();
      let geraakt: Geraakt = 'nee';
      const uitkomst = await muteer(omgeving, {
        casusnummer,
        kring,
        ...(etags !== undefined && { etags }),
        isHerhaling: (document) => eerder(document)?.vingerafdruk === vingerafdruk,
        beslis(casus, nu, document) {
          if (!casus) return { onbekend: true };
          bekend = true;
          const gedaan = eerder(document, nu);
          if (gedaan && gedaan.vingerafdruk !== vingerafdruk) {
            waaromGestopt = afgewezen('sleutel-hergebruikt');
            return { gestopt: true };
          }
          // Before the rights: what was done may have ended the right to do it, and its repeat is no error.
          if (gedaan) return { gebeurtenissen: [] };
          if (!klik && sleutel !== undefined && isVol(document, nu)) {
            waaromGestopt = afgewezen('te-veel-sleutels');
            return { gestopt: true };
          }
          const door = magDoen(aanvrager, opdracht, casus);
          if (!door) {
            waaromGestopt = afgewezen('geen-recht');
            return { gestopt: true };
          }
          voorVersie = casus.versie;
          gebruiktOp = nu;
          const teLaat = casus.termijnen.some(({ naam, vervalt }) => naam === 'triage' && vervalt <= nu);
          geraakt = teLaat ? 'te-laat' : casus.fase === 'triage' ? 'open' : 'nee';
          const vorige = casus.overdrachten.at(-1)?.nr;
          const andereInhoud =
            inhoud !== undefined && vorige !== undefined && !isZelfdeInhoud(kluis, document, vorige, inhoud);
          const context = {
            ...omgeving.regels(),
            nu,
            door,
            andereInhoud,
            teamHeeftWachtlijst,
            ...(inhoud && { inhoudAfdruk: afdruk(zout, inhoud) }),
            ...(overdracht !== undefined && { overdracht }),
          };
          return beslis(casus, opdracht, context);
        },
        bij(document, na) {
          const nieuwe = na.overdrachten.at(-1)?.nr;
          const met =
            inhoud && nieuwe !== undefined && !(nieuwe in document.inhoud)
              ? {
                  ...document,
                  inhoud: {
                    ...document.inhoud,
                    [nieuwe]: kluis.berg(inhoud, zout, { casusnummer, overdracht: nieuwe }),
                  },
                }
              : document;
          // A click that changed nothing leaves nothing behind; the API's own keys are always kept.
          const nietsGedaan = klik && na.versie === voorVersie;
          if (sleutel === undefined || nietsGedaan || eerder(met, gebruiktOp)) return met;
          return {
            ...met,
            sleutels: metSleutel(met, { sleutel, vingerafdruk }, { nu: gebruiktOp, klik }),
          };
        },
      });
      let resultaat = afronden(uitkomst, waaromGestopt);
      bekend ||= uitkomst.soort === 'verouderd';
      if (!resultaat.ok && bekend) resultaat = { ...resultaat, bekend };
      // An intervention that stands there already may have stopped halfway the other casussen: it is gone through again.
      const opnieuw = opdracht.soort === 'interventie-gemeente-vastleggen';
      if (resultaat.ok && (resultaat.gewijzigd || opnieuw)) {
        if (geraakt === 'nee' && resultaat.casus.fase === 'triage') geraakt = 'nieuw';
        opWachtlijst?.(geraakt);
        const eldersMislukt = await metGevolgen(resultaat, opdracht, aanvrager, opWachtlijst ? 'nee' : geraakt);
        if (eldersMislukt > 0) resultaat = { ...resultaat, eldersMislukt };
      }
      return gezien(noteer(opdracht.soort, bekend ? casusnummer : undefined, resultaat), aanvrager);
    },

    async voerElkUit(casusnummers, verzoek) {
      const uitslagen = new Map<string, Gezien>();
      let samen: Geraakt = 'nee';
      const opWachtlijst = (geraakt: Geraakt): void => {
        if (GERAAKT.indexOf(geraakt) > GERAAKT.indexOf(samen)) samen = geraakt;
      };
      const wachtrij = [...new Set(casusnummers)];
      const werker = async (): Promise<void> => {
        for (let casusnummer = wachtrij.shift(); casusnummer !== undefined; casusnummer = wachtrij.shift()) {
          try {
            uitslagen.set(casusnummer, await dienst.voerUit({ ...verzoek, casusnummer, opWachtlijst }));
          } catch (fout) {
            // The casusnummer is what somebody sent, and can be anything: whether there is such a casus is not known here.
            const nummer = lijktCasusnummer(omgeving.regels(), casusnummer) ? casusnummer : undefined;
            meldMislukt(omgeving, 'samen', nummer, fout);
            uitslagen.set(casusnummer, afgewezen('niet-gelukt'));
          }
        }
      };
      await Promise.all(Array.from({ length: TEGELIJK }, werker));
      await werkBij(samen);
      return casusnummers.flatMap((casusnummer) => {
        const resultaat = uitslagen.get(casusnummer);
        uitslagen.delete(casusnummer);
        return resultaat ? [{ casusnummer, resultaat }] : [];
      });
    },

    async bekijk(casusnummer, overdracht, aanvrager) {
      let inhoud: Inhoud | undefined;
      let fout: Inhoudfout | undefined;
      let eerder: number | undefined;
      let waaromGestopt: Afgewezen | undefined;
      let dicht: BewaardeInhoud | undefined;
      const inzage: Mutatie = {
        casusnummer,
        kring: kringVoor(casusnummer, aanvrager),
        beslis(casus, nu, document) {
          const door = casus && magInhoudZien(aanvrager, casus, overdracht);
          if (!casus || !door) return { onbekend: true };
          // Under the number it was asked by: content of another casus does not open here.
          const geopend = openInhoud(kluis, { ...document, id: casusnummer }, overdracht);
          fout = geopend && 'fout' in geopend ? geopend.fout : undefined;
          dicht = fout === 'onleesbaar' ? document.inhoud[overdracht] : undefined;
          if (!geopend || 'fout' in geopend) {
            waaromGestopt = afgewezen(fout ? `inhoud-${fout}` : 'geen-inhoud');
            return { gestopt: true };
          }
          ({ inhoud } = geopend);
          eerder = eerdereInzage(document, { door, nu, wat: { overdracht } });
          if (eerder !== undefined) return { gebeurtenissen: [] };
          return { gebeurtenissen: noteerInzage(casus, { ...omgeving.regels(), nu, door }, { overdracht }) };
        },
        bij: (document) => metInzage(document, eerder),
      };
      let uitkomst = await muteer(omgeving, inzage);
      if (dicht && !kluis.kent(dicht)) {
        // Another instance may have a newer key than this one.
        await kluis.zorgVoor([dicht]);
        if (kluis.kent(dicht)) uitkomst = await muteer(omgeving, inzage);
      }
      const resultaat = afronden(uitkomst, waaromGestopt);
      if (!resultaat.ok || !inhoud) {
        const geweigerd = resultaat.ok ? afgewezen('geen-inhoud') : resultaat;
        if (fout) meldInhoudfout(omgeving, casusnummer, fout);
        else log.info({ uitkomst: geweigerd.code }, 'inhoud');
        return geweigerd;
      }
      log.info({ uitkomst: 'bekeken', casusnummer }, 'inhoud');
      return { ok: true, inhoud, ...zichtOp(aanvrager, resultaat.document, resultaat.casus) };
    },

    async leesToelichting(casusnummer, nr, aanvrager) {
      let gevonden: Gebeurtenis | undefined;
      let eerder: number | undefined;
      let waaromGestopt: Afgewezen | undefined;
      const uitkomst = await muteer(omgeving, {
        casusnummer,
        kring: kringVoor(casusnummer, aanvrager),
        beslis(casus, nu, document) {
          const gebeurtenis = document?.journaal[nr - 1];
          const door = gebeurtenis && magToelichtingZien(aanvrager, document, gebeurtenis);
          if (!casus || !door) return { onbekend: true };
          if (!heeftVrijeTekst(gebeurtenis)) {
            waaromGestopt = afgewezen('geen-toelichting');
            return { gestopt: true };
          }
          gevonden = gebeurtenis;
          const wat = { overdracht: overdrachtVan(gebeurtenis), gebeurtenis: nr };
          eerder = eerdereInzage(document, { door, nu, wat });
          if (eerder !== undefined) return { gebeurtenissen: [] };
          return { gebeurtenissen: noteerInzage(casus, { ...omgeving.regels(), nu, door }, wat) };
        },
        bij: (document) => metInzage(document, eerder),
      });
      const resultaat = afronden(uitkomst, waaromGestopt);
      if (!resultaat.ok) {
        log.info({ uitkomst: resultaat.code }, 'toelichting');
        return resultaat;
      }
      if (!gevonden) return afgewezen('geen-toelichting');
      log.info({ uitkomst: 'gelezen', casusnummer }, 'toelichting');
      return { ok: true, gebeurtenis: gevonden, ...zichtOp(aanvrager, resultaat.document, resultaat.casus) };
    },

    async lees(casusnummer, aanvrager) {
      const kring = kringVoor(casusnummer, aanvrager);
      const gelezen = await opslag.lees(casusnummer, kring);
      // The store leaves out what is not in the kring to save work; that nobody gets to see it is decided here.
      if (!gelezen || !valtIn(kring, gelezen.waarde)) return afgewezen('niet-gevonden');
      return { ok: true, gewijzigd: false, etag: gelezen.etag, ...zichtOp(aanvrager, gelezen.waarde) };
    },

    async zoek({ team, gemeente: gezocht, ...rest }, aanvrager) {
      const gemeente = gezocht === undefined ? undefined : (vindGemeente(omgeving, gezocht) ?? gezocht);
      const vraag = { ...rest, ...(gemeente !== undefined && { gemeente }) };
      const bereik = lijstBereik(aanvrager);
      return opslag.zoek({
        ...vraag,
        voor: EIGEN,
        ...(team !== undefined && { teams: [team] }),
        ...(bereik !== 'alles' && { kenmerk: bereik }),
      });
    },
  };
  return dienst;
}

/** Other casussen in which this team has a wachtlijst, without intervention by its gemeente (§4.2). */
async function wachtlijstElders({ opslag }: Omgeving, team: string, zonder: string): Promise<string[]> {
  const gevonden = await opslag.zoek({ kenmerk: `wachtlijst:${team}`, maximum: 1000 });
  return gevonden.map(({ id }) => id).filter((id) => id !== zonder);
}

/** Registration systems know a gemeente by its name, the adresboek by its key: either will do. */
function vindGemeente(omgeving: Omgeving, gezocht: string): string | undefined {
  const zoek = gezocht.toLowerCase();
  return omgeving
    .adresboek()
    .gegevens.gemeenten.find(({ sleutel, naam }) => sleutel === zoek || naam.toLowerCase() === zoek)?.sleutel;
}

function inhoudVan(opdracht: Extract<Opdracht, { soort: 'overdragen' }>) {
  const { soort: _soort, team: _team, wijze: _wijze, ...inhoud } = opdracht;
  return inhoudSchema.parse(inhoud);
}

/** The first direct identifier in any free text of an opdracht (domein.md §4). */
function vindInTekst(waarde: unknown): Identificatie | undefined {
  if (typeof waarde === 'string') return vindIdentificatie(waarde);
  if (typeof waarde !== 'object' || waarde === null) return undefined;
  for (const deel of Object.values(waarde)) {
    const gevonden = vindInTekst(deel);
    if (gevonden) return gevonden;
  }
  return undefined;
}

const digest = (opdracht: Opdracht): string =>
  createHash('sha256').update(JSON.stringify(opdracht)).digest('base64url');
