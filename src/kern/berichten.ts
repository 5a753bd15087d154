/** Event -> messages: who must hear of it, by which card. Addresses are abstract; the adresboek fills them in. */
import type { Ontvanger } from './beleid.ts';
import { lopendeOverdracht, type Casus } from './casus.ts';
import { isBesluit, type Gebeurtenis, type Stap, type Termijn } from './gebeurtenissen.ts';
import { isVerbroken } from './verbinding.ts';

/**
 * A beheerder is no step of a policy, but hears what is missing in the adresboek; `gesprek` is a conversation that lost its
 * link, and so stands for no organisation any more.
 */
export type Geadresseerde = Ontvanger | 'beheerder' | 'gesprek';

/**
 * `overdracht` is the card in the team's channel and `volgkaart` its mirror in VT's: both are posted once and updated
 * in place. `voortgang` tells of an event, `ping` of steps of terms, `onbezorgbaar` of a message that did not arrive.
 * `informeren` asks VT to inform people, `screening` to look at its wachtlijst, `wachtlijst-vt` warns about its pace,
 * `stuurgroep` tells the stuurgroep numbers, ages and casusnummers only, `toezicht` tells VT that the bot watches, or
 * what its auditor found wrong, `adresboek` tells who is missing there, and `koppeling` asks or tells about a link.
 */
export type KaartSoort =
  | 'overdracht'
  | 'volgkaart'
  | 'voortgang'
  | 'ping'
  | 'onbezorgbaar'
  | 'informeren'
  | 'screening'
  | 'wachtlijst-vt'
  | 'stuurgroep'
  | 'toezicht'
  | 'adresboek'
  | 'koppeling';

export interface Bericht {
  /** The event that caused it; with the addressee this makes the message unique. */
  nr: number;
  kaart: KaartSoort;
  aan: Geadresseerde;
  /** The team meant by `kanaal-team` and `leidinggevende-team`. */
  team?: string;
  /** The conversation meant by `gesprek`. */
  gesprek?: string;
  /** The overdracht whose card it is, or in whose thread it belongs. */
  overdracht?: number;
  /** True for a change of a card that stands there already. */
  bijwerken?: true;
  /** For a ping: the steps it tells of, all of one addressee. */
  stappen?: { termijn: string; stap: string }[];
}

/**
 * Who hears at once when people take a meningsverschil a step further (§4.3): whom the policy calls when the term of the
 * conversation that they leave passes, as it was stored with that term. `voor`: the casus before it.
 */
export const opgeschaaldAan = (voor: Casus | undefined, { eindigt = [] }: Gebeurtenis): readonly Ontvanger[] =>
  (voor?.termijnen ?? [])
    .filter(({ id, naam }) => eindigt.includes(id) && naam.startsWith('gesprek-'))
    .at(-1)
    ?.stappen.find(({ soort }) => soort === 'melding')?.aan ?? [
    'leidinggevende-team',
    'leidinggevende-vt',
    'kanaal-vt',
  ];

type StapGebeurtenis = Gebeurtenis<'termijn-herinnerd' | 'verloop-gemeld' | 'termijn-opgeschaald'>;

const isStap = (gebeurtenis: Gebeurtenis): gebeurtenis is StapGebeurtenis =>
  gebeurtenis.soort === 'termijn-herinnerd' ||
  gebeurtenis.soort === 'verloop-gemeld' ||
  gebeurtenis.soort === 'termijn-opgeschaald';

/** The addressees of the event with this number, without those who have nobody behind them and with who hears instead. */
type Aanwezigen = (nr: number, aan: readonly Ontvanger[]) => Ontvanger[];

/** Of a delivery, a look or a judgement about other casussen nothing stands on a card: no reason to redraw it. */
const staatOpKaart = (gebeurtenis: Gebeurtenis): boolean =>
  isBesluit(gebeurtenis) && gebeurtenis.soort !== 'terugkerend-meningsverschil';

/** The messages of one decision: `voor` and `na` are the casus before and after its events. */
export function berichten(voor: Casus | undefined, na: Casus, gebeurtenissen: readonly Gebeurtenis[]): Bericht[] {
  const ontbrak = gebeurtenissen.filter((gebeurtenis) => gebeurtenis.soort === 'ontvanger-ontbrak');
  const wie: Aanwezigen = (nr, aan) => {
    const leeg = ontbrak.filter(({ gegevens }) => gegevens.gebeurtenis === nr).map(({ gegevens }) => gegevens);
    const over = aan.filter((een) => !leeg.some((gegevens) => gegevens.ontbrak === een));
    return [...new Set([...over, ...leeg.flatMap(({ naar }) => naar)])];
  };
  const uit = gebeurtenissen.flatMap((gebeurtenis) => overGebeurtenis({ voor, na, wie }, gebeurtenis));
  uit.push(...pings({ voor, na, wie }, gebeurtenissen.filter(isStap)));
  // Due dates and lateness stand on the cards, so every event redraws those of the overdracht it is about.
  const nieuw = new Set(
    gebeurtenissen.flatMap((g) => (g.soort === 'overdracht-verzonden' ? [g.gegevens.overdracht] : [])),
  );
  const geraakt = new Set(
    [voor && lopendeOverdracht(voor), lopendeOverdracht(na)].flatMap((overdracht) => overdracht?.nr ?? []),
  );
  const laatste = gebeurtenissen.findLast(staatOpKaart);
  for (const nr of geraakt) {
    if (laatste && !nieuw.has(nr)) uit.push(...kaarten(na, nr, laatste.nr, true));
  }
  return uit;
}

