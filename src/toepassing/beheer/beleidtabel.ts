/** The policy in force as a Markdown table, with what differs from the guideline. */
import {
  TERMIJN_NAMEN,
  type Beleid,
  type Beleidsregel,
  type Bron,
  type Ontvanger,
  type TermijnNaam,
} from '../../kern/beleid/beleid.ts';
import { STANDAARD_BELEID } from '../../kern/beleid/standaardbeleid.ts';
import { beleidTeksten as t } from '../../teksten/beleid.nl.ts';
import { teksten } from '../../teksten/nl.ts';

type Duur = Beleidsregel['duur'];

function duur(waarde: Duur): string {
  if ('werkdagen' in waarde) return t.werkdagen(waarde.werkdagen);
  if ('weken' in waarde) return t.weken(waarde.weken);
  return 'opDeDag' in waarde ? t.opDeDag(waarde.opDeDag) : t.afgesproken;
}

const aan = (ontvangers: readonly Ontvanger[]): string => t.aan(ontvangers.map((wie) => t.ontvanger[wie]).join(', '));
const bron = ({ paragraaf, regionaal }: Bron): string => (regionaal ? `${paragraaf} ${t.regionaal}` : paragraaf);
const metBron = (tekst: string, waarvan: Bron): string => `${tekst} (${bron(waarvan)})`;

function moment(waarde: Beleidsregel['herinneringen'][number]['moment']): string {
  if ('op' in waarde) return t.op(duur(waarde.op));
  return 'na' in waarde ? t.na(duur(waarde.na)) : t.voor(duur(waarde.voor));
}

/** One row of the table, cell by cell. */
function cellen(naam: TermijnNaam, regel: Beleidsregel): string[] {
  const { herinneringen, verlopen, ladder } = regel;
  const opent = verlopen.opent ? `; ${t.opent(teksten.termijn({ naam: verlopen.opent }))}` : '';
  return [
    teksten.termijn({ naam }),
    regel.looptVanaf,
    duur(regel.duur),
    herinneringen.map((een) => metBron(`${moment(een.moment)} ${aan(een.aan)}`, een.bron)).join('; ') || t.geen,
    metBron(aan(verlopen.aan) + opent, verlopen.bron),
    ladder
      .map((trede) =>
        metBron(`${t.later(duur(trede.na))} ${aan(trede.aan)}${trede.taak ? `, ${t.taak}` : ''}`, trede.bron),
      )
      .join('; ') || t.geen,
    bron(regel.bron),
  ];
}

function instellingen(beleid: Beleid): [string, string][] {
  const { opening, sluiting } = beleid.kantooruren;
  return [
    [t.rijen.kantooruren, `${opening}–${sluiting}`],
    [t.rijen.extraSluitingsdagen, beleid.extraSluitingsdagen.join(', ') || t.geen],
    [t.rijen.screening, t.screening(beleid.screening)],
    [t.rijen.hartslag, t.hartslag(beleid.hartslag)],
    [t.rijen.terugkerend, t.terugkerend(beleid.terugkerend)],
    [t.rijen.bewaartermijn, metBron(t.bewaartermijn(beleid.bewaartermijn.maanden), beleid.bewaartermijn.bron)],
    [t.rijen.contactenMaanden, t.contactenMaanden(beleid.contactenMaanden)],
    [t.rijen.bundelVanaf, t.bundelVanaf(beleid.bundelVanaf)],
    [t.rijen.casusnummerPatroon, `\`${beleid.casusnummerPatroon}\``],
  ];
}

/** Text from a file stays in its cell. */
const cel = (tekst: string): string => tekst.replace(/\s+/g, ' ').replaceAll('|', '\\|');
const regel = (waarden: readonly string[]): string => `| ${waarden.map(cel).join(' | ')} |`;
const tabel = (kop: readonly string[], rijen: readonly (readonly string[])[]): string =>
  [regel(kop), `|${' --- |'.repeat(kop.length)}`, ...rijen.map(regel)].join('\n');

/** The table in force; cells that differ from the guideline's show both. */
export function beleidTabel(beleid: Beleid): string {
  let aantal = 0;
  const vergelijk = (hier: readonly string[], richtlijn: readonly string[]): string[] =>
    hier.map((waarde, index) => {
      const daar = richtlijn[index] ?? '';
      if (waarde === daar) return waarde;
      aantal++;
      return t.anders(waarde, daar);
    });
  const termijnen = TERMIJN_NAMEN.map((naam) =>
    vergelijk(cellen(naam, beleid.termijnen[naam]), cellen(naam, STANDAARD_BELEID.termijnen[naam])),
  );
  const standaard = instellingen(STANDAARD_BELEID);
  const overig = instellingen(beleid).map((rij, index) => vergelijk(rij, standaard[index] ?? []));
  return [
    t.titel(beleid.versie),
    t.uitleg,
    aantal === 0 ? t.geenAfwijking : t.afwijkingen(aantal),
    tabel(t.kolommen, termijnen),
    tabel(t.instellingen, overig),
  ].join('\n\n');
}
