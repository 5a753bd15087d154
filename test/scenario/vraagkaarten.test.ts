/** Cards that ask something, as they stand in the conversations once it is done: no button, and what happened. */
import { describe, expect, test } from 'vitest';
import { beslis } from '../../src/kern/beslis.ts';
import { opdrachtSchema } from '../../src/kern/opdrachten.ts';
import { casusVan } from '../../src/toepassing/casus/casusdocument.ts';
import { leesActiviteit, type Knop } from './kaart.ts';
import { BEA, JOOST, KANALEN, LOES, NOOR, VERA, wieOfWaar } from './mensen.ts';
import { draagOver, meld } from './stappen.ts';
import { maakWereld, type Wereld } from './wereld.ts';

const X = 'VT-2026-0001';
const REDEN = { reden: 'Dat past beter' };

interface Staand {
  waar: string;
  samenvatting: string;
  tekst: string;
  knoppen: Knop[];
  versies: number;
}

/** Everything that was posted by itself, as it stands there now. */
const staand = ({ connector }: Wereld): Staand[] =>
  [...connector.gesprekken].flatMap(([conversatie, geplaatst]) =>
    geplaatst
      .filter(({ antwoord }) => !antwoord)
      .map(({ inhoud, versies }) => ({ waar: wieOfWaar(conversatie), versies, ...leesActiviteit(inhoud) })),
  );

/** The cards of an overdracht and of a screening stay, with the buttons that fit. */
const vragend = (wereld: Wereld): Staand[] =>
  staand(wereld).filter(({ samenvatting }) => !/^(Overdracht|Dagelijkse screening)/.test(samenvatting));
const klaar = (wereld: Wereld): Staand[] =>
  vragend(wereld).filter(({ samenvatting }) => /^(Klaar|Nieuwer bericht): /.test(samenvatting));
const verbs = (kaarten: readonly Staand[]): string[] =>
  kaarten.flatMap(({ knoppen }) => knoppen.map(({ verb }) => verb));

/** Buttons that only show something. */
const CHAT = new Set(['status', 'acties', 'uitleg', 'tijdlijn', 'bekijk-overdracht', 'toelichting']);
/** What a person fills in before the click. */
const INVOER: Record<string, Record<string, string>> = {
  weigeren: REDEN,
  'gemeente-geinformeerd': { wie: 'De wethouder' },
  'terugleggen-weigeren': REDEN,
  terugnemen: REDEN,
  'meningsverschil-melden': { toelichting: 'Omdat het zo is' },
  'meningsverschil-oplossen': { uitkomst: 'veilig-thuis' },
  'uitkomst-afwijzen': REDEN,
};
const WEGEN = ['brief', 'e-mail', 'telefoon', 'gesprek'];

/** The buttons that would be refused now, or find their work done. */
async function dood(wereld: Wereld): Promise<string[]> {
  const { opslag, regels } = wereld.toepassing().omgeving;
  const gevonden: string[] = [];
  for (const { waar, samenvatting, knoppen } of vragend(wereld)) {
    for (const { verb, data } of knoppen.filter((knop) => !CHAT.has(knop.verb))) {
      const gelezen = await opslag.lees(String(data['casusnummer']));
      if (!gelezen) throw new Error(`${samenvatting}: ${JSON.stringify(data)}`);
      const nu = wereld.klok.nu();
      const { casusnummer: _nummer, versie: _versie, kaart: _kaart, overdracht, ...velden } = data;
      const wanneer = verb === 'melding-besproken' && { op: nu };
      const opdracht = opdrachtSchema.parse({ ...INVOER[verb], ...wanneer, ...velden, soort: verb });
      const door = { rol: 'vt-medewerker', kanaal: 'teams' } as const;
      const context = { ...regels(), nu, door, overdracht: Number(overdracht) };
      const uitkomst = beslis(casusVan(gelezen.waarde), opdracht, context);
      if ('geweigerd' in uitkomst || uitkomst.gebeurtenissen.length === 0)
        gevonden.push(`${waar}: ${samenvatting}: ${verb}`);
    }
  }
  return gevonden;
}

