/** What the bot says and does in chat: questions, forms, clicks, linking. Knows nothing of Teams. */
import { OPEN_FASEN } from '../kern/casus.ts';
import type { Opdracht } from '../kern/opdrachten.ts';
import { lokaleKlok, toonMoment, toonTermijn, type Instant } from '../kern/werkdagen.ts';
import { teksten } from '../teksten/nl.ts';
import type { Koppelbaar } from './adressen.ts';
import { antwoordModel, lijstModel, statusModel, tijdlijnModel } from './antwoorden.ts';
import type { Bezorger } from './bezorger.ts';
import type { Dienst, Resultaat } from './dienst.ts';
import { isOpdracht, leesKnop, leesMelding, leesOpdracht, type Knop } from './formulieren.ts';
import type { Antwoord, Beurt, Gesprek } from './gesprek-poort.ts';
import { plaatsOntbrekendeKaarten } from './herplaats.ts';
import type { KaartBericht } from './kaartmodellen.ts';
import { overdrachtModel, type Bron } from './kaartgegevens.ts';
import type { Stand } from './mutatie.ts';
import type { Omgeving } from './omgeving.ts';
import type { Aanvrager } from './rechten.ts';
import { magDoen } from './rechten.ts';
import { begrijp, type Vraag } from './vraag.ts';

export interface GesprekDelen {
  omgeving: Omgeving;
  dienst: Dienst;
  adressen: Koppelbaar;
  bezorger: Bezorger;
}

const LIJST_MAX = 20;

const zeg = (tekst: string): Antwoord => ({ soort: 'tekst', tekst });
const toon = (bericht: KaartBericht): Antwoord => ({ soort: 'kaart', bericht });

