/** Who asks, by the adresboek and the rosters, and what somebody hears who may not (domein.md §8). */
import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { teksten } from '../../teksten/nl.ts';
import { magDoen, type Aanvrager } from '../casus/rechten.ts';
import type { Afgewezen } from '../casus/resultaat.ts';
import type { Omgeving } from '../omgeving.ts';
import type { Leden, Zoekruimte } from '../streek/leden.ts';
import { zeg, type Antwoord, type Beurt, type Publiek } from './gesprek-poort.ts';

export interface Vragertoegang {
  /** The answer by what is known of this person; only who is refused by that waits for the rosters that may change it. */
  antwoordVoor(
    beurt: Beurt,
    over: { casusnummer: string | undefined; alles?: boolean },
    geef: (aanvrager: Aanvrager) => Promise<Antwoord>,
  ): Promise<{ aanvrager: Aanvrager; antwoord: Antwoord }>;
  /** Someone refused while a roster is missing may be a member after all, and hears what to do. */
  geenToegang(tekst: string, aanvrager: Aanvrager, publiek?: Publiek): Antwoord;
  afgewezen(resultaat: Afgewezen, aanvrager: Aanvrager): Antwoord;
  alleenVt(aanvrager: Aanvrager): Antwoord;
}

export const heeftRol = (aanvrager: Aanvrager, rol: string): boolean =>
  aanvrager.rollen.some((kandidaat) => kandidaat.rol === rol);
/** Whether somebody is of Veilig Thuis: then nothing of a casus is hidden from them. */
export const magAllesZien = (aanvrager: Aanvrager): boolean => magDoen(aanvrager, 'registreren') !== undefined;

/** Offers the explanation that belongs to a refusal. */
function metUitleg(code: string, tekst: string): string {
  const onderwerp = teksten.uitleg.bijWeigering[code];
  return onderwerp === undefined ? tekst : `${tekst} Meer weten? Typ: uitleg ${onderwerp}.`;
}

export function maakToegang({ omgeving, leden }: { omgeving: Omgeving; leden: Leden }): Vragertoegang {
  /** Answers that somebody got for want of a role. */
  const geweigerd = new WeakSet<Antwoord>();
  /** Known before any casus is read, so that it takes as long for a casus that is not there. */
  async function aanvragerVan(
    { wie: { aadObjectId: id, naam }, waar: { conversatie } }: Beurt,
    ruimte: Omit<Zoekruimte, 'conversatie'>,
  ): Promise<Aanvrager> {
    const { rollen, onbekend } = await leden.van(id, { ...ruimte, conversatie });
    // The adresboek comes first: whoever leads a team acts as its leidinggevende.
    const alle = [...omgeving.adresboek().rollen(id), ...rollen];
    return { id, naam, kanaal: 'teams', rollen: alle, ...(onbekend && { ledenOnbekend: true }) };
  }
  const geenToegang = (tekst: string, { ledenOnbekend }: Aanvrager, publiek?: Publiek): Antwoord => {
    const antwoord = zeg(ledenOnbekend ? `${tekst} ${teksten.chat['ledenlijst-onbekend']()}` : tekst, publiek);
    geweigerd.add(antwoord);
    return antwoord;
  };

  /**
   * Whose rosters matter for a casus, which is not read for it: a long journal would show in how long that takes. One
   * that is not there has a team too, always the same, so that it takes as long as for one that is.
   */
  async function teamsVan(casusnummer: string): Promise<readonly string[]> {
    const [regel] = await omgeving.opslag.zoek({ casusnummer, maximum: 1 });
    const teams = regel?.teams ?? [];
    const alle = omgeving.adresboek().gegevens.teams;
    const schijn = alle[createHash('sha256').update(casusnummer).digest().readUInt32BE() % alle.length];
    return teams.length > 0 || !schijn ? teams : [schijn.sleutel];
  }

  async function antwoordVoor(
    beurt: Beurt,
    { casusnummer, alles }: { casusnummer: string | undefined; alles?: boolean },
    geef: (aanvrager: Aanvrager) => Promise<Antwoord>,
  ): Promise<{ aanvrager: Aanvrager; antwoord: Antwoord }> {
    const eerst = await aanvragerVan(beurt, { diepte: alles ? 'alles' : 'hier' });
    const antwoord = await geef(eerst);
    if (alles || magAllesZien(eerst) || !geweigerd.has(antwoord)) return { aanvrager: eerst, antwoord };
    const teams = casusnummer === undefined ? [] : await teamsVan(casusnummer);
    const aanvrager = await aanvragerVan(beurt, { diepte: 'gericht', teams });
    return { aanvrager, antwoord: isDeepStrictEqual(aanvrager, eerst) ? antwoord : await geef(aanvrager) };
  }
  const afgewezen = ({ code, tekst }: Afgewezen, aanvrager: Aanvrager): Antwoord =>
    code === 'niet-gevonden'
      ? geenToegang(metUitleg(code, tekst), aanvrager, 'streek')
      : code === 'geen-recht'
        ? geenToegang(metUitleg(code, tekst), aanvrager)
        : zeg(metUitleg(code, tekst));
  const alleenVt = (aanvrager: Aanvrager): Antwoord => geenToegang(teksten.chat['alleen-vt'](), aanvrager, 'ieder');

  return { antwoordVoor, geenToegang, afgewezen, alleenVt };
}
