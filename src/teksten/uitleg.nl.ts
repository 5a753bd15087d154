/** Short explanations of the guideline, one per subject, for who types `uitleg` (taalniveau B1), and how they are found. */
import type { Beleid } from '../kern/beleid/beleid.ts';
import { lijktOp } from '../toepassing/gesprek/vraag-woorden.ts';
import { termijnWoorden, type TermijnWoorden } from './duur.nl.ts';

export const ONDERWERPEN = [
  'verantwoordelijk',
  'advies',
  'melding',
  'conclusies',
  'vervolgtraject',
  'overdracht',
  'ontvangst',
  'oppakken',
  'weigeren',
  'wachtlijst',
  'wachtlijst-vt',
  'niet-op-tijd',
  'meningsverschil',
  'terugleggen',
  'nieuwe-melding',
  'signalen',
  'clientsysteem',
  'monitoring',
  'feiten',
  'termijnen',
  'privacy',
] as const;
export type Onderwerp = (typeof ONDERWERPEN)[number];

export interface Uitleg {
  titel: string;
  /** At most 400 characters each; one that names a term takes it from the policy in force. */
  alineas: (string | ((termijn: TermijnWoorden) => string))[];
  bron: string;
  /** What users type: words or short phrases, lower case, without diacritics. */
  woorden: string[];
  /** What a reader of this asks next; at most five, the buttons of one row. */
  zieOok: Onderwerp[];
}

