/** What Veilig Thuis reads of a message that did not arrive: why, and what to do instead. */

/** Codes of the program itself; any other is what Teams answered. */
const REDEN: Record<string, string> = {
  'geen-gesprek': 'de bot is daar nog niet gekoppeld of geïnstalleerd',
  'kaart-onvulbaar': 'de bot kon dit bericht niet maken; meld dit aan de beheerder',
  afgebroken: 'de bot viel steeds stil bij het versturen; meld dit aan de beheerder',
};

export const onbezorgbaarTeksten = {
  reden: (code: string): string => REDEN[code] ?? `Teams gaf als antwoord: ${code}`,
  bel: (naam: string, telefoon?: string): string =>
    telefoon ? `Bel ${naam}: ${telefoon}.` : `Neem zelf contact op met ${naam}.`,
  /** The message was for the channel in which this is read. */
  kijkZelf: (casus: string, isCasus: boolean): string =>
    isCasus ? `Kijk zelf wat er moet gebeuren: typ status ${casus}.` : 'Vraag de beheerder wat er moet gebeuren.',
};