/** Sent on Monday 23 November at 09:00; nobody did anything until this moment. */
async function overgedragen(tot: string): Promise<Wereld> {
  const wereld = await maakWereld();
  await draagOver(wereld, X);
  await wereld.naar(tot);
  return wereld;
}

async function ontvangen(): Promise<Wereld> {
  const wereld = await overgedragen('2026-11-23T10:00:00+01:00');
  await wereld.vt(X, { soort: 'geinformeerd', wie: 'clientsysteem' });
  await wereld.klikOp(NOOR, await wereld.zie('noord', 'Overdracht van'), 'ontvangst-bevestigen');
  return wereld;
}

describe('receipt is confirmed after two reminders, and both leidinggevenden were told', () => {
  test.each<[string, (wereld: Wereld) => Promise<unknown>]>([
    [
      'from the reminder',
      async (wereld) => wereld.klikOp(NOOR, await wereld.zie('noord', 'Herinnering'), 'ontvangst-bevestigen'),
    ],
    [
      'by telephone, from the volgkaart',
      async (wereld) =>
        wereld.klikOp(VERA, await wereld.zie('vt', 'Overdracht die'), 'bevestiging-vastleggen', {
          via: 'telefoon',
          doorWie: 'Noor',
          datum: '2026-11-27',
          tijd: '08:00',
        }),
    ],
    [
      'by the API',
      (wereld) =>
        wereld.vt(X, {
          soort: 'bevestiging-vastleggen',
          gegevenOp: '2026-11-27T08:00:00+01:00',
          via: 'e-mail',
          doorWie: 'Noor',
        }),
    ],
  ])('%s: every message about it says that it is done, and has no button (§4.1)', async (_naam, bevestig) => {
    const wereld = await overgedragen('2026-11-27T08:30:00+01:00');
    expect(verbs(vragend(wereld))).toContain('ontvangst-bevestigen');
    await wereld.nieuws();
    await bevestig(wereld);
    expect(await wereld.gezegd()).toEqual([`vr 27 nov 2026 08:30 vt (draad): Bericht over ${X}`]);
    expect(
      klaar(wereld)
        .map(({ waar }) => waar)
        .toSorted(),
    ).toEqual(['Ilse', 'Loes', 'noord', 'noord', 'vt']);
    for (const { knoppen, tekst, versies } of klaar(wereld)) {
      expect(knoppen).toEqual([]);
      expect(versies).toBe(1);
      expect(tekst).toContain('Je hoeft hier niets meer te doen. Ontvangst bevestigd door het team');
      expect(tekst).toContain('§4.1');
      expect(tekst).not.toContain('Bevestig de ontvangst');
    }
    expect(await dood(wereld)).toEqual([]);
    const kaarten = (await wereld.toepassing().omgeving.opslag.lees(X))?.waarde.kaarten ?? {};
    expect(Object.keys(kaarten)).toEqual(['overdracht-1', 'volgkaart-1']);
  });

  test('and the contactambtenaar, who was told too, reads no name (domein.md §8)', async () => {
    const wereld = await overgedragen('2026-12-01T08:30:00+01:00');
    await wereld.klikOp(NOOR, await wereld.zie('noord', 'Herinnering'), 'ontvangst-bevestigen');
    const [joost] = klaar(wereld).filter(({ waar }) => waar === 'Joost');
    expect(joost?.tekst).toContain('Ontvangst bevestigd door het team');
    expect(joost?.tekst).not.toContain(NOOR.naam);
  });
});