export const UITLEG: Record<Onderwerp, Uitleg> = {
  verantwoordelijk: {
    titel: 'Wie is verantwoordelijk?',
    alineas: [
      'Bij elke casus is er op elk moment precies één partij verantwoordelijk voor zicht op veiligheid: Veilig Thuis, een lokaal team of het cliëntsysteem zelf.',
      'Veilig Thuis is verantwoordelijk vanaf het moment dat de melding is ontvangen. Dat blijft zo tot het team de ontvangst van de overdracht heeft bevestigd. (Dat het pas dan overgaat, is een regionale afspraak.)',
      'Heeft het team een wachtlijst, of is er een meningsverschil? Dan is Veilig Thuis tijdelijk verantwoordelijk.',
      'Wil je het weten van een casus? Typ: wie is verantwoordelijk voor casus VT-2026-0001. Je kunt er een datum achter zetten.',
    ],
    bron: '§3.1.2, §3.2, §4.2, §4.3, Add.3',
    woorden: [
      'verantwoordelijk',
      'verantwoordelijkheid',
      'zicht op veiligheid',
      'zicht',
      'veiligheid',
      'wie is verantwoordelijk',
    ],
    zieOok: ['overdracht', 'ontvangst', 'wachtlijst', 'meningsverschil', 'advies'],
  },
  advies: {
    titel: 'Advies vragen aan Veilig Thuis',
    alineas: [
      'Vraagt iemand Veilig Thuis om advies? Dan legt Veilig Thuis geen gegevens vast van het gezin of huishouden. Ook deze app legt niets vast.',
      'Wie het advies vraagt, blijft zelf verantwoordelijk voor zicht op veiligheid. Dat geldt voor burgers en voor professionals. Veilig Thuis zegt dit duidelijk tegen wie het advies vraagt.',
      'Vraagt een professional om ondersteuning, zonder melding? Dat telt ook als advies: de professional blijft verantwoordelijk.',
      'Uit een advies kan een melding volgen. Vanaf de ontvangst van die melding is Veilig Thuis verantwoordelijk.',
    ],
    bron: '§3.1.1, §3.3.1, Add.3',
    woorden: [
      'advies',
      'adviezen',
      'adviesvraag',
      'adviesfase',
      'raad vragen',
      'consult',
      'consulteren',
      'ondersteuning',
    ],
    zieOok: ['melding', 'verantwoordelijk', 'vervolgtraject'],
  },
  melding: {
    titel: 'Melding en triage',
    alineas: [
      'Met een melding begint een casus. Veilig Thuis is verantwoordelijk vanaf het moment dat de melding is ontvangen, ook als die later wordt vastgelegd.',
      ({ binnen }) =>
        `Daarna doet Veilig Thuis triage: wat is er aan de hand, en wat is er nodig? Na de ontvangst is de triage ${binnen('triage')} klaar.`,
      'De triage eindigt met een besluit: geen zorgen, lichte zorgen (het cliëntsysteem kan het zelf), overdragen aan een lokaal team, of Veilig Thuis blijft zelf betrokken.',
    ],
    bron: '§3.1.2, §3.2, Add.3, Add.7',
    woorden: ['melding', 'meldingen', 'triage', 'triageren', 'besluit', 'melden'],
    zieOok: ['conclusies', 'vervolgtraject', 'clientsysteem', 'overdracht', 'nieuwe-melding'],
  },
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
  overdracht: {
    titel: 'Overdracht: warm of koud',
    alineas: [
      'Koud: Veilig Thuis draagt meteen na de triage over, met een brief, mail of telefoontje. Veilig Thuis laat de cliënt zelf weten dat er een melding is. Het team bespreekt de melding met de betrokkenen.',
      'Warm: Veilig Thuis was na de triage nog betrokken. Dan is er een overdrachtsgesprek, het liefst met de cliënt erbij. Kan dat niet, dan schrijft Veilig Thuis op waarom.',
      'Bij een warme overdracht horen een schriftelijke onderbouwing en veiligheidsafspraken. Veilig Thuis stuurt de afspraken op papier naar de betrokkenen en naar het team.',
      ({ binnen }) =>
        `Veilig Thuis blijft verantwoordelijk tot het team de ontvangst bevestigt (regionale afspraak). Is besloten om over te dragen, of kwam de casus terug? Dan verstuurt Veilig Thuis de overdracht ${binnen('overdracht-versturen')}.`,
    ],
    bron: '§3.2, §5.1.3, §6, Add.2, Add.4',
    woorden: [
      'overdracht',
      'overdrachten',
      'overdragen',
      'warm',
      'warme overdracht',
      'koud',
      'koude overdracht',
      'warm of koud',
      'overdrachtsgesprek',
      'onderbouwing',
      'veiligheidsafspraken',
      'directe overdracht',
    ],
    zieOok: ['ontvangst', 'oppakken', 'weigeren', 'feiten', 'wachtlijst'],
  },
  ontvangst: {
    titel: 'Ontvangst bevestigen',
    alineas: [
      ({ binnen }) =>
        `Het team bevestigt ${binnen('bevestigen')} dat de overdracht is ontvangen. Dat kan met de knop Bevestig ontvangst, per telefoon of per e-mail. Een bevestiging buiten Teams legt Veilig Thuis vast.`,
      'Vanaf de bevestiging is het team verantwoordelijk voor zicht op veiligheid. Tot dat moment is Veilig Thuis dat (regionale afspraak).',
      'Is het te laat? Dan kun je nog steeds bevestigen. De app stuurt herinneringen en waarschuwt daarna de leidinggevenden. Blijft het stil, dan informeert Veilig Thuis de gemeente. Na hoeveel dagen dat gebeurt, is een regionale afspraak.',
    ],
    bron: '§4.1, §5.1.3, Add.7',
    woorden: ['ontvangst', 'ontvangst bevestigen', 'bevestigen', 'bevestiging', 'ontvangen', 'leesbevestiging'],
    zieOok: ['oppakken', 'weigeren', 'termijnen', 'verantwoordelijk'],
  },
  oppakken: {
    titel: 'De casus oppakken',
    alineas: [
      'Na de bevestiging pakt het team de casus op: het begint echt met de hulp. Het team noemt dan de casusregisseur. Elk gezin waar het niet veilig is, heeft er een.',
      ({ binnen }) =>
        `Lukt het niet ${binnen('oppakken')}? Dan laat het team dat weten aan Veilig Thuis. De termijn loopt vanaf het verzenden van de overdracht (regionale afspraak).`,
      ({ binnen }) =>
        `Bij een koude overdracht bespreekt het team ook de melding met de betrokkenen, ${binnen('melding-bespreken')}.`,
      'De hulp kent drie fasen: een veiligheidsplan (directe veiligheid), risicogestuurde zorg (stabiele veiligheid) en herstel.',
    ],
    bron: '§2.1, §2.2, §2.3, §4.2, §5.1.3, Add.7',
    woorden: [
      'oppakken',
      'opgepakt',
      'opakken',
      'casusregisseur',
      'regisseur',
      'aanpakfase',
      'fase',
      'fasen',
      'veiligheidsplan',
      'risicogestuurde zorg',
      'herstel',
      'melding bespreken',
    ],
    zieOok: ['niet-op-tijd', 'wachtlijst', 'signalen', 'monitoring', 'terugleggen'],
  },
  weigeren: {
    titel: 'Een overdracht weigeren',
    alineas: [
      'Is de casus niet voor jullie team? Klik dan op Meld: niet voor ons en schrijf kort waarom. Veilig Thuis krijgt meteen bericht en kiest een ander team of een eigen vervolg.',
      'Veilig Thuis was nog verantwoordelijk en blijft dat. De richtlijn zegt niets over weigeren: dit is een regionale afspraak.',
      'Weigeren kan tot jullie de ontvangst bevestigen. Daarna kun je vragen om de casus terug te leggen, of een meningsverschil melden.',
    ],
    bron: '§3.2, §4.3, Add.3, Add.5',
    woorden: ['weigeren', 'geweigerd', 'weigering', 'overdracht weigeren', 'niet voor ons', 'verkeerde team'],
    zieOok: ['terugleggen', 'meningsverschil', 'ontvangst'],
  },
  wachtlijst: {
    titel: 'Wachtlijst van een lokaal team',
    alineas: [
      'Heeft het team een wachtlijst? Dan meldt het team dat via Meer acties. Dat kan voor en na het bevestigen van de ontvangst, zolang de casus niet is opgepakt.',
      ({ binnen }) =>
        `Vanaf dat moment is Veilig Thuis tijdelijk verantwoordelijk. Veilig Thuis informeert de gemeente. Dat doet Veilig Thuis ${binnen('informeer-gemeente')}.`,
      'De gemeente grijpt in. Dat wordt vastgelegd. Pas daarna kan Veilig Thuis de casus opnieuw overdragen aan dit team. Het team bevestigt dan opnieuw de ontvangst.',
    ],
    bron: '§4.2',
    woorden: [
      'wachtlijst',
      'wachtlijsten',
      'wachtlijst team',
      'wachtlijst lokaal team',
      'wachtrij',
      'ingrijpen gemeente',
      'interventie gemeente',
      'gemeente',
      'capaciteit',
    ],
    zieOok: ['niet-op-tijd', 'wachtlijst-vt', 'verantwoordelijk'],
  },
  'wachtlijst-vt': {
    titel: 'Wachtlijst van Veilig Thuis',
    alineas: [
      'Is de triage van een melding niet op tijd klaar? Dan telt die melding mee voor de wachtlijst van Veilig Thuis. Veilig Thuis blijft verantwoordelijk.',
      ({ binnen, screening }) =>
        `Zolang er een wachtlijst is, screent Veilig Thuis ${screening} alle open meldingen op risico. Bij direct gevaar volgt altijd directe interventie. De screening is klaar ${binnen('screening')}.`,
      ({ binnen }) =>
        `Is de wachtlijst niet ${binnen('wachtlijst-vt')} weg te werken? Dan meldt Veilig Thuis dit bij de stuurgroep. De app waarschuwt vooraf als het in dit tempo niet lukt.`,
    ],
    bron: '§3.1.2, §4.2, Add.7',
    woorden: [
      'wachtlijst-vt',
      'wachtlijst vt',
      'wachtlijst veilig thuis',
      'screening',
      'screenen',
      'gescreend',
      'direct gevaar',
      'stuurgroep',
    ],
    zieOok: ['melding', 'wachtlijst', 'termijnen'],
  },
  'niet-op-tijd': {
    titel: 'Oppakken lukt niet op tijd',
    alineas: [
      ({ binnen }) =>
        `Kan het team de casus niet ${binnen('oppakken')} oppakken, en is er geen wachtlijst? Dan meldt het team dat via Meer acties. Veilig Thuis krijgt meteen bericht.`,
      'Dit verandert niet wie verantwoordelijk is. Wie de casus overgedragen kreeg, houdt zicht op veiligheid. De termijn loopt door.',
      'Is er wel een wachtlijst? Meld dan de wachtlijst. Dan wordt Veilig Thuis tijdelijk verantwoordelijk.',
    ],
    bron: '§4.2, Add.7',
    woorden: [
      'niet-op-tijd',
      'niet op tijd',
      'niet binnen termijn',
      'niet binnen weken',
      'niet binnen werkdagen',
      'lukt niet',
      'te laat oppakken',
      'vertraging',
    ],
    zieOok: ['oppakken', 'wachtlijst', 'terugleggen'],
  },
  meningsverschil: {
    titel: 'Meningsverschil',
    alineas: [
      'Zijn Veilig Thuis en het team het niet eens over een casus? Elk van beide kan dit melden. Veilig Thuis is dan tijdelijk verantwoordelijk, tot het is opgelost. Zo heeft het cliëntsysteem er geen last van.',
      'Stap 1: de professionals van Veilig Thuis en het team praten met elkaar. Stap 2: de leidinggevenden voeren het gesprek, met de gedragswetenschapper erbij. Stap 3: er volgt een gesprek met de gemeente.',
      ({ duur, afspraak }) =>
        `De termijnen van stap 1, 2 en 3 zijn ${duur('gesprek-professionals')}, ${duur('gesprek-leidinggevenden')} en ${duur('gesprek-gemeente')}${afspraak('gesprek-professionals', 'gesprek-leidinggevenden', 'gesprek-gemeente')}.`,
      'Bij elke stap kunnen jullie een oplossing vastleggen. Neem je de casus zelf? Dan geldt dat meteen. Geef je hem aan de ander? Dan is het een voorstel. De ander klikt op Aanvaard het voorstel of Wijs het voorstel af. Zei het team buiten Teams al ja? Dan legt Veilig Thuis vast wie dat zei, hoe en wanneer.',
      'Komt een meningsverschil met hetzelfde team terug? Dan hoort de stuurgroep het. Wanneer iets telt als terugkerend, is een regionale afspraak.',
    ],
    bron: '§4.3, Add.6',
    woorden: [
      'meningsverschil',
      'meningsverschillen',
      'verschil van mening',
      'oneens',
      'niet eens',
      'onenigheid',
      'conflict',
      'escalatie',
      'escaleren',
      'escalatiemodel',
      'opschalen',
      'opschaling',
      'drie stappen',
      'voorstel',
      'voorstel aanvaarden',
      'voorstel afwijzen',
      'akkoord',
      'oplossing',
    ],
    zieOok: ['terugleggen', 'verantwoordelijk', 'termijnen'],
  },
  terugleggen: {
    titel: 'Terugleggen en terugnemen',
    alineas: [
      'Terugleggen: het team vraagt of Veilig Thuis de casus terugneemt. Bijvoorbeeld omdat het uit de hand loopt of omdat betrokkenen niet meer meewerken. Dit gaat in overleg.',
      'Tot het antwoord blijft het team verantwoordelijk. Neemt Veilig Thuis de casus terug, dan is Veilig Thuis vanaf dat moment verantwoordelijk. Weigert Veilig Thuis, dan blijft het team dat.',
      'Zijn jullie het niet eens met het antwoord? Dan kan elk van beide een meningsverschil melden.',
      'Terugnemen: Veilig Thuis haalt de casus zelf terug, bijvoorbeeld na een signaal van het team. De termijn voor het antwoord is een regionale afspraak.',
    ],
    bron: '§4.3, §5.1.3, Add.5',
    woorden: [
      'terugleggen',
      'teruggelegd',
      'terugnemen',
      'teruggenomen',
      'teruggeven',
      'terug veilig thuis',
      'terug naar vt',
    ],
    zieOok: ['signalen', 'nieuwe-melding', 'meningsverschil'],
  },
  'nieuwe-melding': {
    titel: 'Nieuwe melding in een bekende casus',
    alineas: [
      'Komt er een nieuwe melding over een casus die bij een team of het cliëntsysteem ligt, of die is afgesloten? Dan is Veilig Thuis weer verantwoordelijk, vanaf de ontvangst van die melding.',
      ({ duur, afspraak }) =>
        `De triage begint opnieuw, met dezelfde termijn: ${duur('triage')}${afspraak('triage')}. De overdracht die er was, stopt. Het team krijgt daarover bericht.`,
    ],
    bron: '§3.1.2, Add.5, Add.7',
    woorden: [
      'nieuwe-melding',
      'nieuwe melding',
      'nieuwe meldingen',
      'opnieuw melden',
      'tweede melding',
      'heropenen',
      'heropend',
    ],
    zieOok: ['melding', 'terugleggen', 'clientsysteem'],
  },
  signalen: {
    titel: 'Signalen van het team',
    alineas: [
      'Het team laat Veilig Thuis meteen weten dat afspraken over veiligheid niet worden nagekomen, dat betrokkenen niet meer meewerken, of dat het de veiligheid niet kan borgen.',
      'Ook een verzoek tot onderzoek bij de Raad voor de Kinderbescherming geeft het team door.',
      'Een signaal verandert niet wie verantwoordelijk is. Veilig Thuis krijgt direct bericht en kan de casus terugnemen.',
    ],
    bron: '§4.1, §5.1.3, Add.5',
    woorden: [
      'signaal',
      'signalen',
      'signaleren',
      'afspraken niet nagekomen',
      'medewerking geweigerd',
      'veiligheid borgen',
      'verzoek raad team',
      'zorgen melden',
    ],
    zieOok: ['terugleggen', 'nieuwe-melding', 'monitoring'],
  },
  clientsysteem: {
    titel: 'Cliëntsysteem en afsluiten',
    alineas: [
      'Het cliëntsysteem is het gezin of huishouden zelf. Bij lichte zorgen kan Veilig Thuis eraan overdragen als twee dingen kloppen: het heeft genoeg mogelijkheden, en het accepteert hulp zonder controle.',
      'Veilig Thuis vertelt cliëntsysteem en melder: de veiligheidsafspraken, welke instelling kan helpen, en dat zij bij nieuwe zorgen opnieuw kunnen melden.',
      ({ binnen }) =>
        `Zijn er geen zorgen, dan sluit Veilig Thuis af. Cliëntsysteem en melder horen dat schriftelijk, ${binnen('schriftelijk-informeren')}.`,
      'Een team kan afsluiten als het stabiel veilig is. De richtlijn zegt daar niets over: dit is een regionale afspraak. Daarna heeft het cliëntsysteem zelf zicht op veiligheid.',
    ],
    bron: '§3.2, §5.1.1, §5.1.2',
    woorden: [
      'clientsysteem',
      'gezin',
      'huishouden',
      'lichte zorgen',
      'geen zorgen',
      'afsluiten',
      'afgesloten',
      'afsluiting',
      'sluiten',
      'informeren',
      'melder informeren',
    ],
    zieOok: ['nieuwe-melding', 'conclusies', 'privacy'],
  },
  monitoring: {
    titel: 'Monitoring',
    alineas: [
      'Na een overdracht kijkt Veilig Thuis niet vanzelf mee. De professional trekt zelf aan de bel als dat nodig is.',
      'Vindt Veilig Thuis monitoring toch nodig? Dan spreken jullie af wie kijkt, waarnaar en wanneer. Op die dag krijgt die partij een bericht. Leg daarna vast dat er is gekeken.',
      'Monitoring verandert niet wie verantwoordelijk is.',
    ],
    bron: '§5.1.3',
    woorden: ['monitoring', 'monitoren', 'meekijken', 'vinger aan de pols', 'nazorg'],
    zieOok: ['signalen', 'oppakken', 'terugleggen'],
  },
  feiten: {
    titel: 'Feiten en oordelen',
    alineas: [
      'Veilig Thuis geeft bij een overdracht het liefst alleen feiten. Is een mening, oordeel of vermoeden toch nodig? Dan staat dat apart van de feiten.',
      'Bij elk oordeel staat van wie het is en op welke feiten het rust. Zonder die twee neemt de app het niet aan.',
      'De inhoud staat nooit in het kanaal. Met de knop Bekijk overdracht zie alleen jij de inhoud. Elke keer openen wordt vastgelegd.',
    ],
    bron: '§5',
    woorden: [
      'feit',
      'feiten',
      'oordeel',
      'oordelen',
      'mening',
      'meningen',
      'hypothese',
      'inhoud',
      'bekijk overdracht',
      'aandachtspunten',
    ],
    zieOok: ['overdracht', 'privacy'],
  },
  termijnen: {
    titel: 'Termijnen',
    alineas: [
      ({ binnen }) =>
        `Voor Veilig Thuis: triage ${binnen('triage')}, vervolg ingezet ${binnen('vervolg')}, een overdracht verstuurd ${binnen('overdracht-versturen')}, een wachtlijst weg ${binnen('wachtlijst-vt')}.`,
      ({ duur, afspraak }) =>
        `Loopt er bij Veilig Thuis geen andere termijn? Dan vraagt de app na ${duur('zicht-bij-vt')} of de casus nog bij Veilig Thuis is, en blijft dat vragen${afspraak('zicht-bij-vt')}. Zo raakt niemand uit beeld.`,
      ({ binnen }) =>
        `Voor het team: ontvangst bevestigen ${binnen('bevestigen')}. Lukt oppakken niet ${binnen('oppakken')}, dan laat het team dat weten.`,
      'Een termijn van werkdagen begint op de dag erna en loopt tot het einde van de laatste dag (24:00). Weekenden en feestdagen tellen niet mee. Eindigt een termijn van weken op zo’n dag, dan loopt hij door tot het einde van de eerste werkdag erna.',
      'Wanneer herinneringen komen en wie er daarna bericht krijgt, is een regionale afspraak. Ook andere termijnen kunnen dat zijn. Bij elke termijn op een kaart staat waar die op rust.',
    ],
    bron: '§3.1.2, §3.2, §4.1, §4.2, Add.7',
    woorden: [
      'termijn',
      'termijnen',
      'doorlooptijd',
      'doorlooptijden',
      'deadline',
      'deadlines',
      'werkdag',
      'werkdagen',
      'herinnering',
      'herinneringen',
      'zicht bij vt',
      'nog bij veilig thuis',
      'hoe lang',
      'hoeveel tijd',
    ],
    zieOok: ['ontvangst', 'oppakken', 'meningsverschil', 'wachtlijst-vt'],
  },
  privacy: {
    titel: 'Privacy: geen gegevens van cliënten',
    alineas: [
      'Noem in Teams nooit een naam of andere gegevens van een cliënt. Gebruik alleen het casusnummer van Veilig Thuis.',
      'Staat er een BSN, geboortedatum, e-mailadres, telefoonnummer, rekeningnummer of adres in je tekst? Dan weigert de app de tekst. Er wordt dan niets opgeslagen.',
      'Een team ziet alleen de casussen die aan dat team zijn overgedragen. De inhoud van een overdracht zien alleen het team en Veilig Thuis. Wie de inhoud opent, wordt vastgelegd.',
      'Informatie delen heeft één doel: gezinsleden veilig maken. Bij een advies wordt niets vastgelegd.',
    ],
    bron: '§2.3, §3.1.1, §5',
    woorden: [
      'privacy',
      'avg',
      'clientgegevens',
      'gegevens client',
      'persoonsgegevens',
      'gegevens',
      'geheim',
      'geheimhouding',
      'vertrouwelijk',
      'bsn',
      'inzage',
    ],
    zieOok: ['feiten', 'advies'],
  },
};

