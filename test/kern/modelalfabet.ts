/** What can be asked of a casus, each opdracht with fields that fit and fields that do not: the model's alphabet. */
import { lopendeOverdracht, type Casus } from '../../src/kern/casus.ts';
import { OPDRACHT_SOORTEN, opdrachtSchema, type Opdracht } from '../../src/kern/opdrachten.ts';
import type { Context } from '../../src/kern/rij/opdrachtrij.ts';
import type { Instant } from '../../src/kern/tijd/werkdagen.ts';
import { apiVelden } from '../steun/opdrachten.ts';
import { mag } from '../toepassing/rechtentabel.ts';
import {
  bevestig,
  bijVt,
  eens,
  hoger,
  ingegrepen,
  koud,
  naarTeam,
  net,
  oneens,
  TEAM,
  TEAMLID,
  terugVragen,
  vol,
  VT,
  warm,
  type OpdrachtInvoer,
} from './steun.ts';

const ANDER_TEAM = 'cjg-zuid';
const SECONDE = 1000;
const UUR = 3_600_000;
const DAG = 24 * UUR;

/** An opdracht as it is given in one state, by whom, and on which card. */
export interface Letter {
  naam: string;
  opdracht: Opdracht;
  context: Partial<Context>;
}

const triage = (rest: Omit<Extract<OpdrachtInvoer, { soort: 'triage-afronden' }>, 'soort'>): OpdrachtInvoer => ({
  soort: 'triage-afronden',
  ...rest,
});
const licht = { voldoendeMogelijkheden: true, bereidZonderControle: true };
const warmZonder = (wat: Partial<typeof warm>): OpdrachtInvoer => ({ ...warm, ...wat });

