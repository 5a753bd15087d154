/** The forms in chat for VT, filled with what the casus and the adresboek already say. */
import type { Casus } from '../../kern/casus.ts';
import { lokaleKlok, toonTermijn } from '../../kern/tijd/werkdagen.ts';
import { teksten } from '../../teksten/nl.ts';
import type { CasusMetEtag } from '../casus/mutatie.ts';
import type { Omgeving } from '../omgeving.ts';
import { toon, zeg, type Antwoord } from './gesprek-poort.ts';

export interface Formulieren {
  nieuweCasus(): Antwoord;
  triage(stand: Pick<CasusMetEtag, 'casus'>): Antwoord;
  herziening(stand: Pick<CasusMetEtag, 'casus'>): Antwoord;
  overdragen(stand: Pick<CasusMetEtag, 'casus'>): Antwoord;
}

export function maakFormulieren(omgeving: Omgeving): Formulieren {
  const formulierNieuweCasus = (): Antwoord => {
    const { datum, tijd } = lokaleKlok(omgeving.klok.nu());
    const gemeenten = omgeving
      .adresboek()
      .gegevens.gemeenten.map(({ naam, sleutel }) => ({ title: naam, value: sleutel }));
    return toon({
      kaart: 'nieuwe-casus',
      model: { gemeenten, vandaag: datum, nu: tijd },
      samenvatting: 'Nieuwe casus vastleggen',
    });
  };

  function weigerTriage({ triage, meldingOp }: Casus): Antwoord {
    const gegevens = { op: triage?.op ?? meldingOp, ...(triage?.doorNaam && { doorNaam: triage.doorNaam }) };
    return zeg(teksten.weigering({ code: 'triage-al-afgerond', gegevens }, (sleutel) => sleutel));
  }

  const triageKaart = (casus: Casus, herziening: boolean): Antwoord => {
    const termijn = casus.termijnen.find(({ naam }) => naam === 'triage');
    return toon({
      kaart: 'triage',
      model: {
        casusnummer: casus.casusnummer,
        versie: casus.besluitVersie,
        triageVoor: termijn ? toonTermijn(termijn.vervalt) : '',
        herziening,
      },
      samenvatting: `Triage afronden van ${casus.casusnummer}`,
    });
  };

  const formulierTriage = ({ casus }: Pick<CasusMetEtag, 'casus'>): Antwoord =>
    casus.fase === 'triage' ? triageKaart(casus, false) : weigerTriage(casus);

  /** A new decision after VT's own follow-up (§5.1). */
  const formulierHerziening = ({ casus }: Pick<CasusMetEtag, 'casus'>): Antwoord =>
    casus.fase === 'bij-veilig-thuis' ? triageKaart(casus, true) : weigerTriage(casus);

  function formulierOverdragen({ casus }: Pick<CasusMetEtag, 'casus'>): Antwoord {
    if (casus.fase === 'triage')
      return zeg(teksten.weigering({ code: 'triage-niet-afgerond', gegevens: {} }, (sleutel) => sleutel));
    const { teams } = omgeving.adresboek().gegevens;
    // The teams of the casus's own gemeente come first: that is nearly always where it goes.
    const opVolgorde = teams.toSorted(
      (a, b) => Number(b.gemeente === casus.gemeente) - Number(a.gemeente === casus.gemeente),
    );
    return toon({
      kaart: 'overdragen',
      model: {
        casusnummer: casus.casusnummer,
        versie: casus.besluitVersie,
        teams: opVolgorde.map(({ naam, sleutel }) => ({ title: naam, value: sleutel })),
        alleenWarm: casus.triage?.besluit === 'veilig-thuis',
      },
      samenvatting: `Casus ${casus.casusnummer} overdragen`,
    });
  }

  return {
    nieuweCasus: formulierNieuweCasus,
    triage: formulierTriage,
    herziening: formulierHerziening,
    overdragen: formulierOverdragen,
  };
}
