import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CHAT_VERBS, KAART_NAMEN, maakKaarten, veldenVan } from '../../src/adapters/kaarten/kaarten.ts';
import { OPDRACHT_SOORTEN } from '../../src/kern/opdrachten.ts';
import {
  isOpdracht,
  leesCasusnummers,
  leesKnop,
  leesMelding,
  leesOpdracht,
  leesVerzoek,
} from '../../src/toepassing/gesprek/formulieren.ts';
import { KAARTMODELLEN, type KaartNaam } from '../../src/toepassing/kaarten/kaartmodellen.ts';
import type { ActiesModel } from '../../src/toepassing/kaarten/modellen/antwoord-modellen.ts';
import { zoekUitleg } from '../../src/teksten/uitleg.nl.ts';
import { delen, keur, soortBegintMet, zichtbareTekst, type Execute } from './keuring.ts';
import { bericht, CARDS, VOORBEELDEN, voorbeeld } from './voorbeelden.ts';

const kaarten = maakKaarten();
const vul = (kaart: KaartNaam, naam: string): Record<string, unknown> =>
  kaarten.vul(bericht(kaart, voorbeeld(kaart, naam)));

describe('cards/', () => {
  it('has one template and one file of samples per model, and nothing else', () => {
    const verwacht = KAART_NAMEN.flatMap((naam) => [`${naam}.json`, `${naam}.voorbeeld.json`]);
    expect(readdirSync(CARDS).toSorted()).toEqual([...verwacht, 'delen'].toSorted());
  });

  it('has samples of every status of an overdracht, every event and every gravity', () => {
    const waarden = (kaart: KaartNaam, veld: string): unknown[] => [
      ...new Set(
        VOORBEELDEN.filter((v) => v.kaart === kaart).map(({ model }) => (model as Record<string, unknown>)[veld]),
      ),
    ];
    for (const kaart of ['overdracht', 'volgkaart'] as const) expect(waarden(kaart, 'status')).toHaveLength(8);
    expect(waarden('voortgang', 'gebeurtenis')).toHaveLength(KAARTMODELLEN.voortgang.shape.gebeurtenis.options.length);
    expect(waarden('ping', 'ernst')).toHaveLength(5);
    expect(waarden('informeren', 'waarom')).toHaveLength(5);
    expect(waarden('stuurgroep', 'onderwerp')).toHaveLength(4);
    expect(waarden('toezicht', 'onderwerp')).toHaveLength(2);
    expect(waarden('adresboek', 'aanleiding')).toHaveLength(3);
    expect(waarden('acties', 'stap')).toHaveLength(4);
  });
});

/** A casusnummer of no casus that exists, or what stands there for a record that is no casus. */
const VERZONNEN = ['VT-2026-0001', '~wachtlijst-vt', 'Wachtlijst Veilig Thuis', 'Adresboek'];
const isVerzonnen = (naam: unknown): boolean =>
  VERZONNEN.includes(String(naam)) || /^VT-2026-\d{4}$/.test(String(naam));

