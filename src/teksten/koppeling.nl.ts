/** What is said of the link between an organisation and a conversation, on its card and elsewhere. Taalniveau B1. */
import type { Breuk } from '../kern/eigen/verbinding.ts';
import { toonMoment } from '../kern/tijd/werkdagen.ts';
import type { Onderwerpteksten } from './onderwerp.ts';
import { opsomming } from './taal/woorden.nl.ts';

interface Wie {
  door: string;
  op: string;
}

interface Verbinding {
  op: string;
  naam: string;
  gesprek: string;
  breuk: Breuk;
}

const BREUK: Record<Breuk, string> = {
  'bot-verwijderd': 'de app is daar weggehaald',
  'kanaal-verwijderd': 'het kanaal is verwijderd',
  'team-gearchiveerd': 'het team is gearchiveerd in Teams',
  'team-verwijderd': 'het team is verwijderd in Teams',
  'app-verwijderd': 'de app is verwijderd',
};

/** What a beheerder does about it; `sleutel` is the organisation's key. */
const ELDERS = (sleutel: string): string => `Kan dat niet? Koppel dan een ander kanaal met: koppel ${sleutel}.`;
const DOEN: Record<Breuk, (sleutel: string) => string> = {
  'bot-verwijderd': (sleutel) => `Beheerder: voeg de app daar weer toe. ${ELDERS(sleutel)}`,
  'kanaal-verwijderd': (sleutel) => `Beheerder: laat het kanaal terugzetten. ${ELDERS(sleutel)}`,
  'team-gearchiveerd': (sleutel) => `Beheerder: laat het team herstellen uit het archief. ${ELDERS(sleutel)}`,
  'team-verwijderd': (sleutel) => `Beheerder: laat het team terugzetten. ${ELDERS(sleutel)}`,
  'app-verwijderd': (sleutel) => `Beheerder: voeg de app weer toe. ${ELDERS(sleutel)}`,
};

/** How a request to link a conversation ended. */
const VERZOEK = {
  goedgekeurd: (op: string): string => `Dit verzoek is goedgekeurd op ${op}. Je hoeft niets meer te doen.`,
  afgewezen: (op: string): string => `Dit verzoek is afgekeurd op ${op}. Er is niets gekoppeld.`,
  vervangen: 'Er is een nieuwer verzoek. Dit verzoek geldt niet meer. Typ koppelingen om het nieuwe te zien.',
  verlopen: (op: string): string =>
    `Dit verzoek is vervallen op ${op}. Vraag de beheerder om het opnieuw te doen, als het nog nodig is.`,
} as const;

/** One line in the journal. */
const VERBINDING = {
  verbroken: (breuk: Breuk, naam: string): string => `Niet meer te bereiken in Teams: ${naam} (${BREUK[breuk]})`,
  hersteld: (breuk: Breuk, naam: string): string => `Weer te bereiken in Teams: ${naam} (was: ${BREUK[breuk]})`,
} as const;