describe('what else puts an end to the question', () => {
  test('a withdrawal: the team and its leidinggevende read that nothing is left to do (§3.2)', async () => {
    const wereld = await overgedragen('2026-11-27T08:30:00+01:00');
    await wereld.vt(X, { soort: 'intrekken', ...REDEN });
    expect(klaar(wereld)).toHaveLength(5);
    for (const { tekst, knoppen } of klaar(wereld)) {
      expect(tekst).toContain('Overdracht ingetrokken');
      expect(tekst).not.toContain(REDEN.reden);
      expect(knoppen).toEqual([]);
    }
  });

  test('one of two things is done: the message keeps asking for the other (§4.1, Add.2)', async () => {
    const wereld = await overgedragen('2026-12-01T08:30:00+01:00');
    const kaart = await wereld.zie('vt', 'Escalatie');
    expect(kaart.knoppen.map(({ verb, data }) => [verb, data['wie'], data['via']])).toEqual([
      ['gemeente-geinformeerd', undefined, undefined],
      ...WEGEN.map((via) => ['geinformeerd', 'clientsysteem', via]),
    ]);
    await wereld.vt(X, { soort: 'geinformeerd', wie: 'clientsysteem' });
    expect((await wereld.zie('vt', 'Escalatie')).knoppen.map(({ verb }) => verb)).toEqual(['gemeente-geinformeerd']);
    await wereld.klikOp(VERA, await wereld.zie('vt', 'Escalatie'), 'gemeente-geinformeerd', { wie: 'Joost' });
    expect(verbs(vragend(wereld))).not.toContain('gemeente-geinformeerd');
    expect(await dood(wereld)).toEqual([]);
  });

  test('informing the cliëntsysteem and the melder: the card counts down and then says so (§5.1.1)', async () => {
    const wereld = await maakWereld();
    await meld(wereld, X);
    await wereld.vt(X, { soort: 'triage-afronden', besluit: 'geen-zorgen' });
    const kaart = await wereld.zie('vt', 'Informeren');
    // It must be in writing, so a call or a talk is not offered.
    const schriftelijk = (wie: string): string[] => ['brief', 'e-mail'].map((via) => `${wie} per ${via}`);
    const gevraagd = (van: readonly Knop[]): string[] =>
      van.map(({ data }) => `${String(data['wie'])} per ${String(data['via'])}`);
    expect(gevraagd(kaart.knoppen)).toEqual([...schriftelijk('clientsysteem'), ...schriftelijk('melder')]);
    await wereld.vt(X, { soort: 'geinformeerd', wie: 'melder', via: 'brief' });
    expect(gevraagd(vragend(wereld).flatMap(({ knoppen }) => knoppen))).toEqual(schriftelijk('clientsysteem'));
    await wereld.vt(X, { soort: 'geinformeerd', wie: 'clientsysteem', via: 'brief' });
    expect(verbs(vragend(wereld))).toEqual([]);
    expect(klaar(wereld)[0]?.tekst).toContain('Cliëntsysteem geïnformeerd');
  });

  test.each([
    ['accepted', { soort: 'terugleggen-accepteren' }],
    ['refused', { soort: 'terugleggen-weigeren', ...REDEN }],
  ])('a request to hand back that is %s has no answer left to give (Add.5)', async (_naam, antwoord) => {
    const wereld = await ontvangen();
    await wereld.klik(NOOR, 'terugleggen-vragen', { casusnummer: X, overdracht: 1, ...REDEN });
    await wereld.naar('2026-12-04T12:00:00+01:00');
    expect(verbs(vragend(wereld))).toContain('terugleggen-accepteren');
    expect(await dood(wereld)).toEqual([]);
    await wereld.vt(X, antwoord);
    expect(verbs(vragend(wereld))).not.toContain('terugleggen-accepteren');
    expect(await dood(wereld)).toEqual([]);
  });

  test('a signal after which Veilig Thuis takes the casus back offers that no more (§5.1.3)', async () => {
    const wereld = await ontvangen();
    await wereld.klik(NOOR, 'signaleren', {
      casusnummer: X,
      overdracht: 1,
      wat: 'medewerking-geweigerd',
      toelichting: 'De deur bleef dicht',
    });
    await wereld.klikOp(VERA, await wereld.zie('vt', 'Signaal'), 'terugnemen', REDEN);
    expect(klaar(wereld).map(({ tekst }) => tekst.includes('Teruggenomen door Veilig Thuis'))).toEqual([true]);
    expect(await dood(wereld)).toEqual([]);
  });

  test('a meningsverschil: each message offers the step that comes next, and none once it is settled (§4.3)', async () => {
    const wereld = await ontvangen();
    await wereld.klik(NOOR, 'meningsverschil-melden', { casusnummer: X, overdracht: 1, toelichting: 'Anders' });
    expect(verbs(vragend(wereld))).toContain('meningsverschil-opschalen');
    for (const stap of [1, 2]) {
      const wie = stap === 1 ? NOOR : LOES;
      await wereld.klik(wie, 'meningsverschil-opschalen', { casusnummer: X, overdracht: 1, vanStap: stap });
      expect(await dood(wereld)).toEqual([]);
      const stappen = vragend(wereld)
        .flatMap(({ knoppen }) => knoppen)
        .flatMap(({ verb, data }) => (verb === 'meningsverschil-opschalen' ? [Number(data['vanStap'])] : []));
      expect(new Set(stappen)).toEqual(new Set(stap === 1 ? [2] : []));
    }
    await wereld.naar('2026-12-10T12:00:00+01:00');
    const uitkomst = { casusnummer: X, overdracht: 1, uitkomst: 'veilig-thuis' };
    await wereld.klik(JOOST, 'meningsverschil-oplossen', uitkomst);
    // The gemeente proposes; Veilig Thuis, which would keep the casus, is asked whether it agrees, and the team is not.
    const aanvaardbaar = vragend(wereld).filter((kaart) => verbs([kaart]).includes('uitkomst-aanvaarden'));
    expect(new Set(aanvaardbaar.map(({ waar }) => waar))).toEqual(new Set(['vt']));
    expect(await dood(wereld)).toEqual([]);
    await wereld.klikOp(VERA, await wereld.zie('vt', 'Voorstel'), 'uitkomst-aanvaarden');
    expect(await wereld.wie(X)).toBe('veilig-thuis');
    for (const verb of ['meningsverschil-oplossen', 'uitkomst-aanvaarden', 'uitkomst-afwijzen'])
      expect(verbs(vragend(wereld))).not.toContain(verb);
    expect(await dood(wereld)).toEqual([]);
  });

  test('a wachtlijst of the team: nobody is asked again to inform the gemeente once that is done (§4.2)', async () => {
    const wereld = await ontvangen();
    await wereld.klik(NOOR, 'wachtlijst-melden', { casusnummer: X, overdracht: 1, toelichting: 'Vol' });
    await wereld.naar('2026-11-27T12:00:00+01:00');
    expect(verbs(vragend(wereld)).filter((verb) => verb === 'gemeente-geinformeerd').length).toBeGreaterThan(1);
    await wereld.vt(X, { soort: 'gemeente-geinformeerd', wie: 'Joost' });
    // Only what the team wrote of it can still be read.
    expect(verbs(vragend(wereld))).toEqual(['toelichting']);
  });

  test('a request to link a channel to Veilig Thuis: her first message says how it ended, however she answered (§8)', async () => {
    const wereld = await maakWereld();
    const vanVerzoek = (): Staand[] => staand(wereld).filter(({ samenvatting }) => samenvatting.includes('Mag dit'));
    // It was made when the region was set up, and agreed to from the list of requests.
    expect(vanVerzoek().map(({ waar, knoppen, versies }) => ({ waar, knoppen, versies }))).toEqual([
      { waar: 'Loes', knoppen: [], versies: 1 },
    ]);
    expect(vanVerzoek()[0]?.tekst).toContain('goedgekeurd op');
    await wereld.typ(BEA, 'koppel veilig-thuis', 'oost');
    expect(verbs(vanVerzoek())).toEqual(['koppeling-goedkeuren', 'koppeling-afkeuren']);
    await wereld.typ(BEA, 'koppel veilig-thuis', 'haven');
    // The second request takes the place of the first, and that one asks nothing any more.
    expect(vanVerzoek().map((kaart) => verbs([kaart]).length)).toEqual([0, 0, 2]);
    const { knoppen } = await wereld.typ(LOES, 'koppelingen');
    const nee = knoppen.find(({ verb }) => verb === 'koppeling-afkeuren');
    await wereld.klik(LOES, 'koppeling-afkeuren', nee?.data);
    expect(verbs(vanVerzoek())).toEqual([]);
    expect(vanVerzoek().at(-1)?.tekst).toContain('afgekeurd op');
  });
});

