/** What Teams reports about a conversation: what each event does, and what follows for who counts on it. */
import { describe, expect, test } from 'vitest';
import { BOT, TENANT, type Activiteit } from '../steun/teams.ts';
import { BEA, ILSE, KANALEN, LOES, NOOR, ONNO, persoonlijkGesprek, VERA, type KanaalNaam } from './mensen.ts';
import { draagOver } from './stappen.ts';
import { maakWereld, type Wereld } from './wereld.ts';

const X = 'VT-2026-0001';
const { noord: NOORDKANAAL } = KANALEN;
/** Noord and Zuid are two channels of one Teams team; Veilig Thuis has its own. */
const TEAM = { id: '19:teams-team@thread.tacv2', name: 'Wijkteams' };
const VT_TEAM = { id: '19:team-vt@thread.tacv2', name: 'Veilig Thuis' };

const data = (eventType: string | undefined, extra: object = {}) => ({
  channelData: { tenant: { id: TENANT }, team: TEAM, ...(eventType !== undefined && { eventType }), ...extra },
});
const update = (eventType: string | undefined, velden: object = {}, extra: object = {}): Activiteit => ({
  type: 'conversationUpdate',
  ...velden,
  ...data(eventType, extra),
});
const installatie = (action: string): Activiteit => ({ type: 'installationUpdate', action, ...data(undefined) });
const noord = (extra: object = {}) => ({ channel: { id: NOORDKANAAL.conversatie, ...extra } });
const iemand = [{ id: `29:${ONNO.aadObjectId}` }];

/** Linked, and known to Teams by team and channel. */
async function begin(opties: Parameters<typeof maakWereld>[0] = {}): Promise<Wereld> {
  const wereld = await maakWereld(opties);
  for (const [kanaal, team, name] of [
    ['noord', TEAM, 'Noord'],
    ['zuid', TEAM, 'Zuid'],
    ['vt', VT_TEAM, 'Meldingen'],
  ] as const) {
    const { conversatie } = KANALEN[kanaal];
    await wereld.gebeurtenis(conversatie, update(undefined, {}, { team, channel: { id: conversatie, name } }));
  }
  return wereld;
}
const stand = async (wereld: Wereld, kanaal: KanaalNaam): Promise<string> => {
  const { adressen } = wereld.toepassing();
  const gevonden = await adressen.zoek({ kanaal: KANALEN[kanaal].sleutel });
  return gevonden ? (gevonden.naam ?? 'zonder naam') : 'stuk';
};
const verteld = async (wereld: Wereld): Promise<string[]> =>
  (await wereld.overKoppelingen())
    .map(({ waar, samenvatting }) => `${waar}: ${samenvatting.replace('Koppeling: ', '')}`)
    .filter((regel) => !regel.endsWith('goedgekeurd') && !regel.includes('Mag dit gesprek'));
const dubbel = (...titels: string[]): string[] =>
  titels.flatMap((titel) => [`vt: ${titel}`, `Bea: ${titel}`]).toSorted();

const WEG = 'Wijkteam Noord is niet meer te bereiken in Teams';
const TERUG = 'Wijkteam Noord is weer te bereiken in Teams';
const ZUID_WEG = 'CJG Zuid is niet meer te bereiken in Teams';
const ZUID_TERUG = 'CJG Zuid is weer te bereiken in Teams';
const HEEL = { noord: 'Wijkteams – Noord', zuid: 'Wijkteams – Zuid' };
const STUK = { noord: 'stuk', zuid: 'stuk' };
const BEIDE_WEG = dubbel(WEG, ZUID_WEG);
const BEIDE_TERUG = dubbel(TERUG, ZUID_TERUG);
const NIETS: string[] = [];

const botWeg = update('teamMemberRemoved', { membersRemoved: [BOT] });
const kanaalWeg = update('channelDeleted', {}, noord());
const gedeeldWeg = update('channelMemberRemoved', { membersRemoved: [BOT] }, noord({ type: 'shared' }));
const gearchiveerd = update('teamArchived');
const teamWeg = update('teamDeleted');

/** After a row that changed something everything is as it was. */
const ALLES_TERUG = [
  installatie('add'),
  update('teamUnarchived'),
  update('teamRestored'),
  update('channelMemberAdded', { membersAdded: [BOT] }, noord({ type: 'shared' })),
  update('channelRestored', {}, noord()),
  update('teamRenamed'),
  update('channelRenamed', {}, noord({ name: 'Noord' })),
];

