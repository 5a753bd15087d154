/** The cards with which the bot answers: a casus as somebody sees it, a list, an explanation, the card somebody came from. */
import { lopendeOverdracht, OPEN_FASEN } from '../../kern/casus.ts';
import { toonMoment, type Instant } from '../../kern/tijd/werkdagen.ts';
import { teksten } from '../../teksten/nl.ts';
import { ONDERWERPEN, type Onderwerp } from '../../teksten/onderwerp.ts';
import { alineasVan, UITLEG, zoekUitleg } from '../../teksten/uitleg.nl.ts';
import type { Dienst } from '../casus/dienst.ts';
import { overdrachtVan, vertrokkenOp, ziet, zietMoment, type Gezicht } from '../casus/gezicht.ts';
import type { Aanvrager } from '../casus/rechten.ts';
import { zoekWachtenden } from '../casus/wachtlijstregistratie.ts';
import type { Kaartbron } from '../kaarten/kaartdelen.ts';
import { kaartBericht, overdrachtModel } from '../kaarten/kaartgegevens.ts';
import { leesTerugweg, type Terugweg } from '../kaarten/terugweg.ts';
import { screeningModel } from '../kaarten/wachtlijstkaarten.ts';
import type { Omgeving } from '../omgeving.ts';
import { VEILIG_THUIS, type PostvakItem } from '../poorten.ts';
import { antwoordModel, lijstModel, statusModel, tijdlijnModel } from './antwoorden.ts';
import type { Knop } from './formulieren.ts';
import { toon, zeg, type Antwoord } from './gesprek-poort.ts';
import { heeftRol, magAllesZien } from './toegang.ts';

const LIJST_MAX = 20;

/** Cards of which a click shows the card of the overdracht again. */
const OP_KAART = new Set(['overdracht', 'volgkaart', 'ping', 'voortgang']);

/** What a card is drawn from, for whoever has this sight of the casus. */
export const bronVan = (omgeving: Omgeving, { casus, huidig, document, zicht }: Gezicht): Kaartbron => ({
  casus,
  huidig,
  document,
  zicht,
  omgeving,
});

export type Antwoordkaarten = ReturnType<typeof maakAntwoordkaarten>;

