/** Short answers in chat. */
export const CHAT = {
  leeg: () =>
    'Typ een vraag, bijvoorbeeld: wie is verantwoordelijk voor casus VT-2026-0001. Typ ‘help’ voor alles wat ik kan.',
  'te-lang': () =>
    'Deze tekst is te lang. Stel een korte vraag, zoals: status VT-2026-0001. Zet nooit gegevens van cliënten in de chat.',
  onbekend: () => 'Dit begrijp ik niet. Typ ‘help’ om te zien wat je kunt vragen.',
  'sleutel-ontbreekt': () =>
    'Waaraan wil je dit gesprek koppelen? Typ bijvoorbeeld: koppel veilig-thuis. Met ‘adresboek’ zie je alle sleutels.',
  'meer-casusnummers': () => 'Vraag naar één casus tegelijk. Typ de vraag opnieuw met één casusnummer.',
  'casusnummer-ontbreekt': () => 'Over welke casus gaat het? Zet het casusnummer erbij, bijvoorbeeld VT-2026-0001.',
  'datum-onduidelijk': ({ tekst = '' }) =>
    `Ik begrijp de datum '${tekst}' niet. Schrijf hem zo: op 3 maart 2026 14:00.`,
  'voor-melding': ({ casusnummer = '', op = '' }) =>
    `Op ${op} was er bij Veilig Thuis nog geen melding in casus ${casusnummer}.`,
  'alleen-vt': () => 'Dit kan alleen een medewerker van Veilig Thuis doen.',
  'niet-meer-bij-team': ({ op = '' }) =>
    `Je ziet deze casus alleen over de tijd dat hij bij jouw team was; sinds ${op} is dat niet meer zo. Vraag Veilig Thuis naar een ander moment. Met ‘status’ zie je hoe het toen was.`,
  'alleen-stand': () =>
    'Als contactambtenaar zie je alleen hoe de casus nu staat. Typ: status met het casusnummer. Heb je meer nodig? Vraag het Veilig Thuis.',
  'ledenlijst-onbekend': () =>
    'Maar let op: Teams geeft nu niet van elk team de ledenlijst, dus ik kan niet zien bij welk team je hoort. Probeer het over een minuut opnieuw. Heeft het haast? Bel Veilig Thuis.',
  'alleen-beheerder': () => 'Dit kan alleen een beheerder. Vraag de functioneel beheerder van je organisatie.',
  'sleutel-onbekend': ({ sleutel = '', sleutels = '' }) =>
    `'${sleutel}' staat niet in het adresboek. Kies uit: ${sleutels}.`,
  gekoppeld: ({ naam = '' }) => `Gelukt. Berichten voor ${naam} komen voortaan in dit gesprek.`,
  ontkoppeld: ({ namen = '' }) =>
    `Gelukt. Berichten voor ${namen} komen hier niet meer. Koppel een ander gesprek met: koppel SLEUTEL.`,
  'niet-gekoppeld': () => 'Dit gesprek is nergens aan gekoppeld. Typ bijvoorbeeld: koppel veilig-thuis.',
  'vul-in': ({ velden = '' }) => `Er mist nog iets, of het klopt niet. Kijk naar: ${velden}. Er is niets opgeslagen.`,
  'alleen-persoonlijk': () =>
    'Dit antwoord is alleen voor jou. Vraag het in je eigen chat met mij, niet in een kanaal.',
  'niets-gedaan': () => 'Er is niets gedaan. Klik op de knop als je iets wilt doen.',
  'in-eigen-chat': () => 'Ik heb je het antwoord in je eigen chat met mij gestuurd.',
  'geen-eigen-chat': () =>
    'Ik kan je het antwoord niet sturen in je eigen chat met mij. Zoek de app ‘Zicht op veiligheid’ in Teams en kies Toevoegen of Openen. Typ daar je vraag. Klikte je op een knop? Vraag daar dan eerst de status op.',
  'eigen-chat-onzeker': () =>
    'Ik weet niet zeker of het antwoord in je eigen chat met mij is aangekomen. Kijk daar. Staat er niets? Typ daar dan je vraag. Klikte je op een knop? Vraag daar dan eerst de status op.',
  'knop-onbekend': () =>
    'Deze knop ken ik niet (meer). Typ ‘status’ met het casusnummer en gebruik de knoppen die je dan ziet.',
  'elders-mislukt': ({ aantal = '' }) =>
    `Vastgelegd. Maar bij ${aantal === '1' ? '1 andere casus' : `${aantal} andere casussen`} van dit team lukte het niet, want ik kan die niet lezen. De wachtlijst van het team blijft daar open. Zolang kan niemand aan dit team overdragen. Bel de beheerder.`,
  'geen-bezorgproblemen': () => 'Er wachten geen berichten die niet bezorgd konden worden.',
  bezorging: ({ lijst = '' }) => `Berichten die nog niet zijn bezorgd: ${lijst}.`,
  storing: () => 'Er ging iets mis. Er is niets opgeslagen. Probeer het over een minuut opnieuw.',
} as const satisfies Record<string, (g: Record<string, string>) => string>;