/** What went before, the event, what stands after it, and who heard what of that event. */
type Rij = [string, Activiteit | undefined, Activiteit, { noord: string; zuid: string }, string[]];

const RIJEN: Rij[] = [
  [
    'channelCreated',
    undefined,
    update('channelCreated', {}, { channel: { id: '19:nieuw@x', name: 'Nieuw' } }),
    HEEL,
    NIETS,
  ],
  [
    'channelRenamed',
    undefined,
    update('channelRenamed', {}, noord({ name: 'Noordoost' })),
    { ...HEEL, noord: 'Wijkteams – Noordoost' },
    NIETS,
  ],
  ['channelDeleted', undefined, kanaalWeg, { ...HEEL, noord: 'stuk' }, dubbel(WEG)],
  ['channelRestored', kanaalWeg, update('channelRestored', {}, noord()), HEEL, dubbel(TERUG)],
  ['channelRestored of a channel whose bot is gone', botWeg, update('channelRestored', {}, noord()), STUK, NIETS],
  ['channelShared', undefined, update('channelShared', {}, noord({ type: 'shared' })), HEEL, NIETS],
  ['channelUnshared', undefined, update('channelUnshared', {}, noord({ type: 'shared' })), HEEL, NIETS],
  [
    'channelMemberAdded, a person',
    undefined,
    update('channelMemberAdded', { membersAdded: iemand }, noord({ type: 'shared' })),
    HEEL,
    NIETS,
  ],
  [
    'channelMemberAdded, the bot',
    gedeeldWeg,
    update('channelMemberAdded', { membersAdded: [BOT] }, noord({ type: 'shared' })),
    HEEL,
    dubbel(TERUG),
  ],
  [
    'channelMemberRemoved, a person',
    undefined,
    update('channelMemberRemoved', { membersRemoved: iemand }, noord({ type: 'shared' })),
    HEEL,
    NIETS,
  ],
  ['channelMemberRemoved, the bot', undefined, gedeeldWeg, { ...HEEL, noord: 'stuk' }, dubbel(WEG)],
  ['teamArchived', undefined, gearchiveerd, STUK, BEIDE_WEG],
  ['teamUnarchived', gearchiveerd, update('teamUnarchived'), HEEL, BEIDE_TERUG],
  ['teamDeleted', undefined, teamWeg, STUK, BEIDE_WEG],
  ['teamHardDeleted', undefined, update('teamHardDeleted'), STUK, BEIDE_WEG],
  ['teamHardDeleted after teamDeleted', teamWeg, update('teamHardDeleted'), STUK, NIETS],
  ['teamRestored', teamWeg, update('teamRestored'), HEEL, BEIDE_TERUG],
  [
    'teamRenamed',
    undefined,
    update('teamRenamed', {}, { team: { ...TEAM, name: 'Sociaal' } }),
    { noord: 'Sociaal – Noord', zuid: 'Sociaal – Zuid' },
    NIETS,
  ],
  ['teamMemberAdded, a person', undefined, update('teamMemberAdded', { membersAdded: iemand }), HEEL, NIETS],
  ['teamMemberAdded, the bot', botWeg, update('teamMemberAdded', { membersAdded: [BOT] }), HEEL, BEIDE_TERUG],
  ['teamMemberRemoved, a person', undefined, update('teamMemberRemoved', { membersRemoved: iemand }), HEEL, NIETS],
  ['teamMemberRemoved, the bot', undefined, botWeg, STUK, BEIDE_WEG],
  ['membersAdded without a kind, the bot', botWeg, update(undefined, { membersAdded: [BOT] }), HEEL, BEIDE_TERUG],
  ['membersAdded without a kind, a person', undefined, update(undefined, { membersAdded: iemand }), HEEL, NIETS],
  ['membersRemoved without a kind, the bot', undefined, update(undefined, { membersRemoved: [BOT] }), STUK, BEIDE_WEG],
  ['membersRemoved without a kind, a person', undefined, update(undefined, { membersRemoved: iemand }), HEEL, NIETS],
  ['installationUpdate add', botWeg, installatie('add'), HEEL, BEIDE_TERUG],
  ['installationUpdate add-upgrade', botWeg, installatie('add-upgrade'), HEEL, BEIDE_TERUG],
  ['installationUpdate remove', undefined, installatie('remove'), STUK, BEIDE_WEG],
  ['installationUpdate remove after the bot was removed', botWeg, installatie('remove'), STUK, NIETS],
  ['installationUpdate remove-upgrade', undefined, installatie('remove-upgrade'), HEEL, NIETS],
  ['installationUpdate of a kind that is new', undefined, installatie('paused'), HEEL, NIETS],
  ['historyDisclosed', undefined, update('historyDisclosed'), HEEL, NIETS],
  ['topicName', undefined, update('topicName'), HEEL, NIETS],
  ['an event of a kind that is new', undefined, update('teamPainted'), HEEL, NIETS],
  ['teamArchived of another team', undefined, update('teamArchived', {}, { team: { id: '19:ander@x' } }), HEEL, NIETS],
];

