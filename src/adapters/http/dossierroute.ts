/** What the link in Teams opens in a browser: `GET /dossier/TOKEN` asks, `POST` gives it out or lets one sign in first. */
import type { Response, Server } from 'restify';
import { DOSSIER_VORMEN } from '../../kern/journaal/nalezen.ts';
import { dossierTeksten } from '../../teksten/dossier.nl.ts';
import { teksten } from '../../teksten/nl.ts';
import type { Afgewezen } from '../../toepassing/casus/resultaat.ts';
import type { Dossier } from '../../toepassing/dossier/dossier.ts';
import { AANGEMELD_PAD, type Verstrekken } from '../../toepassing/dossier/verstrekken.ts';
import { aanmeldPagina, dossierPagina, ophaalPagina, PAGINA_CSP, weigerPagina } from './dossierpagina.ts';
import { koppelRoute, leesFormulier, type Httpverzoek } from './server.ts';

const PAD = '/dossier/:token';

const tokenVan = ({ params }: Httpverzoek): string => (params as Record<string, string | undefined>)['token'] ?? '';

function stuurPagina(res: Response, status: number, html: string): void {
  // Not `header`, which adds to the one that every answer has: both would hold.
  res.setHeader('Content-Security-Policy', PAGINA_CSP);
  res.sendRaw(status, html, { 'Content-Type': 'text/html; charset=utf-8' });
}

const BESTAND: Record<(typeof DOSSIER_VORMEN)[number], { soort: string; maak(dossier: Dossier): string }> = {
  html: { soort: 'text/html; charset=utf-8', maak: dossierPagina },
  json: { soort: 'application/json; charset=utf-8', maak: (dossier) => `${JSON.stringify(dossier, undefined, 2)}\n` },
};

const LINK_WEG = new Set(['link-verlopen', 'alleen-leidinggevende-vt', 'link-te-vaak']);

function stuurGeweigerd(res: Response, { code, tekst }: Afgewezen): void {
  if (LINK_WEG.has(code)) return stuurPagina(res, 410, weigerPagina(tekst));
  return stuurPagina(res, 403, weigerPagina(tekst, dossierTeksten.pagina.nietGelukt));
}

function stuurDossier(res: Response, gekregen: Awaited<ReturnType<Verstrekken['haal']>>): void {
  if (!gekregen.ok) return stuurGeweigerd(res, gekregen);
  const { dossier, vorm } = gekregen;
  const { soort, maak } = BESTAND[vorm];
  // A file to keep: shown in the browser it would be gone with the tab, and the link with it.
  const naam = `dossier-${dossier.casusnummer.replace(/[^\w-]/g, '_')}.${vorm}`;
  res.header('Content-Disposition', `attachment; filename="${naam}"`);
  res.sendRaw(200, maak(dossier), { 'Content-Type': soort });
}

/** @param verstrekken gives it out, after signing in where people can */
export function koppelDossier(server: Server, verstrekken: Verstrekken): void {
  koppelRoute(server, 'get', PAD, async (req, res) => {
    if (await verstrekken.isGeldig(tokenVan(req))) return stuurPagina(res, 200, ophaalPagina(verstrekken.aanmelden));
    return stuurPagina(res, 410, weigerPagina(teksten.dienst['link-verlopen']()));
  });

  koppelRoute(server, 'post', PAD, async (req, res) => {
    const gevraagd = new URLSearchParams(req.getQuery()).get('vorm');
    const vorm = DOSSIER_VORMEN.find((kandidaat) => kandidaat === gevraagd) ?? 'html';
    if (!verstrekken.aanmelden) return stuurDossier(res, await verstrekken.haal(tokenVan(req), vorm));
    const begonnen = await verstrekken.meldAan(tokenVan(req), vorm);
    return begonnen.ok ? stuurPagina(res, 200, aanmeldPagina(begonnen.naar)) : stuurGeweigerd(res, begonnen);
  });

  /**
   * No cookie binds this to the browser that began: it is not needed. The state is good once and stands at one link, the
   * token holds the nonce that was made with it, and both went only to who began; what comes back goes to the browser
   * that brings the proof of being the owner of that link. Somebody else who makes the owner finish a sign-in that he
   * began only makes the owner get her own dossier.
   */
  koppelRoute(server, 'post', AANGEMELD_PAD, async (req, res) => {
    const formulier = leesFormulier(req);
    const [state, token] = [formulier.get('state') ?? '', formulier.get('id_token') ?? ''];
    stuurDossier(res, await verstrekken.haalAangemeld({ state, token }));
  });
}