function kaarten(casus: Casus, overdracht: number, nr: number, bijwerken: boolean): Bericht[] {
  const team = casus.overdrachten.find((kandidaat) => kandidaat.nr === overdracht)?.team;
  if (team === undefined) return [];
  const vast = { nr, team, overdracht, ...(bijwerken && { bijwerken: true as const }) };
  return [
    { ...vast, kaart: 'overdracht', aan: 'kanaal-team' },
    { ...vast, kaart: 'volgkaart', aan: 'kanaal-vt' },
  ];
}

const LEIDING: readonly Geadresseerde[] = ['leidinggevende-vt'];
const overKoppeling = (nr: number, aan: readonly Geadresseerde[]): Bericht[] =>
  aan.map((een) => ({ nr, kaart: 'koppeling', aan: een }));

function overGebeurtenis(
  { voor, na: casus, wie }: { voor: Casus | undefined; na: Casus; wie: Aanwezigen },
  gebeurtenis: Gebeurtenis,
): Bericht[] {
  const { nr } = gebeurtenis;
  const voortgang = (overdracht: number, ...aan: Ontvanger[]): Bericht[] => {
    const team = casus.overdrachten.find((kandidaat) => kandidaat.nr === overdracht)?.team;
    return aan.map((een) =>
      // The stuurgroep sees numbers, ages and casusnummers only (§4.3).
      een === 'stuurgroep'
        ? { nr, kaart: 'stuurgroep', aan: een }
        : { nr, kaart: 'voortgang', aan: een, overdracht, ...(team && { team }) },
    );
  };
  switch (gebeurtenis.soort) {
    case 'overdracht-verzonden':
      return kaarten(casus, gebeurtenis.gegevens.overdracht, nr, false);
    case 'ontvangst-bevestigd':
    case 'opgepakt':
    case 'overdracht-geweigerd':
    case 'wachtlijst-gemeld':
    case 'niet-binnen-termijn-gemeld':
    case 'terugleggen-gevraagd':
    case 'gesignaleerd':
      return voortgang(gebeurtenis.gegevens.overdracht, 'kanaal-vt');
    case 'interventie-gemeente-vastgelegd':
    case 'meningsverschil-gemeld':
    case 'uitkomst-voorgesteld':
    case 'uitkomst-afgewezen':
    case 'meningsverschil-opgelost':
      return voortgang(gebeurtenis.gegevens.overdracht, 'kanaal-team', 'kanaal-vt');
    case 'meningsverschil-opgeschaald': {
      // When the clock does it, the ping of the passed term tells the same people.
      if (gebeurtenis.gegevens.automatisch) return [];
      const overdracht = casus.overdrachten.at(-1)?.nr ?? 0;
      return voortgang(overdracht, ...wie(nr, opgeschaaldAan(voor, gebeurtenis)));
    }
    case 'aangevuld': {
      const { overdracht, doorPartij } = gebeurtenis.gegevens;
      const bijTeam = overdracht !== undefined && lopendeOverdracht(casus)?.nr === overdracht;
      return voortgang(
        overdracht ?? casus.overdrachten.at(-1)?.nr ?? 0,
        ...(doorPartij !== 'lokale-toegang' && bijTeam ? (['kanaal-team'] as const) : []),
        ...(doorPartij !== 'veilig-thuis' ? (['kanaal-vt'] as const) : []),
      );
    }
    case 'terugkerend-meningsverschil':
      return gebeurtenis.gegevens.terugkerend ? [{ nr, kaart: 'stuurgroep', aan: 'stuurgroep' }] : [];
    case 'afgesloten':
      return gebeurtenis.gegevens.overdracht === undefined
        ? casus.termijnen.some(({ id }) => gebeurtenis.start?.some((termijn) => termijn.id === id))
          ? [{ nr, kaart: 'informeren', aan: 'kanaal-vt' }]
          : []
        : voortgang(gebeurtenis.gegevens.overdracht, 'kanaal-vt');
    case 'triage-afgerond':
      return gebeurtenis.start?.some((termijn) => termijn.wie) ? [{ nr, kaart: 'informeren', aan: 'kanaal-vt' }] : [];
    case 'direct-gevaar-vastgesteld':
      return [{ nr, kaart: 'voortgang', aan: 'kanaal-vt' }];
    case 'screening-gevraagd':
      return [{ nr, kaart: 'screening', aan: 'kanaal-vt' }];
    case 'wachtlijst-vt-gewaarschuwd':
      return [
        { nr, kaart: 'wachtlijst-vt', aan: 'kanaal-vt' },
        { nr, kaart: 'wachtlijst-vt', aan: 'leidinggevende-vt' },
      ];
    case 'hartslag-gegeven':
    case 'onraad-gemeld':
      return [{ nr, kaart: 'toezicht', aan: 'kanaal-vt' }];
    case 'overdracht-ingetrokken':
    case 'teruggenomen':
    case 'teruggelegd':
    case 'terugleggen-geweigerd':
      return voortgang(gebeurtenis.gegevens.overdracht, 'kanaal-team');
    case 'nieuwe-melding-ontvangen': {
      const bijTeam = casus.overdrachten.at(-1);
      return bijTeam?.status === 'beeindigd' && bijTeam.beeindigd?.op === gebeurtenis.op
        ? voortgang(bijTeam.nr, 'kanaal-team')
        : [];
    }
    case 'hiaten-nagegaan':
      return gebeurtenis.gegevens.hiaten.length > 0 ? [{ nr, kaart: 'adresboek', aan: 'beheerder' }] : [];
    case 'koppeling-gevraagd': {
      const aan = gebeurtenis.gegevens.vervangt === undefined ? LEIDING : [...LEIDING, 'beheerder' as const];
      return overKoppeling(nr, aan);
    }
    case 'koppeling-goedgekeurd':
    case 'koppeling-afgewezen':
      return overKoppeling(nr, ['beheerder']);
    case 'gekoppeld': {
      // Only a move takes something away from somebody.
      const { van } = gebeurtenis.gegevens;
      if (van === undefined) return [];
      const naarOud = isVerbroken(voor?.beheer?.verbroken, van)
        ? []
        : [{ nr, kaart: 'koppeling', aan: 'gesprek', gesprek: van } as const];
      return [...naarOud, ...overKoppeling(nr, ['kanaal-vt'])];
    }
    case 'gesprek-verbroken': {
      const isVanVt = gebeurtenis.gegevens.organisaties.includes('veilig-thuis');
      const vt: readonly Geadresseerde[] =
        isVanVt && gebeurtenis.gegevens.persoon === undefined ? LEIDING : ['kanaal-vt'];
      return overKoppeling(nr, [...vt, 'beheerder']);
    }
    case 'gesprek-hersteld':
      return overKoppeling(nr, ['kanaal-vt', 'beheerder']);
    case 'ontkoppeld':
      // VT without a channel would hear nothing, so its leidinggevenden hear it in person.
      return overKoppeling(nr, gebeurtenis.gegevens.organisaties.includes('veilig-thuis') ? LEIDING : ['kanaal-vt']);
    case 'instelling-gewijzigd':
    case 'registratie-vervolgd':
    case 'melding-ontvangen':
    case 'vervolg-ingezet':
    case 'zicht-bevestigd':
    case 'zicht-bewaakt':
    case 'aanpakfase-vastgelegd':
    case 'monitoring-afgesproken':
    case 'inhoud-bekeken':
    case 'dossier-verstrekt':
    case 'gewist':
    case 'monitoring-afgerond':
    case 'gescreend':
    case 'wachtlijst-vt-ontstaan':
    case 'screening-afgerond':
    case 'wachtlijst-vt-weggewerkt':
    case 'gemeente-geinformeerd':
    case 'geinformeerd':
    case 'melding-besproken':
    case 'termijn-herinnerd':
    case 'termijn-verlopen':
    case 'verloop-gemeld':
    case 'termijn-opgeschaald':
    case 'stap-overgeslagen':
    case 'ontvanger-ontbrak':
    case 'bericht-bezorgd':
    case 'bericht-onzeker':
      return [];
    case 'bericht-onbezorgbaar':
      // That this very message did not arrive is for the auditor: one about it would end the same way, without end.
      return gebeurtenis.gegevens.kaart === 'onbezorgbaar' ? [] : [{ nr, kaart: 'onbezorgbaar', aan: 'kanaal-vt' }];
  }
}

/** Which steps an event is about, with the term as it was planned. */
export function stapVan(
  casus: Casus,
  verwijzing: { termijn: string; stap: string },
): { termijn: Termijn; stap: Stap } | undefined {
  const termijn = casus.termijnen.find(({ id }) => id === verwijzing.termijn);
  const stap = termijn?.stappen.find(({ id }) => id === verwijzing.stap);
  return termijn && stap ? { termijn, stap } : undefined;
}

/** Steps of one decision for the same addressee become one message. */
function pings(
  { voor, na, wie }: { voor: Casus | undefined; na: Casus; wie: Aanwezigen },
  stappen: readonly StapGebeurtenis[],
): Bericht[] {
  const perOntvanger = new Map<string, Bericht>();
  const overdracht = lopendeOverdracht(na);
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
