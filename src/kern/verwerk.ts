/** How each event changes a casus. `verwerk` is total: it never throws and never mutates. */
import type { Casus, Gezegd, Overdracht, Periode } from './casus.ts';
import type { Beheer, WachtlijstVt } from './registratiestand.ts';
import { isArchief } from './archief.ts';
import {
  AANVULBAAR,
  isBesluit,
  type Aanvulbaar,
  type Bevinding,
  type Conclusie,
  type Gebeurtenis,
  type Triage,
} from './gebeurtenissen.ts';
import { metVerbinding, zonderBreuk } from './verbinding.ts';
import type { Instant } from './werkdagen.ts';

type Basis = Omit<Casus, 'fase' | 'overdracht' | 'reden' | 'stap' | 'sinds' | 'voorstel' | 'afgewezen'>;

/** Starts a new stretch at `vanaf`. One that began later is replaced: a melding counts from its receipt (§3.1.2). */
function metPeriode(perioden: Periode[], nieuw: Periode): Periode[] {
  const eerder = perioden.filter(({ vanaf }) => vanaf < nieuw.vanaf);
  const vorige = eerder.pop();
  return vorige ? [...eerder, { ...vorige, tot: nieuw.vanaf }, nieuw] : [nieuw];
}

type Vervallen = 'terugleggen' | 'terugleggenGeweigerd' | 'geweigerd' | 'beeindigd';

const isAanvulbaar = (soort: string): soort is Aanvulbaar => (AANVULBAAR as readonly string[]).includes(soort);

/** The words that came with an event, where others can add to them or repeat them. */
function gezegdBij({ soort, op, gegevens }: Gebeurtenis): Gezegd[] {
  const overdracht =
    'overdracht' in gegevens && gegevens.overdracht !== undefined ? { overdracht: gegevens.overdracht } : {};
  if (soort === 'aangevuld') return [{ bij: gegevens.bij, op, tekst: gegevens.tekst, ...overdracht }];
  if (soort === 'gesignaleerd')
    return [{ bij: soort, op, tekst: `${gegevens.wat}: ${gegevens.toelichting}`, ...overdracht }];
  if (!isAanvulbaar(soort)) return [];
  const tekst =
    'toelichting' in gegevens
      ? gegevens.toelichting
      : 'reden' in gegevens
        ? gegevens.reden
        : 'wat' in gegevens
          ? gegevens.wat
          : 'gespreksverslag' in gegevens
            ? gegevens.gespreksverslag
            : undefined;
  return tekst === undefined ? [] : [{ bij: soort, op, tekst, ...overdracht }];
}

/** The overdrachten with one of them changed; `zonder` names what no longer holds of it. */
function wijzigOverdracht(
  casus: Casus,
  nr: number,
  wijziging: Partial<Overdracht>,
  zonder: readonly Vervallen[] = [],
): Overdracht[] {
  return casus.overdrachten.map((overdracht) => {
    if (overdracht.nr !== nr) return overdracht;
    const nieuw = { ...overdracht, ...wijziging };
    for (const veld of zonder) delete nieuw[veld];
    return nieuw;
  });
}

/** The envelope's part of an event, the same for every kind: responsibility, terms, version. */
function metEnvelop(casus: Casus, gebeurtenis: Gebeurtenis): Casus {
  const { nr, soort, op, bron, door, vastgelegdOp, verantwoordelijke, start = [], eindigt = [] } = gebeurtenis;
  const doorNaam = door.naam === undefined ? {} : { doorNaam: door.naam };
  const blijft = casus.termijnen.filter(({ id }) => !eindigt.includes(id));
  return {
    ...casus,
    versie: nr,
    ...(isBesluit(gebeurtenis) && { besluitVersie: nr, besluitOp: vastgelegdOp }),
    laatstVastgelegd: vastgelegdOp,
    gezegd: [...casus.gezegd, ...gezegdBij(gebeurtenis)],
    termijnen: start.length ? [...blijft, ...start.map((termijn) => ({ ...termijn, gedaan: 0 }))] : blijft,
    perioden: verantwoordelijke
      ? metPeriode(casus.perioden, { vanaf: op, verantwoordelijke, gebeurtenis: { nr, soort, bron, ...doorNaam } })
      : casus.perioden,
  };
}