describe('an event of a Teams team or channel', () => {
  test('does what its row says, however often it comes', async () => {
    const wereld = await begin();
    for (const [naam, eerst, gebeurt, erna, gehoord] of RIJEN) {
      if (eerst) await wereld.gebeurtenis(TEAM.id, eerst);
      const voor = (await verteld(wereld)).length;
      await wereld.gebeurtenis(TEAM.id, gebeurt);
      await wereld.gebeurtenis(TEAM.id, gebeurt);
      const [opNoord, opZuid, opVt] = await Promise.all(
        (['noord', 'zuid', 'vt'] as const).map((kanaal) => stand(wereld, kanaal)),
      );
      const gezien = (await verteld(wereld)).slice(voor).toSorted();
      expect({ naam, noord: opNoord, zuid: opZuid, vt: opVt, gezien }).toEqual({
        naam,
        ...erna,
        vt: 'Veilig Thuis – Meldingen',
        gezien: gehoord,
      });
      if (eerst || erna !== HEEL) for (const terug of ALLES_TERUG) await wereld.gebeurtenis(TEAM.id, terug);
    }
  });

  test('two events of one removal at once are told once', async () => {
    const wereld = await begin();
    await Promise.all([botWeg, installatie('remove')].map((een) => wereld.gebeurtenis(TEAM.id, een)));
    expect((await verteld(wereld)).toSorted()).toEqual(BEIDE_WEG);
    await Promise.all(
      [installatie('add'), update('teamMemberAdded', { membersAdded: [BOT] })].map((een) =>
        wereld.gebeurtenis(TEAM.id, een),
      ),
    );
    expect((await verteld(wereld)).slice(BEIDE_WEG.length).toSorted()).toEqual(BEIDE_TERUG);
  });

  test('broken for two reasons, it comes back when both are over', async () => {
    const wereld = await begin();
    for (const een of [gearchiveerd, botWeg, update('teamUnarchived')]) await wereld.gebeurtenis(TEAM.id, een);
    expect(await stand(wereld, 'noord')).toBe('stuk');
    await wereld.gebeurtenis(TEAM.id, installatie('add'));
    expect(await stand(wereld, 'noord')).toBe(HEEL.noord);
  });
});

describe('somebody speaks in a channel that Teams said is lost', () => {
  const klik = (wereld: Wereld): Promise<unknown> =>
    wereld.klik(NOOR, 'ontvangst-bevestigen', { casusnummer: X, overdracht: 1 }, NOORDKANAAL.conversatie);
  const vraag = (wereld: Wereld): Promise<unknown> => wereld.typ(NOOR, 'help', 'noord');

  test.each([
    ['a click', klik],
    ['a question', vraag],
  ])('a removal that comes again after the return breaks it, and %s there mends that channel', async (_wat, doe) => {
    const wereld = await begin();
    await draagOver(wereld, X);
    for (const een of [botWeg, installatie('add'), botWeg]) await wereld.gebeurtenis(TEAM.id, een);
    expect(await stand(wereld, 'noord')).toBe('stuk');
    const voor = (await verteld(wereld)).length;
    await doe(wereld);
    expect(await stand(wereld, 'noord')).toBe(HEEL.noord);
    expect(await stand(wereld, 'zuid')).toBe('stuk');
    expect((await verteld(wereld)).slice(voor).toSorted()).toEqual(dubbel(TERUG));
    await doe(wereld);
    expect((await verteld(wereld)).length).toBe(voor + 2);
  });

  test('whatever Teams said was the matter; but in an archived team what stands there can still be clicked', async () => {
    const wereld = await begin();
    await draagOver(wereld, X);
    for (const een of [gearchiveerd, teamWeg, kanaalWeg]) await wereld.gebeurtenis(TEAM.id, een);
    await klik(wereld);
    expect(await wereld.soorten(X)).toContain('ontvangst-bevestigd');
    expect(Object.keys(await wereld.toepassing().adressen.breukenIn(NOORDKANAAL.conversatie))).toEqual([
      'team-gearchiveerd',
    ]);
    await vraag(wereld);
    expect(await stand(wereld, 'noord')).toBe(HEEL.noord);
  });

  test('what somebody types in the own chat says nothing of a channel', async () => {
    const wereld = await begin();
    await wereld.gebeurtenis(TEAM.id, botWeg);
    await wereld.typ(NOOR, 'help');
    expect(await stand(wereld, 'noord')).toBe('stuk');
  });
});