describe.each(VOORBEELDEN)('card $kaart, sample $naam', ({ kaart, model }) => {
  it('has sample data of the right model', () => {
    expect(KAARTMODELLEN[kaart].safeParse(model).error?.issues).toBeUndefined();
    for (const { deel } of delen(model)) expect(deel['casusnummer'] ?? VERZONNEN[0]).toSatisfy(isVerzonnen);
  });

  it('is a card that Teams takes: structure, buttons, size, nothing left open', () => {
    expect(keur(kaarten.vul(bericht(kaart, model)))).toEqual([]);
  });

  it('speaks Dutch and names the paragraph it rests on', () => {
    const tekst = zichtbareTekst(kaarten.vul(bericht(kaart, model)));
    expect(tekst).toMatch(/\b(de|het|een|nog|op|van|door|wie|wat)\b/i);
    // That a dossier is kept and given out is law, not guideline; so is who may see what.
    if (kaart !== 'dossier' && kaart !== 'koppeling') expect(tekst).toMatch(/§\d|Add\. ?\d/);
  });

  it('sends what the use cases understand, when its inputs are filled in', () => {
    for (const { verb, data } of knoppenMetInvoer(kaarten.vul(bericht(kaart, model)))) {
      if (verb === 'nieuwe-casus') {
        expect(leesMelding({ ...data, casusnummer: 'VT-2026-0001' })).toHaveProperty('goed');
      } else if (verb === 'uitleg') {
        expect(zoekUitleg(String(data['onderwerp'])) ?? '').toBe(data['onderwerp']);
      } else if (kaart === 'koppeling') {
        expect(leesVerzoek(data)).toBe(7);
      } else {
        expect(leesKnop(data)).toMatchObject({ casusnummer: data['casusnummer'], kaart });
      }
      if (isOpdracht(verb)) expect(leesOpdracht(verb, data)).toMatchObject({ goed: { soort: verb } });
    }
  });

  it('is filled the same twice', () => {
    expect(kaarten.vul(bericht(kaart, model))).toEqual(kaarten.vul(bericht(kaart, model)));
  });
});

/** A plausible answer to one input. */
function antwoord(input: Record<string, unknown>): string {
  switch (input['type']) {
    case 'Input.Date':
      return '2026-11-24';
    case 'Input.Time':
      return '10:15';
    case 'Input.Toggle':
      return 'true';
    case 'Input.ChoiceSet': {
      const waarden = (input['choices'] as { value: string }[]).map(({ value }) => value);
      return input['isMultiSelect'] ? waarden.join(',') : (waarden[0] ?? '');
    }
    default:
      return 'Joris van Dongen';
  }
}

/** Every Action.Execute with its data and the inputs that a client sends along with it. */
function knoppenMetInvoer(kaart: Record<string, unknown>): { verb: string; data: Record<string, unknown> }[] {
  const alles = [...delen(kaart)];
  return alles
    .filter(({ deel }) => deel['type'] === 'Action.Execute')
    .map(({ pad, deel }) => {
      const { verb, data, associatedInputs } = deel as Execute;
      const binnen = pad.includes('/card/') ? pad.slice(0, pad.lastIndexOf('/card/') + 6) : '';
      const inputs = alles.filter((kandidaat) => soortBegintMet(kandidaat.deel, 'Input.'));
      const eigen = inputs.filter((input) => input.pad.startsWith(binnen));
      const invoer = associatedInputs === 'none' ? [] : eigen;
      const gevuld = Object.fromEntries(invoer.map((i) => [i.deel['id'], antwoord(i.deel)]));
      return { verb, data: veldenVan({ ...data, ...gevuld }) };
    });
}

const verbs = (kaart: KaartNaam, naam: string): string[] =>
  knoppenMetInvoer(vul(kaart, naam))
    .map(({ verb }) => verb)
    .toSorted();

/** What each permission puts on the card of everything else, where that is not a button of its own name. */
const ACTIES: Partial<Record<ActiesModel['mag'][number], readonly string[]>> = {
  'uitkomst-aanvaarden': ['uitkomst-aanvaarden', 'uitkomst-afwijzen'],
  'uitkomst-afwijzen': [],
  'akkoord-vastleggen': ['meningsverschil-oplossen'],
  'terugleggen-accepteren': ['terugleggen-accepteren', 'terugleggen-weigeren'],
  'terugleggen-weigeren': [],
  herzien: ['formulier-herziening'],
};
/** These have their button on the card of the casus itself, or on a message that asks for them. */
const ELDERS: readonly string[] = [
  'triage-afronden',
  'overdragen',
  'ontvangst-bevestigen',
  'oppakken',
  'bevestiging-vastleggen',
  'geinformeerd',
  'monitoring-afronden',
];
const MAG: readonly ActiesModel['mag'][number][] = [
  ...OPDRACHT_SOORTEN.filter((soort) => !ELDERS.includes(soort)),
  'akkoord-vastleggen',
  'herzien',
];
const GESPREK = ['meningsverschil-oplossen', 'meningsverschil-opschalen'] as const;