export function maakAntwoordkaarten({ omgeving, dienst }: { omgeving: Omgeving; dienst: Pick<Dienst, 'zoek'> }) {
  const hulp = (aanvrager: Aanvrager | undefined): Antwoord =>
    toon({
      kaart: 'hulp',
      model: {
        welkom: aanvrager === undefined,
        isVt: aanvrager === undefined || magAllesZien(aanvrager),
        isBeheerder: aanvrager === undefined || heeftRol(aanvrager, 'beheerder'),
      },
      samenvatting: 'Zicht op veiligheid: wat je kunt vragen',
    });

  function statusKaart(stand: Gezicht, aanvrager: Aanvrager): Antwoord {
    const model = statusModel(bronVan(omgeving, stand), aanvrager);
    return model
      ? toon({ kaart: 'status', model, samenvatting: `Status van ${model.casusnummer}` })
      : zeg(teksten.dienst['niet-gevonden'](), 'streek');
  }

  function verantwoordelijk(stand: Gezicht, op: Instant | undefined): Antwoord {
    const nu = omgeving.klok.nu();
    if (!zietMoment(stand.zicht, op ?? nu, nu)) return buitenDeel(stand);
    const model = antwoordModel(bronVan(omgeving, stand), op);
    if (model) return toon({ kaart: 'antwoord', model, samenvatting: `Verantwoordelijk voor ${model.casusnummer}` });
    return zeg(
      teksten.chat['voor-melding']({ casusnummer: stand.casus.casusnummer, op: op ? toonMoment(op) : '' }),
      'casus',
    );
  }

  const buitenDeel = ({ zicht }: Gezicht): Antwoord =>
    zeg(
      zicht.soort === 'stand'
        ? teksten.chat['alleen-stand']()
        : teksten.chat['niet-meer-bij-team']({ op: toonMoment(vertrokkenOp(zicht) ?? omgeving.klok.nu()) }),
      'casus',
    );

  async function lijst(soort: 'openstaand' | 'te-laat', aanvrager: Aanvrager): Promise<Antwoord> {
    const nu = omgeving.klok.nu();
    const gevonden = await dienst.zoek(
      { maximum: LIJST_MAX + 1, ...(soort === 'te-laat' ? { vervallenOp: nu } : { fasen: OPEN_FASEN }) },
      aanvrager,
    );
    const onvolledig = aanvrager.ledenOnbekend === true && !magAllesZien(aanvrager);
    const model = lijstModel(teksten.lijst[soort], gevonden, { maximum: LIJST_MAX, onvolledig }, omgeving);
    return toon({ kaart: 'lijst', model, samenvatting: model.titel });
  }

  /** After a click: the card it stood on, drawn anew; a form or a question's card becomes the status. */
  function naKlik(stand: Gezicht, knop: Knop, aanvrager: Aanvrager): Antwoord {
    const { zicht } = stand;
    const overdracht = stand.casus.overdrachten.find(({ nr }) => nr === knop.overdracht);
    // Which card it was is for the clicker to say, so what is drawn must be theirs to see.
    const eigen =
      overdracht && (zicht.soort === 'alles' || (zicht.soort === 'deel' && zicht.teams.includes(overdracht.team)));
    if (!eigen || !OP_KAART.has(knop.kaart ?? '')) return statusKaart(stand, aanvrager);
    const kaart = knop.kaart === 'volgkaart' && zicht.soort === 'alles' ? 'volgkaart' : 'overdracht';
    const samenvatting = `Overdracht ${stand.casus.casusnummer}`;
    return toon({ kaart, model: overdrachtModel(kaart, overdracht, bronVan(omgeving, stand)), samenvatting });
  }

  /** The card that another was opened from, drawn anew: what it shows is judged by who asks. */
  function terugNaarKaart(stand: Gezicht, knop: Knop, terug: string, aanvrager: Aanvrager): Antwoord {
    const weg = leesTerugweg(terug);
    switch (weg.kaart) {
      case 'overdracht':
      case 'volgkaart':
        return naKlik(stand, { ...knop, kaart: weg.kaart }, aanvrager);
      case 'tijdlijn':
        return tijdlijn(stand);
      case 'antwoord':
        return verantwoordelijk(stand, weg.op);
      case 'voortgang':
      case 'ping':
        return terugNaarBericht(stand, weg, aanvrager) ?? naKlik(stand, { ...knop, kaart: weg.kaart }, aanvrager);
      case 'status':
        return statusKaart(stand, aanvrager);
    }
  }

  /** `undefined` when it has nothing left to say, or was for others. */
  function terugNaarBericht(
    stand: Gezicht,
    { kaart, nr, aan, stappen }: Extract<Terugweg, { stappen: unknown }>,
    { id }: Aanvrager,
  ): Antwoord | undefined {
    const { zicht, document } = stand;
    const gebeurtenis = document.journaal[nr - 1];
    const voorVt = aan === 'kanaal-vt' || aan === 'leidinggevende-vt';
    if (!gebeurtenis || !ziet(zicht, gebeurtenis) || (voorVt && zicht.soort !== 'alles')) return undefined;
    const overdracht = overdrachtVan(gebeurtenis) || lopendeOverdracht(stand.casus)?.nr;
    const team = stand.casus.overdrachten.find((een) => een.nr === overdracht)?.team;
    const kanaal = voorVt ? VEILIG_THUIS : team;
    const item: PostvakItem = {
      nr,
      kaart,
      aan,
      stappen,
      ...(overdracht !== undefined && { overdracht }),
      ...(team !== undefined && { team }),
      sleutel: '',
      adres: kanaal !== undefined && aan.startsWith('kanaal') ? { kanaal } : { persoon: id },
      pogingen: 0,
      gemaaktOp: omgeving.klok.nu(),
      nietVoor: omgeving.klok.nu(),
    };
    const bericht = kaartBericht(item, { stuk: stand.casus, document: stand.document, omgeving });
    if (!bericht || (bericht.kaart === 'ping' && bericht.model.stappen.length === 0)) return undefined;
    // Nobody is called upon by who looks at it again.
    const { vermeldingen: _vermeldingen, dringend: _dringend, ...zonder } = bericht;
    return toon(zonder.kaart === 'ping' ? { ...zonder, model: { ...zonder.model, aanhef: '' } } : zonder);
  }

  function tijdlijn(stand: Gezicht): Antwoord {
    if (stand.zicht.soort === 'stand') return buitenDeel(stand);
    const model = tijdlijnModel(bronVan(omgeving, stand));
    return toon({ kaart: 'tijdlijn', model, samenvatting: `Tijdlijn van ${model.casusnummer}` });
  }

  const screening = async (): Promise<Antwoord> =>
    toon({
      kaart: 'screening',
      model: screeningModel(await zoekWachtenden(omgeving), omgeving),
      samenvatting: 'Dagelijkse screening',
    });

  function uitleg(gevraagd: string): Antwoord {
    const onderwerp = zoekUitleg(gevraagd);
    const gekozen = onderwerp === undefined ? undefined : UITLEG[onderwerp];
    const meer: readonly Onderwerp[] = gekozen?.zieOok ?? ONDERWERPEN;
    return toon({
      kaart: 'uitleg',
      model: {
        titel: gekozen?.titel ?? teksten.uitleg.titel,
        alineas:
          onderwerp === undefined
            ? [gevraagd === '' ? teksten.uitleg.kies : teksten.uitleg.onbekend]
            : alineasVan(onderwerp, omgeving.regels().beleid),
        bron: gekozen?.bron ?? '',
        meer: meer.map((ander) => ({ onderwerp: ander, titel: UITLEG[ander].titel })),
      },
      samenvatting: gekozen?.titel ?? teksten.uitleg.titel,
    });
  }

  return { hulp, statusKaart, verantwoordelijk, lijst, naKlik, terugNaarKaart, tijdlijn, screening, uitleg };
}
