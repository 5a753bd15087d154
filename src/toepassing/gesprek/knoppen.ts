/** What somebody clicks, carried out or shown. */
import { createHash } from 'node:crypto';
import type { Opdracht } from '../../kern/opdrachten.ts';
import { verschuif, type Instant } from '../../kern/tijd/werkdagen.ts';
import { teksten } from '../../teksten/nl.ts';
import type { Koppelen } from '../beheer/koppelen.ts';
import type { Dienst } from '../casus/dienst.ts';
import { KLIK_SLEUTEL } from '../casus/herhaalsleutels.ts';
import { magDoen, type Aanvrager } from '../casus/rechten.ts';
import type { Gezien } from '../casus/resultaat.ts';
import { WACHTLIJST_VT } from '../casus/wachtlijstregistratie.ts';
import { toelichtingModel } from '../kaarten/toelichting.ts';
import type { Omgeving } from '../omgeving.ts';
import { actiesModel, inhoudModel } from './antwoorden.ts';
import { bronVan, type Antwoordkaarten } from './antwoordkaarten.ts';
import {
  isOpdracht,
  leesCasusnummers,
  leesKnop,
  leesMelding,
  leesOnderwerp,
  leesOpdracht,
  leesVerzoek,
  MEESTE_CASUSSEN,
  type Knop,
} from './formulieren.ts';
import type { Formulieren } from './formulierkaarten.ts';
import { toon, zeg, type Antwoord, type Beurt } from './gesprek-poort.ts';
import { magAllesZien, type Vragertoegang } from './toegang.ts';
import type { Vragen } from './vragen.ts';

/** A click that Teams sends again comes within this time: one from before midnight is not of the new day. */
const HERBEZORGD_MS = 2 * 60_000;

/** Clicks that only ask: what another would get for them can be asked again without doing anything. */
const VRAAGT = new Set([
  'status',
  'tijdlijn',
  'acties',
  'formulier-triage',
  'formulier-herziening',
  'formulier-overdragen',
]);

/** The button under the list of the screening card; a client may leave a list out in which nothing is ticked. */
const isGekozen = ({ kaart, casusnummer }: Knop, data: unknown): boolean =>
  kaart === 'screening' &&
  (casusnummer === WACHTLIJST_VT || (typeof data === 'object' && data !== null && 'casusnummers' in data));

/** Where a card that is opened from this button leads back to. */
const herkomst = ({ terug, kaart = '' }: Knop): string => terug ?? kaart;

/**
 * The same click, also redelivered under another id, has the same key: who, which button, what was filled in, and the
 * day, because a signal that is given again on another day is news.
 */
function klikSleutel(soort: string, data: unknown, { id }: Aanvrager, dag: Instant): string {
  return (
    KLIK_SLEUTEL +
    createHash('sha256')
      .update(JSON.stringify([id, soort, data, dag]))
      .digest('base64url')
  );
}

export interface Knoppen {
  /** The answer for someone, wherever it is to be read. */
  klik(verb: string, data: unknown, beurt: Beurt, aanvrager: Aanvrager): Promise<Antwoord>;
  /** What the same click shows to someone else once it has been dealt with; nothing is done again. */
  naAndersKlik(verb: string, data: unknown, ander: Aanvrager, beurt: Beurt): Promise<Antwoord>;
  /** The card of this button as it is now for this person. */
  herlees(knop: Knop, ander: Aanvrager): Promise<Antwoord>;
}

export interface KnoppenDelen {
  delen: { omgeving: Omgeving; dienst: Dienst };
  toegang: Vragertoegang;
  kaarten: Antwoordkaarten;
  vragen: Vragen;
  formulieren: Formulieren;
  koppelen: Koppelen;
}

