import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CHAT_VERBS, KAART_NAMEN, maakKaarten } from '../../src/adapters/teams/kaarten.ts';
import { isOpdracht, leesKnop, leesMelding, leesOpdracht } from '../../src/toepassing/formulieren.ts';
import type { KaartNaam } from '../../src/toepassing/kaartmodellen.ts';
import { delen, keur, soortBegintMet, zichtbareTekst, type Execute } from './keuring.ts';
import { MODELLEN } from './modellen.ts';
import { bericht, CARDS, VOORBEELDEN, voorbeeld } from './voorbeelden.ts';

const kaarten = maakKaarten();
const vul = (kaart: KaartNaam, naam: string): Record<string, unknown> =>
  kaarten.vul(bericht(kaart, voorbeeld(kaart, naam)));

describe('cards/', () => {
  it('has one template and one file of samples per model, and nothing else', () => {
    const verwacht = KAART_NAMEN.flatMap((naam) => [`${naam}.json`, `${naam}.voorbeeld.json`]);
    expect(readdirSync(CARDS).toSorted()).toEqual(verwacht.toSorted());
  });

  it('has samples of every status of an overdracht, every event and every gravity', () => {
    const waarden = (kaart: KaartNaam, veld: string): unknown[] => [
      ...new Set(
        VOORBEELDEN.filter((v) => v.kaart === kaart).map(({ model }) => (model as Record<string, unknown>)[veld]),
      ),
    ];
    for (const kaart of ['overdracht', 'volgkaart'] as const) expect(waarden(kaart, 'status')).toHaveLength(6);
    expect(waarden('voortgang', 'gebeurtenis')).toHaveLength(6);
    expect(waarden('ping', 'ernst')).toHaveLength(3);
  });
});

describe.each(VOORBEELDEN)('card $kaart, sample $naam', ({ kaart, model }) => {
  it('has sample data of the right model', () => {
    expect(MODELLEN[kaart].safeParse(model).error?.issues).toBeUndefined();
  });

  it('is a card that Teams takes: structure, buttons, size, nothing left open', () => {
    expect(keur(kaarten.vul(bericht(kaart, model)))).toEqual([]);
  });

  it('speaks Dutch and names the paragraph it rests on', () => {
    const tekst = zichtbareTekst(kaarten.vul(bericht(kaart, model)));
    expect(tekst).toMatch(/\b(de|het|een|nog|op|van|door|wie|wat)\b/i);
    expect(tekst).toMatch(/§\d|Add\. ?\d/);
  });

  it('sends what the use cases understand, when its inputs are filled in', () => {
    for (const { verb, data } of knoppenMetInvoer(kaarten.vul(bericht(kaart, model)))) {
      if (verb === 'nieuwe-casus') {
        expect(leesMelding({ ...data, casusnummer: 'VT-2026-0001' })).toHaveProperty('goed');
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
      return { verb, data: { ...data, ...Object.fromEntries(invoer.map((i) => [i.deel['id'], antwoord(i.deel)])) } };
    });
}

const verbs = (kaart: KaartNaam, naam: string): string[] =>
  knoppenMetInvoer(vul(kaart, naam))
    .map(({ verb }) => verb)
    .toSorted();

describe('the buttons fit the state', () => {
  it.each([
    ['overdracht', 'verzonden', ['ontvangst-bevestigen', 'weigeren']],
    ['overdracht', 'verzonden-te-laat', ['ontvangst-bevestigen', 'weigeren']],
    ['overdracht', 'ontvangen', ['melding-besproken', 'oppakken']],
    ['overdracht', 'ontvangen-te-laat', ['oppakken']],
    ['overdracht', 'opgepakt', ['melding-besproken']],
    ['overdracht', 'opgepakt-klaar', []],
    ['overdracht', 'geweigerd', []],
    ['overdracht', 'ingetrokken', []],
    ['overdracht', 'beeindigd', []],
    ['volgkaart', 'verzonden', ['bevestiging-vastleggen', 'geinformeerd', 'geinformeerd', 'geinformeerd', 'intrekken']],
    ['volgkaart', 'verzonden-gemeente-informeren', ['bevestiging-vastleggen', 'gemeente-geinformeerd', 'intrekken']],
    ['volgkaart', 'opgepakt', ['terugnemen']],
    ['volgkaart', 'geweigerd', []],
    ['ping', 'verlopen', ['ontvangst-bevestigen', 'weigeren']],
    ['ping', 'herinnering-oppakken', ['oppakken']],
    ['ping', 'escalatie', []],
    ['ping', 'escalatie-gemeente', ['gemeente-geinformeerd']],
    ['status', 'alleen-lezen', []],
    ['status', 'triage', ['formulier-triage']],
    ['status', 'overgedragen-vt', ['bevestiging-vastleggen', 'formulier-overdragen', 'intrekken']],
  ] as const)('%s, %s', (kaart, naam, verwacht) => {
    expect(verbs(kaart, naam)).toEqual(verwacht);
  });

  it('a card without buttons has no empty list of buttons', () => {
    expect(vul('overdracht', 'geweigerd')).not.toHaveProperty('actions');
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
          title: 'Ontvangen',
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
    ]);
  });
});

describe('state is never told by colour alone', () => {
  it.each([
    ['verzonden', 'Wacht op jullie bevestiging'],
    ['verzonden-te-laat', 'Te laat: nog niet bevestigd'],
    ['ontvangen', 'Ontvangen'],
    ['opgepakt', 'Opgepakt'],
    ['geweigerd', 'Niet voor dit team'],
    ['ingetrokken', 'Ingetrokken'],
    ['beeindigd', 'Niet meer bij jullie team'],
  ])('%s says "%s"', (naam, woorden) => {
    expect(zichtbareTekst(vul('overdracht', naam))).toContain(woorden);
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
    expect(MODELLEN.overdracht.safeParse(rest).success).toBe(false);
    expect(keur(kaarten.vul({ kaart: 'overdracht', model: rest, samenvatting: '' } as never))).not.toEqual([]);
  });
});
