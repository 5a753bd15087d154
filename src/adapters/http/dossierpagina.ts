/** A dossier as one HTML page that needs nothing else: to read, to print, to keep. */
import { createHash } from 'node:crypto';
import type { Inhoud } from '../../kern/onderwerpen/overdracht.ts';
import { toonMoment, toonTermijn } from '../../kern/tijd/werkdagen.ts';
import { dossierTeksten as t } from '../../teksten/dossier.nl.ts';
import type { Dossier, DossierRegel } from '../../toepassing/dossier/dossier.ts';

/** Markup; every text that is put into it has been made harmless. */
interface Html {
  html: string;
}

const ONTSNAPT: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Only what this function made itself is taken as markup; anything else is text. */
function h(delen: TemplateStringsArray, ...waarden: (Html | string | number | readonly Html[])[]): Html {
  const stuk = (waarde: (typeof waarden)[number] | undefined): string => {
    if (waarde === undefined) return '';
    if (typeof waarde === 'object') return 'html' in waarde ? waarde.html : waarde.map(({ html }) => html).join('');
    return String(waarde).replace(/[&<>"']/g, (teken) => ONTSNAPT[teken] ?? '');
  };
  return { html: delen.map((deel, index) => deel + stuk(waarden[index])).join('') };
}

const STIJL = `
:root { color-scheme: light; --inkt: #1d1d26; --stil: #5c5c6b; --lijn: #d9d9e3; --vlak: #f5f5fa; --merk: #464eb8; --let: #a4262c; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 60rem; padding: 2.5rem 2rem 4rem; color: var(--inkt); background: #fff; font: 15px/1.5 "Segoe UI", system-ui, sans-serif; }
h1 { margin: 0; font-size: 1.9rem; letter-spacing: -0.01em; }
h2 { margin: 2.5rem 0 0.75rem; padding-bottom: 0.3rem; border-bottom: 2px solid var(--merk); font-size: 1.2rem; }
h3 { margin: 1.5rem 0 0.25rem; font-size: 1rem; }
h4 { margin: 0.9rem 0 0.2rem; font-size: 0.9rem; color: var(--stil); }
p { margin: 0.35rem 0; }
ul { margin: 0.2rem 0; padding-left: 1.2rem; }
li { overflow-wrap: anywhere; white-space: pre-line; }
table { width: 100%; border-collapse: collapse; font-size: 0.88rem; }
th { padding: 0.4rem 0.6rem; text-align: left; font-weight: 600; color: var(--stil); border-bottom: 1px solid var(--lijn); }
td { padding: 0.45rem 0.6rem; vertical-align: top; border-bottom: 1px solid var(--lijn); overflow-wrap: anywhere; white-space: pre-line; }
tr { break-inside: avoid; }
thead { display: table-header-group; }
.merk { margin: 0 0 0.3rem; color: var(--merk); font-weight: 600; }
.kader { margin: 1.25rem 0 0; padding: 0.9rem 1.1rem; border-radius: 6px; background: var(--vlak); }
.let { color: var(--let); font-weight: 600; }
.stil { color: var(--stil); font-size: 0.85rem; }
.tijd { white-space: nowrap; }
.nr { width: 2.5rem; color: var(--stil); }
.som { overflow-wrap: anywhere; font-family: ui-monospace, Consolas, monospace; font-size: 0.8rem; }
dl { display: grid; grid-template-columns: 9rem 1fr; margin: 1rem 0 0; row-gap: 0.2rem; }
dt { color: var(--stil); }
dd { margin: 0; }
button, a.knop { display: block; width: 100%; margin: 0.75rem 0 0; padding: 0.7rem 1rem; border: 1px solid var(--merk); border-radius: 6px; background: var(--merk); color: #fff; font: inherit; font-weight: 600; cursor: pointer; text-align: center; text-decoration: none; }
button.tweede { background: #fff; color: var(--merk); }
main.smal { max-width: 30rem; margin: 4rem auto; }
@media print { body { max-width: none; padding: 0; font-size: 10.5pt; } h2 { break-after: avoid; } @page { margin: 18mm 15mm; } }
`;

/** Its own style and nothing else, shown by this server and as a file alike. */
const BELEID = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STIJL).digest('base64')}'; form-action 'self'; base-uri 'none'`;
export const PAGINA_CSP = `${BELEID}; frame-ancestors 'none'`;

