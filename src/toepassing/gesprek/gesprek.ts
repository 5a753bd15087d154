/** What the bot says and does in chat: questions, forms, clicks, linking. Knows nothing of Teams. */
import { teksten } from '../../teksten/nl.ts';
import type { Beheerregistratie } from '../beheer/beheerregistratie.ts';
import { maakVerbinding } from '../beheer/gespreksverbinding.ts';
import { maakKoppelen } from '../beheer/koppelen.ts';
import type { Bezorger } from '../bezorging/bezorger.ts';
import type { Dienst } from '../casus/dienst.ts';
import type { Aanvrager } from '../casus/rechten.ts';
import type { Verstrekken } from '../dossier/verstrekken.ts';
import type { Omgeving } from '../omgeving.ts';
import type { Koppelbaar } from '../streek/adressen.ts';
import type { Leden } from '../streek/leden.ts';
import { maakAntwoordkaarten } from './antwoordkaarten.ts';
import { leesKnop, leesOnderwerp } from './formulieren.ts';
import { maakFormulieren } from './formulierkaarten.ts';
import { zeg, type Antwoord, type Gesprek } from './gesprek-poort.ts';
import { maakKnoppen } from './knoppen.ts';
import { maakPubliek } from './publiek.ts';
import { maakToegang } from './toegang.ts';
import { begrijp, type Vraag } from './vraag.ts';
import { maakVragen } from './vragen.ts';

export interface GesprekDelen {
  omgeving: Omgeving;
  dienst: Dienst;
  adressen: Koppelbaar;
  bezorger: Bezorger;
  leden: Leden;
  beheer: Beheerregistratie;
  verstrekken: Verstrekken;
}

/** Questions whose answer hangs on every role of who asks. */
const OVER_ALLES = new Set<string>(['openstaand', 'te-laat', 'mijn-gegevens', 'help'] satisfies Vraag['soort'][]);
const GEEN_CASUS = { casusnummer: undefined };

export function maakGesprek(delen: GesprekDelen): Gesprek {
  const { omgeving, dienst, adressen, bezorger, leden, beheer } = delen;
  const formulieren = maakFormulieren(omgeving);
  const publiek = maakPubliek({ omgeving, adressen });
  const verbinding = maakVerbinding({ omgeving, adressen, bezorger, leden, beheer });
  const koppelen = maakKoppelen({ omgeving, adressen, bezorger, leden, beheer, verbinding });
  const toegang = maakToegang({ omgeving, leden });
  const { antwoordVoor } = toegang;
  const kaarten = maakAntwoordkaarten({ omgeving, dienst });
  const { hulp, uitleg } = kaarten;
  const vragen = maakVragen({ delen, toegang, kaarten, formulieren, koppelen });
  const knoppen = maakKnoppen({ delen, toegang, kaarten, vragen, formulieren, koppelen });

  return {
    async bericht(tekst, beurt) {
      await verbinding.gesproken('bericht', beurt);
      const vraag = begrijp(tekst, omgeving.klok.nu());
      const casusnummer = 'casusnummer' in vraag ? vraag.casusnummer : undefined;
      const zoals = (wie: Aanvrager): Promise<Antwoord> => vragen.bericht(tekst, beurt, wie);
      const gevraagd = { casusnummer, alles: OVER_ALLES.has(vraag.soort) };
      const { aanvrager, antwoord } = await antwoordVoor(beurt, gevraagd, zoals);
      return publiek.deel({ beurt, aanvrager, antwoord, zoals });
    },

    async klik(verb, data, beurt) {
      await verbinding.gesproken('klik', beurt);
      const { aanvrager, antwoord } = await antwoordVoor(beurt, leesKnop(data) ?? GEEN_CASUS, (wie) =>
        knoppen.klik(verb, data, beurt, wie),
      );
      return publiek.deel({
        beurt,
        aanvrager,
        antwoord,
        zoals: (ander) => knoppen.naAndersKlik(verb, data, ander, beurt),
      });
    },

    async ververs(verb, data, beurt) {
      if (verb === 'uitleg') return uitleg(leesOnderwerp(data));
      const knop = leesKnop(data);
      if (verb.startsWith('koppeling-')) return koppelen.verzoeken(beurt);
      if (!knop || verb === 'nieuwe-casus') return zeg(teksten.chat['niets-gedaan']());
      const gelezen = await antwoordVoor(beurt, knop, (wie) => knoppen.herlees(knop, wie));
      return gelezen.antwoord;
    },

    async welkom({ conversatie }) {
      return (await adressen.neemGroet(conversatie, omgeving.klok.nu())) ? hulp(undefined) : undefined;
    },
    async welkomAlsnog({ conversatie }) {
      return (await adressen.neemGroet(conversatie, omgeving.klok.nu(), true)) ? hulp(undefined) : undefined;
    },
    begroet: ({ conversatie }, gelukt) => adressen.groetGedaan(conversatie, gelukt),

    verbroken: verbinding.verbroken,
    hersteld: verbinding.hersteld,
    hernoemd: verbinding.hernoemd,
    ledenGewijzigd: (plek) => leden.vergeet(plek),
  };
}