export function maakKnoppen({ delen, toegang, kaarten, vragen, formulieren, koppelen }: KnoppenDelen): Knoppen {
  const { omgeving, dienst } = delen;
  const { afgewezen, alleenVt, geenToegang } = toegang;
  const { statusKaart, naKlik, terugNaarKaart, screening, uitleg } = kaarten;
  const { beantwoord, metCasus } = vragen;

  async function antwoordOp(resultaat: Gezien, knop: Knop, aanvrager: Aanvrager): Promise<Antwoord> {
    if (!resultaat.ok) return afgewezen(resultaat, aanvrager);
    if (resultaat.eldersMislukt) {
      return zeg(teksten.chat['elders-mislukt']({ aantal: String(resultaat.eldersMislukt) }));
    }
    return knop.kaart === 'screening' && magAllesZien(aanvrager) ? screening() : naKlik(resultaat, knop, aanvrager);
  }

  async function bekijk(knop: Knop, aanvrager: Aanvrager): Promise<Antwoord> {
    const { casusnummer, overdracht = 0, pagina = 1 } = knop;
    const resultaat = await dienst.bekijk(casusnummer, overdracht, aanvrager);
    if (!resultaat.ok) return afgewezen(resultaat, aanvrager);
    const model = inhoudModel(bronVan(omgeving, resultaat), {
      nr: overdracht,
      inhoud: resultaat.inhoud,
      pagina,
      terug: herkomst(knop),
    });
    return model
      ? toon({ kaart: 'inhoud', model, samenvatting: `Overdracht ${casusnummer}` })
      : zeg(teksten.dienst['geen-inhoud']());
  }

  /** The list of the screening card stands for many meldingen; each is done by itself, and one stops no other (Add.7). */
  async function screenGekozen(data: unknown, aanvrager: Aanvrager): Promise<Antwoord> {
    const gelezen = leesCasusnummers(data);
    const nummers = 'goed' in gelezen ? gelezen.goed : [];
    if (nummers.length === 0) {
      if (!magAllesZien(aanvrager)) return geenToegang(teksten.dienst['geen-recht'](), aanvrager);
      return zeg('fouten' in gelezen ? teksten.screening.teVeel(MEESTE_CASUSSEN) : teksten.screening.kies);
    }
    const sleutels = sleutelsVoor('gescreend', data, aanvrager);
    const uitslagen = await dienst.voerElkUit(nummers, { opdracht: { soort: 'gescreend' }, aanvrager, ...sleutels });
    const mislukt = new Map<string, string[]>();
    for (const { casusnummer, resultaat } of uitslagen) {
      if (!resultaat.ok) mislukt.set(resultaat.tekst, [...(mislukt.get(resultaat.tekst) ?? []), casusnummer]);
    }
    if (mislukt.size === 0 && magAllesZien(aanvrager)) return screening();
    const gelukt = uitslagen.filter(({ resultaat }) => resultaat.ok).length;
    return geenToegang(teksten.screening.deels(gelukt, mislukt), aanvrager);
  }

  function sleutelsVoor(soort: Opdracht['soort'], data: unknown, aanvrager: Aanvrager) {
    const nu = omgeving.klok.nu();
    const sleutelOp = (moment: Instant): string =>
      klikSleutel(soort, data, aanvrager, omgeving.regels().kalender.beginVanDag(moment));
    return { sleutel: sleutelOp(nu), vorigeSleutel: sleutelOp(verschuif(nu, -HERBEZORGD_MS)) };
  }

  /** What people typed in an event, for this person alone. */
  async function toelichting(knop: Knop, aanvrager: Aanvrager): Promise<Antwoord> {
    const { casusnummer, gebeurtenis } = knop;
    if (gebeurtenis === undefined) return zeg(teksten.chat['vul-in']({ velden: 'wat je wilt lezen' }));
    const resultaat = await dienst.leesToelichting(casusnummer, gebeurtenis, aanvrager);
    if (!resultaat.ok) return afgewezen(resultaat, aanvrager);
    const model = toelichtingModel(resultaat.gebeurtenis, bronVan(omgeving, resultaat), herkomst(knop));
    return toon({ kaart: 'toelichting', model, samenvatting: `Toelichting bij ${casusnummer}` });
  }

  async function opdracht(
    soort: Opdracht['soort'],
    data: unknown,
    knop: Knop,
    aanvrager: Aanvrager,
  ): Promise<Antwoord> {
    // Whoever may not act hears that first, whatever else is wrong with the form.
    const gelezen = leesOpdracht(soort, data);
    if ('fouten' in gelezen) {
      const bekend = await dienst.lees(knop.casusnummer, aanvrager);
      if (!bekend.ok) return afgewezen(bekend, aanvrager);
      if (!magDoen(aanvrager, soort, bekend.huidig)) return geenToegang(teksten.dienst['geen-recht'](), aanvrager);
      return zeg(teksten.chat['vul-in']({ velden: gelezen.fouten.join(', ') }), 'casus');
    }
    const { casusnummer, overdracht } = knop;
    const resultaat = await dienst.voerUit({
      casusnummer,
      opdracht: gelezen.goed,
      aanvrager,
      ...sleutelsVoor(soort, data, aanvrager),
      ...(overdracht ? { overdracht } : {}),
    });
    return antwoordOp(resultaat, knop, aanvrager);
  }

  async function klik(verb: string, data: unknown, beurt: Beurt, aanvrager: Aanvrager): Promise<Antwoord> {
    if (verb === 'nieuwe-casus') {
      const gelezen = leesMelding(data);
      if ('fouten' in gelezen) return zeg(teksten.chat['vul-in']({ velden: gelezen.fouten.join(', ') }), 'ieder');
      const resultaat = await dienst.registreer(gelezen.goed, aanvrager);
      return resultaat.ok ? statusKaart(resultaat, aanvrager) : afgewezen(resultaat, aanvrager);
    }
    if (verb === 'uitleg') return uitleg(leesOnderwerp(data));
    if (verb === 'koppeling-goedkeuren' || verb === 'koppeling-afkeuren') {
      const verzoek = leesVerzoek(data);
      if (verzoek === undefined) return zeg(teksten.chat['knop-onbekend']());
      return koppelen.beslis(verzoek, verb === 'koppeling-goedkeuren', beurt);
    }
    const knop = leesKnop(data);
    if (!knop) return zeg(teksten.chat['knop-onbekend'](), 'ieder');
    if (verb === 'gescreend' && isGekozen(knop, data)) return screenGekozen(data, aanvrager);
    if (isOpdracht(verb)) return opdracht(verb, data, knop, aanvrager);
    switch (verb) {
      case 'formulier-triage':
        return magAllesZien(aanvrager)
          ? metCasus(knop.casusnummer, aanvrager, formulieren.triage)
          : alleenVt(aanvrager);
      case 'formulier-overdragen':
        return beantwoord({ soort: 'overdragen', casusnummer: knop.casusnummer }, aanvrager, beurt);
      case 'acties':
        return metCasus(knop.casusnummer, aanvrager, (stand) => {
          const model = actiesModel(bronVan(omgeving, stand), aanvrager, herkomst(knop));
          return toon({ kaart: 'acties', model, samenvatting: `Wat kun je doen met ${model.casusnummer}` });
        });
      case 'bekijk-overdracht':
        return bekijk(knop, aanvrager);
      case 'toelichting':
        return toelichting(knop, aanvrager);
      case 'terug':
        return metCasus(knop.casusnummer, aanvrager, (stand) => terugNaarKaart(stand, knop, herkomst(knop), aanvrager));
      case 'formulier-herziening':
        return magAllesZien(aanvrager)
          ? metCasus(knop.casusnummer, aanvrager, formulieren.herziening)
          : alleenVt(aanvrager);
      case 'status':
      case 'tijdlijn':
        return beantwoord({ soort: verb, casusnummer: knop.casusnummer }, aanvrager, beurt);
      default:
        return zeg(teksten.chat['knop-onbekend'](), 'ieder');
    }
  }

  function naAndersKlik(verb: string, data: unknown, ander: Aanvrager, beurt: Beurt): Promise<Antwoord> {
    if (VRAAGT.has(verb)) return klik(verb, data, beurt, ander);
    const knop = leesKnop(data);
    return knop ? herlees(knop, ander) : Promise.resolve(zeg(teksten.chat['knop-onbekend'](), 'ieder'));
  }

  const herlees = async (knop: Knop, ander: Aanvrager): Promise<Antwoord> =>
    antwoordOp(await dienst.lees(knop.casusnummer, ander), knop, ander);

  return { klik, naAndersKlik, herlees };
}