/** The same in every state; parsed once. */
const VAST: [string, OpdrachtInvoer, Partial<Context>?][] = [
  ['triage: team', naarTeam],
  ['triage: onderzoek', bijVt],
  ['triage: HGO', triage({ besluit: 'veilig-thuis', vervolg: 'hgo' })],
  ['triage: conclusie', triage({ besluit: 'veilig-thuis', conclusies: ['anonimiteit'] })],
  ['triage: geen zorgen', triage({ besluit: 'geen-zorgen' })],
  ['triage: lichte zorgen', triage({ besluit: 'clientsysteem', ...licht })],
  ['triage: lichte zorgen, zonder voorwaarden', triage({ besluit: 'clientsysteem' })],
  ['triage: team, met conclusie', triage({ besluit: 'lokale-toegang', conclusies: ['verzoek-raad'] })],
  ['triage: team, met vervolg', triage({ besluit: 'lokale-toegang', vervolg: 'onderzoek' })],
  ['triage: ondersteuning, alleen', triage({ besluit: 'veilig-thuis', vervolg: 'lokale-ondersteuning' })],
  ['triage: casusregie, zonder contact', triage({ besluit: 'veilig-thuis', vervolg: 'casusregie' })],
  ['herziening: team', triage({ besluit: 'lokale-toegang', herziening: true })],
  ['herziening: onderzoek', triage({ besluit: 'veilig-thuis', vervolg: 'onderzoek', herziening: true })],
  ['herziening: geen zorgen', triage({ besluit: 'geen-zorgen', herziening: true })],
  ['koud', koud],
  ['koud, ander team', { ...koud, team: ANDER_TEAM } as OpdrachtInvoer],
  ['koud, andere inhoud', koud, { andereInhoud: true }],
  ['koud, wachtlijst elders', koud, { teamHeeftWachtlijst: true }],
  ['warm', warm],
  ['warm, ander team', { ...warm, team: ANDER_TEAM }],
  ['warm, zonder document', warmZonder({ documentverwijzing: undefined })],
  ['warm, zonder afspraken', { ...warm, veiligheidsafspraken: [] }],
  ['warm, zonder gesprek', warmZonder({ gesprek: undefined })],
  ['bevestigen', bevestig, { door: TEAMLID }],
  ['bevestigen, oude kaart', bevestig, { door: TEAMLID, overdracht: 1 }],
  ['bevestigen, kaart van niets', bevestig, { door: TEAMLID, overdracht: 99 }],
  ['weigeren', { soort: 'weigeren', reden: 'niet van ons' }, { door: TEAMLID }],
  ['oppakken', { soort: 'oppakken' }, { door: TEAMLID }],
  ['oppakken, ander', { soort: 'oppakken', casusregisseur: 'Iemand anders' }, { door: TEAMLID }],
  ['intrekken', { soort: 'intrekken', reden: 'verkeerd team' }],
  ['terugnemen', { soort: 'terugnemen', reden: 'escalatie' }],
  ['gemeente geïnformeerd', { soort: 'gemeente-geinformeerd', wie: 'de contactambtenaar' }],
  ['wachtlijst', vol, { door: TEAMLID }],
  ['niet binnen termijn', { soort: 'niet-binnen-termijn', reden: 'ziekte' }, { door: TEAMLID }],
  ['interventie', ingegrepen],
  ['interventie, team', { ...ingegrepen, team: TEAM } as OpdrachtInvoer],
  ['meningsverschil, VT', oneens, { door: VT }],
  ['meningsverschil, team', oneens, { door: TEAMLID }],
  ['hoger, oude kaart', hoger(1)],
  ['hoger, kaart vooruit', hoger(3)],
  ['opgelost: team, door VT', eens('lokale-toegang'), { door: VT }],
  ['opgelost: team, door het team', eens('lokale-toegang'), { door: TEAMLID }],
  ['opgelost: VT, door het team', eens('veilig-thuis'), { door: TEAMLID }],
  ['aanvaard, team', { soort: 'uitkomst-aanvaarden' }, { door: TEAMLID }],
  ['aanvaard, VT', { soort: 'uitkomst-aanvaarden' }, { door: VT }],
  ['afgewezen, team', { soort: 'uitkomst-afwijzen', reden: 'dat kan niet' }, { door: TEAMLID }],
  ['afgewezen, VT', { soort: 'uitkomst-afwijzen', reden: 'dat kan niet' }, { door: VT }],
  ['zicht bevestigd', { soort: 'zicht-bevestigen' }],
  ['opgelost: VT', eens('veilig-thuis')],
  ['opgelost, oude kaart', eens('veilig-thuis'), { overdracht: 99 }],
  ['meningsverschil, andere woorden', { soort: 'meningsverschil-melden', toelichting: 'anders' }, { door: VT }],
  ['terugleggen', terugVragen, { door: TEAMLID }],
  ['terugleggen: ja', { soort: 'terugleggen-accepteren' }],
  ['terugleggen: nee', { soort: 'terugleggen-weigeren', reden: 'kan bij jullie' }],
  ['signaal', { soort: 'signaleren', wat: 'veiligheid-niet-te-borgen', toelichting: 'dreiging' }, { door: TEAMLID }],
  ['signaal: Raad', { soort: 'signaleren', wat: 'verzoek-raad', toelichting: 'verzoek' }, { door: TEAMLID }],
  ['aanpakfase', { soort: 'aanpakfase-vastleggen', fase: 'veiligheidsplan' }],
  ['monitoring klaar', { soort: 'monitoring-afronden' }],
  ['monitoring klaar, oude kaart', { soort: 'monitoring-afronden', termijn: 'monitoring-1' }],
  ['gescreend', { soort: 'gescreend' }],
  ['direct gevaar', { soort: 'direct-gevaar', wat: 'acuut' }],
  ['afsluiten', { soort: 'afsluiten', reden: 'stabiel veilig' }],
  ['afsluiten, oude kaart', { soort: 'afsluiten', reden: 'stabiel veilig' }, { overdracht: 99 }],
];
const VASTE_LETTERS: Letter[] = VAST.map(([naam, invoer, context = {}]) => ({
  naam,
  opdracht: opdrachtSchema.parse(invoer),
  context,
}));

