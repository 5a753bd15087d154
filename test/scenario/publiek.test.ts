/**
 * Law 3: what a person reads of a casus never depends on who else asked. In a conversation where others read along
 * stands only what everybody there may see; the rest is in the asker's own chat (domein.md §7).
 */
import { describe, expect, test } from 'vitest';
import { OPDRACHT_SOORTEN } from '../../src/kern/opdrachten.ts';
import { teksten } from '../../src/teksten/nl.ts';
import { KLIKVELDEN } from '../steun/opdrachten.ts';
import { BOT, stuur, TENANT, type Activiteit } from '../steun/teams.ts';
import { leesActiviteit } from './kaart.ts';
import {
  ADRESBOEK,
  BEA,
  HANNA,
  HAVEN,
  ILSE,
  JOOST,
  KANALEN,
  LOES,
  NOOR,
  NOORD,
  ONNO,
  OOST,
  persoonlijkGesprek,
  VERA,
  ZITA,
  ZUID,
  type Mens,
} from './mensen.ts';
import { draagOver, meld, NAAR_LOKAAL } from './stappen.ts';
import { maakWereld, type Wereld } from './wereld.ts';

const STEF: Mens = { naam: 'Stef Stuur', aadObjectId: '00000000-0000-4000-8000-000000000061' };
const NOOR_EN_ZUID: Mens = { naam: 'Tess Twee', aadObjectId: '00000000-0000-4000-8000-000000000062' };
const BOEK = {
  ...ADRESBOEK,
  stuurgroep: { naam: 'Stuurgroep Veilig Thuis', leden: [STEF] },
  teams: ADRESBOEK.teams.map((team) =>
    team.sleutel === NOORD || team.sleutel === ZUID
      ? { ...team, leidinggevenden: [...team.leidinggevenden, NOOR_EN_ZUID] }
      : team,
  ),
} as typeof ADRESBOEK;

/** Every conversation where others read along, and the organisation that is linked to it. */
const GESPREKKEN = {
  'the channel of Veilig Thuis': { id: KANALEN.vt.conversatie, type: 'channel', sleutel: 'veilig-thuis' },
  'the channel of Wijkteam Noord': { id: KANALEN.noord.conversatie, type: 'channel', sleutel: NOORD },
  'the channel of CJG Zuid': { id: KANALEN.zuid.conversatie, type: 'channel', sleutel: ZUID },
  'the channel of the gemeente': { id: '19:breda@thread.tacv2', type: 'channel', sleutel: 'breda' },
  'the group chat of the stuurgroep': { id: '19:stuur@thread.v2', type: 'groupChat', sleutel: 'stuurgroep' },
  'a channel that is linked to nothing': { id: KANALEN.oost.conversatie, type: 'channel', sleutel: '' },
  'a meeting': { id: '19:meeting_abc@thread.v2', type: 'groupChat', sleutel: '' },
} as const;
type GesprekNaam = keyof typeof GESPREKKEN;

const BIJ_NOORD = 'VT-2026-0101';
const BIJ_ZUID = 'VT-2026-0102';
const BIJ_HAVEN = 'VT-2026-0103';
const BIJ_VT = 'VT-2026-0104';
/** Noord had it handed over, refused it, and has nothing to do with it any more. */
const WAS_BIJ_NOORD = 'VT-2026-0105';
const ER_IS_GEEN = 'VT-2026-0999';
const CASUSSEN = [BIJ_NOORD, BIJ_ZUID, BIJ_HAVEN, BIJ_VT, WAS_BIJ_NOORD];

/** Who may know of which casus, written out by hand (domein.md §8). */
const WEET: Record<string, readonly string[]> = {
  'veilig-thuis': CASUSSEN,
  [NOORD]: [BIJ_NOORD, WAS_BIJ_NOORD],
  [ZUID]: [BIJ_ZUID],
  breda: [BIJ_HAVEN],
};
const PERSONEN = [
  ['a VT-medewerker', VERA, CASUSSEN],
  ['a VT-leidinggevende', LOES, CASUSSEN],
  ['a member of Wijkteam Noord', NOOR, WEET[NOORD]],
  ['a member of CJG Zuid', ZITA, WEET[ZUID]],
  ['the leidinggevende of Noord', ILSE, WEET[NOORD]],
  ['who leads both Noord and Zuid', NOOR_EN_ZUID, [BIJ_NOORD, WAS_BIJ_NOORD, BIJ_ZUID]],
  ['the contactambtenaar', JOOST, WEET['breda']],
  ['someone of the stuurgroep', STEF, []],
  ['the beheerder', BEA, []],
  ['nobody', ONNO, []],
] as const;

