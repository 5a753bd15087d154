/**
 * The texts of all subjects in one, by column. A column in which every subject's texts together must be whole is spread
 * here, and checked by the type of where it is used; of the others any subject may have some.
 */
import type { TermijnNaam } from '../kern/beleid/beleid.ts';
import type { GebeurtenisSoort } from '../kern/gebeurtenissen.ts';
import type { WeigeringCode } from '../kern/weigeringen.ts';
import type { Onderwerpteksten } from './onderwerp.ts';
import { bewarenTeksten } from './onderwerpen/bewaren.nl.ts';
import { clientsysteemTeksten } from './onderwerpen/clientsysteem.nl.ts';
import { informerenTeksten } from './onderwerpen/informeren.nl.ts';
import { meldingTeksten } from './onderwerpen/melding.nl.ts';
import { meningsverschilTeksten } from './onderwerpen/meningsverschil.nl.ts';
import { monitoringTeksten } from './onderwerpen/monitoring.nl.ts';
import { ontvangstTeksten } from './onderwerpen/ontvangst.nl.ts';
import { oppakkenTeksten } from './onderwerpen/oppakken.nl.ts';
import { overdrachtTeksten } from './onderwerpen/overdracht.nl.ts';
import { terugTeksten } from './onderwerpen/terug.nl.ts';
import { triageTeksten } from './onderwerpen/triage.nl.ts';
import { wachtlijstTeamTeksten } from './onderwerpen/wachtlijst-team.nl.ts';
import { wachtlijstVtTeksten } from './onderwerpen/wachtlijst-vt.nl.ts';
import { zichtTeksten } from './onderwerpen/zicht.nl.ts';

/** Every subject, in the order of the guideline. */
export const ALLE: readonly Onderwerpteksten[] = [
  meldingTeksten,
  triageTeksten,
  overdrachtTeksten,
  ontvangstTeksten,
  oppakkenTeksten,
  wachtlijstTeamTeksten,
  wachtlijstVtTeksten,
  meningsverschilTeksten,
  terugTeksten,
  clientsysteemTeksten,
  informerenTeksten,
  monitoringTeksten,
  zichtTeksten,
  bewarenTeksten,
];

export const onderwerpen = {
  gebeurtenis: {
    ...meldingTeksten.gebeurtenis,
    ...triageTeksten.gebeurtenis,
    ...overdrachtTeksten.gebeurtenis,
    ...ontvangstTeksten.gebeurtenis,
    ...oppakkenTeksten.gebeurtenis,
    ...wachtlijstTeamTeksten.gebeurtenis,
    ...wachtlijstVtTeksten.gebeurtenis,
    ...meningsverschilTeksten.gebeurtenis,
    ...terugTeksten.gebeurtenis,
    ...clientsysteemTeksten.gebeurtenis,
    ...informerenTeksten.gebeurtenis,
    ...monitoringTeksten.gebeurtenis,
    ...zichtTeksten.gebeurtenis,
    ...bewarenTeksten.gebeurtenis,
  },
  toelichting: {
    ...triageTeksten.toelichting,
    ...overdrachtTeksten.toelichting,
    ...ontvangstTeksten.toelichting,
    ...wachtlijstTeamTeksten.toelichting,
    ...wachtlijstVtTeksten.toelichting,
    ...meningsverschilTeksten.toelichting,
    ...terugTeksten.toelichting,
    ...clientsysteemTeksten.toelichting,
    ...informerenTeksten.toelichting,
    ...monitoringTeksten.toelichting,
    ...zichtTeksten.toelichting,
  },
  aanvulling: {
    ...overdrachtTeksten.aanvulling,
    ...ontvangstTeksten.aanvulling,
    ...wachtlijstTeamTeksten.aanvulling,
    ...wachtlijstVtTeksten.aanvulling,
    ...meningsverschilTeksten.aanvulling,
    ...terugTeksten.aanvulling,
    ...clientsysteemTeksten.aanvulling,
  },
  weigering: {
    ...meldingTeksten.weigering,
    ...triageTeksten.weigering,
    ...overdrachtTeksten.weigering,
    ...ontvangstTeksten.weigering,
    ...oppakkenTeksten.weigering,
    ...wachtlijstTeamTeksten.weigering,
    ...wachtlijstVtTeksten.weigering,
    ...meningsverschilTeksten.weigering,
    ...terugTeksten.weigering,
    ...clientsysteemTeksten.weigering,
    ...informerenTeksten.weigering,
    ...monitoringTeksten.weigering,
    ...zichtTeksten.weigering,
  },
  termijn: {
    ...triageTeksten.termijn,
    ...overdrachtTeksten.termijn,
    ...ontvangstTeksten.termijn,
    ...oppakkenTeksten.termijn,
    ...wachtlijstVtTeksten.termijn,
    ...meningsverschilTeksten.termijn,
    ...terugTeksten.termijn,
    ...informerenTeksten.termijn,
    ...monitoringTeksten.termijn,
    ...zichtTeksten.termijn,
  },
  teDoen: {
    ...triageTeksten.teDoen,
    ...overdrachtTeksten.teDoen,
    ...ontvangstTeksten.teDoen,
    ...oppakkenTeksten.teDoen,
    ...wachtlijstVtTeksten.teDoen,
    ...meningsverschilTeksten.teDoen,
    ...terugTeksten.teDoen,
    ...informerenTeksten.teDoen,
    ...monitoringTeksten.teDoen,
    ...zichtTeksten.teDoen,
  },
  uitleg: {
    ...meldingTeksten.uitleg,
    ...triageTeksten.uitleg,
    ...overdrachtTeksten.uitleg,
    ...ontvangstTeksten.uitleg,
    ...oppakkenTeksten.uitleg,
    ...wachtlijstTeamTeksten.uitleg,
    ...wachtlijstVtTeksten.uitleg,
    ...meningsverschilTeksten.uitleg,
    ...terugTeksten.uitleg,
    ...clientsysteemTeksten.uitleg,
    ...monitoringTeksten.uitleg,
    ...zichtTeksten.uitleg,
    ...bewarenTeksten.uitleg,
  },
  kort: ALLE.reduce<Partial<Record<GebeurtenisSoort, string>>>((alle, { kort }) => ({ ...alle, ...kort }), {}),
  teDoenBijTeam: ALLE.reduce<Partial<Record<TermijnNaam, string>>>(
    (alle, { teDoenBijTeam }) => ({ ...alle, ...teDoenBijTeam }),
    {},
  ),
  uitlegBij: ALLE.reduce<Partial<Record<WeigeringCode, string>>>(
    (alle, { uitlegBij }) => ({ ...alle, ...uitlegBij }),
    {},
  ),
};
