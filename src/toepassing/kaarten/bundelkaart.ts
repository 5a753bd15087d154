/** One message about several casussen for one addressee: what passed in each, on which ground, and what to do. */
import { toonMoment } from '../../kern/tijd/werkdagen.ts';
import { teksten } from '../../teksten/nl.ts';
import type { PostvakItem } from '../poorten.ts';
import type { Stukbron } from './kaartdelen.ts';
import { alsHerhaling, kaartBericht } from './kaartgegevens.ts';
import type { KaartBericht } from './kaartmodellen.ts';
import type { PingBundelModel, PingModel } from './modellen/termijn-modellen.ts';
import { aanhef } from './pingkaart.ts';

export interface BundelDeel {
  item: PostvakItem;
  bron: Stukbron;
}

type Ernst = PingModel['ernst'];
type Regel = PingBundelModel['regels'][number] & { ernst: Ernst };

/** A message of Teams holds 28 KB: so many casussen get lines and a button of their own, the others are named and can be chosen. */
const MET_KNOP = 5;
/** And so many have room for who is responsible and for the history. */
const UITGEBREID = 3;
/** Casusnummers on one line of the rest. */
const PER_REGEL = 8;

const ERNST: readonly PingBundelModel['ernst'][] = ['escalatie', 'verlopen', 'herinnering'];
const rang = (ernst: Ernst): number => ERNST.findIndex((kandidaat) => kandidaat === ernst);

function regelVan({ item, bron }: BundelDeel): Regel | undefined {
  const bericht = kaartBericht(item, bron);
  const herhaling = item.onzeker ?? false;
  if (bericht?.kaart === 'ping') {
    const { casusnummer, gemeente, stappen, verantwoordelijke, geschiedenis, ernst } = bericht.model;
    return { casusnummer, gemeente, stappen, verantwoordelijke, geschiedenis, ernst, herhaling };
  }
  if (bericht?.kaart !== 'onbezorgbaar') return undefined;
  const { casusnummer, wat, reden, watTeDoen } = bericht.model;
  const stap = { naam: teksten.bundel.nietBezorgd(wat), wanneer: reden, teLaat: true, bron: '', watTeDoen };
  return {
    casusnummer,
    gemeente: '',
    stappen: [stap],
    verantwoordelijke: '',
    geschiedenis: [],
    ernst: 'verlopen',
    herhaling,
  };
}

/** Whether it has anything to say in a bundle. Throws when its card cannot be made. */
export const isTeTonen = (deel: BundelDeel): boolean => regelVan(deel) !== undefined;

/** What has no room for a button of its own is named all the same, together with what to do about it. */
function restVan(regels: readonly Regel[]): PingBundelModel['rest'] {
  const perTaak = new Map<string, { watTeDoen: string; bron: string; nummers: string[] }>();
  for (const { casusnummer, stappen } of regels) {
    for (const { watTeDoen, bron } of stappen) {
      const groep = perTaak.get(watTeDoen) ?? { watTeDoen, bron, nummers: [] };
      groep.nummers.push(casusnummer);
      perTaak.set(watTeDoen, groep);
    }
  }
  return [...perTaak.values()].map(({ nummers, ...taak }) => ({
    ...taak,
    casussen: Array.from({ length: Math.ceil(nummers.length / PER_REGEL) }, (_, regel) =>
      nummers.slice(regel * PER_REGEL, (regel + 1) * PER_REGEL).join(', '),
    ),
  }));
}

/** The message for these, all of one addressee. Throws when there are none. */
export function bundelBericht(delen: readonly BundelDeel[]): KaartBericht {
  const [eerste] = delen;
  if (!eerste) throw new Error('een bundel van niets');
  const regels = delen.flatMap((deel) => regelVan(deel) ?? []).toSorted((a, b) => rang(a.ernst) - rang(b.ernst));
  const opnieuw = regels.every(({ herhaling }) => herhaling);
  const rest = regels.slice(MET_KNOP);
  const aantal = new Set(regels.map(({ casusnummer }) => casusnummer)).size;
  const { aanhef: aan, vermeldingen } = aanhef(eerste.item, eerste.bron);
  const bericht: KaartBericht = {
    kaart: 'ping-bundel',
    model: {
      aantal,
      stand: toonMoment(eerste.bron.omgeving.klok.nu()),
      ernst: ERNST.find((ernst) => ernst === regels[0]?.ernst) ?? 'herinnering',
      aanhef: aan,
      regels: regels.slice(0, MET_KNOP).map(({ ernst: _ernst, ...regel }) => ({
        ...regel,
        ...(regels.length > UITGEBREID && { verantwoordelijke: '', geschiedenis: [] }),
        herhaling: regel.herhaling && !opnieuw,
      })),
      rest: restVan(rest),
      keuzes: rest.map(({ casusnummer }) => ({ title: casusnummer, value: casusnummer })),
    },
    samenvatting: teksten.bundel.samenvatting(aantal),
    ...(vermeldingen.length > 0 && { vermeldingen }),
    ...('persoon' in eerste.item.adres && { dringend: true }),
  };
  return opnieuw ? alsHerhaling(bericht) : bericht;
}