const INHOUD = ['De politie kwam twee keer in november.', 'Bel eerst de school.'];
const VRIJ = 'Het gezin woont al in een andere plaats.';

const GESTUURD = teksten.chat['in-eigen-chat']();
const IN_CASUS = (tekst: string): string[] => [...new Set(tekst.match(/VT-\d{4}-\d{4,}/g))];
const ZONDER_NUMMER = (tekst: string): string => tekst.replaceAll(/VT-\d{4}-\d{4,}/g, 'CASUS');

interface Gehoord {
  /** What was posted in the conversation it was asked in. */
  hier: string;
  /** What was posted in the asker's own chat. */
  zelf: string;
  /** Conversations of other people that got something. */
  elders: string[];
}

let teller = 0;
async function zend(wereld: Wereld, wie: Mens, naar: GesprekNaam, extra: Activiteit): Promise<Gehoord> {
  teller += 1;
  const { id, type } = GESPREKKEN[naar];
  const draad = type === 'channel' ? `${id};messageid=1` : id;
  const vanaf = wereld.connector.aanroepen.length;
  const { status } = await stuur(wereld.toepassing().url, {
    id: `publiek-${teller}`,
    channelId: 'msteams',
    serviceUrl: wereld.connector.serviceUrl,
    from: { id: `29:${wie.aadObjectId}`, name: wie.naam, aadObjectId: wie.aadObjectId },
    recipient: BOT,
    conversation: { id: draad, conversationType: type, tenantId: TENANT, isGroup: true },
    channelData: { tenant: { id: TENANT } },
    type: 'message',
    ...extra,
  });
  if (status !== 200) throw new Error(`${status}`);
  const nieuw = wereld.connector.aanroepen.slice(vanaf).filter(({ pad }) => /\/activities(\/|$)/.test(pad));
  const in_ = (waar: (conversatie: string) => boolean): string =>
    nieuw
      .filter(({ conversatie, status: code = 0 }) => waar(conversatie) && code < 300)
      .map(({ body }) => {
        const { tekst, samenvatting } = leesActiviteit(body);
        return `${samenvatting} ${tekst}`.trim();
      })
      .join(' | ');
  const eigen = new Set([persoonlijkGesprek(wie), `a:${wie.aadObjectId}`]);
  return {
    hier: in_((conversatie) => conversatie === draad),
    zelf: in_((conversatie) => eigen.has(conversatie)),
    elders: nieuw.map(({ conversatie }) => conversatie).filter((waar) => waar !== draad && !eigen.has(waar)),
  };
}
const typ = (wereld: Wereld, wie: Mens, naar: GesprekNaam, text: string): Promise<Gehoord> =>
  zend(wereld, wie, naar, { text });
/** What a client sends that knows no Action.Execute. */
const dien = (wereld: Wereld, wie: Mens, naar: GesprekNaam, verb: string, data: object): Promise<Gehoord> =>
  zend(wereld, wie, naar, { value: { verb, ...data } });