describe('the channel of a team loses the bot while an overdracht waits for its receipt', () => {
  const regels = (berichten: readonly string[]): string[] =>
    berichten.map((regel) => regel.slice('ma 23 nov 2026 09:00 '.length));

  test('Veilig Thuis and the beheerder hear it, pings go to Veilig Thuis, and after the return the card works', async () => {
    const wereld = await begin();
    await draagOver(wereld, X);
    await wereld.nieuws();
    await wereld.gebeurtenis(TEAM.id, botWeg);
    expect((await verteld(wereld)).toSorted()).toEqual(BEIDE_WEG);
    const kaart = (await wereld.overKoppelingen()).find(
      ({ waar, samenvatting }) => waar === 'Bea' && samenvatting.includes('Noord'),
    );
    for (const deel of [
      'ma 23 nov 2026 09:00',
      'het kanaal Wijkteams – Noord',
      'de app is daar weggehaald',
      'koppel wijkteam-noord',
    ])
      expect(kaart?.tekst).toContain(deel);
    expect((await wereld.toezicht()).bevindingen).toContainEqual({ soort: 'koppeling-stuk', waar: 'wijkteam-noord' });
    const voor = wereld.connector.gesprekken.get(NOORDKANAAL.conversatie)?.length;

    await wereld.naar('2026-11-25T09:00:00+01:00');
    expect(await wereld.gezegd()).toContain(`wo 25 nov 2026 08:30 vt: Bericht over ${X} niet bezorgd`);
    expect((await wereld.zie('vt', 'niet bezorgd')).tekst).toContain('Bel Wijkteam Noord: 076 555 01 01');
    expect(wereld.connector.gesprekken.get(NOORDKANAAL.conversatie)?.length).toBe(voor);

    await wereld.nieuws();
    await wereld.gebeurtenis(TEAM.id, installatie('add'));
    await wereld.gebeurtenis(TEAM.id, update('teamMemberAdded', { membersAdded: [BOT] }));
    expect((await verteld(wereld)).slice(BEIDE_WEG.length).toSorted()).toEqual(BEIDE_TERUG);
    expect(regels(await wereld.nieuws())).toEqual([`noord: Overdracht ${X} (bijgewerkt)`]);
    await wereld.klikOp(NOOR, await wereld.zie('noord', X), 'ontvangst-bevestigen');
    expect(await wereld.wie(X)).toBe('wijkteam-noord');
    expect(wereld.connector.gesprekken.get(NOORDKANAAL.conversatie)?.length).toBe(voor);
  });

  test('a card that is gone after the return is posted anew, once', async () => {
    const wereld = await begin();
    await draagOver(wereld, X);
    await wereld.gebeurtenis(TEAM.id, kanaalWeg);
    await wereld.nieuws();
    wereld.connector.gesprekken.set(NOORDKANAAL.conversatie, []);
    const terug = update('channelRestored', {}, noord());
    await Promise.all([terug, terug].map((een) => wereld.gebeurtenis(TEAM.id, een)));
    expect(regels(await wereld.nieuws())).toEqual([`noord: Overdracht ${X}`]);
    expect(wereld.connector.gesprekken.get(NOORDKANAAL.conversatie)).toHaveLength(1);
  });

  test('what was sent meanwhile appears with the return', async () => {
    const wereld = await begin();
    await wereld.gebeurtenis(TEAM.id, gearchiveerd);
    await draagOver(wereld, X);
    expect(await wereld.gezegd()).toContain(`ma 23 nov 2026 09:00 vt: Bericht over ${X} niet bezorgd`);
    await wereld.gebeurtenis(TEAM.id, update('teamUnarchived'));
    expect(regels(await wereld.nieuws())).toEqual([`noord: Overdracht ${X}`]);
  });

  test('a message that was waiting for its next try is told to Veilig Thuis at once', async () => {
    const wereld = await begin();
    wereld.connector.stoor({ soort: 'weiger', status: 503 }, { methode: 'POST', conversatie: NOORDKANAAL.conversatie });
    await draagOver(wereld, X);
    expect(await wereld.gezegd()).toEqual([`ma 23 nov 2026 09:00 vt: Overdracht ${X}`]);
    await wereld.gebeurtenis(TEAM.id, botWeg);
    expect(await wereld.gezegd()).toEqual([`ma 23 nov 2026 09:00 vt: Bericht over ${X} niet bezorgd`]);
  });

  test('its people have no rights by its roster until it is back', async () => {
    const wereld = await begin();
    wereld.connector.leden.set(NOORDKANAAL.conversatie, [
      { id: `29:${ONNO.aadObjectId}`, name: ONNO.naam, aadObjectId: ONNO.aadObjectId, tenantId: TENANT },
    ]);
    await wereld.gebeurtenis(NOORDKANAAL.conversatie, update('teamMemberAdded', { membersAdded: iemand }));
    await draagOver(wereld, X);
    expect((await wereld.typ(ONNO, `status ${X}`)).tekst).toContain(X);
    await wereld.gebeurtenis(TEAM.id, botWeg);
    expect((await wereld.typ(ONNO, `status ${X}`)).tekst).not.toContain(X);
    await wereld.gebeurtenis(TEAM.id, installatie('add'));
    expect((await wereld.typ(ONNO, `status ${X}`)).tekst).toContain(X);
  });

  test('a beheerder who asks for the same link there mends it too; elsewhere it moves, and Veilig Thuis hears so', async () => {
    const wereld = await begin();
    await draagOver(wereld, X);
    await wereld.gebeurtenis(TEAM.id, botWeg);
    expect((await wereld.koppel('noord')).tekst).toContain('Gelukt');
    expect(await stand(wereld, 'noord')).not.toBe('stuk');
    expect(await verteld(wereld)).toContain(`vt: ${TERUG}`);
    await wereld.gebeurtenis(TEAM.id, botWeg);
    await wereld.gezegd();
    await wereld.typ(BEA, 'koppel wijkteam-noord', 'oost');
    expect((await verteld(wereld)).at(-1)).toBe('vt: Wijkteam Noord heeft een ander gesprek');
    expect(await wereld.gezegd()).toEqual([`ma 23 nov 2026 09:00 oost: Overdracht ${X}`]);
    await wereld.gebeurtenis(TEAM.id, installatie('add'));
    expect((await wereld.toepassing().adressen.zoek({ kanaal: 'wijkteam-noord' }))?.conversatie).toBe(
      KANALEN.oost.conversatie,
    );
  });
});

