/** Werkdagen, weekends, holidays and summer time (§4.1, §4.2; Algemene termijnenwet art. 1 and 3; domein.md §6). */
import { describe } from 'vitest';
import { NOOR, NOORD } from '../scenario/mensen.ts';
import { draagtWarmOver, KLOK, klikt, meldt, triage } from './daden.ts';
import { om, verhaal } from './verhaal.ts';

/** What the clock does about an overdracht that nobody confirms; `week` is the question whether it was picked up. */
const BERICHTEN = {
  herinnering: ['noord: herinnering bevestigen', 'noord, vt: ↻ wacht'],
  middernacht: ['noord, vt: ↻ te laat'],
  voorbij: ['noord, vt: verlopen bevestigen', 'noord, vt: ↻ te laat'],
  'voorbij en week': ['noord: verlopen bevestigen + oppakken', 'vt: verlopen bevestigen', 'noord, vt: ↻ te laat'],
  week: ['noord: herinnering oppakken', 'noord, vt: ↻ te laat'],
  leidinggevenden: ['Ilse, Loes: escalatie bevestigen', 'noord, vt: ↻ te laat'],
  'leidinggevenden en week': [
    'Ilse, Loes: escalatie bevestigen',
    'noord: herinnering oppakken',
    'noord, vt: ↻ te laat',
  ],
} as const;

interface Rij {
  titel: string;
  verzonden: string;
  dan: Record<string, keyof typeof BERICHTEN>;
}