async function maakStreek(): Promise<Wereld> {
  const wereld = await maakWereld({ adresboek: BOEK, gekoppeld: ['vt', 'noord', 'zuid', 'haven'] });
  for (const naam of ['the channel of the gemeente', 'the group chat of the stuurgroep'] as const)
    await typ(wereld, BEA, naam, `koppel ${GESPREKKEN[naam].sleutel}`);
  for (const [, wie] of PERSONEN) await wereld.typ(wie, 'help');
  await draagOver(wereld, BIJ_NOORD);
  await draagOver(wereld, BIJ_ZUID, { team: ZUID });
  await meld(wereld, BIJ_VT);
  await draagOver(wereld, WAS_BIJ_NOORD);
  await wereld.klik(NOOR, 'weigeren', { casusnummer: WAS_BIJ_NOORD, overdracht: 1, reden: VRIJ });
  await draagOver(wereld, BIJ_HAVEN, { team: HAVEN });
  await wereld.klik(HANNA, 'ontvangst-bevestigen', { casusnummer: BIJ_HAVEN, overdracht: 1 });
  await wereld.klik(HANNA, 'wachtlijst-melden', {
    casusnummer: BIJ_HAVEN,
    overdracht: 1,
    ...KLIKVELDEN['wachtlijst-melden'],
  });
  await wereld.vt(BIJ_HAVEN, { soort: 'gemeente-geinformeerd', wie: 'Joost Hendrix' });
  return wereld;
}

/** The event in which Noord wrote why it refused. */
const weigeringVan = async (wereld: Wereld): Promise<number> =>
  (await wereld.soorten(WAS_BIJ_NOORD)).indexOf('overdracht-geweigerd') + 1;

describe('Veilig Thuis asks in the channel of a team (issue 14, number 20)', () => {
  test('that channel reads only that the answer is in the own chat of who asked, where it stands in full (§7)', async () => {
    const wereld = await maakStreek();
    for (const vraag of [
      `tijdlijn ${BIJ_VT}`,
      `status ${BIJ_VT}`,
      `wie is verantwoordelijk voor casus ${BIJ_ZUID}`,
      `status ${BIJ_NOORD}`,
      'openstaand',
      `overdragen ${BIJ_VT}`,
      'nieuwe casus',
    ]) {
      const gehoord = await typ(wereld, VERA, 'the channel of Wijkteam Noord', vraag);
      expect({ vraag, ...gehoord }).toMatchObject({ vraag, hier: GESTUURD, elders: [] });
      expect(gehoord.zelf).not.toBe('');
    }
    const lijst = await typ(wereld, VERA, 'the channel of Wijkteam Noord', 'openstaand');
    expect(IN_CASUS(lijst.zelf).toSorted()).toEqual(CASUSSEN.toSorted());
  });

  test('that channel does not learn whether the casus is there: the sentence is the same when it is not', async () => {
    const wereld = await maakStreek();
    const { hier, zelf } = await typ(wereld, VERA, 'the channel of Wijkteam Noord', `status ${ER_IS_GEEN}`);
    expect(hier).toBe(GESTUURD);
    expect(zelf).toContain('niet gevonden');
  });

  test('in their own channel, and a team in its own, the answer stands where it was asked', async () => {
    const wereld = await maakStreek();
    for (const [wie, waar, vraag] of [
      [VERA, 'the channel of Veilig Thuis', `status ${BIJ_VT}`],
      [LOES, 'the channel of Veilig Thuis', 'openstaand'],
      [VERA, 'the channel of Veilig Thuis', 'nieuwe casus'],
      [NOOR, 'the channel of Wijkteam Noord', `status ${BIJ_NOORD}`],
      [ILSE, 'the channel of Wijkteam Noord', 'openstaand'],
      [JOOST, 'the channel of the gemeente', `status ${BIJ_HAVEN}`],
    ] as const) {
      const { hier, zelf } = await typ(wereld, wie, waar, vraag);
      expect({ vraag, zelf }).toEqual({ vraag, zelf: '' });
      expect(hier).not.toBe(GESTUURD);
    }
  });

  test('what people wrote goes to the own chat, also in the channel of Veilig Thuis', async () => {
    const wereld = await maakStreek();
    const naar = 'the channel of Veilig Thuis';
    const lijn = await typ(wereld, VERA, naar, `tijdlijn ${WAS_BIJ_NOORD}`);
    expect(`${lijn.hier}${lijn.zelf}`).not.toContain(VRIJ);
    expect(`${lijn.hier}${lijn.zelf}`).toContain('Overdracht geweigerd');
    const gebeurtenis = await weigeringVan(wereld);
    const { hier, zelf } = await dien(wereld, VERA, naar, 'toelichting', { casusnummer: WAS_BIJ_NOORD, gebeurtenis });
    expect(hier).toBe(GESTUURD);
    expect(zelf).toContain(VRIJ);
  });

  test('who leads two teams reads of each in its own channel, and the list of both in the own chat', async () => {
    const wereld = await maakStreek();
    const wie = 'wie is verantwoordelijk voor casus';
    const noord = 'the channel of Wijkteam Noord';
    expect((await typ(wereld, NOOR_EN_ZUID, noord, `${wie} ${BIJ_NOORD}`)).hier).toContain(BIJ_NOORD);
    expect((await typ(wereld, NOOR_EN_ZUID, noord, `${wie} ${BIJ_ZUID}`)).hier).toBe(GESTUURD);
    expect((await typ(wereld, NOOR_EN_ZUID, noord, 'openstaand')).hier).toBe(GESTUURD);
  });

  test('the adresboek and what was not delivered stand in the channel of Veilig Thuis or in the own chat', async () => {
    const wereld = await maakStreek();
    for (const vraag of ['adresboek', 'bezorging']) {
      expect((await typ(wereld, BEA, 'the channel of Wijkteam Noord', vraag)).hier).toBe(GESTUURD);
      expect((await typ(wereld, BEA, 'the channel of Veilig Thuis', vraag)).zelf).toBe('');
    }
  });
});

