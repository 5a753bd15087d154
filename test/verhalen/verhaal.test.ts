/** Control: a story that tells something else than what happened is caught, whatever the difference. */
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import { NOOR } from '../scenario/mensen.ts';
import type { Verstuurd } from '../scenario/wereld.ts';
import { HERINNERD, VERZONDEN } from './begin.ts';
import { klikt } from './daden.ts';
import { gebleken, geeist } from './eisen.ts';
import { moment } from './tijd.ts';
import { beleef, om, verwacht, type Stap } from './verhaal.ts';

const BEVESTIGD = om(
  'wo 25 nov 2026 09:00',
  klikt(NOOR, 'ontvangst-bevestigen'),
  'noord',
  'vt: ontvangst bevestigd',
  'noord, vt: ↻ ontvangen',
  'noord: ↻ klaar: bevestigen',
);

describe('a story', () => {
  test('is what happened; each other one is not', async () => {
    const { gezien } = await beleef([VERZONDEN, HERINNERD, BEVESTIGD]);
    expect(verwacht([VERZONDEN, HERINNERD, BEVESTIGD])).toEqual(gezien);

    const anders: Record<string, readonly Stap[]> = {
      'a message less': [VERZONDEN, { ...HERINNERD, berichten: ['noord, vt: ↻ wacht'] }, BEVESTIGD],
      'a message more': [VERZONDEN, HERINNERD, { ...BEVESTIGD, berichten: [...BEVESTIGD.berichten, 'Loes: opgepakt'] }],
      'a message twice': [
        VERZONDEN,
        { ...HERINNERD, berichten: [...HERINNERD.berichten, 'noord: herinnering bevestigen'] },
        BEVESTIGD,
      ],
      'to someone else': [
        VERZONDEN,
        { ...HERINNERD, berichten: ['vt: herinnering bevestigen', 'noord, vt: ↻ wacht'] },
        BEVESTIGD,
      ],
      'about something else': [
        VERZONDEN,
        { ...HERINNERD, berichten: ['noord: herinnering oppakken', 'noord, vt: ↻ wacht'] },
        BEVESTIGD,
      ],
      'with another state on the card': [
        VERZONDEN,
        { ...HERINNERD, berichten: ['noord: herinnering bevestigen', 'noord, vt: ↻ te laat'] },
        BEVESTIGD,
      ],
      'someone else responsible': [VERZONDEN, HERINNERD, { ...BEVESTIGD, bij: 'VT' }],
      'responsible since another moment': [
        VERZONDEN,
        HERINNERD,
        { ...BEVESTIGD, bij: 'noord sinds wo 25 nov 2026 08:59' },
      ],
    };
    const ontsnapt = Object.keys(anders).filter((naam) => isDeepStrictEqual(verwacht(anders[naam] ?? []), gezien));
    expect(ontsnapt).toEqual([]);
  });

  test('in which a message stands elsewhere, calls upon others or names no § is caught', async () => {
    const { wereld } = await beleef([VERZONDEN, HERINNERD]);
    const wat = 'herinnering bevestigen';
    const bericht = await wereld.zie('noord', 'Herinnering');
    expect(gebleken(bericht, wat)).toBe(geeist('noord', wat));
    const anders: Partial<Verstuurd>[] = [
      { draad: false },
      { vermeld: [] },
      { vermeld: ['Noor Verbeek'] },
      { alert: true },
      { tekst: 'Bevestig de ontvangst (§4.11)' },
    ];
    const ontsnapt = anders.filter((deel) => gebleken({ ...bericht, ...deel }, wat) === geeist('noord', wat));
    expect(ontsnapt).toEqual([]);
    // In private it must stand out instead.
    expect(geeist('Ilse', 'escalatie bevestigen')).toBe(' · valt op · §4.1');
  });

  test('in which something went out between two moments is caught', async () => {
    const stappen = [VERZONDEN, { ...BEVESTIGD, berichten: [...HERINNERD.berichten, ...BEVESTIGD.berichten] }];
    const { gezien } = await beleef(stappen);
    expect(gezien).not.toEqual(verwacht(stappen));
    expect(gezien).toContain(
      '  noord: herinnering bevestigen · in de draad · @Noor Verbeek, Nico Jansen · §4.1 (wo 25 nov 2026 08:30)',
    );
  });

  test.each(['di 25 nov 2026 08:30', 'wo 31 nov 2026 08:30', 'zo 28 mrt 2027 02:30', '25 nov 2026 08:30'])(
    'cannot happen at %s',
    (tekst) => expect(() => moment(tekst)).toThrow('is geen moment'),
  );
});