describe('the buttons fit the state', () => {
  it.each([
    ['overdracht', 'verzonden', ['acties', 'bekijk-overdracht', 'ontvangst-bevestigen', 'weigeren']],
    ['overdracht', 'verzonden-te-laat', ['acties', 'bekijk-overdracht', 'ontvangst-bevestigen', 'weigeren']],
    ['overdracht', 'ontvangen', ['acties', 'bekijk-overdracht', 'melding-besproken', 'oppakken']],
    ['overdracht', 'ontvangen-te-laat', ['acties', 'bekijk-overdracht', 'oppakken']],
    ['overdracht', 'opgepakt', ['acties', 'bekijk-overdracht', 'melding-besproken']],
    ['overdracht', 'opgepakt-klaar', ['acties', 'bekijk-overdracht']],
    ['overdracht', 'opgepakt-terugleggen', ['acties', 'bekijk-overdracht']],
    ['overdracht', 'wachtlijst', ['acties', 'bekijk-overdracht']],
    ['overdracht', 'meningsverschil-1', ['acties', 'bekijk-overdracht', ...GESPREK]],
    ['overdracht', 'meningsverschil-2', ['acties', 'bekijk-overdracht']],
    ['overdracht', 'geweigerd', ['acties', 'toelichting']],
    ['overdracht', 'ingetrokken', []],
    ['overdracht', 'beeindigd', ['toelichting']],
    [
      'volgkaart',
      'verzonden',
      [
        'acties',
        'bekijk-overdracht',
        'bevestiging-vastleggen',
        'geinformeerd',
        'geinformeerd',
        'geinformeerd',
        'intrekken',
      ],
    ],
    [
      'volgkaart',
      'verzonden-gemeente-informeren',
      ['acties', 'bekijk-overdracht', 'bevestiging-vastleggen', 'gemeente-geinformeerd', 'intrekken'],
    ],
    ['volgkaart', 'opgepakt', ['acties', 'bekijk-overdracht', 'terugnemen']],
    [
      'volgkaart',
      'opgepakt-terugleggen',
      ['acties', 'bekijk-overdracht', 'terugleggen-accepteren', 'terugleggen-weigeren', 'toelichting'],
    ],
    ['volgkaart', 'wachtlijst', ['acties', 'bekijk-overdracht', 'gemeente-geinformeerd']],
    [
      'volgkaart',
      'wachtlijst-na-ontvangst',
      ['acties', 'bekijk-overdracht', 'formulier-overdragen', 'interventie-gemeente-vastleggen'],
    ],
    ['volgkaart', 'meningsverschil-1', ['acties', 'bekijk-overdracht', ...GESPREK]],
    ['volgkaart', 'meningsverschil-3', ['acties', 'bekijk-overdracht']],
    ['volgkaart', 'geweigerd', ['acties', 'toelichting']],
    ['voortgang', 'ontvangst-bevestigd', []],
    ['voortgang', 'wachtlijst', ['gemeente-geinformeerd', 'toelichting']],
    ['voortgang', 'niet-op-tijd', ['toelichting']],
    ['voortgang', 'meningsverschil-stap-2', GESPREK],
    ['voortgang', 'meningsverschil-stap-3', ['meningsverschil-oplossen']],
    ['voortgang', 'terugleggen', ['terugleggen-accepteren', 'terugleggen-weigeren', 'toelichting']],
    ['voortgang', 'terugleggen-geweigerd', ['meningsverschil-melden', 'toelichting']],
    [
      'voortgang',
      'signaal-en-terugleggen',
      ['terugleggen-accepteren', 'terugleggen-weigeren', 'terugnemen', 'toelichting'],
    ],
    ['ping', 'verlopen', ['ontvangst-bevestigen', 'weigeren']],
    ['ping', 'herinnering-oppakken', ['oppakken']],
    ['ping', 'escalatie', ['toelichting']],
    ['ping', 'escalatie-gemeente', ['gemeente-geinformeerd']],
    ['ping', 'informeren', Array(4).fill('geinformeerd')],
    ['ping', 'meningsverschil-stap-2', GESPREK],
    ['ping', 'meningsverschil-stap-3', ['meningsverschil-oplossen']],
    ['ping', 'terugleggen', ['terugleggen-accepteren', 'terugleggen-weigeren']],
    ['ping', 'monitoring', ['monitoring-afronden']],
    ['ping', 'bespreken', ['melding-besproken']],
    ['informeren', 'geen-zorgen', Array(4).fill('geinformeerd')],
    ['informeren', 'klaar', []],
    ['screening', 'begin', ['direct-gevaar', 'gescreend']],
    ['screening', 'klaar', ['direct-gevaar']],
    ['inhoud', 'warm', ['terug']],
    ['inhoud', 'deel-1-van-3', ['bekijk-overdracht', 'terug']],
    ['inhoud', 'deel-2-van-3', ['bekijk-overdracht', 'bekijk-overdracht', 'terug']],
    ['toelichting', 'geweigerd', ['terug']],
    ['antwoord', 'met-toelichting', ['status', 'tijdlijn', 'toelichting']],
    ['tijdlijn', 'met-toelichting', ['toelichting']],
    ['tijdlijn', 'lang', []],
    ['triage', 'herziening', ['triage-afronden']],
    ['acties', 'niets', ['terug']],
    ['acties', 'wachtlijst-gemeente', ['interventie-gemeente-vastleggen', 'terug']],
    ['acties', 'meningsverschil-2', [...GESPREK, 'terug']],
    ['status', 'alleen-lezen', []],
    ['status', 'meningsverschil-team', ['acties', 'bekijk-overdracht']],
    ['status', 'triage', ['acties', 'formulier-triage']],
    [
      'status',
      'overgedragen-vt',
      ['acties', 'bekijk-overdracht', 'bevestiging-vastleggen', 'formulier-overdragen', 'intrekken'],
    ],
  ] as const)('%s, %s', (kaart, naam, verwacht) => {
    expect(verbs(kaart, naam)).toEqual(verwacht);
  });

  it('a card without buttons has no empty list of buttons', () => {
    expect(vul('overdracht', 'ingetrokken')).not.toHaveProperty('actions');
  });

  it.each(MAG)('the card of everything else offers for %s just that', (naam) => {
    const stap = naam === 'meningsverschil-opschalen' || naam === 'meningsverschil-oplossen' ? 1 : 0;
    const kaart = kaarten.vul(bericht('acties', { ...voorbeeld('acties', 'niets'), stap, mag: [naam] }));
    expect(keur(kaart)).toEqual([]);
    const knoppen = knoppenMetInvoer(kaart);
    expect(knoppen.map(({ verb }) => verb)).toEqual([...(ACTIES[naam] ?? [naam]), 'terug']);
    for (const { verb, data } of knoppen)
      if (isOpdracht(verb)) expect(leesOpdracht(verb, data)).toMatchObject({ goed: { soort: verb } });
  });

  it('what climbs in the escalation model names the step it leaves', () => {
    const opschalen = knoppenMetInvoer(vul('acties', 'meningsverschil-2')).find(
      ({ verb }) => verb === 'meningsverschil-opschalen',
    );
    expect(opschalen?.data).toMatchObject({ vanStap: 2 });
    expect(zichtbareTekst(vul('acties', 'meningsverschil-2'))).toContain('Ga naar stap 3: gemeente');
  });

  it.each(['acties', 'ping'] as const)('%s has a button for each agreement to look, which names its term', (soort) => {
    const naam = soort === 'acties' ? 'opgepakt-vt' : 'monitoring';
    const monitoring = [
      { termijn: 'monitoring-7', van: 'wo 2 dec 2026' },
      { termijn: 'monitoring-9', van: 'ma 14 dec 2026' },
    ];
    const kaart = kaarten.vul(bericht(soort, { ...voorbeeld(soort, naam), monitoring }));
    const knoppen = knoppenMetInvoer(kaart).filter(({ verb }) => verb === 'monitoring-afronden');
    expect(knoppen.map(({ data }) => data['termijn'])).toEqual(['monitoring-7', 'monitoring-9']);
    expect(leesOpdracht('monitoring-afronden', knoppen[0]?.data)).toMatchObject({ goed: { termijn: 'monitoring-7' } });
    expect(JSON.stringify(kaart)).toContain('Rond monitoring af: ma 14 dec 2026');
  });

  it('a new decision after a vervolgtraject says that it is one', () => {
    const [leg] = knoppenMetInvoer(vul('triage', 'herziening'));
    expect(leg?.data).toMatchObject({ herziening: 'true' });
    expect(leesOpdracht('triage-afronden', leg?.data)).toMatchObject({ goed: { herziening: true } });
    const [eerste] = knoppenMetInvoer(vul('triage', 'leeg'));
    expect(eerste?.data).not.toHaveProperty('herziening');
  });

  it('pages of a content lead to the one before and the one after', () => {
    const paginas = knoppenMetInvoer(vul('inhoud', 'deel-2-van-3')).map(({ data }) => data['pagina']);
    expect(paginas).toEqual([1, 3, undefined]);
  });

  it('the screening: many are ticked at once, and direct gevaar is about one that is chosen', () => {
    const knoppen = knoppenMetInvoer(vul('screening', 'veel'));
    const gescreend = knoppen.find(({ verb }) => verb === 'gescreend');
    expect(leesCasusnummers(gescreend?.data)).toMatchObject({ goed: { length: 60 } });
    const gevaar = knoppen.find(({ verb }) => verb === 'direct-gevaar');
    expect(gevaar?.data).toMatchObject({ casusnummer: 'VT-2026-0011', kaart: 'screening' });
    expect(leesOpdracht('direct-gevaar', gevaar?.data)).toHaveProperty('goed');
    // Nobody can report danger when the form above it must be filled in as well.
    const lijst = [...delen(vul('screening', 'veel'))].find(({ deel }) => deel['id'] === 'casusnummers');
    expect(lijst?.deel).toMatchObject({ isMultiSelect: true });
    expect(lijst?.deel).not.toHaveProperty('isRequired');
  });

  it.each([
    ['a,b, c ,', ['a', 'b', 'c']],
    ['a,a', ['a']],
    ['', []],
    [undefined, []],
  ])('what a list to tick sends: %s', (casusnummers, goed) => {
    expect(leesCasusnummers({ casusnummers })).toEqual({ goed });
  });

  it.each([[Array.from({ length: 301 }, (_, nr) => `n${nr}`).join(',')], ['x'.repeat(41)], [12], [['a']], [null]])(
    'no list to tick sends this: %s',
    (casusnummers) => {
      expect(leesCasusnummers({ casusnummers })).toHaveProperty('fouten');
    },
  );

  it('every opdracht that a person gives stands on a card', () => {
    const elders = VOORBEELDEN.filter(({ kaart }) => kaart !== 'acties');
    const kaart = kaarten.vul(bericht('acties', { ...voorbeeld('acties', 'niets'), stap: 1, mag: MAG }));
    const alle = new Set([
      ...elders.flatMap(({ kaart: ander, naam }) => verbs(ander, naam)),
      ...knoppenMetInvoer(kaart).map(({ verb }) => verb),
    ]);
    for (const soort of OPDRACHT_SOORTEN) expect(alle).toContain(soort);
  });

  it('every chat-only verb stands on a card', () => {
    const alle = new Set(VOORBEELDEN.flatMap(({ kaart, naam }) => verbs(kaart, naam)));
    for (const verb of CHAT_VERBS) expect(alle).toContain(verb);
  });
});