export function maakGesprek({ omgeving, dienst, adressen, bezorger }: GesprekDelen): Gesprek {
  const aanvragerVan = ({ wie }: Beurt): Aanvrager => ({
    id: wie.aadObjectId,
    naam: wie.naam,
    kanaal: 'teams',
    rollen: omgeving.adresboek().rollen(wie.aadObjectId),
  });
  const heeftRol = (aanvrager: Aanvrager, rol: string): boolean =>
    aanvrager.rollen.some((kandidaat) => kandidaat.rol === rol);
  const isVt = (aanvrager: Aanvrager): boolean => magDoen(aanvrager, 'registreren') !== undefined;
  const bronVan = (stand: Stand): Bron => ({ ...stand, omgeving });

  const hulp = (aanvrager: Aanvrager | undefined): Antwoord =>
    toon({
      kaart: 'hulp',
      model: {
        welkom: aanvrager === undefined,
        isVt: aanvrager === undefined || isVt(aanvrager),
        isBeheerder: aanvrager === undefined || heeftRol(aanvrager, 'beheerder'),
      },
      samenvatting: 'Zicht op veiligheid: wat je kunt vragen',
    });

  function statusKaart(stand: Stand, aanvrager: Aanvrager): Antwoord {
    const model = statusModel(bronVan(stand), aanvrager);
    return model
      ? toon({ kaart: 'status', model, samenvatting: `Status van ${model.casusnummer}` })
      : zeg(teksten.dienst['niet-gevonden']());
  }

  /** Reads the casus for this person, or gives the one answer for "not there" and "not allowed". */
  async function metCasus(
    casusnummer: string,
    aanvrager: Aanvrager,
    doe: (stand: Stand) => Antwoord,
  ): Promise<Antwoord> {
    const gelezen = await dienst.lees(casusnummer, aanvrager);
    return gelezen.ok ? doe(gelezen) : zeg(gelezen.tekst);
  }

  function verantwoordelijk(stand: Stand, op: Instant | undefined): Antwoord {
    const model = antwoordModel(bronVan(stand), op);
    if (model) return toon({ kaart: 'antwoord', model, samenvatting: `Verantwoordelijk voor ${model.casusnummer}` });
    return zeg(teksten.chat['voor-melding']({ casusnummer: stand.casus.casusnummer, op: op ? toonMoment(op) : '' }));
  }

  async function lijst(soort: 'openstaand' | 'te-laat', aanvrager: Aanvrager): Promise<Antwoord> {
    const nu = omgeving.klok.nu();
    const gevonden = await dienst.zoek(
      { maximum: LIJST_MAX + 1, ...(soort === 'te-laat' ? { vervallenOp: nu } : { fasen: OPEN_FASEN }) },
      aanvrager,
    );
    const model = lijstModel(teksten.lijst[soort], gevonden.slice(0, LIJST_MAX), gevonden.length > LIJST_MAX, omgeving);
    return toon({ kaart: 'lijst', model, samenvatting: model.titel });
  }

  const formulierNieuweCasus = (): Antwoord => {
    const { datum, tijd } = lokaleKlok(omgeving.klok.nu());
    const gemeenten = omgeving
      .adresboek()
      .gegevens.gemeenten.map(({ naam, sleutel }) => ({ title: naam, value: sleutel }));
    return toon({
      kaart: 'nieuwe-casus',
      model: { gemeenten, vandaag: datum, nu: tijd, fout: '' },
      samenvatting: 'Nieuwe casus vastleggen',
    });
  };

  function formulierTriage({ casus }: Stand): Antwoord {
    if (casus.fase !== 'triage') {
      const { triage } = casus;
      const gegevens = { op: triage?.op ?? casus.meldingOp, ...(triage?.doorNaam && { doorNaam: triage.doorNaam }) };
      return zeg(teksten.weigering({ code: 'triage-al-afgerond', gegevens }, (sleutel) => sleutel));
    }
    const termijn = casus.termijnen.find(({ naam }) => naam === 'triage');
    return toon({
      kaart: 'triage',
      model: {
        casusnummer: casus.casusnummer,
        versie: casus.versie,
        triageVoor: termijn ? toonTermijn(termijn.vervalt) : '',
        fout: '',
      },
      samenvatting: `Triage afronden van ${casus.casusnummer}`,
    });
  }

  function formulierOverdragen({ casus }: Stand): Antwoord {
    if (casus.fase === 'triage')
      return zeg(teksten.weigering({ code: 'triage-niet-afgerond', gegevens: {} }, (sleutel) => sleutel));
    const { teams } = omgeving.adresboek().gegevens;
    // The teams of the casus's own gemeente come first: that is nearly always where it goes.
    const opVolgorde = teams.toSorted(
      (a, b) => Number(b.gemeente === casus.gemeente) - Number(a.gemeente === casus.gemeente),
    );
    return toon({
      kaart: 'overdragen',
      model: {
        casusnummer: casus.casusnummer,
        versie: casus.versie,
        teams: opVolgorde.map(({ naam, sleutel }) => ({ title: naam, value: sleutel })),
        alleenWarm: casus.triage?.besluit === 'veilig-thuis',
        fout: '',
      },
      samenvatting: `Casus ${casus.casusnummer} overdragen`,
    });
  }

  async function koppel(sleutel: string, { waar }: Beurt): Promise<Antwoord> {
    const boek = omgeving.adresboek();
    const organisaties = [
      'veilig-thuis',
      ...boek.gegevens.teams.map((team) => team.sleutel),
      ...boek.gegevens.gemeenten.map((gemeente) => gemeente.sleutel),
      'stuurgroep',
    ];
    const gezocht = sleutel.toLowerCase();
    if (!organisaties.includes(gezocht)) {
      return zeg(teksten.chat['sleutel-onbekend']({ sleutel, sleutels: organisaties.join(', ') }));
    }
    await adressen.koppel(gezocht, waar.conversatie);
    // What is already on its way must be visible in the new place too; the answer does not wait for it.
    bezorger.volg(plaatsOntbrekendeKaarten(omgeving, bezorger, { organisatie: gezocht, gekoppeld: waar.conversatie }));
    return zeg(teksten.chat.gekoppeld({ naam: boek.naam(gezocht) }));
  }

  async function ontkoppel({ waar }: Beurt): Promise<Antwoord> {
    const weg = await adressen.ontkoppel(waar.conversatie);
    if (weg.length === 0) return zeg(teksten.chat['niet-gekoppeld']());
    return zeg(
      teksten.chat.ontkoppeld({ namen: weg.map((sleutel) => omgeving.adresboek().naam(sleutel)).join(' en ') }),
    );
  }

  async function adresboekAntwoord(): Promise<Antwoord> {
    const { gegevens } = omgeving.adresboek();
    const sleutels = ['veilig-thuis', ...gegevens.teams.map(({ sleutel }) => sleutel), 'stuurgroep'];
    const gevonden = await Promise.all(
      sleutels.map(async (kanaal) => ({ kanaal, bekend: await adressen.zoek({ kanaal }) })),
    );
    const namen = (bekend: boolean): string =>
      gevonden
        .filter((rij) => (rij.bekend !== undefined) === bekend)
        .map(({ kanaal }) => kanaal)
        .join(', ');
    return zeg(teksten.chat.adresboek({ gekoppeld: namen(true), open: namen(false) }));
  }

  async function beantwoord(vraag: Vraag, beurt: Beurt): Promise<Antwoord> {
    const aanvrager = aanvragerVan(beurt);
    switch (vraag.soort) {
      case 'verantwoordelijk':
        return metCasus(vraag.casusnummer, aanvrager, (stand) => verantwoordelijk(stand, vraag.op));
      case 'status':
        return metCasus(vraag.casusnummer, aanvrager, (stand) => statusKaart(stand, aanvrager));
      case 'tijdlijn':
        return metCasus(vraag.casusnummer, aanvrager, (stand) => {
          const model = tijdlijnModel(bronVan(stand));
          return toon({ kaart: 'tijdlijn', model, samenvatting: `Tijdlijn van ${model.casusnummer}` });
        });
      case 'openstaand':
      case 'te-laat':
        return lijst(vraag.soort, aanvrager);
      case 'nieuwe-casus':
        return isVt(aanvrager) ? formulierNieuweCasus() : zeg(teksten.chat['alleen-vt']());
      case 'overdragen':
        return isVt(aanvrager)
          ? metCasus(vraag.casusnummer, aanvrager, formulierOverdragen)
          : zeg(teksten.chat['alleen-vt']());
      case 'help':
        return hulp(aanvrager);
      case 'koppel':
      case 'ontkoppel':
      case 'adresboek':
        if (!heeftRol(aanvrager, 'beheerder')) return zeg(teksten.chat['alleen-beheerder']());
        if (vraag.soort === 'koppel') return koppel(vraag.sleutel, beurt);
        return vraag.soort === 'ontkoppel' ? ontkoppel(beurt) : adresboekAntwoord();
      case 'datum-onduidelijk':
        return zeg(teksten.chat[vraag.soort]({ tekst: vraag.tekst }));
      case 'casusnummer-ontbreekt':
      case 'sleutel-ontbreekt':
      case 'meer-casusnummers':
      case 'leeg':
      case 'te-lang':
      case 'onbekend':
        return zeg(teksten.chat[vraag.soort]());
      case 'bezorging':
      case 'mijn-gegevens':
      case 'uitleg':
        return zeg(teksten.chat.onbekend());
    }
  }

  /** After a click: the card it stood on, drawn anew; a form or a question's card becomes the status. */
  function naKlik(stand: Stand, knop: Knop, aanvrager: Aanvrager): Antwoord {
    const overdracht = stand.casus.overdrachten.find(({ nr }) => nr === knop.overdracht);
    const opKaart = knop.kaart === 'overdracht' || knop.kaart === 'volgkaart' || knop.kaart === 'ping';
    if (!overdracht || !opKaart) return statusKaart(stand, aanvrager);
    const kaart = knop.kaart === 'volgkaart' ? 'volgkaart' : 'overdracht';
    const samenvatting = `Overdracht ${stand.casus.casusnummer}`;
    return toon({ kaart, model: overdrachtModel(kaart, overdracht, bronVan(stand)), samenvatting });
  }

  const antwoordOp = (resultaat: Resultaat, knop: Knop, aanvrager: Aanvrager): Antwoord =>
    resultaat.ok ? naKlik(resultaat, knop, aanvrager) : zeg(resultaat.tekst);

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
      return zeg(bekend.ok ? teksten.chat['vul-in']({ velden: gelezen.fouten.join(', ') }) : bekend.tekst);
    }
    const { casusnummer, overdracht } = knop;
    const resultaat = await dienst.voerUit({
      casusnummer,
      opdracht: gelezen.goed,
      aanvrager,
      ...(overdracht ? { overdracht } : {}),
    });
    return antwoordOp(resultaat, knop, aanvrager);
  }

  return {
    bericht: (tekst, beurt) => beantwoord(begrijp(tekst, omgeving.klok.nu()), beurt),

    async klik(verb, data, beurt) {
      const aanvrager = aanvragerVan(beurt);
      if (verb === 'nieuwe-casus') {
        const gelezen = leesMelding(data);
        if ('fouten' in gelezen) return zeg(teksten.chat['vul-in']({ velden: gelezen.fouten.join(', ') }));
        const resultaat = await dienst.registreer(gelezen.goed, aanvrager);
        return resultaat.ok ? statusKaart(resultaat, aanvrager) : zeg(resultaat.tekst);
      }
      const knop = leesKnop(data);
      if (!knop) return zeg(teksten.chat['knop-onbekend']());
      if (isOpdracht(verb)) return opdracht(verb, data, knop, aanvrager);
      switch (verb) {
        case 'formulier-triage':
          return isVt(aanvrager)
            ? metCasus(knop.casusnummer, aanvrager, formulierTriage)
            : zeg(teksten.chat['alleen-vt']());
        case 'formulier-overdragen':
          return beantwoord({ soort: 'overdragen', casusnummer: knop.casusnummer }, beurt);
        case 'status':
        case 'tijdlijn':
          return beantwoord({ soort: verb, casusnummer: knop.casusnummer }, beurt);
        default:
          return zeg(teksten.chat['knop-onbekend']());
      }
    },

    async welkom(waar) {
      return (await adressen.eersteGroet(waar.conversatie)) ? hulp(undefined) : undefined;
    },
  };
}
