/** The outcome of triage: four decisions, and the conclusions that keep VT responsible (§3.1.2, §3.3, §5.1). */
import type { TermijnNaam } from '../beleid.ts';
import type { Zaak } from '../beslis.ts';
import type { Casus } from '../casus.ts';
import type { Conclusie, Triage } from '../gebeurtenissen.ts';
import type { OpdrachtVan } from '../opdrachten.ts';
import type { Gevolg } from '../pen.ts';
import { weiger, type Uitkomst } from '../weigeringen.ts';
import { CLIENTSYSTEEM, VEILIG_THUIS, verenig } from './verantwoording.ts';

type Afronden = OpdrachtVan<'triage-afronden'>;

/** The paragraph that each decision rests on. */
const BRON = {
  'geen-zorgen': '§5.1.1',
  clientsysteem: '§3.2, §5.1.2',
  'lokale-toegang': '§3.2, §5.1.3',
  'veilig-thuis': '§3.1.2, §3.3, Add.3',
} as const;

export function afronden({ casus, pen }: Zaak, opdracht: Afronden): Uitkomst {
  const triage = triageVan(opdracht);
  const herziet = opdracht.herziening === true && casus.fase === 'bij-veilig-thuis';
  if (casus.fase !== 'triage' && !(herziet && !(casus.triage && zelfdeTriage(casus.triage, triage)))) {
    return casus.triage && zelfdeTriage(casus.triage, triage)
      ? { gebeurtenissen: [] }
      : weiger('triage-al-afgerond', {
          op: casus.triage?.op ?? casus.meldingOp,
          ...(casus.triage?.doorNaam && { doorNaam: casus.triage.doorNaam }),
        });
  }
  const bezwaar = toets(opdracht, herziet ? casus.staande : []);
  if (bezwaar) return bezwaar;
  pen.schrijf('triage-afgerond', BRON[triage.besluit], triage, gevolg(casus, triage));
  return { gebeurtenissen: pen.gebeurtenissen };
}

/** `staande`: what an earlier decision concluded, and no vervolgtraject has answered since (§3.1.2). */
function toets(opdracht: Afronden, staande: readonly Conclusie[]): Uitkomst | undefined {
  const { besluit, vervolg } = opdracht;
  const conclusies = verenig(staande, opdracht.conclusies);
  if (besluit !== 'veilig-thuis' && conclusies.length > 0) return weiger('conclusie-houdt-bij-vt', { conclusies });
  if (besluit !== 'veilig-thuis' && vervolg) return weiger('vervolg-past-niet', { besluit });
  if (besluit === 'clientsysteem' && !(opdracht.voldoendeMogelijkheden && opdracht.bereidZonderControle)) {
    return weiger('voorwaarden-clientsysteem', {});
  }
  if (vervolg === 'lokale-ondersteuning' && !opdracht.multidisciplinairMet) {
    return weiger('multidisciplinair-ontbreekt', {});
  }
  if (vervolg === 'casusregie' && !opdracht.contactpersoon) return weiger('contactpersoon-ontbreekt', {});
  return undefined;
}

function triageVan({ besluit, conclusies, vervolg, multidisciplinairMet, contactpersoon }: Afronden): Triage {
  return {
    besluit,
    conclusies: [...new Set(conclusies)].toSorted(),
    ...(vervolg && { vervolg }),
    ...(multidisciplinairMet && { multidisciplinairMet }),
    ...(contactpersoon && { contactpersoon }),
  };
}

const zelfdeTriage = (a: Triage, b: Triage): boolean =>
  a.besluit === b.besluit &&
  a.vervolg === b.vervolg &&
  a.multidisciplinairMet === b.multidisciplinairMet &&
  a.contactpersoon === b.contactpersoon &&
  a.conclusies.join() === b.conclusies.join();

const isOverleg = (vervolg: Triage['vervolg']): boolean => vervolg === 'hgo' || vervolg === 'st-sg';

function gevolg(casus: Casus, { besluit, vervolg }: Triage): Gevolg {
  // A herziening that changes something else finds the people informed, or that duty running already (§3.3.4).
  const zelfdeOverleg = casus.triage?.vervolg === vervolg && casus.fase !== 'triage';
  const nietMeer: TermijnNaam[] = zelfdeOverleg ? [] : ['betrokkenen-informeren'];
  switch (besluit) {
    case 'geen-zorgen':
    case 'clientsysteem':
      return {
        verantwoordelijke: CLIENTSYSTEEM,
        eindigt: nietMeer,
        start: [
          { naam: 'schriftelijk-informeren', wie: 'clientsysteem' },
          { naam: 'schriftelijk-informeren', wie: 'melder' },
        ],
      };
    case 'lokale-toegang':
      return {
        eindigt: ['triage', 'overdracht-versturen', ...nietMeer],
        start: [{ naam: 'overdracht-versturen' }],
      };
    case 'veilig-thuis':
      return {
        eindigt: ['triage', 'overdracht-versturen', ...nietMeer],
        // VT keeps it by its own decision, no longer for as long as a team has a wachtlijst.
        ...(casus.perioden.at(-1)?.verantwoordelijke.tijdelijk && { verantwoordelijke: VEILIG_THUIS }),
        ...(isOverleg(vervolg) &&
          !zelfdeOverleg && {
            start: [{ naam: 'betrokkenen-informeren' as const, wie: 'betrokkenen' as const }],
          }),
      };
  }
}