describe('the channel of Veilig Thuis', () => {
  const vtWeg = update('teamMemberRemoved', { membersRemoved: [BOT] }, { team: VT_TEAM });

  test('loses the bot: its leidinggevende and the beheerder hear it in person, log and auditor say so; it comes back', async () => {
    const wereld = await begin();
    await wereld.gebeurtenis(VT_TEAM.id, vtWeg);
    const titel = 'Veilig Thuis West-Brabant heeft geen kanaal meer';
    expect((await verteld(wereld)).toSorted()).toEqual([`Bea: ${titel}`, `Loes: ${titel}`]);
    expect(wereld.log.some((regel) => regel.includes('"level":50') && regel.includes('bot-verwijderd'))).toBe(true);
    expect((await wereld.toezicht()).bevindingen).toContainEqual({ soort: 'koppeling-stuk', waar: 'veilig-thuis' });
    await draagOver(wereld, X);
    expect((await wereld.gezegd()).filter((regel) => regel.includes(' vt:'))).toEqual([]);
    await wereld.gebeurtenis(VT_TEAM.id, { ...installatie('add'), ...data(undefined, { team: VT_TEAM }) });
    expect(await wereld.gezegd()).toEqual([`ma 23 nov 2026 09:00 vt: Overdracht ${X}`]);
    expect((await wereld.typ(VERA, `status ${X}`)).tekst).toContain(X);
  });

  test('its return gives nobody else its rights: another conversation of the same team still has to be agreed to', async () => {
    const wereld = await begin();
    await wereld.gebeurtenis(VT_TEAM.id, vtWeg);
    const elders = { team: VT_TEAM, channel: { id: KANALEN.oost.conversatie, type: 'shared' } };
    await wereld.gebeurtenis(KANALEN.oost.conversatie, update('channelMemberAdded', { membersAdded: [BOT] }, elders));
    expect(await stand(wereld, 'vt')).toBe('stuk');
    expect((await wereld.typ(BEA, 'koppel veilig-thuis', 'oost')).tekst).toContain('Je verzoek is verstuurd');
    expect(await stand(wereld, 'vt')).toBe('stuk');
    expect((await wereld.typ(LOES, 'koppelingen')).knoppen).not.toEqual([]);
  });
});