const zojuist = ({ soort, op, vastgelegdOp }: Gebeurtenis): Instant[] =>
  (soort === 'melding-ontvangen' || soort === 'nieuwe-melding-ontvangen') && op === vastgelegdOp ? [op] : [];

const leeg = (casusnummer: string, gebeurtenis: Gebeurtenis): Casus => ({
  casusnummer,
  gemeente: gebeurtenis.soort === 'melding-ontvangen' ? gebeurtenis.gegevens.gemeente : '',
  spoed: gebeurtenis.soort === 'melding-ontvangen' && gebeurtenis.gegevens.spoed,
  versie: 0,
  besluitVersie: 0,
  besluitOp: gebeurtenis.vastgelegdOp,
  laatstVastgelegd: gebeurtenis.vastgelegdOp,
  eersteMeldingOp: gebeurtenis.op,
  meldingOp: gebeurtenis.op,
  meldingen: [gebeurtenis.op],
  zojuistGemeld: zojuist(gebeurtenis),
  perioden: [],
  termijnen: [],
  overdrachten: [],
  vervuld: [],
  staande: [],
  gezegd: [],
  monitoring: [],
  fase: 'triage',
});

/** Drops the fase's own fields, so that the next fase starts clean. */
function basis(casus: Casus): Basis {
  const { fase: _fase, ...rest } = casus;
  const {
    overdracht: _overdracht,
    reden: _reden,
    stap: _stap,
    sinds: _sinds,
    voorstel: _voorstel,
    afgewezen: _afgewezen,
    ...zonder
  } = rest as typeof rest & {
    overdracht?: number;
    reden?: string;
    stap?: number;
    sinds?: Instant;
    voorstel?: unknown;
    afgewezen?: unknown;
  };
  return zonder;
}

/** `gezegd`: the people of the step were told, which a step that was passed over or only noted did not do. */
function stapGezet(
  casus: Casus,
  { termijn: termijnId, stap: stapId, volgende, ookVoor }: Gebeurtenis<'termijn-opgeschaald'>['gegevens'],
  gezegd: boolean,
): Casus {
  const stap = casus.termijnen.find(({ id }) => id === termijnId)?.stappen.find(({ id }) => id === stapId);
  return {
    ...casus,
    ...(gezegd && stap?.aan.includes('contactambtenaar') && { gemeenteIngelicht: true }),
    termijnen: casus.termijnen.map((termijn) =>
      termijn.id === ookVoor
        ? { ...termijn, vanwege: [...(termijn.vanwege ?? []), termijnId] }
        : termijn.id === termijnId
          ? {
              ...termijn,
              gedaan: termijn.stappen.findIndex(({ id }) => id === stapId) + 1,
              ...(volgende && { stappen: [...termijn.stappen, volgende] }),
            }
          : termijn,
    ),
  };
}

/** A melding's own triage decides anew; a herziening only adds, because no vervolgtraject has been started by it. */
function nogStaande({ fase, staande }: Casus, { conclusies, vervolg }: Triage): Conclusie[] {
  if (vervolg) return [];
  return [...new Set([...(fase === 'triage' ? [] : staande), ...conclusies])].toSorted();
}

function naTriage(rest: Basis, { besluit }: Triage): Casus {
  switch (besluit) {
    case 'geen-zorgen':
      return { ...nietBetrokken(rest), fase: 'afgesloten', reden: 'geen zorgen over veiligheid' };
    case 'clientsysteem':
      return { ...nietBetrokken(rest), fase: 'bij-clientsysteem' };
    case 'lokale-toegang':
    case 'veilig-thuis':
      return { ...rest, fase: 'bij-veilig-thuis' };
  }
}

/** The states of an overdracht in which its team has, or had just now, to do with the casus. */
const BIJ_TEAM: ReadonlySet<Overdracht['status']> = new Set(['ontvangen', 'opgepakt', 'wachtlijst', 'meningsverschil']);

/** VT's own involvement is over: what comes next can be a koude overdracht again (Add.4). */
const nietBetrokken = ({ vtBetrokken: _vt, ...rest }: Basis): Basis => rest;