describe('a client without Action.Execute in a channel (issue 14, number 21)', () => {
  const noord = 'the channel of Wijkteam Noord';
  const knop = { casusnummer: BIJ_NOORD, overdracht: 1 };

  test('the content of an overdracht comes in the own chat of who opened it, and never in the channel (§7)', async () => {
    const wereld = await maakStreek();
    for (const [wie, waar] of [
      [NOOR, noord],
      [VERA, noord],
      [VERA, 'the channel of Veilig Thuis'],
    ] as const) {
      const { hier, zelf } = await dien(wereld, wie, waar, 'bekijk-overdracht', knop);
      expect(hier).toBe(GESTUURD);
      for (const zin of INHOUD) expect(zelf).toContain(zin);
    }
  });

  test('who confirms there sees the card there; a refusal is for the clicker alone (§7)', async () => {
    const wereld = await maakStreek();
    const ziet = await dien(wereld, NOOR, noord, 'ontvangst-bevestigen', { ...knop, kaart: 'overdracht' });
    expect(ziet.hier).toContain(BIJ_NOORD);
    expect(await wereld.wie(BIJ_NOORD)).toBe(NOORD);
    const geweigerd = await dien(wereld, NOOR, noord, 'weigeren', { ...knop, reden: 'niet van ons' });
    expect(geweigerd.hier).toBe(GESTUURD);
    expect(geweigerd.zelf).toContain('bevestigd');
  });

  test('a form, what it gives and what is missing in it: for Veilig Thuis, not for the team that reads along', async () => {
    const wereld = await maakStreek();
    const triage = { casusnummer: BIJ_VT };
    for (const [verb, data] of [
      ['formulier-triage', triage],
      ['triage-afronden', triage],
      ['triage-afronden', { ...triage, besluit: 'lokale-toegang' }],
      ['formulier-overdragen', triage],
      ['formulier-herziening', triage],
      ['acties', triage],
    ] as const) {
      const gehoord = await dien(wereld, VERA, noord, verb, data);
      expect({ verb, hier: gehoord.hier }).toEqual({ verb, hier: GESTUURD });
      expect(gehoord.zelf).not.toBe('');
    }
    expect(await wereld.soorten(BIJ_VT)).toContain('triage-afgerond');
    const nieuw = { casusnummer: 'VT-2026-0777', gemeente: 'breda', datum: '2026-11-23', tijd: '08:15' };
    expect((await dien(wereld, VERA, noord, 'nieuwe-casus', nieuw)).hier).toBe(GESTUURD);
    expect(await wereld.wie('VT-2026-0777')).toBe('veilig-thuis');
  });

  test('with Action.Execute the answer is in the click alone, and nothing is posted anywhere', async () => {
    const wereld = await maakStreek();
    const vanaf = wereld.connector.aanroepen.length;
    const antwoord = await wereld.klik(VERA, 'bekijk-overdracht', knop, KANALEN.noord.conversatie);
    expect(antwoord.tekst).toContain(INHOUD[0]);
    const gepost = wereld.connector.aanroepen.slice(vanaf).filter(({ methode }) => methode === 'POST');
    expect(gepost).toEqual([]);
  });
});

