/** Triage, its four decisions, the conclusions that keep VT responsible, and VT's own vervolg (§3.1.2, §3.2, §3.3). */
import { toonMoment } from '../../kern/tijd/werkdagen.ts';
import type { Besluit, Conclusie, Vervolgtraject } from '../../kern/woorden.ts';
import type { Onderwerpteksten } from '../onderwerp.ts';
import { door } from '../taal/woorden.nl.ts';

export const CONCLUSIE: Record<Conclusie, string> = {
  'directe-interventie': 'directe interventie is nodig',
  'structurele-onveiligheid': 'er is structurele ernstige onveiligheid',
  'onvoldoende-informatie': 'er is nog onvoldoende informatie',
  anonimiteit: 'aan de melder is anonimiteit toegezegd',
  'verzoek-raad': 'er komt een verzoek tot onderzoek bij de Raad',
};

export const BESLUIT: Record<Besluit, string> = {
  'geen-zorgen': 'geen zorgen over veiligheid',
  clientsysteem: 'overdracht aan het cliëntsysteem',
  'lokale-toegang': 'overdracht aan de lokale toegang',
  'veilig-thuis': 'Veilig Thuis blijft betrokken',
};

const VERVOLG: Record<Vervolgtraject, string> = {
  'lokale-ondersteuning': 'lokale ondersteuning',
  onderzoek: 'onderzoek',
  casusregie: 'casusregie',
  hgo: 'inbreng in het HGO',
  'st-sg': 'inbreng in het ST SG',
};

export const triageTeksten = {
  gebeurtenis: {
    'triage-afgerond': ({ besluit, vervolg }) =>
      `Triage afgerond: ${vervolg ? VERVOLG[vervolg] + ' door Veilig Thuis' : BESLUIT[besluit]}`,
    'vervolg-ingezet': () => 'Vervolg ingezet',
  },
  toelichting: { 'vervolg-ingezet': () => 'Er staat bij wat er is ingezet.' },
  weigering: {
    'triage-al-afgerond': ({ op, doorNaam }) =>
      `De triage is al afgerond op ${toonMoment(op)}${door(doorNaam)}. Bekijk de status van de casus.`,
    'triage-niet-afgerond': () =>
      'De triage loopt nog, en Veilig Thuis is verantwoordelijk. Rond eerst de triage af. Werk je bij een lokaal team? Overleg dan met Veilig Thuis.',
    'conclusie-houdt-bij-vt': ({ conclusies }) =>
      `Dit kan niet: ${conclusies.map((c) => CONCLUSIE[c as Conclusie] ?? c).join(' en ')}. Daarom blijft Veilig Thuis verantwoordelijk (§3.1.2). Kies een vervolgtraject van Veilig Thuis; daarna kan een warme overdracht.`,
    'voorwaarden-clientsysteem': () =>
      'Overdragen aan het cliëntsysteem kan alleen als het genoeg mogelijkheden heeft én hulp accepteert zonder controle (§5.1.2). Kruis beide aan of kies een ander besluit.',
    'vervolg-past-niet': ({ besluit }) =>
      `Een vervolgtraject past niet bij het besluit '${BESLUIT[besluit as Besluit] ?? besluit}'. Laat het vervolg weg, of kies 'Veilig Thuis'.`,
    'multidisciplinair-ontbreekt': () =>
      'Voor lokale ondersteuning is een multidisciplinair besluit nodig (§3.3.1). Vul in of dit met de gedragswetenschapper of de vertrouwensarts was.',
    'contactpersoon-ontbreekt': () =>
      'Bij casusregie is een medewerker van Veilig Thuis contactpersoon (§3.3.3). Vul in wie dat is.',
  },
  uitlegBij: {
    'conclusie-houdt-bij-vt': 'conclusies',
    'voorwaarden-clientsysteem': 'cliëntsysteem',
    'vervolg-past-niet': 'vervolgtraject',
    'multidisciplinair-ontbreekt': 'vervolgtraject',
    'contactpersoon-ontbreekt': 'vervolgtraject',
  },
  termijn: { triage: 'Triage afronden', vervolg: 'Vervolg inzetten' },
  teDoen: {
    triage: 'Rond de triage af en leg het besluit vast.',
    vervolg: 'Zet het vervolg in en leg dat vast, of draag de casus over.',
  },
  uitleg: {
    conclusies: {
      titel: 'De vijf conclusies van de triage',
      alineas: [
        'Bij vijf conclusies blijft Veilig Thuis verantwoordelijk. Eén ervan is genoeg.',
        '1. Directe interventie is nodig. 2. Er is structurele ernstige onveiligheid: er zijn snel afspraken over veiligheid nodig. 3. Er is te weinig informatie om een vervolg te kiezen.',
        '4. Veilig Thuis heeft de melder beloofd dat die anoniem blijft. 5. Veilig Thuis doet een verzoek tot onderzoek bij de Raad voor de Kinderbescherming.',
        'Een directe (koude) overdracht kan dan niet, en afsluiten ook niet. Na een vervolgtraject van Veilig Thuis kan er wel een warme overdracht komen.',
      ],
      bron: '§3.1.2',
      woorden: [
        'conclusie',
        'conclusies',
        'vijf conclusies',
        'directe interventie',
        'structurele onveiligheid',
        'onvoldoende informatie',
        'anonimiteit',
        'anoniem',
        'raad voor de kinderbescherming',
        'verzoek raad',
      ],
      zieOok: ['melding', 'vervolgtraject', 'overdracht'],
    },
    vervolgtraject: {
      titel: 'Vervolgtraject van Veilig Thuis',
      alineas: [
        ({ binnen }) =>
          `Na de triage kan Veilig Thuis zelf betrokken blijven. Dan is Veilig Thuis verantwoordelijk. Het vervolg moet ${binnen('vervolg')} zijn ingezet. Die termijn loopt vanaf de ontvangst van de melding (dat is een regionale afspraak).`,
        'Lokale ondersteuning: samen optrekken met het team. Dit besluit wordt genomen met de gedragswetenschapper of de vertrouwensarts. Onderzoek: is er sprake van geweld of mishandeling, en wat is er nodig?',
        'Casusregie: bij grote risico’s of ingewikkelde situaties. Een medewerker van Veilig Thuis is dan contactpersoon voor het gezin en de partners. Iedereen die betrokken is, weet wie dat is.',
        'HGO of ST SG: Veilig Thuis brengt de casus in bij het Huiselijk Geweld Overleg of het Scenarioteam Seksueel Geweld. Veilig Thuis vertelt dit aan de betrokkenen.',
        'Leg vast wanneer het vervolg is ingezet: met die knop op het bericht, of bij Meer acties. Tot dan blijft de app het vragen. Na elk van deze vervolgtrajecten is een overdracht aan een team altijd warm.',
      ],
      bron: '§3.2, §3.3, §3.3.1, §3.3.2, §3.3.3, §3.3.4, Add.4, Add.7',
      woorden: [
        'vervolgtraject',
        'vervolgtrajecten',
        'vervolg',
        'vervolg ingezet',
        'lokale ondersteuning',
        'onderzoek',
        'casusregie',
        'casusregisseur veilig thuis',
        'contactpersoon',
        'hgo',
        'huiselijk geweld overleg',
        'st sg',
        'stsg',
        'scenarioteam',
        'seksueel geweld',
      ],
      zieOok: ['conclusies', 'overdracht', 'termijnen', 'advies'],
    },
  },
} satisfies Onderwerpteksten;