/** The paragraphs of a subject with the terms of this policy. */
export function alineasVan(onderwerp: Onderwerp, beleid: Beleid): string[] {
  const woorden = termijnWoorden(beleid);
  return UITLEG[onderwerp].alineas.map((alinea) => (typeof alinea === 'string' ? alinea : alinea(woorden)));
}

/** Lower case, without diacritics, as words. */
const woordenVan = (tekst: string): string[] =>
  tekst
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((woord) => woord !== '');

/** Words of many subjects: they decide only when nothing else in the text does. */
const ALGEMEEN = new Set(
  'overdracht overdrachten overdragen melding meldingen melden casus team veilig thuis veiligheid verantwoordelijk verantwoordelijkheid zicht termijn termijnen gegevens gemeente informeren'.split(
    ' ',
  ),
);
/** Says nothing about the subject; `niet` does. */
const VULWOORDEN = new Set('op van voor de het een aan is wie naar of nog binnen en in bij hoe'.split(' '));

const FRASEN = ONDERWERPEN.flatMap((onderwerp) =>
  [onderwerp, UITLEG[onderwerp].titel, ...UITLEG[onderwerp].woorden].map((frase) => ({
    onderwerp,
    woorden: woordenVan(frase).filter((woord) => !VULWOORDEN.has(woord)),
  })),
);