const NIET_BEVESTIGD: readonly Rij[] = [
  {
    titel: 'op vrijdag een minuut voor sluitingstijd',
    verzonden: 'vr 27 nov 2026 16:59',
    dan: {
      'di 1 dec 2026 08:30': 'herinnering',
      'wo 2 dec 2026 00:00': 'middernacht',
      'wo 2 dec 2026 08:30': 'voorbij',
      'do 3 dec 2026 08:30': 'leidinggevenden',
      'vr 4 dec 2026 08:30': 'week',
    },
  },
  {
    titel: 'op Sinterklaas, een zaterdag',
    verzonden: 'za 5 dec 2026 20:00',
    dan: {
      'di 8 dec 2026 08:30': 'herinnering',
      'wo 9 dec 2026 00:00': 'middernacht',
      'wo 9 dec 2026 08:30': 'voorbij',
      'do 10 dec 2026 08:30': 'leidinggevenden',
    },
  },
  {
    titel: 'de dag voor Kerst',
    verzonden: 'do 24 dec 2026 15:00',
    dan: {
      'di 29 dec 2026 08:30': 'herinnering',
      'wo 30 dec 2026 00:00': 'middernacht',
      'wo 30 dec 2026 08:30': 'voorbij',
      'do 31 dec 2026 08:30': 'leidinggevenden en week',
    },
  },
  {
    titel: 'op eerste Kerstdag',
    verzonden: 'vr 25 dec 2026 11:00',
    dan: {
      'di 29 dec 2026 08:30': 'herinnering',
      'wo 30 dec 2026 00:00': 'middernacht',
      'wo 30 dec 2026 08:30': 'voorbij',
      'do 31 dec 2026 08:30': 'leidinggevenden',
    },
  },
  {
    titel: 'op oudejaarsdag',
    verzonden: 'do 31 dec 2026 12:00',
    dan: {
      'di 5 jan 2027 08:30': 'herinnering',
      'wo 6 jan 2027 00:00': 'middernacht',
      'wo 6 jan 2027 08:30': 'voorbij',
      'do 7 jan 2027 08:30': 'leidinggevenden en week',
    },
  },
  {
    titel: 'op nieuwjaarsdag',
    verzonden: 'vr 1 jan 2027 12:00',
    dan: {
      'di 5 jan 2027 08:30': 'herinnering',
      'wo 6 jan 2027 00:00': 'middernacht',
      'wo 6 jan 2027 08:30': 'voorbij',
      'do 7 jan 2027 08:30': 'leidinggevenden',
      'vr 8 jan 2027 08:30': 'week',
    },
  },
  {
    titel: 'op de donderdag voor Goede Vrijdag',
    verzonden: 'do 25 mrt 2027 16:59',
    dan: {
      'wo 31 mrt 2027 08:30': 'herinnering',
      'do 1 apr 2027 00:00': 'middernacht',
      'do 1 apr 2027 08:30': 'voorbij en week',
      'vr 2 apr 2027 08:30': 'leidinggevenden',
    },
  },
  {
    titel: 'op Goede Vrijdag',
    verzonden: 'vr 26 mrt 2027 10:00',
    dan: {
      'wo 31 mrt 2027 08:30': 'herinnering',
      'do 1 apr 2027 00:00': 'middernacht',
      'do 1 apr 2027 08:30': 'voorbij',
      'vr 2 apr 2027 08:30': 'leidinggevenden en week',
    },
  },
  {
    titel: 'op eerste Paasdag, als de zomertijd begint',
    verzonden: 'zo 28 mrt 2027 03:30',
    dan: {
      'wo 31 mrt 2027 08:30': 'herinnering',
      'do 1 apr 2027 00:00': 'middernacht',
      'do 1 apr 2027 08:30': 'voorbij',
      'vr 2 apr 2027 08:30': 'leidinggevenden',
      'ma 5 apr 2027 08:30': 'week',
    },
  },
  {
    titel: 'de dag voor Koningsdag',
    verzonden: 'ma 26 apr 2027 09:00',
    dan: {
      'do 29 apr 2027 08:30': 'herinnering',
      'vr 30 apr 2027 00:00': 'middernacht',
      'vr 30 apr 2027 08:30': 'voorbij',
      'ma 3 mei 2027 08:30': 'leidinggevenden en week',
    },
  },
  {
    titel: 'op Koningsdag',
    verzonden: 'di 27 apr 2027 11:00',
    dan: {
      'do 29 apr 2027 08:30': 'herinnering',
      'vr 30 apr 2027 00:00': 'middernacht',
      'vr 30 apr 2027 08:30': 'voorbij',
      'ma 3 mei 2027 08:30': 'leidinggevenden',
      'di 4 mei 2027 08:30': 'week',
    },
  },
  {
    titel: 'de dag voor 5 mei, met Hemelvaart er meteen achter',
    verzonden: 'di 4 mei 2027 10:00',
    dan: {
      'ma 10 mei 2027 08:30': 'herinnering',
      'di 11 mei 2027 00:00': 'middernacht',
      'di 11 mei 2027 08:30': 'voorbij en week',
      'wo 12 mei 2027 08:30': 'leidinggevenden',
    },
  },
  {
    titel: 'op Hemelvaartsdag',
    verzonden: 'do 6 mei 2027 10:00',
    dan: {
      'ma 10 mei 2027 08:30': 'herinnering',
      'di 11 mei 2027 00:00': 'middernacht',
      'di 11 mei 2027 08:30': 'voorbij',
      'wo 12 mei 2027 08:30': 'leidinggevenden',
      'do 13 mei 2027 08:30': 'week',
    },
  },
  {
    titel: 'op de vrijdag voor Pinksteren',
    verzonden: 'vr 14 mei 2027 14:00',
    dan: {
      'wo 19 mei 2027 08:30': 'herinnering',
      'do 20 mei 2027 00:00': 'middernacht',
      'do 20 mei 2027 08:30': 'voorbij',
      'vr 21 mei 2027 08:30': 'leidinggevenden en week',
    },
  },
  {
    titel: 'op tweede Pinksterdag',
    verzonden: 'ma 17 mei 2027 10:00',
    dan: {
      'wo 19 mei 2027 08:30': 'herinnering',
      'do 20 mei 2027 00:00': 'middernacht',
      'do 20 mei 2027 08:30': 'voorbij',
      'vr 21 mei 2027 08:30': 'leidinggevenden',
      'ma 24 mei 2027 08:30': 'week',
    },
  },
  {
    titel: 'op de vrijdag voor de wintertijd',
    verzonden: 'vr 23 okt 2026 10:00',
    dan: {
      'di 27 okt 2026 08:30': 'herinnering',
      'wo 28 okt 2026 00:00': 'middernacht',
      'wo 28 okt 2026 08:30': 'voorbij',
      'do 29 okt 2026 08:30': 'leidinggevenden',
      'vr 30 okt 2026 08:30': 'week',
    },
  },
  {
    titel: 'in het uur dat twee keer komt',
    verzonden: 'zo 25 okt 2026 02:30 (eerste keer)',
    dan: {
      'di 27 okt 2026 08:30': 'herinnering',
      'wo 28 okt 2026 00:00': 'middernacht',
      'wo 28 okt 2026 08:30': 'voorbij',
      'do 29 okt 2026 08:30': 'leidinggevenden',
    },
  },
  {
    titel: 'op schrikkeldag',
    verzonden: 'di 29 feb 2028 10:00',
    dan: {
      'do 2 mrt 2028 08:30': 'herinnering',
      'vr 3 mrt 2028 00:00': 'middernacht',
      'vr 3 mrt 2028 08:30': 'voorbij',
      'ma 6 mrt 2028 08:30': 'leidinggevenden',
      'di 7 mrt 2028 08:30': 'week',
    },
  },
];