describe('a fallback for clients without Action.Execute', () => {
  it('carries the same data, the verb and the same inputs', () => {
    const acties = vul('overdracht', 'verzonden')['actions'];
    expect(acties).toMatchObject([
      {
        type: 'Action.Execute',
        verb: 'ontvangst-bevestigen',
        data: { casusnummer: 'VT-2026-0001', overdracht: 1, versie: 3, kaart: 'overdracht' },
        fallback: {
          type: 'Action.Submit',
          title: 'Bevestig ontvangst',
          associatedInputs: 'none',
          data: {
            casusnummer: 'VT-2026-0001',
            overdracht: 1,
            versie: 3,
            kaart: 'overdracht',
            verb: 'ontvangst-bevestigen',
          },
        },
      },
      { type: 'Action.ShowCard', card: { actions: [{ verb: 'weigeren', fallback: { data: { verb: 'weigeren' } } }] } },
      { verb: 'bekijk-overdracht' },
      { verb: 'acties' },
    ]);
  });
});

describe('state is never told by colour alone', () => {
  it.each([
    ['verzonden', 'Wacht op jullie bevestiging'],
    ['verzonden-te-laat', 'Te laat: nog niet bevestigd'],
    ['ontvangen', 'Ontvangen'],
    ['opgepakt', 'Opgepakt'],
    ['wachtlijst', 'Jullie hebben een wachtlijst'],
    ['meningsverschil-2', 'Meningsverschil: stap 2 van 3'],
    ['geweigerd', 'Niet voor dit team'],
    ['ingetrokken', 'Ingetrokken'],
    ['beeindigd', 'Niet meer bij jullie team'],
  ])('%s says "%s"', (naam, woorden) => {
    expect(zichtbareTekst(vul('overdracht', naam))).toContain(woorden);
  });
});

