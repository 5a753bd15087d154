/** Carries out an opdracht on one casus: rights, keys and content around the decision of the core. */
import { createHash } from 'node:crypto';
import { beslis } from '../../kern/beslis.ts';
import { vindIdentificatie, type Identificatie } from '../../kern/identificatie/identificatie.ts';
import { inhoudSchema } from '../../kern/onderwerpen/overdracht.ts';
import type { Opdracht } from '../../kern/opdrachten.ts';
import { isZelfdeInhoud } from '../bewijs/inhoudkluis.ts';
import { afdruk, nieuwZout } from '../bewijs/keten.ts';
import type { Omgeving } from '../omgeving.ts';
import type { CasusDocument, Kring } from '../poorten.ts';
import { casusVan, valtIn } from './casusdocument.ts';
import { isVol, metSleutel, vindSleutel } from './herhaalsleutels.ts';
import { muteer } from './mutatie.ts';
import type { Geraakt, Opdrachtgevolgen } from './opdrachtgevolgen.ts';
import { magDoen, type Aanvrager } from './rechten.ts';
import { afgewezen, gezien, kringVoor, type Afgewezen, type Afronding, type Gezien } from './resultaat.ts';
import { heeftTeamWachtlijst } from './wachtlijst/teamlijst.ts';

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

export function maakVoerUit(
  omgeving: Omgeving,
  { rondAf, noteer }: Afronding,
  gevolgen: Opdrachtgevolgen,
): (verzoek: Opdrachtverzoek) => Promise<Gezien> {
  const { kluis } = omgeving;
  return async ({
    casusnummer,
    opdracht,
    aanvrager,
    overdracht,
    etags,
    sleutel,
    vorigeSleutel = sleutel,
    opWachtlijst,
  }: Opdrachtverzoek) => {
    const persoonsgegeven = vindInTekst(opdracht);
    if (persoonsgegeven) {
      return noteer(opdracht.soort, undefined, afgewezen('persoonsgegeven', { soort: persoonsgegeven }));
    }
    if (opdracht.soort === 'overdragen' && !omgeving.adresboek().team(opdracht.team)) {
      return noteer(opdracht.soort, undefined, afgewezen('team-onbekend', { team: opdracht.team }));
    }
    const kring = kringVoor(casusnummer, aanvrager);
    const team = await teamDatKrijgt(omgeving, opdracht, casusnummer, kring);
    const teamHeeftWachtlijst = team !== undefined && (await heeftTeamWachtlijst(omgeving, team));
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
    let resultaat = rondAf(uitkomst, waaromGestopt);
    bekend ||= uitkomst.soort === 'verouderd';
    if (!resultaat.ok && bekend) resultaat = { ...resultaat, bekend };
    // What stands there already may have stopped halfway the team's other casussen: they are gone through again.
    const opnieuw = opdracht.soort === 'interventie-gemeente-vastleggen' || opdracht.soort === 'wachtlijst-melden';
    if (resultaat.ok && (resultaat.gewijzigd || opnieuw)) {
      if (geraakt === 'nee' && resultaat.casus.fase === 'triage') geraakt = 'nieuw';
      opWachtlijst?.(geraakt);
      if (!opWachtlijst) await gevolgen.werkBij(geraakt);
      const eldersMislukt = await gevolgen.elders(resultaat, opdracht, {
        aanvrager,
        ...(overdracht !== undefined && { overdracht }),
      });
      if (eldersMislukt > 0) resultaat = { ...resultaat, eldersMislukt };
    }
    return gezien(noteer(opdracht.soort, bekend ? casusnummer : undefined, resultaat), aanvrager);
  };
}

/**
 * The team that would be responsible after this opdracht, or is to confirm it; `undefined` when there is none. A casus
 * outside the kring has none either: what is asked of the store for it would tell it from one that is not there.
 */
async function teamDatKrijgt(
  { opslag }: Omgeving,
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
