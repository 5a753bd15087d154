/** What `npm run controleer` says. */
/** What can be wrong in a chain; one that has no text here cannot be told. */
const BREUK = {
  gewijzigd: (nr) =>
    nr === 1
      ? 'gebeurtenis 1 is gewijzigd, of hoort niet bij dit casusnummer'
      : `gebeurtenis ${nr} is gewijzigd, of hoort niet achter gebeurtenis ${nr - 1}`,
  ontbreekt: (nr) => `gebeurtenis ${nr} ontbreekt`,
  verplaatst: (nr) => `op plaats ${nr} staat een andere gebeurtenis; de volgorde is veranderd`,
  afgekapt: (nr) => `het einde is weg, vanaf gebeurtenis ${nr}`,
  'gewist-zonder-grond': (nr) =>
    `namen en tekst van gebeurtenis ${nr} zijn weg, zonder dat de bewaartermijn voorbij was`,
  'inhoud-gewijzigd': (nr) => `de inhoud van overdracht ${nr} is gewijzigd, of de sleutel past niet`,
  'inhoud-onversleuteld': (nr) =>
    `de inhoud van overdracht ${nr} staat leesbaar in de opslag en wordt niet getoond; staat die er van voor de sleutel, typ dan: npm run controleer -- --versleutel`,
  'inhoud-ontbreekt': (nr) => `de inhoud van overdracht ${nr} ontbreekt`,
  'inhoud-zonder-overdracht': (nr) => `er is inhoud van overdracht ${nr} die er niet (meer) hoort te zijn`,
  onleesbaar: () => 'het document is niet te lezen',
  herschreven: (nr) => `gebeurtenis ${nr} of eerder is herschreven na de vorige controle`,
  'casus-weg': () => 'de casus is verdwenen na de vorige controle',
} satisfies Record<string, (nr: number) => string>;

interface Tellingen {
  casussen: number;
  registers: number;
  gebeurtenissen: number;
  inhouden: number;
  verouderd: number;
  zonderSleutel: number;
  breuken: number;
}

const getal = (aantal: number): string => aantal.toLocaleString('nl-NL');
const tel = (aantal: number, een: string, meer: string): string => `${getal(aantal)} ${aantal === 1 ? een : meer}`;

export const controleTeksten = {
  breuk: (casusnummer: string, { soort, nr }: { soort: keyof typeof BREUK; nr: number }): string =>
    `${casusnummer}: ${BREUK[soort](nr)}.`,
  slot: ({ casussen, registers, gebeurtenissen, inhouden, verouderd, zonderSleutel, breuken }: Tellingen): string =>
    [
      `Gecontroleerd: ${tel(casussen, 'casus', 'casussen')}, ${tel(registers, 'register', 'registers')} van de bot zelf, ${tel(gebeurtenissen, 'gebeurtenis', 'gebeurtenissen')}, ${getal(inhouden)} keer inhoud.`,
      ...(verouderd > 0
        ? [
            `Inhoud onder een oude sleutel of in een oude vorm: ${getal(verouderd)}. Typ: npm run controleer -- --hersleutel`,
          ]
        : []),
      ...(zonderSleutel > 0
        ? [`Inhoud waarvan de sleutel ontbreekt: ${getal(zonderSleutel)}. Zet die sleutel erbij in INHOUD_SLEUTELS.`]
        : []),
      breuken > 0 ? `Wat niet klopt: ${getal(breuken)}.` : 'De ketens kloppen.',
    ].join('\n'),
  eersteAnker: (pad: string): string =>
    `Er was nog geen anker. Het staat nu in ${pad}; bewaar het waar de bot niet kan schrijven.`,
  ankerBlijft: (pad: string): string => `Het anker in ${pad} is niet vernieuwd.`,
  hersleuteld: (aantal: number): string => `Opnieuw versleuteld: ${getal(aantal)} keer inhoud.`,
  versleuteld: (aantal: number): string =>
    `Versleuteld: ${getal(aantal)} keer inhoud die nog leesbaar in de opslag stond. Typ nu: npm run controleer`,
  geenSleutel: 'Er is geen sleutel. Zet INHOUD_SLEUTELS of INHOUD_KLUIS.',
  gebruik:
    'Gebruik: npm run controleer, met daarachter zo nodig: -- --anker BESTAND, of: -- --hersleutel, of: -- --versleutel',
} as const;
