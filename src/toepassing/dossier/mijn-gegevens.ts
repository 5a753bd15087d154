/** What is kept about the asker as a user (domein.md §9; AVG art. 15): roles, conversation, and how many casussen name them. */
import { EIGEN } from '../../kern/stuk.ts';
import { teksten } from '../../teksten/nl.ts';
import { persoonKenmerk } from '../casus/casusdocument.ts';
import type { Aanvrager } from '../casus/rechten.ts';
import type { Omgeving } from '../omgeving.ts';
import { VEILIG_THUIS, type Adressen } from '../poorten.ts';
import type { Rol } from '../streek/adresboek.ts';

/** More than this is not counted: one indexed query must stay cheap. */
const MEEST = 1000;

const bij = (rol: Rol): string => ('team' in rol ? rol.team : 'gemeente' in rol ? rol.gemeente : '');

export async function mijnGegevens(
  { opslag, adresboek, regels }: Omgeving,
  adressen: Adressen,
  { id, rollen }: Aanvrager,
): Promise<string> {
  const [genoemd, gesprek] = await Promise.all([
    opslag.zoek({ kenmerk: persoonKenmerk(id), voor: EIGEN, maximum: MEEST + 1 }),
    adressen.zoek({ persoon: id }),
  ]);
  const boek = adresboek();
  return teksten.mijnGegevens({
    rollen: [...new Set(rollen.map((rol) => teksten.rol(rol.rol, bij(rol) === '' ? '' : boek.naam(bij(rol)))))],
    gesprek: gesprek !== undefined,
    casussen: Math.min(genoemd.length, MEEST),
    meer: genoemd.length > MEEST,
    maanden: regels().beleid.bewaartermijn.maanden,
    veiligThuis: boek.naam(VEILIG_THUIS),
  });
}