export const koppelingTeksten = {
  samenvatting: (titel: string): string => `Koppeling: ${titel}`,
  beheerder: 'een beheerder',
  oudGesprek: 'het gesprek dat de koppeling kwijt is',
  /** `het kanaal Wijkteam – Algemeen`, or `een kanaal` where Teams gave no name. */
  gesprek: (soort: 'kanaal' | 'groep', naam: string): string => {
    if (naam !== '') return `${soort === 'kanaal' ? 'het kanaal' : 'de groepschat'} ${naam}`;
    return soort === 'kanaal' ? 'een kanaal zonder bekende naam' : 'een groepschat zonder bekende naam';
  },
  gevraagd: (g: Wie & { gesprek: string; vt: string; vervalt: string }) => ({
    titel: `Mag dit gesprek van ${g.vt} worden?`,
    alineas: [
      `Een beheerder vraagt dit: ${g.door}, op ${g.op}. Het gaat om ${g.gesprek}.`,
      `Keur je dit goed, dan hoort iedereen in dat gesprek bij ${g.vt}. Zij zien dan alle casussen van de regio, met de inhoud. Zij kunnen ook alles doen wat een medewerker kan.`,
      `Alle berichten voor ${g.vt} komen dan in dat gesprek. Had ${g.vt} al een gesprek? Dan raakt dat de koppeling kwijt.`,
      'Ken je dit gesprek niet? Of weet je niet wie erin zit? Keur het dan af en bel de beheerder.',
      `Geef antwoord voor ${g.vervalt}. Daarna vervalt het verzoek. Tot je antwoordt, verandert er niets.`,
    ],
  }),
  besluit: VERZOEK,
  vervangen: (g: Wie & { gesprek: string; vt: string }) => ({
    titel: 'Er is een nieuwer verzoek',
    alineas: [
      `Een beheerder vroeg op ${g.op} om een ander gesprek te koppelen aan ${g.vt}: ${g.gesprek}. De beheerder is ${g.door}.`,
      'Alleen dit nieuwste verzoek telt. Het oudere verzoek geldt niet meer.',
      'Was het oudere verzoek van jou? Spreek samen af welk gesprek het moet worden.',
    ],
  }),
  goedgekeurd: (g: Wie & { vt: string }) => ({
    titel: 'Het verzoek is goedgekeurd',
    alineas: [
      `${g.door} keurde op ${g.op} goed dat een gesprek aan ${g.vt} is gekoppeld. De koppeling geldt nu.`,
      'Je hoeft niets meer te doen.',
    ],
  }),
  afgewezen: (g: Wie & { vt: string }) => ({
    titel: 'Het verzoek is afgekeurd',
    alineas: [
      `${g.door} keurde op ${g.op} af dat een gesprek aan ${g.vt} wordt gekoppeld. Er is niets veranderd.`,
      'Vraag waarom. Daarna kun je in het juiste kanaal een nieuw verzoek doen: koppel veilig-thuis.',
    ],
  }),
  kwijt: (g: Wie & { naam: string; vt: string }) => ({
    titel: `Dit gesprek is niet meer gekoppeld aan ${g.naam}`,
    alineas: [
      `Een beheerder heeft ${g.naam} op ${g.op} gekoppeld aan een ander gesprek.`,
      `Berichten voor ${g.naam} komen hier niet meer. Hoorde je alleen door dit gesprek bij ${g.naam}? Dan kun je in deze app niets meer voor ${g.naam} doen.`,
      `Klopt dit niet? Bel meteen ${g.vt} en de beheerder.`,
    ],
  }),
  verhuisd: (g: Wie & { naam: string }) => ({
    titel: `${g.naam} heeft een ander gesprek`,
    alineas: [
      `Op ${g.op} is ${g.naam} gekoppeld aan een ander gesprek. Dat deed ${g.door}.`,
      `Wie in het nieuwe gesprek zit, hoort nu bij ${g.naam}. Het oude gesprek heeft hierover bericht gekregen.`,
      `Klopt dit niet? Bel ${g.naam} en de beheerder.`,
    ],
  }),
  los: (g: Wie & { naam: string }) => ({
    titel: `${g.naam} heeft geen gesprek meer`,
    alineas: [
      `Op ${g.op} is de koppeling weggehaald. Dat deed ${g.door}.`,
      `Berichten voor ${g.naam} komen nu niet aan. Bel zelf, tot er weer een gesprek is gekoppeld.`,
      'Klopt dit niet? Bel de beheerder.',
    ],
  }),
  vtLos: (g: Wie & { vt: string }) => ({
    titel: `${g.vt} heeft geen kanaal meer`,
    alineas: [
      `Op ${g.op} is de koppeling weggehaald. Dat deed ${g.door}.`,
      `Alle berichten voor het kanaal van ${g.vt} wachten nu. Niemand ziet daar dat een termijn verloopt.`,
      'Vraag de beheerder om meteen weer een kanaal te koppelen. Jij krijgt dan de vraag om dat goed te keuren.',
    ],
  }),
  verbroken: (g: Verbinding & { vt: string; doen: string }) => ({
    titel: `${g.naam} is niet meer te bereiken in Teams`,
    alineas: [
      `Sinds ${g.op} kan de bot niet meer schrijven in ${g.gesprek}. Reden: ${BREUK[g.breuk]}.`,
      `Berichten voor ${g.naam} komen nu bij ${g.vt}, in het kanaal. ${g.vt} belt zelf met ${g.naam}, tot het weer werkt.`,
      g.doen,
    ],
  }),
  vtVerbroken: (g: Verbinding & { doen: string }) => ({
    titel: `${g.naam} heeft geen kanaal meer`,
    alineas: [
      `Sinds ${g.op} kan de bot niet meer schrijven in ${g.gesprek}. Reden: ${BREUK[g.breuk]}.`,
      `Alle berichten voor het kanaal van ${g.naam} wachten nu. Niemand ziet daar dat een termijn verloopt. Kijk zelf met: te laat.`,
      g.doen,
    ],
  }),
  hersteld: (g: Verbinding) => ({
    titel: `${g.naam} is weer te bereiken in Teams`,
    alineas: [
      `Sinds ${g.op} kan de bot weer schrijven in ${g.gesprek}. Voorbij is: ${BREUK[g.breuk]}.`,
      `Berichten voor ${g.naam} komen daar weer. De kaarten van wat nog loopt staan er ook.`,
      'Je hoeft niets te doen.',
    ],
  }),
  zonderApp: (g: { op: string; naam: string; vt: string; rol: string }) => ({
    titel: `${g.naam} heeft deze app verwijderd`,
    alineas: [
      `${g.naam} kreeg berichten als ${g.rol}. Sinds ${g.op} komen die niet meer aan.`,
      `Is er nog iemand met deze rol? Dan krijgt die de berichten. Anders gaan ze naar wie daarna aan de beurt is, en naar het kanaal van ${g.vt}. Bel ${g.naam} als het nodig is.`,
      `Vraag ${g.naam} om de app weer toe te voegen in Teams. Of zet iemand anders in het adresboek.`,
    ],
  }),
  metApp: (g: { op: string; naam: string; rol: string }) => ({
    titel: `${g.naam} heeft deze app weer`,
    alineas: [`Sinds ${g.op} krijgt ${g.naam} weer berichten als ${g.rol}.`, 'Je hoeft niets te doen.'],
  }),
  doen: DOEN,
  /** Answers in chat. */
  antwoord: {
    persoonlijk:
      'Een persoonlijke chat kan niet worden gekoppeld. Ga naar het kanaal van het team, noem mij daar en typ: koppel SLEUTEL.',
    zonderLeiding:
      'Dit kan nog niet. In het adresboek staat geen leidinggevende van Veilig Thuis met een Teams-account (aadObjectId). Vul die eerst in.',
    gevraagd: (g: { namen: string; vervalt: string }): string =>
      `Je verzoek is verstuurd. Een leidinggevende van Veilig Thuis moet het goedkeuren: ${g.namen}. Krijgt die geen bericht? Vraag dan om deze app te openen en in de eigen chat te typen: koppelingen. Tot dan verandert er niets. Het verzoek vervalt op ${g.vervalt}.`,
    alleenLeiding:
      'Dit kan alleen een leidinggevende van Veilig Thuis die in het adresboek staat. Vraag het een van hen.',
    geenBeheerderMeer:
      'Wie dit vroeg, is geen beheerder meer. Keur het verzoek af, en vraag een andere beheerder om het opnieuw te doen.',
    kaartenOntbreken: (aantal: number): string =>
      `Van ${aantal === 1 ? '1 casus kan ik de kaart hier niet plaatsen, want ik kan die casus' : `${aantal} casussen kan ik de kaart hier niet plaatsen, want ik kan die casussen`} niet lezen. Bel Veilig Thuis voor wat er loopt, en bel de beheerder.`,
    bezorgingOnleesbaar: (nummers: readonly string[]): string =>
      `Van ${nummers.join(', ')} kan ik niet lezen welke berichten wachten. Kijk in het log van de bot.`,
  },
} as const;