/** VT has the casus again; the overdracht is over. */
function bijVt(casus: Casus, overdracht: number, beeindigd: { op: Instant; reden: string }): Casus {
  const overdrachten = wijzigOverdracht(casus, overdracht, { status: 'beeindigd', beeindigd });
  return { ...basis(casus), overdrachten, fase: 'bij-veilig-thuis' };
}

/** Settled to the team, it goes on where it was; whether it ever confirmed its receipt stays as it is. */
function naOplossing(casus: Casus, gebeurtenis: Gebeurtenis<'meningsverschil-opgelost'>): Casus {
  const { op, door } = gebeurtenis;
  const { overdracht: nr, uitkomst } = gebeurtenis.gegevens;
  if (uitkomst === 'veilig-thuis') {
    const opgelost = { ...casus, overdrachten: wijzigOverdracht(casus, nr, { uitkomst }) };
    return bijVt(opgelost, nr, { op, reden: 'meningsverschil: Veilig Thuis houdt de casus' });
  }
  const overdracht = casus.overdrachten.find((kandidaat) => kandidaat.nr === nr);
  const status = overdracht?.oppakken ? 'opgepakt' : 'ontvangen';
  const { akkoordDoor, akkoordVia } = gebeurtenis.gegevens;
  const overgenomen = { op, doorWie: akkoordDoor ?? door.naam ?? 'onbekend', via: akkoordVia ?? ('teams' as const) };
  return {
    ...nietBetrokken(basis(casus)),
    overdrachten: wijzigOverdracht(casus, nr, { status, overgenomen, uitkomst }, [
      'terugleggen',
      'geweigerd',
      'beeindigd',
    ]),
    fase: status,
    overdracht: nr,
  };
}

/** A record of the bot's own messages waits for nobody. */
const GEEN_CASUS = 'berichten van de bot zelf';

export const sleutelVan = ({ soort, waar }: Bevinding): string => `${soort} ${waar}`;

/** As many days as the pace of VT's wachtlijst is judged by. */
const WACHTLIJST_DAGEN = 14;

const metWachtlijst = (casus: Casus, wijzig: (lijst: WachtlijstVt) => WachtlijstVt): Casus =>
  casus.wachtlijstVt ? { ...casus, wachtlijstVt: wijzig(casus.wachtlijstVt) } : casus;

const hoeveel = (verschil: number | readonly string[]): number =>
  typeof verschil === 'number' ? verschil : verschil.length;

function metVerschil(
  casussen: readonly string[],
  erbij: number | readonly string[],
  eraf: number | readonly string[],
): string[] {
  const weg = new Set(typeof eraf === 'number' ? [] : eraf);
  const nieuw = typeof erbij === 'number' ? [] : erbij;
  return [...new Set([...casussen.filter((nummer) => !weg.has(nummer)), ...nieuw])].toSorted();
}

/** A new record has just been looked at: whoever sets up a region sees what is missing. */
const beheer = ({ beheer: bekend }: Casus, op: Instant): Beheer => bekend ?? { stand: {}, nagegaanOp: op };

/** A request that was decided on is forgotten once the link it led to has been changed again. */
function metKoppeling(casus: Casus, { op, gegevens }: Gebeurtenis<'gekoppeld' | 'ontkoppeld'>): Casus {
  const { verzoek, verbroken, ...rest } = beheer(casus, op);
  const raakt =
    verzoek?.besluit !== undefined &&
    ('organisaties' in gegevens
      ? gegevens.organisaties.includes(verzoek.organisatie)
      : gegevens.organisatie === verzoek.organisatie && gegevens.conversatie !== verzoek.conversatie);
  return {
    ...basis(casus),
    fase: 'bij-veilig-thuis',
    beheer: {
      ...rest,
      ...(verzoek && !raakt && { verzoek }),
      ...(verbroken && { verbroken: zonderBreuk(verbroken, gegevens.conversatie) }),
    },
  };
}