describe('een overdracht die niemand bevestigt, verzonden', () => {
  for (const { titel, verzonden, dan } of NIET_BEVESTIGD) {
    verhaal(titel, [
      om(verzonden, draagtWarmOver(NOORD), 'VT', 'noord, vt: overdracht'),
      ...Object.entries(dan).map(([op, wat]) => om(op, KLOK, 'VT', ...BERICHTEN[wat])),
    ]);
  }
});

const OPPAKKEN = {
  vraag: ['noord: herinnering oppakken', 'noord, vt: ↻ ontvangen'],
  middernacht: ['noord, vt: ↻ ontvangen, te laat'],
  voorbij: ['noord, vt: verlopen oppakken', 'noord, vt: ↻ ontvangen, te laat'],
  leidinggevenden: ['Ilse, Loes: escalatie oppakken', 'noord, vt: ↻ ontvangen, te laat'],
  gemeente: [
    'vt: escalatie oppakken',
    'Loes: ↻ escalatie oppakken',
    'vt: ↻ verlopen oppakken',
    'noord, vt: ↻ ontvangen, te laat',
  ],
} as const;

interface OppakRij {
  titel: string;
  /** The day; sent at 9 and confirmed at 10. */
  dag: string;
  dan: Record<string, keyof typeof OPPAKKEN>;
}

const NIET_OPGEPAKT: readonly OppakRij[] = [
  {
    titel: 'eindigen op eerste Kerstdag: ze lopen door tot de maandag erna',
    dag: 'vr 11 dec 2026',
    dan: {
      'vr 18 dec 2026 08:30': 'vraag',
      'wo 23 dec 2026 08:30': 'vraag',
      'di 29 dec 2026 00:00': 'middernacht',
      'di 29 dec 2026 08:30': 'voorbij',
      'do 31 dec 2026 08:30': 'leidinggevenden',
      'wo 6 jan 2027 08:30': 'gemeente',
    },
  },
  {
    titel: 'eindigen op nieuwjaarsdag, en de vraag na een week valt op Kerst',
    dag: 'vr 18 dec 2026',
    dan: {
      'ma 28 dec 2026 08:30': 'vraag',
      'wo 30 dec 2026 08:30': 'vraag',
      'di 5 jan 2027 00:00': 'middernacht',
      'di 5 jan 2027 08:30': 'voorbij',
      'do 7 jan 2027 08:30': 'leidinggevenden',
      'di 12 jan 2027 08:30': 'gemeente',
    },
  },
  {
    titel: 'eindigen op Goede Vrijdag: ze lopen over Pasen en de zomertijd heen',
    dag: 'vr 12 mrt 2027',
    dan: {
      'vr 19 mrt 2027 08:30': 'vraag',
      'wo 24 mrt 2027 08:30': 'vraag',
      'wo 31 mrt 2027 00:00': 'middernacht',
      'wo 31 mrt 2027 08:30': 'voorbij',
      'vr 2 apr 2027 08:30': 'leidinggevenden',
      'wo 7 apr 2027 08:30': 'gemeente',
    },
  },
  {
    titel: 'eindigen op Koningsdag',
    dag: 'di 13 apr 2027',
    dan: {
      'di 20 apr 2027 08:30': 'vraag',
      'vr 23 apr 2027 08:30': 'vraag',
      'do 29 apr 2027 00:00': 'middernacht',
      'do 29 apr 2027 08:30': 'voorbij',
      'ma 3 mei 2027 08:30': 'leidinggevenden',
    },
  },
  {
    titel: 'eindigen op 5 mei, met Hemelvaart en een weekend erachter',
    dag: 'wo 21 apr 2027',
    dan: {
      'wo 28 apr 2027 08:30': 'vraag',
      'ma 3 mei 2027 08:30': 'vraag',
      'za 8 mei 2027 00:00': 'middernacht',
      'ma 10 mei 2027 08:30': 'voorbij',
      'wo 12 mei 2027 08:30': 'leidinggevenden',
    },
  },
  {
    titel: 'eindigen op tweede Pinksterdag',
    dag: 'ma 3 mei 2027',
    dan: {
      'ma 10 mei 2027 08:30': 'vraag',
      'do 13 mei 2027 08:30': 'vraag',
      'wo 19 mei 2027 00:00': 'middernacht',
      'wo 19 mei 2027 08:30': 'voorbij',
      'vr 21 mei 2027 08:30': 'leidinggevenden',
    },
  },
  {
    titel: 'lopen over de wintertijd heen: het blijft half negen',
    dag: 'ma 12 okt 2026',
    dan: {
      'ma 19 okt 2026 08:30': 'vraag',
      'do 22 okt 2026 08:30': 'vraag',
      'di 27 okt 2026 00:00': 'middernacht',
      'di 27 okt 2026 08:30': 'voorbij',
      'do 29 okt 2026 08:30': 'leidinggevenden',
    },
  },
];