describe('a redraw', () => {
  test('of a card that someone deleted is no error, and nothing is posted in its place', async () => {
    const wereld = await overgedragen('2026-11-27T08:30:00+01:00');
    for (const [conversatie, geplaatst] of wereld.connector.gesprekken)
      wereld.connector.gesprekken.set(
        conversatie,
        geplaatst.filter(({ inhoud }) => !/Herinnering|Escalatie/.test(leesActiviteit(inhoud).samenvatting)),
      );
    await wereld.nieuws();
    await wereld.vt(X, { soort: 'intrekken', ...REDEN });
    await wereld.naar('2026-11-27T16:00:00+01:00');
    expect(await wereld.gezegd()).toEqual([`vr 27 nov 2026 08:30 noord (draad): Bericht over ${X}`]);
    expect(await wereld.soorten(X)).not.toContain('bericht-onbezorgbaar');
    expect(
      klaar(wereld)
        .map(({ waar }) => waar)
        .toSorted(),
    ).toEqual(['noord', 'vt']);
    expect(Object.keys((await wereld.toepassing().omgeving.opslag.lees(X))?.waarde.kaarten ?? {})).toEqual([
      'overdracht-1',
      'volgkaart-1',
    ]);
  });

  test('that Teams does not take is done later, also after the program stopped, and comes after what people are told', async () => {
    const wereld = await overgedragen('2026-11-27T08:30:00+01:00');
    await wereld.nieuws();
    wereld.connector.stoor({ soort: 'weiger', status: 503 }, { methode: 'PUT' });
    await wereld.vt(X, { soort: 'intrekken', ...REDEN });
    expect(await wereld.nieuws()).toEqual([`vr 27 nov 2026 08:30 noord (draad): Bericht over ${X}`]);
    expect(klaar(wereld)).toEqual([]);
    wereld.connector.stoorNietMeer();
    await wereld.herstart();
    await wereld.naar('2026-11-27T09:30:00+01:00');
    expect(klaar(wereld)).toHaveLength(5);
    expect(await wereld.gezegd()).toEqual([]);
    for (const { versies } of klaar(wereld)) expect(versies).toBe(1);
  });

  test('is not posted in the channel that a team moved to: what stands in the old one is let be', async () => {
    const wereld = await overgedragen('2026-11-25T08:30:00+01:00');
    await wereld.typ(LOES, 'help');
    const voor = staand(wereld).length;
    await wereld.gebeurtenis(KANALEN.haven.conversatie, { type: 'typing' });
    const { opslag } = wereld.toepassing().omgeving;
    const gelezen = await opslag.lees(X);
    if (!gelezen) throw new Error('weg');
    const { waarde, etag } = gelezen;
    const kaarten = Object.fromEntries(
      Object.entries(waarde.kaarten).map(([sleutel, kaart]) => [
        sleutel,
        kaart.vraag ? { ...kaart, conversatie: KANALEN.haven.conversatie } : kaart,
      ]),
    );
    await opslag.vervang({ ...waarde, kaarten }, etag);
    await wereld.vt(X, { soort: 'intrekken', ...REDEN });
    expect(klaar(wereld)).toEqual([]);
    // The team is told of the withdrawal.
    expect(staand(wereld).length).toBe(voor + 1);
  });

  test('is not needed for cards that stood there before cards were kept: the casus goes on as it was', async () => {
    const wereld = await overgedragen('2026-11-27T08:30:00+01:00');
    const { opslag } = wereld.toepassing().omgeving;
    const gelezen = await opslag.lees(X);
    if (!gelezen) throw new Error('weg');
    const oud = Object.fromEntries(Object.entries(gelezen.waarde.kaarten).filter(([, { vraag }]) => !vraag));
    await opslag.vervang({ ...gelezen.waarde, kaarten: oud }, gelezen.etag);
    await wereld.klikOp(NOOR, await wereld.zie('noord', 'Herinnering'), 'ontvangst-bevestigen');
    expect(klaar(wereld)).toEqual([]);
    expect(await wereld.soorten(X)).toContain('ontvangst-bevestigd');
  });
});

