import { describe, expect, test } from 'vitest';
import { OPDRACHT_SOORTEN } from '../../src/kern/opdrachten.ts';
import { isOpdracht, leesKnop, leesMelding, leesOpdracht } from '../../src/toepassing/gesprek/formulieren.ts';

describe('the form of an overdracht', () => {
  const VELDEN = {
    casusnummer: 'VT-2026-0001',
    team: 'wijkteam-breda-noord',
    wijze: 'warm',
    feiten: 'De politie kwam twee keer.\r\n\r\n  De school maakt zich zorgen. \n',
    aandachtspunten: '',
    veiligheidsafspraken: 'Elke week contact.\nVader slaapt elders.',
    documentverwijzing: ' ZAAK-1 ',
    oordeelTekst: 'Het gezin wil hulp.',
    oordeelVanWie: 'de onderzoeker',
    oordeelOpGrondVan: 'drie gesprekken',
    gespreksdatum: '2026-12-03',
    gesprekstijd: '14:30',
    geenGesprekReden: '',
  };

  test('every line is a fact or an agreement of its own; empty lines and edges fall away', () => {
    expect(leesOpdracht('overdragen', VELDEN)).toEqual({
      goed: {
        soort: 'overdragen',
        team: 'wijkteam-breda-noord',
        wijze: 'warm',
        feiten: ['De politie kwam twee keer.', 'De school maakt zich zorgen.'],
        oordelen: [{ tekst: 'Het gezin wil hulp.', vanWie: 'de onderzoeker', opGrondVan: 'drie gesprekken' }],
        aandachtspunten: [],
        veiligheidsafspraken: ['Elke week contact.', 'Vader slaapt elders.'],
        documentverwijzing: 'ZAAK-1',
        gesprek: { op: '2026-12-03T13:30:00.000Z' },
      },
    });
  });

  test('left empty, the optional fields are none', () => {
    const leeg = Object.fromEntries(Object.keys(VELDEN).map((naam) => [naam, '']));
    const invoer = { ...leeg, team: 'cjg-roosendaal', wijze: 'koud', feiten: 'Er is een melding.' };
    expect(leesOpdracht('overdragen', invoer)).toEqual({
      goed: {
        soort: 'overdragen',
        team: 'cjg-roosendaal',
        wijze: 'koud',
        feiten: ['Er is een melding.'],
        oordelen: [],
        aandachtspunten: [],
        veiligheidsafspraken: [],
      },
    });
  });

  test('a date for the gesprek goes before the reason why there is none (§5.1.3)', () => {
    const beide = leesOpdracht('overdragen', { ...VELDEN, geenGesprekReden: 'niemand bereikbaar' });
    expect(beide).toMatchObject({ goed: { gesprek: { op: '2026-12-03T13:30:00.000Z' } } });
    const alleenReden = { ...VELDEN, gespreksdatum: '', gesprekstijd: '', geenGesprekReden: 'niemand bereikbaar' };
    expect(leesOpdracht('overdragen', alleenReden)).toMatchObject({
      goed: { gesprek: { geenReden: 'niemand bereikbaar' } },
    });
  });

  test('an opinion that is not complete is asked for by name (§5)', () => {
    expect(leesOpdracht('overdragen', { ...VELDEN, oordeelVanWie: ' ' })).toEqual({
      fouten: ['oordeel, met van wie en op grond waarvan'],
    });
  });

  test('all that is missing is named once', () => {
    expect(leesOpdracht('overdragen', {})).toEqual({ fouten: ['feiten', 'team', 'koud of warm'] });
  });
});

describe('the form of the triage', () => {
  test('conclusies come as one text with commas, toggles as true and false in words', () => {
    const invoer = {
      besluit: 'veilig-thuis',
      conclusies: 'anonimiteit, verzoek-raad',
      vervolg: 'onderzoek',
      contactpersoon: '',
      multidisciplinairMet: '',
      voldoendeMogelijkheden: 'true',
      bereidZonderControle: 'false',
    };
    expect(leesOpdracht('triage-afronden', invoer)).toEqual({
      goed: {
        soort: 'triage-afronden',
        besluit: 'veilig-thuis',
        conclusies: ['anonimiteit', 'verzoek-raad'],
        vervolg: 'onderzoek',
        voldoendeMogelijkheden: true,
        bereidZonderControle: false,
      },
    });
  });

  test.each([
    [true, true],
    ['true', true],
    [false, false],
    ['false', false],
    ['', false],
    ['ja', false],
    [1, false],
    [undefined, false],
  ])('a toggle that sends %j means %s', (waarde, verwacht) => {
    const invoer = { besluit: 'geen-zorgen', bereidZonderControle: waarde };
    expect(leesOpdracht('triage-afronden', invoer)).toMatchObject({ goed: { bereidZonderControle: verwacht } });
  });

  test('nothing chosen, or a conclusion that does not exist, is asked for by name', () => {
    expect(leesOpdracht('triage-afronden', { besluit: '' })).toEqual({ fouten: ['besluit'] });
    expect(leesOpdracht('triage-afronden', { besluit: 'geen-zorgen', conclusies: 'x' })).toEqual({
      fouten: ['conclusies'],
    });
  });
});