describe('who is responsible when VT holds it tijdelijk, and what comes next', () => {
  it.each([
    ['overdracht', 'wachtlijst', /tijdelijk verantwoordelijk/, /gemeente in\? Dan kan de casus opnieuw naar jullie/],
    ['volgkaart', 'wachtlijst', /omdat het team een wachtlijst heeft/, /draag de casus opnieuw over/],
    ['overdracht', 'meningsverschil-1', /tot het meningsverschil is opgelost/, /praten de leidinggevenden verder/],
    ['volgkaart', 'meningsverschil-2', /tot het meningsverschil is opgelost/, /volgt een gesprek met de gemeente/],
    ['overdracht', 'meningsverschil-3', /tot het meningsverschil is opgelost/, /dan hoort de stuurgroep het/],
  ] as const)('%s, %s', (kaart, naam, wie, hierna) => {
    const tekst = zichtbareTekst(vul(kaart, naam));
    expect(tekst).toMatch(/Veilig Thuis West-Brabant \(tijdelijk\)/);
    expect(tekst).toMatch(wie);
    expect(tekst).toMatch(hierna);
  });

  it.each([
    ['verzonden-spoed-warm', true],
    ['ontvangen-warm', true],
    ['verzonden', false],
    ['opgepakt-klaar', false],
  ])('the volgkaart %s says who gets the agreements in writing (§5.1.3): %s', (naam, wel) => {
    expect(zichtbareTekst(vul('volgkaart', naam)).includes('Wie krijgt de afspraken op papier?')).toBe(wel);
  });

  it('lichte zorgen list what must be said (§5.1.2)', () => {
    const tekst = zichtbareTekst(vul('informeren', 'lichte-zorgen'));
    for (const deel of ['veiligheidsafspraken', 'instelling of professional', 'opnieuw een melding'])
      expect(tekst).toContain(deel);
    expect(zichtbareTekst(vul('informeren', 'geen-zorgen'))).not.toContain('Dit moet er in elk geval in staan');
  });

  it('a proposal asks for an answer of who would get the casus, and of nobody else (§4.3, law 1)', () => {
    const team = vul('overdracht', 'voorstel');
    expect(zichtbareTekst(team)).toContain('Beantwoord het voorstel: jullie nemen de casus.');
    expect(zichtbareTekst(team)).not.toContain('Voer het gesprek');
    expect(zichtbareTekst(vul('volgkaart', 'voorstel'))).toContain('Beantwoord het voorstel');
    const volgt = { ...voorbeeld('volgkaart', 'voorstel'), voorstelVoor: 'lokale-toegang' };
    expect(zichtbareTekst(kaarten.vul(bericht('volgkaart', volgt)))).toContain('Wacht op het antwoord van het team');
  });

  it('what a team took after a disagreement is not said to be a receipt that it confirmed (§4.1, §4.3)', () => {
    for (const kaart of ['overdracht', 'volgkaart'] as const) {
      const tekst = zichtbareTekst(vul(kaart, 'overgenomen'));
      expect(tekst).toContain('Overgenomen');
      expect(tekst).not.toMatch(/Ontvangen|Ontvangst bevestigd/);
    }
  });

  it('the volgkaart says that the team gave a reason to hand back, and a button shows it (§5.1.3)', () => {
    const kaart = vul('volgkaart', 'opgepakt-terugleggen');
    expect(zichtbareTekst(kaart)).toContain('Het team heeft een reden gegeven. Klik op Lees de toelichting.');
    expect(knoppenMetInvoer(kaart).find(({ verb }) => verb === 'toelichting')?.data).toMatchObject({ gebeurtenis: 7 });
  });
});