describe('the bot cannot reach the own chat of who asks', () => {
  const noord = 'the channel of Wijkteam Noord';
  const MIRA: Mens = { naam: 'Mira Nieuw', aadObjectId: '00000000-0000-4000-8000-000000000063' };
  const metMira = (): typeof ADRESBOEK => ({
    ...BOEK,
    veiligThuis: { ...BOEK.veiligThuis, medewerkers: [VERA, MIRA] },
  });

  test('nobody has met her: the chat is opened for the answer', async () => {
    const wereld = await maakWereld({ adresboek: metMira() });
    await meld(wereld, BIJ_VT);
    const { hier } = await typ(wereld, MIRA, noord, `status ${BIJ_VT}`);
    expect(hier).toBe(GESTUURD);
    expect(JSON.stringify(wereld.connector.gesprekken.get(`a:${MIRA.aadObjectId}`))).toContain(BIJ_VT);
  });

  test('Teams refuses to post there: the channel reads how to get the answer, the same for a casus that is not there', async () => {
    const wereld = await maakWereld({ adresboek: metMira() });
    await meld(wereld, BIJ_VT);
    wereld.connector.stoor({ soort: 'weiger', status: 403 }, { conversatie: `a:${MIRA.aadObjectId}` });
    for (const nummer of [BIJ_VT, ER_IS_GEEN]) {
      const gehoord = await typ(wereld, MIRA, noord, `status ${nummer}`);
      expect(gehoord).toEqual({ hier: teksten.chat['geen-eigen-chat'](), zelf: '', elders: [] });
    }
    expect(wereld.log.join('\n')).not.toContain(MIRA.naam);
  });

  test('her chat breaks down while it is sent: the channel says to look there', async () => {
    const wereld = await maakWereld({ adresboek: metMira() });
    await wereld.typ(MIRA, 'help');
    wereld.connector.stoor({ soort: 'weiger', status: 502 }, { conversatie: persoonlijkGesprek(MIRA) });
    const { hier } = await typ(wereld, MIRA, noord, 'openstaand');
    expect(hier).toBe(teksten.chat['eigen-chat-onzeker']());
  });
});