export const KOPPELING_TIJDLIJN = {
  gekoppeld: ({ organisatie, van }, naam) =>
    `${van === undefined ? 'Gesprek' : 'Ander gesprek'} gekoppeld aan ${naam(organisatie)}`,
  'koppeling-gevraagd': ({ organisatie }, naam) => `Gevraagd om een gesprek te koppelen aan ${naam(organisatie)}`,
  'koppeling-goedgekeurd': ({ organisatie }, naam) => `Goedgekeurd: een gesprek koppelen aan ${naam(organisatie)}`,
  'koppeling-afgewezen': ({ organisatie }, naam) => `Afgekeurd: een gesprek koppelen aan ${naam(organisatie)}`,
  ontkoppeld: ({ organisaties }, naam) => `Gesprek losgemaakt van ${opsomming(organisaties.map(naam))}`,
  'gesprek-verbroken': ({ organisaties, breuk }, naam) =>
    VERBINDING.verbroken(breuk, opsomming(organisaties.map(naam))),
  'gesprek-hersteld': ({ organisaties, breuk }, naam) => VERBINDING.hersteld(breuk, opsomming(organisaties.map(naam))),
} satisfies Onderwerpteksten['gebeurtenis'];

export const KOPPELING_WEIGERING = {
  'geen-koppelverzoek': () => 'Er is geen verzoek om een gesprek aan Veilig Thuis te koppelen. Je hoeft niets te doen.',
  'koppelverzoek-vervangen': () => VERZOEK.vervangen,
  'koppelverzoek-verlopen': ({ vervalt }) => VERZOEK.verlopen(toonMoment(vervalt)),
  'koppelverzoek-beslist': ({ op, uitkomst }) =>
    uitkomst === 'goedgekeurd' ? VERZOEK.goedgekeurd(toonMoment(op)) : VERZOEK.afgewezen(toonMoment(op)),
} satisfies Onderwerpteksten['weigering'];