/** With instants that fit the state or do not: now, in the future, before the first melding. */
function beweeglijk(casus: Casus, nu: Instant): [string, OpdrachtInvoer, Partial<Context>?][] {
  const straks = net(nu, UUR);
  const teVroeg = net(casus.eersteMeldingOp, -UUR);
  const gegeven = (gegevenOp: Instant): OpdrachtInvoer => ({
    soort: 'bevestiging-vastleggen',
    gegevenOp,
    via: 'telefoon',
    doorWie: 'Els',
  });
  const over = (op: Instant, wie: string): OpdrachtInvoer => ({
    soort: 'monitoring-afspreken',
    op,
    wie,
    wat: 'bellen',
  });
  return [
    ['gebeld', gegeven(nu)],
    ['gebeld, straks', gegeven(straks)],
    ['gebeld, te vroeg', gegeven(teVroeg)],
    ['nieuwe melding', { soort: 'nieuwe-melding', ontvangenOp: nu }],
    ['nieuwe melding, straks', { soort: 'nieuwe-melding', ontvangenOp: straks }],
    ['nieuwe melding, te vroeg', { soort: 'nieuwe-melding', ontvangenOp: teVroeg }],
    ['nieuwe melding, laat ingevoerd', { soort: 'nieuwe-melding', ontvangenOp: net(casus.eersteMeldingOp, SECONDE) }],
    ['vervolg ingezet', { soort: 'vervolg-ingezet', wat: 'onderzoek begonnen', op: nu }],
    ['vervolg ingezet, te vroeg', { soort: 'vervolg-ingezet', wat: 'onderzoek begonnen', op: teVroeg }],
    [
      'opgelost: team, akkoord aan de telefoon',
      { ...eens('lokale-toegang'), akkoord: { doorWie: 'Els', via: 'telefoon', op: nu } } as OpdrachtInvoer,
    ],
    ['melder geïnformeerd', { soort: 'geinformeerd', wie: 'melder', via: 'brief' }],
    ['melder gebeld', { soort: 'geinformeerd', wie: 'melder', via: 'telefoon' }],
    ['cliëntsysteem geïnformeerd', { soort: 'geinformeerd', wie: 'clientsysteem', via: 'e-mail', op: nu }],
    ['cliëntsysteem gebeld', { soort: 'geinformeerd', wie: 'clientsysteem', via: 'telefoon', op: nu }],
    ['betrokkenen geïnformeerd', { soort: 'geinformeerd', wie: 'betrokkenen', via: 'brief' }],
    ['melder geïnformeerd, straks', { soort: 'geinformeerd', wie: 'melder', op: straks }],
    ['besproken', { soort: 'melding-besproken', op: nu }, { door: TEAMLID }],
    ['besproken, te vroeg', { soort: 'melding-besproken', op: teVroeg }, { door: TEAMLID }],
    ['monitoring', over(net(nu, 3 * DAG), 'Vera')],
    ['monitoring, team', over(net(nu, 3 * DAG), 'lokale-toegang'), { door: TEAMLID }],
    ['monitoring, voorbij', over(net(nu, -2 * DAG), 'Vera')],
    ['hoger', hoger(casus.fase === 'meningsverschil' ? casus.stap : 1)],
    ['hoger, zonder kaart', hoger()],
    ['bevestigen, deze kaart', bevestig, { door: TEAMLID, overdracht: lopendeOverdracht(casus)?.nr ?? 1 }],
  ];
}

/** What has no letter above is given as its form gives it, for the team where the rights say so; a moment is a day later. */
function overige(bekend: ReadonlySet<string>, nu: Instant): Letter[] {
  return OPDRACHT_SOORTEN.filter((soort) => !bekend.has(soort)).map((soort) => ({
    naam: soort,
    opdracht: opdrachtSchema.parse({ soort, ...apiVelden(soort, net(nu, DAG)) }),
    context: { door: mag('t', soort, 'ontvangen') ? TEAMLID : VT },
  }));
}

export function alfabet(casus: Casus, nu: Instant): Letter[] {
  const beweegt = beweeglijk(casus, nu).map(([naam, invoer, context = {}]) => ({
    naam,
    opdracht: opdrachtSchema.parse(invoer),
    context,
  }));
  const letters = [...VASTE_LETTERS, ...beweegt];
  return [...letters, ...overige(new Set(letters.map(({ opdracht: { soort } }) => soort)), nu)];
}