/** Cards that stand in a channel or chat for days. */
const GEPLAATST: ReadonlySet<KaartNaam> = new Set<KaartNaam>([
  'overdracht',
  'volgkaart',
  'voortgang',
  'ping',
  'ping-bundel',
  'informeren',
  'screening',
  'wachtlijst-vt',
  'toezicht',
]);
const TELT =
  /\bnog (ongeveer )?\d+ (werk)?dag|\d (werk)?dag(en)? (te laat|over)|net verlopen|\bvandaag\b|\bmorgen\b|\bgisteren\b/i;

describe('a card that stands there for days names the day, because what it counts is no longer true tomorrow', () => {
  it.each(VOORBEELDEN.filter(({ kaart }) => GEPLAATST.has(kaart)))('$kaart, sample $naam', ({ kaart, model }) => {
    expect(zichtbareTekst(kaarten.vul(bericht(kaart, model)))).not.toMatch(TELT);
  });

  it('control: an answer may count, and is found', () => {
    expect(zichtbareTekst(vul('status', 'overgedragen-vt'))).toMatch(TELT);
  });
});

/** What a button says: what you do. Names of subjects and the one door to everything else are no deeds. */
const DAAD =
  /^(Ja, )?(aanvaard|accepteer|bekijk|bevestig|draag|ga|geef|grijp|haal|keur|kies|leg|lees|markeer|meld|neem|pak|rond|sluit|spreek|stuur|trek|vraag|vul|weiger|wijs)\b|^Ja, wij pakken|^Meer acties$/i;

