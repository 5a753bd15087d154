/** The page of a dossier: harmless whatever people typed, whole by itself, and complete. */
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { dossierPagina, ophaalPagina, PAGINA_CSP, weigerPagina } from '../../../src/adapters/http/dossierpagina.ts';
import type { Dossier, DossierRegel } from '../../../src/toepassing/dossier/dossier.ts';

const OP = '2026-11-23T09:00:00.000Z';
const LATER = '2026-11-24T09:00:00.000Z';
const regel = (anders: Partial<DossierRegel> = {}): DossierRegel => ({
  nr: 1,
  op: OP,
  vastgelegdOp: OP,
  wat: 'Melding ontvangen',
  toelichting: [],
  wie: 'Vera de Wit',
  rol: 'medewerker Veilig Thuis',
  kanaal: 'Teams',
  bron: '§3.1.2',
  ...anders,
});
const dossier = (anders: Partial<Dossier> = {}): Dossier => ({
  casusnummer: 'VT-2026-0001',
  gemeente: 'gemeente Breda',
  spoed: false,
  fase: 'ontvangen door het team',
  gemaaktOp: LATER,
  gemaaktDoor: 'Loes Vermeer',
  verantwoordelijkheid: [
    { partij: 'Veilig Thuis', vanaf: OP, tot: LATER, gebeurtenis: 1, grond: 'Melding ontvangen', bron: '§3.1.2' },
    { partij: 'Wijkteam Noord', vanaf: LATER, gebeurtenis: 4, grond: 'Ontvangst bevestigd', bron: '§4.1' },
  ],
  termijnen: [],
  overdrachten: [],
  inzage: [],
  journaal: [regel()],
  keten: { klopt: true, bevinding: '', kop: 'hash-van-de-laatste' },
  vastgelegd: [],
  ...anders,
});

const KWAAD = `<script>alert(1)</script><img src=x onerror="x">&amp;'"</style><!--`;
/** Every text of it hostile. */
function besmet<T>(waarde: T): T {
  if (typeof waarde === 'string') return (/^\d{4}-\d\d-\d\dT/.test(waarde) ? waarde : KWAAD) as T;
  if (Array.isArray(waarde)) return waarde.map((deel: unknown) => besmet(deel)) as T;
  if (typeof waarde !== 'object' || waarde === null) return waarde;
  return Object.fromEntries(Object.entries(waarde).map(([naam, deel]) => [naam, besmet(deel)])) as T;
}

const VOL = dossier({
  spoed: true,
  termijnen: [{ naam: 'Triage afronden', vanaf: OP, vervalt: LATER, bron: '§3.1.2', beleid: 'richtlijn-0.3' }],
  overdrachten: [
    {
      nr: 1,
      team: 'Wijkteam Noord',
      wijze: 'warm',
      verzondenOp: OP,
      inhoud: {
        feiten: ['De politie kwam twee keer.'],
        oordelen: [{ tekst: 'Onveilig', vanWie: 'Vera', opGrondVan: 'het gesprek' }],
        aandachtspunten: ['Bel eerst de school.'],
        veiligheidsafspraken: ['Bellen bij ruzie.'],
        documentverwijzing: 'ZAAK-0001',
        gesprek: { geenReden: 'De cliënt kan niet.' },
      },
    },
  ],
  inzage: [regel({ wat: 'Inhoud geopend' })],
  journaal: [regel({ vastgelegdOp: LATER, toelichting: ['Het gezin is verhuisd.'] })],
});

describe('the page of a dossier', () => {
  test('takes what people typed as text, wherever it stands', () => {
    const pagina = dossierPagina({ ...besmet(VOL), keten: { klopt: false, bevinding: KWAAD, kop: KWAAD } });
    expect(pagina).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(pagina).not.toMatch(/<script|<img|<!--|&amp;amp;amp;/);
    expect(pagina.match(/<\/style>/g)).toHaveLength(1);
    expect(pagina.match(/onerror="/g)).toBeNull();
  });

  test('needs nothing else: no script, no address, no picture', () => {
    const pagina = dossierPagina(VOL);
    expect(pagina).not.toMatch(/<script|<link|<img|url\(|https?:/i);
    expect(pagina).toMatch(/^<!doctype html>\n<html lang="nl">/);
  });

  test('may be shown by the policy that goes with it, with its own style and nothing else', () => {
    const stijl = /<style>([\s\S]*)<\/style>/.exec(ophaalPagina(true))?.[1] ?? '';
    const digest = createHash('sha256').update(stijl).digest('base64');
    expect(PAGINA_CSP).toContain(`default-src 'none'; style-src 'sha256-${digest}'; form-action 'self'`);
  });

  test('says everything: stretches, terms, content with its parts, views, free text, when it was written down', () => {
    const pagina = dossierPagina(VOL);
    for (const deel of [
      'Wijkteam Noord',
      'Triage afronden',
      'loopt nog',
      'beleid richtlijn-0.3',
      'De politie kwam twee keer.',
      'Oordeel van Vera, op grond van: het gesprek',
      'Bel eerst de school.',
      'Bellen bij ruzie.',
      'ZAAK-0001',
      'Geen gesprek: De cliënt kan niet.',
      'Inhoud geopend',
      'Het gezin is verhuisd.',
      'vastgelegd di 24 nov 2026 10:00',
      'ma 23 nov 2026 10:00',
      'spoed',
      'hash-van-de-laatste',
    ]) {
      expect(pagina).toContain(deel);
    }
  });

  test('tells what is erased, what cannot be read, and that the chain is broken', () => {
    const over = (inhoud: 'gewist' | 'onleesbaar') => ({
      nr: 1,
      team: 'Noord',
      wijze: 'koud',
      verzondenOp: OP,
      inhoud,
    });
    expect(dossierPagina(dossier({ overdrachten: [over('gewist')] }))).toContain('De inhoud is gewist');
    expect(dossierPagina(dossier({ overdrachten: [over('onleesbaar')] }))).toContain('de sleutel ontbreekt');
    const bevinding = 'VT-2026-0001: gebeurtenis 4 is gewijzigd.';
    const kapot = dossierPagina(dossier({ keten: { klopt: false, bevinding, kop: 'x' } }));
    expect(kapot).toContain(`Let op: er klopt iets niet. ${bevinding}`);
    expect(kapot).not.toContain('Alle controlegetallen kloppen');
  });

  test('before and instead of it stands nothing about a casus', () => {
    expect(ophaalPagina(true)).toMatch(/<form method="post" action="\?vorm=html">/);
    expect(weigerPagina('Deze link is al gebruikt <b>')).toContain('al gebruikt &lt;b&gt;');
  });
});