describe('every answer in every conversation for everybody', () => {
  const PER_CASUS = ['status', 'tijdlijn', 'wie is verantwoordelijk voor casus', 'overdragen', 'dossier'];
  const LOS = ['openstaand', 'te laat', 'nieuwe casus', 'help', 'adresboek', 'bezorging', 'mijn gegevens'];
  const KNOPPEN = ['acties', 'bekijk-overdracht', 'formulier-triage', 'toelichting'];
  const gesprekken = Object.keys(GESPREKKEN) as GesprekNaam[];

  /** What is wrong with it: more than everybody there and the asker may see, content, free text, a dossier. */
  function keur(wat: string, naar: GesprekNaam, weet: readonly string[], { hier, zelf, elders }: Gehoord): string[] {
    const daar = WEET[GESPREKKEN[naar].sleutel] ?? [];
    const teVeel = CASUSSEN.filter((een) => hier.includes(een) && !(daar.includes(een) && weet.includes(een)));
    const geheim = [...INHOUD, VRIJ, '/dossier/'].filter((zin) => hier.includes(zin));
    // Teams shows a mark of Markdown in a plain reply as it is.
    const mis = [
      ...(hier === '' ? ['nothing was said'] : []),
      ...(`${hier}${zelf}`.includes('`') ? ['a backtick'] : []),
    ];
    return [...teVeel, ...geheim, ...elders, ...mis].map((fout) => `${wat}, in ${naar}: ${fout}`);
  }

  test('what is asked, typed or by a button', { timeout: 180_000 }, async () => {
    const wereld = await maakStreek();
    const gebeurtenis = await weigeringVan(wereld);
    const fout: string[] = [];
    for (const [, wie, weet = []] of PERSONEN) {
      for (const naar of gesprekken) {
        const daar = WEET[GESPREKKEN[naar].sleutel] ?? [];
        for (const vraag of LOS)
          fout.push(...keur(`${wie.naam}: ${vraag}`, naar, weet, await typ(wereld, wie, naar, vraag)));
        const vragen: Record<string, (nummer: string) => Promise<Gehoord>> = {};
        for (const vraag of PER_CASUS) vragen[vraag] = (nummer) => typ(wereld, wie, naar, `${vraag} ${nummer}`);
        for (const verb of KNOPPEN)
          vragen[`knop ${verb}`] = (casusnummer) =>
            dien(wereld, wie, naar, verb, { casusnummer, overdracht: 1, gebeurtenis });
        for (const [naam, vraag] of Object.entries(vragen)) {
          const wat = `${wie.naam}: ${naam}`;
          const alsErGeenIs = ZONDER_NUMMER((await vraag(ER_IS_GEEN)).hier);
          for (const nummer of naam === 'status' ? CASUSSEN : [BIJ_VT, WAS_BIJ_NOORD]) {
            const gehoord = await vraag(nummer);
            fout.push(...keur(`${wat} ${nummer}`, naar, weet, gehoord));
            // Who may not see it there learns nothing from what is said, not even that it exists.
            if (!daar.includes(nummer) && ZONDER_NUMMER(gehoord.hier) !== alsErGeenIs)
              fout.push(`${wat}, in ${naar}: other words than for a casus that is not there`);
          }
        }
      }
    }
    expect(fout).toEqual([]);
  });

  test('what is done by Action.Submit: every opdracht', { timeout: 180_000 }, async () => {
    const wereld = await maakStreek();
    const fout: string[] = [];
    await wereld.vt(BIJ_VT, NAAR_LOKAAL);
    // Whoever can change most comes last.
    const doeners = [ONNO, NOOR, VERA];
    for (const [, wie, weet = []] of PERSONEN.filter(([, een]) => doeners.includes(een)).toReversed()) {
      for (const naar of gesprekken.filter((een) => /Veilig Thuis|Noord|meeting/.test(een))) {
        const daar = WEET[GESPREKKEN[naar].sleutel] ?? [];
        for (const soort of OPDRACHT_SOORTEN) {
          const velden = { overdracht: 1, kaart: 'overdracht', ...KLIKVELDEN[soort], team: OOST };
          const doe = (casusnummer: string): Promise<Gehoord> =>
            dien(wereld, wie, naar, soort, { ...velden, casusnummer });
          const alsErGeenIs = await doe(ER_IS_GEEN);
          for (const casusnummer of [BIJ_NOORD, BIJ_VT]) {
            const wat = `${wie.naam}: ${soort} ${casusnummer}`;
            const gehoord = await doe(casusnummer);
            // Others are told of what was done by cards of their own.
            fout.push(...keur(wat, naar, weet, { ...gehoord, elders: [] }));
            if (!daar.includes(casusnummer) && gehoord.hier !== alsErGeenIs.hier)
              fout.push(`${wat}, in ${naar}: other words than for a casus that is not there`);
          }
        }
      }
    }
    expect(fout).toEqual([]);
  });

  test('a control: the rule can fail, for the own chat holds what no channel of a team may read', async () => {
    const wereld = await maakStreek();
    const naar = 'the channel of CJG Zuid';
    const knop = { casusnummer: WAS_BIJ_NOORD, gebeurtenis: await weigeringVan(wereld) };
    const { hier, zelf } = await dien(wereld, VERA, naar, 'toelichting', knop);
    expect(zelf).toContain(VRIJ);
    expect(keur('control', naar, CASUSSEN, { hier: zelf, zelf, elders: [] })).toContain(`control, in ${naar}: ${VRIJ}`);
    expect(keur('control', naar, CASUSSEN, { hier, zelf, elders: [] })).toEqual([]);
  });
});