describe('a person who takes the app away', () => {
  const appWeg = { type: 'installationUpdate', action: 'remove', channelData: { tenant: { id: TENANT } } };
  const vanHenzelf = ({ aadObjectId, naam }: typeof ILSE) => ({
    from: { id: `29:${aadObjectId}`, name: naam, aadObjectId },
  });

  test('and leads a team: Veilig Thuis and the beheerder hear it once, and the ladder goes on to the next', async () => {
    const wereld = await begin();
    await draagOver(wereld, X);
    const eigen = persoonlijkGesprek(ILSE);
    await wereld.gebeurtenis(eigen, { ...appWeg, ...vanHenzelf(ILSE) });
    await wereld.gebeurtenis(eigen, { type: 'conversationUpdate', membersRemoved: [BOT], ...vanHenzelf(ILSE) });
    expect((await verteld(wereld)).toSorted()).toEqual(dubbel('Ilse Kramer heeft deze app verwijderd'));
    await wereld.gezegd();
    await wereld.naar('2026-11-27T09:00:00+01:00');
    expect((await wereld.gezegd()).filter((regel) => regel.includes('Ilse'))).toEqual([]);
    const journaal = (await wereld.toepassing().omgeving.opslag.lees(X))?.waarde.journaal ?? [];
    expect(journaal.find(({ soort }) => soort === 'ontvanger-ontbrak')?.gegevens).toMatchObject({
      ontbrak: 'leidinggevende-team',
      wie: 'wijkteam-noord',
    });
    await wereld.gebeurtenis(eigen, { ...appWeg, action: 'add', ...vanHenzelf(ILSE) });
    expect((await verteld(wereld)).slice(2).toSorted()).toEqual(dubbel('Ilse Kramer heeft deze app weer'));
    await wereld.naar('2026-12-01T09:00:00+01:00');
    await wereld.vt(X, { soort: 'meningsverschil-melden', toelichting: 'oneens' });
    await wereld.vt(X, { soort: 'meningsverschil-opschalen' });
    expect((await wereld.gezegd()).some((regel) => regel.includes('Ilse'))).toBe(true);
  });

  test('and is nobody to whom messages go: nobody hears of it, and nothing is sent there', async () => {
    const wereld = await begin();
    await wereld.typ(NOOR, 'help');
    await wereld.gebeurtenis(persoonlijkGesprek(NOOR), { ...appWeg, ...vanHenzelf(NOOR) });
    expect(await verteld(wereld)).toEqual([]);
    const { adressen, omgeving } = wereld.toepassing();
    expect(await adressen.zoek({ persoon: NOOR.aadObjectId })).toBeUndefined();
    expect(await omgeving.postbode.bezorg({ adres: { persoon: NOOR.aadObjectId }, tekst: 'dag' })).toMatchObject({
      code: 'geen-gesprek',
    });
    await wereld.typ(NOOR, 'help');
    expect(await adressen.zoek({ persoon: NOOR.aadObjectId })).toBeDefined();
  });
});

test('an event from a tenant that is not allowed breaks nothing', async () => {
  const wereld = await begin();
  const vreemd = { ...botWeg, channelData: { ...data('teamMemberRemoved').channelData, tenant: undefined } };
  await expect(wereld.gebeurtenis(TEAM.id, vreemd)).rejects.toThrow('403');
  expect(await stand(wereld, 'zuid')).toBe(HEEL.zuid);
});