describe('twee weken om op te pakken die', () => {
  for (const { titel, dag, dan } of NIET_OPGEPAKT) {
    verhaal(titel, [
      om(`${dag} 09:00`, draagtWarmOver(NOORD), 'VT', 'noord, vt: overdracht'),
      om(
        `${dag} 10:00`,
        klikt(NOOR, 'ontvangst-bevestigen'),
        'noord',
        'vt: ontvangst bevestigd',
        'noord, vt: ↻ ontvangen',
      ),
      ...Object.entries(dan).map(([op, wat]) => om(op, KLOK, 'noord', ...OPPAKKEN[wat])),
    ]);
  }
});

describe('bij Veilig Thuis', () => {
  for (const [titel, ontvangen, herinnering, laatste] of [
    ['Pasen', 'do 25 mrt 2027 10:00', 'vr 2 apr 2027 08:30', 'ma 5 apr 2027 23:59'],
    ['Koningsdag', 'vr 23 apr 2027 10:00', 'vr 30 apr 2027 08:30', 'ma 3 mei 2027 23:59'],
    ['5 mei en Hemelvaart', 'di 4 mei 2027 10:00', 'wo 12 mei 2027 08:30', 'do 13 mei 2027 23:59'],
    ['Kerst', 'vr 18 dec 2026 10:00', 'do 24 dec 2026 08:30', 'ma 28 dec 2026 23:59'],
    ['de jaarwisseling', 'do 31 dec 2026 10:00', 'do 7 jan 2027 08:30', 'vr 8 jan 2027 23:59'],
  ] as const) {
    verhaal(`vijf werkdagen triage rond ${titel}: de herinnering op werkdag 4, klaar in de laatste minuut`, [
      om(ontvangen, meldt(), 'VT'),
      om(herinnering, KLOK, 'VT', 'vt: herinnering triage'),
      om(laatste, triage.onderzoek(), 'VT', 'vt: ↻ klaar: triage'),
    ]);
  }

  verhaal('tien weken die eindigen op eerste Kerstdag', [
    om('vr 16 okt 2026 10:00', meldt(), 'VT'),
    om('vr 16 okt 2026 11:00', triage.onderzoek(), 'VT'),
    om('vr 11 dec 2026 08:30', KLOK, 'VT', 'vt: herinnering vervolg'),
    om('di 29 dec 2026 08:30', KLOK, 'VT', 'vt: verlopen vervolg'),
    om('di 5 jan 2027 08:30', KLOK, 'VT', 'Loes: escalatie vervolg'),
  ]);
});
