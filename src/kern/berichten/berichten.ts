/** Event -> messages: who must hear of it, by which card. Addresses are abstract; the adresboek fills them in. */
import { lopendeOverdracht, type Overdracht } from '../casus.ts';
import { GEBEURTENISSEN, isBesluit, type Gebeurtenis, type GebeurtenisSoort } from '../gebeurtenissen.ts';
import { isVan, type Aanwezigen, type Stuk } from '../rij/gebeurtenisrij.ts';
import { stapVan } from '../termijnen.ts';
import { overdrachtKaarten, voortgang, type Bericht } from './bericht.ts';

type StapGebeurtenis = Gebeurtenis<'termijn-herinnerd' | 'verloop-gemeld' | 'termijn-opgeschaald'>;

const isStap = (gebeurtenis: Gebeurtenis): gebeurtenis is StapGebeurtenis =>
  gebeurtenis.soort === 'termijn-herinnerd' ||
  gebeurtenis.soort === 'verloop-gemeld' ||
  gebeurtenis.soort === 'termijn-opgeschaald';

/** Of a delivery, a look or a judgement about other casussen nothing stands on a card: no reason to redraw it. */
const staatOpKaart = (gebeurtenis: Gebeurtenis): boolean =>
  isBesluit(gebeurtenis) && gebeurtenis.soort !== 'terugkerend-meningsverschil';

const lopendIn = (stuk: Stuk | undefined): Overdracht | undefined =>
  stuk?.soort === 'casus' ? lopendeOverdracht(stuk) : undefined;

/** The messages of one decision: `voor` and `na` are the casus before and after its events. */
export function berichten(voor: Stuk | undefined, na: Stuk, gebeurtenissen: readonly Gebeurtenis[]): Bericht[] {
  const ontbrak = gebeurtenissen.filter((gebeurtenis) => gebeurtenis.soort === 'ontvanger-ontbrak');
  const wie: Aanwezigen = (nr, aan) => {
    const leeg = ontbrak.filter(({ gegevens }) => gegevens.gebeurtenis === nr).map(({ gegevens }) => gegevens);
    const over = aan.filter((een) => !leeg.some((gegevens) => gegevens.ontbrak === een));
    return [...new Set([...over, ...leeg.flatMap(({ naar }) => naar)])];
  };
  const uit = gebeurtenissen.flatMap((gebeurtenis) =>
    overGebeurtenis(gebeurtenis.soort, { voor, na, wie }, gebeurtenis),
  );
  uit.push(...pings({ voor, na, wie }, gebeurtenissen.filter(isStap)));
  if (na.soort !== 'casus') return uit;
  // Due dates and lateness stand on the cards, so every event redraws those of the overdracht it is about.
  const nieuw = new Set(
    gebeurtenissen.flatMap((g) => (g.soort === 'overdracht-verzonden' ? [g.gegevens.overdracht] : [])),
  );
  const geraakt = new Set([lopendIn(voor), lopendeOverdracht(na)].flatMap((overdracht) => overdracht?.nr ?? []));
  const laatste = gebeurtenissen.findLast(staatOpKaart);
  for (const nr of geraakt) {
    if (laatste && !nieuw.has(nr)) uit.push(...overdrachtKaarten(na, nr, laatste.nr, true));
  }
  return uit;
}

function overGebeurtenis<S extends GebeurtenisSoort>(
  soort: S,
  { na, ...rest }: { voor: Stuk | undefined; na: Stuk; wie: Aanwezigen },
  gebeurtenis: Gebeurtenis<S>,
): readonly Bericht[] {
  const { van, hoort } = GEBEURTENISSEN[soort];
  if (!isVan(na, van)) return [];
  if (typeof hoort === 'function') return hoort({ ...rest, na, gebeurtenis });
  const { gegevens, nr } = gebeurtenis;
  const overdracht = 'overdracht' in gegevens && typeof gegevens.overdracht === 'number' ? gegevens.overdracht : 0;
  return na.soort === 'casus' ? voortgang(na, nr, overdracht, hoort) : [];
}

/** Steps of one decision for the same addressee become one message. */
function pings(
  { voor, na, wie }: { voor: Stuk | undefined; na: Stuk; wie: Aanwezigen },
  stappen: readonly StapGebeurtenis[],
): Bericht[] {
  const perOntvanger = new Map<string, Bericht>();
  const overdracht = lopendIn(na);
  for (const { nr, gegevens } of stappen) {
    const gevonden = stapVan(na, gegevens) ?? (voor && stapVan(voor, gegevens));
    for (const aan of wie(nr, gevonden?.stap.aan ?? [])) {
      const kaart = aan === 'stuurgroep' ? 'stuurgroep' : 'ping';
      const eigen = aan === 'kanaal-team' ? gevonden?.termijn.team : undefined;
      const anderTeam = eigen === overdracht?.team ? undefined : eigen;
      const sleutel = `${aan} ${anderTeam ?? ''}`;
      const bericht: Bericht = perOntvanger.get(sleutel) ?? { nr, kaart, aan, stappen: [] };
      bericht.stappen = [...(bericht.stappen ?? []), { termijn: gegevens.termijn, stap: gegevens.stap }];
      if (anderTeam !== undefined) bericht.team = anderTeam;
      else if (overdracht) Object.assign(bericht, { overdracht: overdracht.nr, team: overdracht.team });
      perOntvanger.set(sleutel, bericht);
    }
  }
  return [...perOntvanger.values()];
}