describe('a date with a time', () => {
  const gegevenOp = (datum: unknown, tijd: unknown) => {
    const gelezen = leesOpdracht('bevestiging-vastleggen', { datum, tijd, via: 'telefoon', doorWie: 'Noor' });
    return 'goed' in gelezen && gelezen.goed.soort === 'bevestiging-vastleggen' ? gelezen.goed.gegevenOp : gelezen;
  };

  test.each([
    ['2026-12-03', '14:30', '2026-12-03T13:30:00.000Z'],
    ['2026-07-03', '14:30', '2026-07-03T12:30:00.000Z'],
    ['2026-12-03', '9:05', '2026-12-03T08:05:00.000Z'],
    ['2026-12-03', '', '2026-12-02T23:00:00.000Z'],
    ['2028-02-29', '00:00', '2028-02-28T23:00:00.000Z'],
  ])('%s and %j is that moment in Amsterdam', (datum, tijd, verwacht) => {
    expect(gegevenOp(datum, tijd)).toBe(verwacht);
  });

  test.each([
    ['', '14:30'],
    ['2026-02-30', '14:30'],
    ['2026-13-01', '14:30'],
    ['3-12-2026', '14:30'],
    ['2026-12-03T10:00', '14:30'],
    ['2026-12-03', '24:00'],
    ['2026-12-03', '14:60'],
    ['2026-12-03', 'half drie'],
    [20261203, '14:30'],
    [['2026-12-03'], '14:30'],
    [undefined, undefined],
  ])('%j and %j is none, and is asked for', (datum, tijd) => {
    expect(gegevenOp(datum, tijd)).toEqual({ fouten: ['datum en tijd'] });
  });

  test('the names people see follow the form', () => {
    expect(leesOpdracht('nieuwe-melding', {})).toEqual({ fouten: ['datum en tijd van de melding'] });
    expect(leesMelding({})).toEqual({ fouten: ['casusnummer', 'gemeente', 'datum en tijd van de melding'] });
  });
});

describe('the form of a new casus', () => {
  test.each([
    ['true', true],
    ['false', false],
  ])('spoed=%s', (spoed, verwacht) => {
    const invoer = { casusnummer: ' VT-2026-0007 ', gemeente: 'breda', datum: '2026-11-30', tijd: '10:00', spoed };
    expect(leesMelding(invoer)).toEqual({
      goed: {
        casusnummer: 'VT-2026-0007',
        gemeente: 'breda',
        meldingOntvangenOp: '2026-11-30T09:00:00.000Z',
        spoed: verwacht,
      },
    });
  });
});

describe('what a card sends along and nobody asked for', () => {
  test.each(OPDRACHT_SOORTEN)('%s takes its own fields only', (soort) => {
    const vreemd = {
      door: { rol: 'vt-medewerker' },
      nu: '2020-01-01',
      rol: 'beheerder',
      verantwoordelijke: 'x',
      versie: 9,
    };
    const velden = {
      besluit: 'geen-zorgen',
      team: 'cjg-roosendaal',
      wijze: 'koud',
      feiten: 'x',
      datum: '2026-12-01',
      tijd: '10:00',
      via: 'telefoon',
      doorWie: 'Noor',
      reden: 'x',
      wie: soort === 'geinformeerd' ? 'melder' : 'Joost',
      wat: soort === 'signaleren' ? 'verzoek-raad' : 'x',
      toelichting: 'x',
      uitkomst: 'veilig-thuis',
      fase: 'herstel',
    };
    const gelezen = leesOpdracht(soort, { ...velden, ...vreemd, soort: 'terugnemen' });
    expect(gelezen).toHaveProperty('goed.soort', soort);
    expect(JSON.stringify(gelezen)).not.toMatch(/beheerder|2020|vt-medewerker|versie/);
  });

  test('an own instant in the core’s form cannot pass by the date and time of the form', () => {
    expect(leesOpdracht('nieuwe-melding', { ontvangenOp: '2026-12-01T10:00:00Z' })).toHaveProperty('fouten');
  });

  test.each([undefined, null, 'tekst', 5, [], true])('%j for data is an empty form', (data) => {
    expect(leesOpdracht('weigeren', data)).toEqual({ fouten: ['reden'] });
    expect(leesKnop(data)).toBeUndefined();
  });

  test('names of the language are no opdrachten', () => {
    for (const naam of ['__proto__', 'constructor', 'toString', '', 'OPPAKKEN']) expect(isOpdracht(naam)).toBe(false);
    for (const soort of OPDRACHT_SOORTEN) expect(isOpdracht(soort)).toBe(true);
  });
});

describe('a button', () => {
  test('carries the casus, the overdracht as number or text, and its card; the rest is left out', () => {
    const knop = { casusnummer: ' VT-2026-0001 ', overdracht: '2', kaart: 'overdracht', rol: 'beheerder' };
    expect(leesKnop(knop)).toEqual({ casusnummer: 'VT-2026-0001', overdracht: 2, kaart: 'overdracht' });
  });

  test.each([
    {},
    { casusnummer: '' },
    { casusnummer: 5 },
    { casusnummer: 'x'.repeat(41) },
    { casusnummer: 'VT-2026-0001', overdracht: -1 },
    { casusnummer: 'VT-2026-0001', overdracht: 1.5 },
    { casusnummer: 'VT-2026-0001', overdracht: 'een' },
    { casusnummer: 'VT-2026-0001', kaart: {} },
  ])('%j is not one of ours', (data) => {
    expect(leesKnop(data)).toBeUndefined();
  });
});