describe('a long story', () => {
  test('leaves no button anywhere that would be refused or is done already', async () => {
    const wereld = await overgedragen('2026-11-27T08:30:00+01:00');
    const loop = async (opdracht: Record<string, unknown>): Promise<void> => {
      await wereld.vt(X, opdracht);
      expect(await dood(wereld)).toEqual([]);
    };
    const noor = async (verb: string, velden: Record<string, unknown> = {}): Promise<void> => {
      const { status } = await wereld.klik(NOOR, verb, { casusnummer: X, overdracht: 1, ...velden });
      expect(status).toBe(200);
      expect(await dood(wereld)).toEqual([]);
    };
    await noor('ontvangst-bevestigen');
    await wereld.naar('2026-12-14T12:00:00+01:00');
    expect(await dood(wereld)).toEqual([]);
    await noor('oppakken');
    await noor('melding-besproken', { datum: '2026-12-10', tijd: '10:00' });
    await loop({ soort: 'geinformeerd', wie: 'clientsysteem' });
    await noor('monitoring-afspreken', { datum: '2026-12-15', tijd: '09:00', wie: 'wijkteam-noord', wat: 'Bezoek' });
    await wereld.naar('2026-12-16T12:00:00+01:00');
    expect(verbs(vragend(wereld))).toContain('monitoring-afronden');
    const [monitoring] = vragend(wereld)
      .flatMap(({ knoppen }) => knoppen)
      .filter(({ verb }) => verb === 'monitoring-afronden');
    await noor('monitoring-afronden', monitoring?.data ?? {});
    expect(verbs(vragend(wereld))).not.toContain('monitoring-afronden');
    await noor('signaleren', { wat: 'afspraken-niet-nagekomen', toelichting: 'Niet gebeld' });
    await noor('terugleggen-vragen', REDEN);
    await loop({ soort: 'terugleggen-weigeren', ...REDEN });
    await noor('meningsverschil-melden', { toelichting: 'Wij zien het anders' });
    await wereld.naar('2026-12-18T12:00:00+01:00');
    expect(await dood(wereld)).toEqual([]);
    await loop({ soort: 'meningsverschil-oplossen', uitkomst: 'veilig-thuis' });
    await loop({ soort: 'nieuwe-melding', ontvangenOp: wereld.klok.nu() });
    await loop({ soort: 'triage-afronden', besluit: 'geen-zorgen' });
    await loop({ soort: 'geinformeerd', wie: 'clientsysteem', via: 'brief' });
    await loop({ soort: 'geinformeerd', wie: 'melder', via: 'brief' });
    expect(verbs(vragend(wereld)).filter((verb) => !CHAT.has(verb))).toEqual([]);
  });
});