describe('a button says what you do, so that ten seconds are enough', () => {
  it.each(VOORBEELDEN.filter(({ kaart }) => kaart !== 'uitleg'))('$kaart, sample $naam', ({ kaart, model }) => {
    const titels = [...delen(kaarten.vul(bericht(kaart, model)))].flatMap(({ deel }) =>
      soortBegintMet(deel, 'Action.') ? [String(deel['title'])] : [],
    );
    expect(titels.filter((titel) => !DAAD.test(titel))).toEqual([]);
  });
});

describe('the content of an overdracht', () => {
  it('keeps facts and opinions apart, each opinion with its holder and the facts under it (§5)', () => {
    const tekst = zichtbareTekst(vul('inhoud', 'warm'));
    const plek = (stuk: string): number => tekst.indexOf(stuk);
    expect(plek('Feiten')).toBeGreaterThan(-1);
    expect(plek('Feiten')).toBeLessThan(plek('Op 12 november'));
    expect(plek('De ouders wonen')).toBeLessThan(plek('Oordelen'));
    expect(tekst).toMatch(
      /“De kans op herhaling is groot\.”\nVan: \nSanne Verhulst, Veilig Thuis\nOp grond van: \nDe politie/,
    );
    expect(tekst).toContain('Alleen jij ziet dit. Elke keer openen wordt vastgelegd.');
  });

  it('is shown without a word missing, where other cards cut', () => {
    const lang = 'Een lang verhaal. '.repeat(110).trim();
    const model = { ...voorbeeld('inhoud', 'koud'), feiten: [lang], documentverwijzing: lang };
    const tekst = zichtbareTekst(kaarten.vul(bericht('inhoud', model)));
    expect(tekst.split(lang)).toHaveLength(3);
  });
});

