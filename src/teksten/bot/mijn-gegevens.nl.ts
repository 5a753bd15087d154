/** What is told to who asks what the bot keeps about them. */
import { inMaanden } from '../taal/duur.nl.ts';

/** The roles of the adresboek. */
type Rolnaam =
  | 'vt-medewerker'
  | 'vt-leidinggevende'
  | 'team-lid'
  | 'team-leidinggevende'
  | 'contactambtenaar'
  | 'stuurgroep'
  | 'beheerder';

const ROL: Record<Rolnaam, string> = {
  'vt-medewerker': 'medewerker van Veilig Thuis',
  'vt-leidinggevende': 'leidinggevende van Veilig Thuis',
  'team-lid': 'medewerker van',
  'team-leidinggevende': 'leidinggevende van',
  contactambtenaar: 'contactambtenaar van',
  stuurgroep: 'lid van de stuurgroep',
  beheerder: 'beheerder van deze app',
};

/** A role with the name of the team or gemeente it is for. */
export const rolNaam = (rol: Rolnaam, van: string): string => `${ROL[rol]} ${van}`.trim();

interface MijnGegevens {
  rollen: readonly string[];
  gesprek: boolean;
  casussen: number;
  meer: boolean;
  maanden: number;
  veiligThuis: string;
}

/** Paragraphs, as a message in chat takes them. */
export function mijnGegevens({ rollen, gesprek, casussen, meer, maanden, veiligThuis }: MijnGegevens): string {
  const aantal = meer ? `meer dan ${casussen} casussen` : casussen === 1 ? '1 casus' : `${casussen} casussen`;
  return [
    'Dit bewaar ik over jou als gebruiker:',
    rollen.length > 0
      ? `Je naam, je account in Teams en je rol: ${rollen.join('; ')}. Dat komt uit het adresboek en de ledenlijsten van Teams.`
      : 'Je staat niet in het adresboek.',
    ...(gesprek ? ['Waar ik je kan bereiken: ons gesprek in Teams. Wat je hier typt, bewaar ik niet.'] : []),
    casussen === 0
      ? 'Je staat in geen enkele casus als iemand die iets deed, bekeek of van mij kreeg.'
      : `Je staat in ${aantal}: met je naam en account bij wat je deed of bekeek, of met je account bij berichten die ik je stuurde.`,
    `Je naam kan ook staan in tekst die iemand zelf typte, zoals een casusregisseur. Dat kan ik niet tellen. Vraag het aan ${veiligThuis}.`,
    `${inMaanden(maanden)} nadat een casus is afgesloten, wis ik de namen, de accounts en de vrije tekst in die casus.`,
    `Klopt je naam of je rol niet? Vraag de beheerder van deze app om het adresboek te verbeteren. Wil je zien wat er over jou in een casus staat? Vraag het aan ${veiligThuis}.`,
  ].join('\n\n');
}