/** State + event -> state. The first event makes the casus. */
export function verwerk(casusnummer: string, vorige: Casus | undefined, gebeurtenis: Gebeurtenis): Casus {
  const casus = metEnvelop(vorige ?? leeg(casusnummer, gebeurtenis), gebeurtenis);
  const { op, door } = gebeurtenis;
  const doorNaam = door.naam === undefined ? {} : { doorNaam: door.naam };
  switch (gebeurtenis.soort) {
    case 'melding-ontvangen':
      return { ...basis(casus), fase: 'triage' };
    case 'nieuwe-melding-ontvangen': {
      // Whoever screened the casus this morning did not know of this melding: it is to be screened again (Add.7).
      const { triage: _vorigeTriage, gescreendOp: _screening, ...rest } = basis(casus);
      return {
        ...rest,
        meldingOp: op > casus.meldingOp ? op : casus.meldingOp,
        meldingen: [...casus.meldingen, op],
        zojuistGemeld: [...casus.zojuistGemeld, ...zojuist(gebeurtenis)],
        vervuld: [],
        overdrachten: casus.overdrachten.map((overdracht) =>
          BIJ_TEAM.has(overdracht.status)
            ? { ...overdracht, status: 'beeindigd', beeindigd: { op, reden: 'nieuwe melding' } }
            : overdracht,
        ),
        fase: 'triage',
      };
    }
    case 'gescreend':
      return { ...casus, gescreendOp: op };
    case 'direct-gevaar-vastgesteld':
      return {
        ...basis(casus),
        triage: { besluit: 'veilig-thuis', conclusies: ['directe-interventie'], op, ...doorNaam },
        staande: ['directe-interventie'],
        vtBetrokken: true,
        fase: 'bij-veilig-thuis',
      };
    case 'triage-afgerond':
      return naTriage(
        {
          ...basis(casus),
          triage: { ...gebeurtenis.gegevens, op, ...doorNaam },
          staande: nogStaande(casus, gebeurtenis.gegevens),
          ...(gebeurtenis.gegevens.besluit === 'veilig-thuis' && { vtBetrokken: true as const }),
        },
        gebeurtenis.gegevens,
      );
    case 'overdracht-verzonden': {
      const { overdracht: nr, team, wijze } = gebeurtenis.gegevens;
      const overdracht: Overdracht = { nr, team, wijze, verzondenOp: op, ...doorNaam, status: 'verzonden' };
      return {
        ...basis(casus),
        // A new team discusses the melding itself, whoever did so before.
        vervuld: casus.vervuld.filter((taak) => taak !== 'melding-bespreken'),
        overdrachten: [...casus.overdrachten, overdracht],
        fase: 'overgedragen',
        overdracht: nr,
      };
    }
    case 'overdracht-ingetrokken': {
      const { overdracht, reden } = gebeurtenis.gegevens;
      const overdrachten = wijzigOverdracht(casus, overdracht, { status: 'ingetrokken', beeindigd: { op, reden } });
      return { ...basis(casus), overdrachten, fase: 'bij-veilig-thuis' };
    }
    case 'overdracht-geweigerd': {
      const { overdracht, reden } = gebeurtenis.gegevens;
      const overdrachten = wijzigOverdracht(casus, overdracht, {
        status: 'geweigerd',
        geweigerd: { op, reden, ...doorNaam },
      });
      return { ...basis(casus), overdrachten, fase: 'bij-veilig-thuis' };
    }
    case 'ontvangst-bevestigd': {
      const { overdracht, via, doorWie, laat } = gebeurtenis.gegevens;
      const overdrachten = wijzigOverdracht(casus, overdracht, {
        status: 'ontvangen',
        ontvangst: { op, via, doorWie, laat },
      });
      return { ...nietBetrokken(basis(casus)), overdrachten, fase: 'ontvangen', overdracht };
    }
    case 'opgepakt': {
      const { overdracht, casusregisseur } = gebeurtenis.gegevens;
      const overdrachten = wijzigOverdracht(casus, overdracht, {
        status: 'opgepakt',
        oppakken: { op, casusregisseur },
      });
      return { ...basis(casus), overdrachten, fase: 'opgepakt', overdracht };
    }
    case 'teruggenomen': {
      const { overdracht, reden } = gebeurtenis.gegevens;
      return { ...bijVt(casus, overdracht, { op, reden }), vtBetrokken: true };
    }
    case 'teruggelegd': {
      const { overdracht } = gebeurtenis.gegevens;
      return { ...bijVt(casus, overdracht, { op, reden: 'teruggelegd bij Veilig Thuis' }), vtBetrokken: true };
    }
    case 'wachtlijst-gemeld': {
      const { overdracht } = gebeurtenis.gegevens;
      const overdrachten = wijzigOverdracht(
        casus,
        overdracht,
        {
          status: 'wachtlijst',
          wachtlijst: { op, ...doorNaam },
        },
        ['terugleggen'],
      );
      return { ...basis(casus), gemeenteIngelicht: true, overdrachten, fase: 'wachtlijst', overdracht };
    }
    case 'interventie-gemeente-vastgelegd': {
      const { overdracht: nr } = gebeurtenis.gegevens;
      const wachtlijst = casus.overdrachten.find((overdracht) => overdracht.nr === nr)?.wachtlijst;
      if (!wachtlijst) return casus;
      const ingegrepen = {
        ...casus,
        overdrachten: wijzigOverdracht(casus, nr, { wachtlijst: { ...wachtlijst, interventieOp: op } }),
      };
      // What comes next is a new overdracht; this one is over.
      return casus.fase === 'wachtlijst' && casus.overdracht === nr
        ? bijVt(ingegrepen, nr, { op, reden: 'de gemeente heeft ingegrepen' })
        : ingegrepen;
    }
    case 'meningsverschil-gemeld': {
      const { overdracht } = gebeurtenis.gegevens;
      const overdrachten = wijzigOverdracht(casus, overdracht, { status: 'meningsverschil' });
      return { ...basis(casus), overdrachten, fase: 'meningsverschil', overdracht, stap: 1, sinds: op };
    }
    case 'meningsverschil-opgeschaald': {
      if (casus.fase !== 'meningsverschil') return casus;
      const { stap } = gebeurtenis.gegevens;
      if (stap < 3) return { ...casus, stap };
      const { stap3Op, stap3Eerder = [] } = casus.overdrachten.find(({ nr }) => nr === casus.overdracht) ?? {};
      const eerder = stap3Op === undefined ? {} : { stap3Eerder: [...stap3Eerder, stap3Op] };
      const overdrachten = wijzigOverdracht(casus, casus.overdracht, { stap3Op: op, ...eerder });
      return { ...casus, overdrachten, stap, terugkerendOnbekend: true, gemeenteIngelicht: true };
    }
    case 'terugkerend-meningsverschil':
      return { ...casus, terugkerendOnbekend: false };
    case 'uitkomst-voorgesteld': {
      if (casus.fase !== 'meningsverschil') return casus;
      const { uitkomst, doorPartij } = gebeurtenis.gegevens;
      const { afgewezen: _eerder, ...rest } = casus;
      return { ...rest, voorstel: { uitkomst, op, doorPartij, ...doorNaam } };
    }
    case 'uitkomst-afgewezen': {
      if (casus.fase !== 'meningsverschil') return casus;
      const { voorstel: _voorstel, ...rest } = casus;
      return { ...rest, afgewezen: gebeurtenis.gegevens.uitkomst };
    }
    case 'meningsverschil-opgelost':
      return naOplossing(casus, gebeurtenis);
    case 'vervolg-ingezet':
      return { ...casus, staande: [], vervuld: [...casus.vervuld, 'vervolg'] };
    case 'zicht-bevestigd':
      return { ...casus, vervuld: [...casus.vervuld, 'zicht-bij-vt'] };
    case 'terugleggen-gevraagd': {
      const { overdracht, reden } = gebeurtenis.gegevens;
      const gevraagd = { terugleggen: { op, reden, ...doorNaam } };
      return { ...casus, overdrachten: wijzigOverdracht(casus, overdracht, gevraagd, ['terugleggenGeweigerd']) };
    }
    case 'terugleggen-geweigerd': {
      const { overdracht, reden } = gebeurtenis.gegevens;
      const geweigerd = { terugleggenGeweigerd: { op, reden, ...doorNaam } };
      return { ...casus, overdrachten: wijzigOverdracht(casus, overdracht, geweigerd, ['terugleggen']) };
    }
    case 'gesignaleerd': {
      const { overdracht, wat, toelichting } = gebeurtenis.gegevens;
      return { ...casus, overdrachten: wijzigOverdracht(casus, overdracht, { signaal: { op, wat, toelichting } }) };
    }
    case 'aanpakfase-vastgelegd':
      return gebeurtenis.gegevens.aanpakfase ? { ...casus, aanpakfase: gebeurtenis.gegevens.aanpakfase } : casus;
    case 'afgesloten': {
      const { overdracht, reden } = gebeurtenis.gegevens;
      const overdrachten =
        overdracht === undefined
          ? casus.overdrachten
          : wijzigOverdracht(casus, overdracht, { status: 'beeindigd', beeindigd: { op, reden } });
      return { ...nietBetrokken(basis(casus)), overdrachten, fase: 'afgesloten', reden };
    }
    case 'wachtlijst-vt-ontstaan':
      return {
        ...basis(casus),
        fase: 'bij-veilig-thuis',
        wachtlijstVt: { open: true, casussen: gebeurtenis.gegevens.casussen, dagen: [], gewaarschuwd: false },
      };
    case 'screening-gevraagd':
      return metWachtlijst(casus, (lijst) => {
        const { dag, erbij, eraf } = gebeurtenis.gegevens;
        const casussen = gebeurtenis.gegevens.casussen ?? metVerschil(lijst.casussen, erbij, eraf);
        const geteld = { dag, aantal: casussen.length, erbij: hoeveel(erbij), eraf: hoeveel(eraf) };
        return { ...lijst, casussen, dagen: [...lijst.dagen, geteld].slice(-WACHTLIJST_DAGEN) };
      });
    case 'wachtlijst-vt-gewaarschuwd':
      return metWachtlijst(casus, (lijst) => ({ ...lijst, gewaarschuwd: true }));
    case 'wachtlijst-vt-weggewerkt':
      return metWachtlijst(casus, (lijst) => ({ ...lijst, open: false, casussen: [] }));
    case 'hartslag-gegeven': {
      const gemeld = gebeurtenis.gegevens.bevindingen.map(sleutelVan);
      return { ...basis(casus), fase: 'afgesloten', reden: GEEN_CASUS, toezicht: { hartslagOp: op, gemeld } };
    }
    case 'onraad-gemeld': {
      const { toezicht } = casus;
      const gemeld = [...(toezicht?.gemeld ?? []), ...gebeurtenis.gegevens.bevindingen.map(sleutelVan)];
      return {
        ...basis(casus),
        fase: 'afgesloten',
        reden: GEEN_CASUS,
        toezicht: { ...toezicht, onraadOp: op, gemeld },
      };
    }
    case 'termijn-herinnerd':
    case 'verloop-gemeld':
    case 'termijn-opgeschaald':
      return stapGezet(casus, gebeurtenis.gegevens, true);
    case 'termijn-verlopen':
    case 'stap-overgeslagen':
      return stapGezet(casus, gebeurtenis.gegevens, false);
    case 'gemeente-geinformeerd':
      return { ...casus, vervuld: [...casus.vervuld, 'informeer-gemeente'] };
    case 'geinformeerd':
      return {
        ...casus,
        vervuld: [
          ...casus.vervuld,
          `informeren-${gebeurtenis.gegevens.wie}`,
          ...(gebeurtenis.gegevens.plicht
            ? [`${gebeurtenis.gegevens.plicht}-${gebeurtenis.gegevens.wie}` as const]
            : []),
        ],
      };
    case 'melding-besproken':
      return { ...casus, vervuld: [...casus.vervuld, 'melding-bespreken'] };
    case 'monitoring-afgesproken': {
      const afspraken = (gebeurtenis.start ?? []).map(({ id }) => ({ termijn: id, ...gebeurtenis.gegevens }));
      return { ...casus, monitoring: [...casus.monitoring, ...afspraken] };
    }
    case 'monitoring-afgerond': {
      const monitoring = casus.monitoring.filter(({ termijn }) => termijn !== gebeurtenis.gegevens.termijn);
      return { ...casus, monitoring, vervuld: [...casus.vervuld, 'monitoring'] };
    }
    case 'niet-binnen-termijn-gemeld': {
      const { overdracht, reden } = gebeurtenis.gegevens;
      return { ...casus, overdrachten: wijzigOverdracht(casus, overdracht, { nietBinnenTermijn: { op, reden } }) };
    }
    case 'instelling-gewijzigd': {
      const { wat, naar } = gebeurtenis.gegevens;
      const { stand, ...rest } = beheer(casus, op);
      return { ...basis(casus), fase: 'bij-veilig-thuis', beheer: { ...rest, stand: { ...stand, [wat]: naar } } };
    }
    case 'gekoppeld':
    case 'ontkoppeld':
      return metKoppeling(casus, gebeurtenis);
    case 'gesprek-verbroken':
    case 'gesprek-hersteld': {
      const bekend = beheer(casus, op);
      return {
        ...basis(casus),
        fase: 'bij-veilig-thuis',
        beheer: { ...bekend, verbroken: metVerbinding(bekend.verbroken, gebeurtenis) },
      };
    }
    case 'koppeling-gevraagd': {
      const { organisatie, conversatie, vervalt } = gebeurtenis.gegevens;
      const van = door.id === undefined ? {} : { door: door.id };
      const verzoek = { nr: gebeurtenis.nr, organisatie, conversatie, vervalt, ...van };
      return { ...basis(casus), fase: 'bij-veilig-thuis', beheer: { ...beheer(casus, op), verzoek } };
    }
    case 'koppeling-goedgekeurd':
    case 'koppeling-afgewezen': {
      const uitkomst =
        gebeurtenis.soort === 'koppeling-goedgekeurd' ? ('goedgekeurd' as const) : ('afgewezen' as const);
      const { verzoek, ...rest } = beheer(casus, op);
      const beslist =
        verzoek?.nr === gebeurtenis.gegevens.verzoek ? { ...verzoek, besluit: { uitkomst, op } } : verzoek;
      return {
        ...basis(casus),
        fase: 'bij-veilig-thuis',
        beheer: { ...rest, ...(beslist && { verzoek: beslist }) },
      };
    }
    case 'hiaten-nagegaan':
      return { ...basis(casus), fase: 'bij-veilig-thuis', beheer: { ...beheer(casus, op), nagegaanOp: op } };
    case 'registratie-vervolgd': {
      const { begonnenOp, afgesloten, ...stand } = gebeurtenis.gegevens.stand;
      const rest = {
        ...basis(casus),
        ...stand,
        meldingOp: begonnenOp,
        eersteMeldingOp: begonnenOp,
        meldingen: [begonnenOp],
      };
      return afgesloten === undefined
        ? { ...rest, fase: 'bij-veilig-thuis' }
        : { ...rest, fase: 'afgesloten', reden: afgesloten };
    }
    case 'ontvanger-ontbrak':
      return gebeurtenis.gegevens.naar.includes('contactambtenaar') ? { ...casus, gemeenteIngelicht: true } : casus;
    case 'gewist': {
      const overdrachten = gebeurtenis.gegevens.overdrachten.at(-1) ?? casus.gewist?.overdrachten ?? 0;
      return { ...casus, gewist: { nr: gebeurtenis.nr, op, overdrachten } };
    }
    case 'aangevuld':
    case 'zicht-bewaakt':
    case 'inhoud-bekeken':
    case 'dossier-verstrekt':
    case 'screening-afgerond':
    case 'bericht-bezorgd':
    case 'bericht-onzeker':
    case 'bericht-onbezorgbaar':
      return casus;
  }
}

/** The casus as its journal tells it, or as it was after the first events of it. An empty journal is no casus. */
export function herleid(casusnummer: string, journaal: readonly Gebeurtenis[]): Casus | undefined {
  const casus = naGebeurtenissen(casusnummer, undefined, journaal);
  return casus && isArchief(casusnummer) ? zonderLoop(casus) : casus;
}

/** The casus after these events, without reading again what came before them. */
export const naGebeurtenissen = (
  casusnummer: string,
  begin: Casus | undefined,
  gebeurtenissen: readonly Gebeurtenis[],
): Casus | undefined => gebeurtenissen.reduce((casus, gebeurtenis) => verwerk(casusnummer, casus, gebeurtenis), begin);

/** Of a record that was put away everything goes on in the next one. */
function zonderLoop(casus: Casus): Casus {
  const { beheer: _beheer, wachtlijstVt, ...rest } = casus;
  return { ...rest, termijnen: [], ...(wachtlijstVt && { wachtlijstVt: { ...wachtlijstVt, open: false } }) };
}