describe('two inputs of a card never share an id, which Teams on iOS does not show', () => {
  it('and come back under the name of their field', () => {
    const ids = [...delen(vul('acties', 'ontvangen-team'))].map(({ deel }) => deel['id']).filter(Boolean);
    expect(ids).toContain('reden_2');
    expect(new Set(ids).size).toBe(ids.length);
    expect(veldenVan({ reden_2: 'x', datum_10: 'y', casusnummer: 'VT-2026-0001', verb_: 'z' })).toEqual({
      reden: 'x',
      datum: 'y',
      casusnummer: 'VT-2026-0001',
      verb_: 'z',
    });
  });
});

describe('control: the check can fail', () => {
  const gaaf = (): Record<string, unknown> => structuredClone(vul('volgkaart', 'verzonden'));
  const eerste = (kaart: Record<string, unknown>): Record<string, unknown> =>
    [...delen(kaart)].find(({ deel }) => deel['type'] === 'Action.Execute')?.deel ?? {};
  const breuken: [string, (kaart: Record<string, unknown>) => void][] = [
    ['another version', (kaart) => (kaart['version'] = '1.6')],
    ['an unknown property', (kaart) => (kaart['titel'] = 'x')],
    ['an unknown element', (kaart) => (kaart['body'] as unknown[]).push({ type: 'CodeBlock', codeSnippet: 'x' })],
    ['an unknown verb', (kaart) => (eerste(kaart)['verb'] = 'ontvangen')],
    ['no fallback', (kaart) => delete eerste(kaart)['fallback']],
    [
      'a fallback with other data',
      (kaart) => (eerste(kaart)['fallback'] = { type: 'Action.Submit', title: 'x', data: {} }),
    ],
    ['no casusnummer', (kaart) => delete (eerste(kaart)['data'] as Record<string, unknown>)['casusnummer']],
    ['an overdracht as text', (kaart) => ((eerste(kaart)['data'] as Record<string, unknown>)['overdracht'] = '1')],
    [
      'an input without label',
      (kaart) => (kaart['body'] as unknown[]).push({ type: 'Input.Text', id: 'x', maxLength: 9 }),
    ],
    [
      'two inputs of one id',
      (kaart) => (kaart['body'] as unknown[]).push({ type: 'Input.Text', id: 'reden', label: 'Waarom?', maxLength: 9 }),
    ],
    [
      'something left open',
      (kaart) => (kaart['body'] as unknown[]).push({ type: 'TextBlock', wrap: true, text: '${x}' }),
    ],
    [
      'a missing value',
      (kaart) => (kaart['body'] as unknown[]).push({ type: 'TextBlock', wrap: true, text: 'op undefined' }),
    ],
    ['too large', (kaart) => (kaart['fallbackText'] = 'x'.repeat(15_000))],
    ['seven buttons', (kaart) => (kaart['actions'] = Array.from({ length: 7 }, () => eerste(kaart)))],
  ];
  it.each(breuken)('on %s', (_naam, breek) => {
    const kaart = gaaf();
    expect(keur(kaart)).toEqual([]);
    breek(kaart);
    expect(keur(kaart)).not.toEqual([]);
  });

  it('on a sample that lacks a field', () => {
    const { teamNaam: _weg, ...rest } = voorbeeld('overdracht', 'verzonden');
    expect(KAARTMODELLEN.overdracht.safeParse(rest).success).toBe(false);
    expect(keur(kaarten.vul({ kaart: 'overdracht', model: rest, samenvatting: '' }))).not.toEqual([]);
  });
});
