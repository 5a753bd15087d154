/** `GET /dossier/TOKEN` asks, `POST` gives it out: what the link in Teams opens in a browser. */
import type { Response, Server } from 'restify';
import { DOSSIER_VORMEN } from '../../kern/gebeurtenissen.ts';
import { teksten } from '../../teksten/nl.ts';
import type { Dossier } from '../../toepassing/dossier.ts';
import type { Verstrekken } from '../../toepassing/verstrekken.ts';
import { dossierPagina, ophaalPagina, PAGINA_CSP, weigerPagina } from './dossierpagina.ts';
import { koppelRoute, type Verzoek } from './server.ts';

const PAD = '/dossier/:token';

const tokenVan = ({ params }: Verzoek): string => (params as Record<string, string | undefined>)['token'] ?? '';

function stuurPagina(res: Response, status: number, html: string): void {
  // Not `header`, which adds to the one that every answer has: both would hold.
  res.setHeader('Content-Security-Policy', PAGINA_CSP);
  res.sendRaw(status, html, { 'Content-Type': 'text/html; charset=utf-8' });
}

const BESTAND: Record<(typeof DOSSIER_VORMEN)[number], { soort: string; maak(dossier: Dossier): string }> = {
  html: { soort: 'text/html; charset=utf-8', maak: dossierPagina },
  json: { soort: 'application/json; charset=utf-8', maak: (dossier) => `${JSON.stringify(dossier, undefined, 2)}\n` },
};

export function koppelDossier(server: Server, verstrekken: Verstrekken): void {
  koppelRoute(server, 'get', PAD, async (req, res) => {
    if (await verstrekken.isGeldig(tokenVan(req))) return stuurPagina(res, 200, ophaalPagina());
    return stuurPagina(res, 410, weigerPagina(teksten.dienst['link-verlopen']()));
  });

  koppelRoute(server, 'post', PAD, async (req, res) => {
    const gevraagd = new URLSearchParams(req.getQuery()).get('vorm');
    const vorm = DOSSIER_VORMEN.find((kandidaat) => kandidaat === gevraagd) ?? 'html';
    const gekregen = await verstrekken.haal(tokenVan(req), vorm);
    if (!gekregen.ok) return stuurPagina(res, 410, weigerPagina(gekregen.tekst));
    const { soort, maak } = BESTAND[vorm];
    // A file to keep: shown in the browser it would be gone with the tab, and the link with it.
    const naam = `dossier-${gekregen.dossier.casusnummer.replace(/[^\w-]/g, '_')}.${vorm}`;
    res.header('Content-Disposition', `attachment; filename="${naam}"`);
    res.sendRaw(200, maak(gekregen.dossier), { 'Content-Type': soort });
  });
}