const omhulsel = (titel: string, lijf: Html, kop: Html = h``): string =>
  h`<!doctype html>
<html lang="nl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${BELEID}">${kop}<title>${titel}</title><style>${{ html: STIJL }}</style></head>
<body>${lijf}</body></html>
`.html;

const tabel = (koppen: readonly string[], rijen: readonly Html[]): Html =>
  h`<table><thead><tr>${koppen.map((kop) => h`<th>${kop}</th>`)}</tr></thead><tbody>${rijen}</tbody></table>`;

const tijd = (moment: string): Html => h`<td class="tijd">${toonMoment(moment)}</td>`;

function verantwoordelijkheid({ verantwoordelijkheid: perioden }: Dossier): Html {
  const { wie, vanaf, tot, waardoor, bron } = t.kolom;
  return tabel(
    [wie, vanaf, tot, waardoor, bron],
    perioden.map(
      (
        periode,
      ) => h`<tr><td><strong>${periode.partij}</strong>${periode.reden === undefined ? '' : h`<br><span class="stil">${periode.reden}</span>`}</td>
${tijd(periode.vanaf)}${periode.tot === undefined ? h`<td>${t.nu}</td>` : tijd(periode.tot)}
<td>${t.gebeurtenis(periode.grond, periode.gebeurtenis)}</td><td>${periode.bron}</td></tr>`,
    ),
  );
}

function termijnen({ termijnen: alle }: Dossier): Html {
  if (alle.length === 0) return h`<p>${t.geenTermijnen}</p>`;
  const { termijn, begin, einde, afloop, bron } = t.kolom;
  return tabel(
    [termijn, begin, einde, afloop, bron],
    alle.map(
      (een) => h`<tr><td>${een.naam}</td>${tijd(een.vanaf)}<td class="tijd">${toonTermijn(een.vervalt)}</td>
<td>${t.afloop(een, toonMoment)}</td><td>${een.bron}<br><span class="stil">${t.beleid(een.beleid)}</span></td></tr>`,
    ),
  );
}

function inhoud({
  feiten,
  oordelen,
  aandachtspunten,
  veiligheidsafspraken,
  documentverwijzing,
  gesprek,
}: Inhoud): Html {
  const lijst = (kop: string, teksten: readonly string[]): Html =>
    teksten.length === 0 ? h`` : h`<h4>${kop}</h4><ul>${teksten.map((tekst) => h`<li>${tekst}</li>`)}</ul>`;
  return h`${lijst(t.deel.feiten, feiten)}
${oordelen.length === 0 ? '' : h`<h4>${t.deel.oordelen}</h4><ul>${oordelen.map(({ tekst, vanWie, opGrondVan }) => h`<li>${tekst}<br><span class="stil">${t.oordeel(vanWie, opGrondVan)}</span></li>`)}</ul>`}
${lijst(t.deel.aandachtspunten, aandachtspunten)}${lijst(t.deel.veiligheidsafspraken, veiligheidsafspraken)}
${lijst(t.deel.document, documentverwijzing === undefined ? [] : [documentverwijzing])}
${lijst(t.deel.gesprek, gesprek ? ['op' in gesprek ? toonMoment(gesprek.op) : t.geenGesprek(gesprek.geenReden)] : [])}`;
}

function overdrachten({ overdrachten: alle }: Dossier): Html {
  if (alle.length === 0) return h`<p>${t.geenOverdracht}</p>`;
  const delen = alle.map(
    (
      een,
    ) => h`<section><h3>${t.overdracht(een.nr, een.wijze, een.team)}</h3><p class="stil">${t.verzonden(toonMoment(een.verzondenOp))}</p>
${typeof een.inhoud === 'string' ? h`<p>${t.geenInhoud[een.inhoud]}</p>` : inhoud(een.inhoud)}</section>`,
  );
  return h`${delen}`;
}

