/** Every Dutch sentence of the use cases that does not stand in a card template, put together. Taalniveau B1. */
import { CHAT } from './bot/antwoorden.nl.ts';
import { bezorgingTeksten } from './bot/bezorging.nl.ts';
import { DIENST } from './bot/dienst.nl.ts';
import { kaartTeksten } from './bot/kaart.nl.ts';
import { mijnGegevens, rolNaam } from './bot/mijn-gegevens.nl.ts';
import { toezichtTeksten } from './bot/toezicht.nl.ts';
import { INFORMATIE } from './onderwerpen/informeren.nl.ts';
import { AKKOORD, GESPREK, voorstel } from './onderwerpen/meningsverschil.nl.ts';
import { AANPAKFASE } from './onderwerpen/oppakken.nl.ts';
import { contact } from './onderwerpen/overdracht.nl.ts';
import { SIGNAAL, signaalVan } from './onderwerpen/terug.nl.ts';
import { BESLUIT, CONCLUSIE } from './onderwerpen/triage.nl.ts';
import { SCREENING, tempo } from './onderwerpen/wachtlijst-vt.nl.ts';
import { FASE, RUST, VERTROKKEN } from './onderwerpen/zicht.nl.ts';
import { termijnTeksten } from './termijnen.nl.ts';
import { tijdlijnTeksten } from './tijdlijn.nl.ts';
import { UITLEG_BIJ_WEIGERING, weigering } from './weigeringen.nl.ts';

export const teksten = {
  weigering,
  dienst: DIENST,
  chat: CHAT,
  mijnGegevens,
  rol: rolNaam,
  conclusie: CONCLUSIE,
  besluit: BESLUIT,
  fase: FASE,
  vertrokken: VERTROKKEN,
  rust: RUST,
  contact,
  aanpakfase: AANPAKFASE,
  signaal: SIGNAAL,
  signaalVan,
  informatie: INFORMATIE,
  meningsverschil: GESPREK,
  voorstel,
  via: { ...AKKOORD, teams: 'in Teams' },
  wachtlijstVt: 'Wachtlijst Veilig Thuis',
  screening: SCREENING,
  tempo,
  uitleg: {
    titel: 'Uitleg',
    kies: 'Kies een onderwerp, of typ bijvoorbeeld: uitleg wachtlijst.',
    onbekend: 'Over dit onderwerp heb ik geen uitleg. Kies een van de onderwerpen hieronder.',
    /** Which explanation helps with which refusal; the words as they can be typed. */
    bijWeigering: UITLEG_BIJ_WEIGERING,
  },
  ...termijnTeksten,
  ...tijdlijnTeksten,
  ...bezorgingTeksten,
  ...toezichtTeksten,
  ...kaartTeksten,
} as const;