/** How much of the text a word of a phrase covers; 0 when it is not in it. A word without typing errors goes before. */
function dekking(getypt: readonly string[], woord: string): number {
  const exact = getypt.includes(woord);
  const raak = exact ? woord : getypt.find((kandidaat) => lijktOp(kandidaat, woord));
  if (raak === undefined) return 0;
  return ALGEMEEN.has(raak) ? 1 : raak.length + (exact ? 0.5 : 0);
}

/**
 * The subject that a typed text is about: the phrase of which every word is in the text and that covers most of it.
 * Words around it do not matter.
 */
export function zoekUitleg(tekst: string): Onderwerp | undefined {
  const los = woordenVan(tekst.slice(0, 200));
  // What is one word is often typed as two: `terug leggen`.
  const getypt = [...los, ...los.slice(1).map((woord, vorige) => `${los[vorige]}${woord}`)];
  let beste: { onderwerp: Onderwerp; gewicht: number } | undefined;
  for (const { onderwerp, woorden } of FRASEN) {
    const perWoord = woorden.map((woord) => dekking(getypt, woord));
    if (perWoord.length === 0 || perWoord.includes(0)) continue;
    const zwaarte = perWoord.reduce((som, een) => som + een, 0);
    if (!beste || zwaarte > beste.gewicht) beste = { onderwerp, gewicht: zwaarte };
  }
  return beste?.onderwerp;
}