function regels(alle: readonly DossierRegel[]): Html {
  const { moment, wat, wie, bron } = t.kolom;
  return tabel(
    ['', moment, wat, wie, bron],
    alle.map(
      (een) => h`<tr><td class="nr">${een.nr}</td>
<td class="tijd">${toonMoment(een.op)}${een.op === een.vastgelegdOp ? '' : h`<br><span class="stil">${t.vastgelegdOp(toonMoment(een.vastgelegdOp))}</span>`}</td>
<td>${een.wat}${een.toelichting.map((tekst) => h`<br><span class="stil">${tekst}</span>`)}</td>
<td>${een.wie === '' ? '' : h`${een.wie}<br>`}<span class="stil">${een.rol}, ${een.kanaal}</span></td><td>${een.bron}</td></tr>`,
    ),
  );
}

export function dossierPagina(dossier: Dossier): string {
  const { casusnummer, gemeente, spoed, fase, gemaaktOp, gemaaktDoor, inzage, journaal, keten } = dossier;
  const hoofdstuk = (kop: string, deel: Html): Html => h`<h2>${kop}</h2>${deel}`;
  return omhulsel(
    t.titel(casusnummer),
    h`<p class="merk">${t.kop}</p><h1>${casusnummer}</h1>
<dl><dt>${t.velden.gemeente}</dt><dd>${gemeente}${spoed ? h` · <span class="let">${t.spoed}</span>` : ''}</dd><dt>${t.velden.fase}</dt><dd>${fase}</dd></dl>
<div class="kader"><p>${t.gemaakt(toonMoment(gemaaktOp), gemaaktDoor)} ${t.leeswijzer}</p><p class="let">${t.vertrouwelijk}</p></div>
${hoofdstuk(t.hoofdstuk.verantwoordelijk, verantwoordelijkheid(dossier))}
${hoofdstuk(t.hoofdstuk.termijnen, termijnen(dossier))}
${hoofdstuk(t.hoofdstuk.inhoud, overdrachten(dossier))}
${hoofdstuk(t.hoofdstuk.inzage, regels(inzage))}
${hoofdstuk(t.hoofdstuk.journaal, regels(journaal))}
${hoofdstuk(
  t.hoofdstuk.controle,
  h`${keten.klopt ? h`<p>${t.kloptWel}</p>` : h`<p class="let">${t.kloptNiet(keten.bevinding)}</p>`}<p class="som">${t.laatste(keten.kop)}</p><p class="stil">${t.grens}</p>`,
)}`,
  );
}

/** Asks before it is used up: programs that look at links open them too, but press no button. */
export const ophaalPagina = (aanmelden: boolean): string =>
  omhulsel(
    t.pagina.titel,
    h`<main class="smal"><p class="merk">${t.kop}</p><h1>${t.pagina.titel}</h1><p>${t.pagina.uitleg}</p>
${aanmelden ? h`<p>${t.pagina.metAanmelden}</p>` : h`<p class="let">${t.pagina.zonderAanmelden}</p>`}
<form method="post" action="?vorm=html"><button>${t.pagina.html}</button></form>
<form method="post" action="?vorm=json"><button class="tweede">${t.pagina.json}</button></form></main>`,
  );

/**
 * Goes to where one signs in. A redirect as the answer to the form would fall under the page's `form-action`, and so
 * would every next one: an organisation that signs in at a server of its own could not be named there.
 */
export const aanmeldPagina = (naar: string): string =>
  omhulsel(
    t.pagina.aanmelden,
    h`<main class="smal"><p class="merk">${t.kop}</p><h1>${t.pagina.aanmelden}</h1><p>${t.pagina.verder}</p>
<a class="knop" href="${naar}">${t.pagina.naarAanmelden}</a></main>`,
    h`<meta http-equiv="refresh" content="0;url=${naar}">`,
  );

export const weigerPagina = (tekst: string, titel: string = t.pagina.verlopen): string =>
  omhulsel(titel, h`<main class="smal"><p class="merk">${t.kop}</p><h1>${titel}</h1><p>${tekst}</p></main>`);
