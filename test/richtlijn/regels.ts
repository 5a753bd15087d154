/** The rules of domein.md §1 (the laws), §3 (table), §4 (bullets) and §5 (table, then bullets), in its order, each with its scenario. */
export interface Bewijs {
  readonly bestand: `test/${string}.test.ts`;
  /** A literal part of the title of the test. */
  readonly titel: string;
}

export interface Regel {
  /** Section of domein.md and place in it. */
  readonly id: `${number}.${number}`;
  /** Where the guideline says so. */
  readonly bron: string;
  readonly regel: string;
  readonly bewijs: Bewijs | undefined;
  /** Further scenarios, where the rule has more than one part. */
  readonly ook?: readonly Bewijs[];
}

export const REGELS: readonly Regel[] = [
  {
    id: '1.1',
    bron: '§3.1.2, §4.3',
    regel: 'Responsibility passes to a team only by its assent, and to VT for good only by its own.',
    bewijs: { bestand: 'test/kern/model.test.ts', titel: 'gives nobody the casus without the assent of law 1' },
    ook: [
      {
        bestand: 'test/kern/instemming.test.ts',
        titel: 'alone: that is a proposal, and the family stays in sight of Veilig Thuis',
      },
      {
        bestand: 'test/kern/instemming.test.ts',
        titel: 'with the word of the team on the phone: recorded with who, how and when',
      },
    ],
  },
  {
    id: '1.2',
    bron: '§3.1.2, §3.2',
    regel: 'A casus for which VT is responsible always has a step of a running term ahead of it.',
    bewijs: {
      bestand: 'test/kern/model.test.ts',
      titel: 'has a step ahead of it whenever Veilig Thuis is responsible',
    },
    ook: [
      {
        bestand: 'test/toepassing/toezicht.test.ts',
        titel: 'a casus at Veilig Thuis in which nothing runs is found, told at once and woken',
      },
    ],
  },
  {
    id: '1.3',
    bron: '§5',
    regel:
      'What a person reads of a casus never depends on who else asked: a shared conversation holds only what everybody there may see.',
    bewijs: { bestand: 'test/scenario/publiek.test.ts', titel: 'what is asked, typed or by a button' },
    ook: [{ bestand: 'test/scenario/publiek.test.ts', titel: 'what is done by Action.Submit: every opdracht' }],
  },
  {
    id: '3.1',
    bron: '§3.1.2, Add.3',
    regel: 'A melding makes VT responsible from the instant of its receipt, also when it is registered later.',
    bewijs: {
      bestand: 'test/kern/melding.test.ts',
      titel: 'counts from the receipt, though it is registered days later',
    },
    ook: [{ bestand: 'test/kern/melding.test.ts', titel: 'starts the casus, with VT responsible' }],
  },
  {
    id: '3.2',
    bron: '§3.1.2, §3.3, Add.3',
    regel: 'A triage that ends in a vervolgtraject by VT leaves VT responsible.',
    bewijs: { bestand: 'test/kern/triage.test.ts', titel: '%s: responsible after it is %s, fase %s (%s)' },
  },
  {
    id: '3.3',
    bron: '§3.2, §5.1.3, Add.3',
    regel: 'After an overdracht to a lokaal team was sent, VT stays responsible until receipt is confirmed.',
    bewijs: { bestand: 'test/kern/overdracht.test.ts', titel: 'VT stays responsible until receipt is confirmed' },
  },
  {
    id: '3.4',
    bron: '§4.1, §5.1.3',
    regel: 'A confirmed receipt makes that team responsible, from the instant at which it was given.',
    bewijs: { bestand: 'test/kern/bevestigen.test.ts', titel: 'moves responsibility to the team at that instant' },
    ook: [{ bestand: 'test/kern/bevestigen.test.ts', titel: 'moves responsibility at the instant it was given: %s' }],
  },
  {
    id: '3.5',
    bron: '§4.2, §2.3',
    regel: 'Picking up leaves the team responsible and names the casusregisseur.',
    bewijs: {
      bestand: 'test/kern/overdracht.test.ts',
      titel: 'names the casusregisseur, and leaves responsibility with the team',
    },
  },
  {
    id: '3.6',
    bron: 'Add.3',
    regel: 'A refusal by the team leaves VT responsible, who is told at once.',
    bewijs: {
      bestand: 'test/verhalen/weigeren.test.ts',
      titel: 'dezelfde dag: Veilig Thuis hoort het meteen',
    },
  },
  {
    id: '3.7',
    bron: '§4.2',
    regel: 'A team with a wachtlijst makes VT responsible, tijdelijk, before and after receipt.',
    bewijs: {
      bestand: 'test/kern/wachtlijst.test.ts',
      titel: '%s receipt makes VT responsible, tijdelijk, from that instant',
    },
  },
  {
    id: '3.8',
    bron: '§4.2',
    regel: 'After an intervention of the gemeente and a new confirmed overdracht the team is responsible.',
    bewijs: {
      bestand: 'test/kern/wachtlijst.test.ts',
      titel: 'an intervention of the gemeente opens the way; the team holds it once it confirms',
    },
  },
  {
    id: '3.10',
    bron: '§4.2, Add.7',
    regel: 'A casus that cannot be picked up within 2 weeks for another reason stays with the team, and VT is told.',
    bewijs: {
      bestand: 'test/verhalen/oppakken.test.ts',
      titel: 'door iets anders dan een wachtlijst: Veilig Thuis hoort waarom',
    },
    ook: [
      {
        bestand: 'test/kern/wachtlijst.test.ts',
        titel: 'stays with the team, VT is told, and the term of picking up runs on',
      },
    ],
  },
  {
    id: '3.11',
    bron: '§4.3, Add.6',
    regel: 'A meningsverschil, raised by either side, makes VT responsible, tijdelijk.',
    bewijs: {
      bestand: 'test/verhalen/meningsverschil.test.ts',
      titel: 'van twee kanten, en de klik komt opnieuw: het is er een',
    },
  },
  {
    id: '3.12',
    bron: '§4.3',
    regel:
      'A settled meningsverschil makes the party responsible that was settled on, once it agrees; no longer tijdelijk.',
    bewijs: {
      bestand: 'test/verhalen/meningsverschil.test.ts',
      titel: 'nadat het team weigerde: Veilig Thuis vindt dat het wel van het team is',
    },
    ook: [
      {
        bestand: 'test/verhalen/meningsverschil.test.ts',
        titel: 'blijft een voorstel: Veilig Thuis houdt zicht tot iemand aanvaardt',
      },
      {
        bestand: 'test/kern/instemming.test.ts',
        titel: 'and takes it back upon itself at once, which needs nobody else',
      },
    ],
  },
  {
    id: '3.13',
    bron: 'Add.5',
    regel: 'Asking to hand back leaves the team responsible; acceptance makes VT responsible from that instant.',
    bewijs: {
      bestand: 'test/verhalen/terugleggen.test.ts',
      titel: 'Veilig Thuis accepteert: zicht vanaf dat moment',
    },
  },
  {
    id: '3.14',
    bron: 'Add.5, §4.3',
    regel: 'A hand-back that VT refuses leaves the team responsible, and a meningsverschil may be raised.',
    bewijs: {
      bestand: 'test/verhalen/terugleggen.test.ts',
      titel: 'Veilig Thuis weigert en het team is het daar niet mee eens',
    },
  },
  {
    id: '3.15',
    bron: '§5.1.3, Add.5',
    regel: 'A signal of the team moves nothing, is told to VT at once, and VT can take the casus back.',
    bewijs: {
      bestand: 'test/verhalen/terugleggen.test.ts',
      titel: 'het team geeft een signaal: Veilig Thuis hoort het meteen',
    },
  },
  {
    id: '3.17',
    bron: '§3.1.2, Add.5',
    regel: 'A new melding makes VT responsible from its receipt, and the triage term runs again.',
    bewijs: {
      bestand: 'test/kern/melding.test.ts',
      titel: 'a new melding brings the casus back to VT from its receipt',
    },
    ook: [{ bestand: 'test/kern/verantwoordelijkheid.test.ts', titel: 'a new melding counts from its receipt' }],
  },
  {
    id: '3.18',
    bron: '§3.2, §5.1.2',
    regel: 'Lichte zorgen: the overdracht to the cliëntsysteem makes it responsible.',
    bewijs: {
      bestand: 'test/verhalen/clientsysteem.test.ts',
      titel: 'beide voorwaarden zijn er; alleen de melder krijgt een brief',
    },
  },
  {
    id: '3.19',
    bron: '§5.1.1',
    regel: 'Geen zorgen: VT closes and the cliëntsysteem is responsible.',
    bewijs: { bestand: 'test/kern/triage.test.ts', titel: '%s: responsible after it is %s, fase %s (%s)' },
    ook: [
      { bestand: 'test/verhalen/clientsysteem.test.ts', titel: 'cliëntsysteem en melder krijgen op tijd een brief' },
    ],
  },
  {
    id: '3.20',
    bron: 'domein §3 (guideline silent)',
    regel: 'A team that closes after stable safety leaves the cliëntsysteem responsible.',
    bewijs: {
      bestand: 'test/verhalen/clientsysteem.test.ts',
      titel: 'door het team, na stabiele veiligheid: Veilig Thuis hoort het',
    },
  },
  {
    id: '3.21',
    bron: '§3.2',
    regel: 'An overdracht that VT withdraws before receipt leaves VT responsible.',
    bewijs: {
      bestand: 'test/kern/overdracht.test.ts',
      titel: 'leaves the casus with VT; once more is no event; confirming after it is refused',
    },
  },
  {
    id: '4.1',
    bron: '§3.1.2',
    regel:
      'Each of the five conclusions refuses every outcome but a vervolgtraject by VT, after which a warme overdracht is allowed.',
    bewijs: { bestand: 'test/kern/triage.test.ts', titel: 'the conclusion %s keeps VT responsible' },
    ook: [
      { bestand: 'test/kern/triage.test.ts', titel: 'after which a warme overdracht is allowed and a koude is not' },
    ],
  },
  {
    id: '4.2',
    bron: '§3.3.1, §3.3.3',
    regel: 'Lokale ondersteuning needs a multidisciplinary decision, and casusregie a contactpersoon.',
    bewijs: { bestand: 'test/kern/triage.test.ts', titel: 'lokale ondersteuning is a multidisciplinary decision' },
    ook: [{ bestand: 'test/kern/triage.test.ts', titel: 'casusregie names its contactpersoon' }],
  },
  {
    id: '4.3',
    bron: '§3.1.2, Add.4',
    regel:
      'Warm is refused while a conclusion stands and nothing was set going since, and koud after an involvement of VT.',
    bewijs: { bestand: 'test/kern/achterdeuren.test.ts', titel: '%s is refused while nothing was set going' },
    ook: [
      { bestand: 'test/kern/achterdeuren.test.ts', titel: 'a refusal by the wrong team is none: the next may be koud' },
      {
        bestand: 'test/kern/achterdeuren.test.ts',
        titel: 'it is over once a team has confirmed, or the casus was closed',
      },
    ],
  },
  {
    id: '4.4',
    bron: '§5.1.1, §5.1.2',
    regel:
      'Closing or giving to the cliëntsysteem asks the same by every door, and a team that asks to hand back does not close.',
    bewijs: { bestand: 'test/kern/achterdeuren.test.ts', titel: 'closing by VT %s is a herziening first' },
    ook: [
      {
        bestand: 'test/kern/achterdeuren.test.ts',
        titel: 'a team does not close while it asks Veilig Thuis to take the casus back',
      },
    ],
  },
  {
    id: '4.5',
    bron: '§5.1.1, §5.1.2',
    regel: 'A duty is not fulfilled by a date before it began, nor by a phone call where it must be in writing.',
    bewijs: {
      bestand: 'test/kern/achterdeuren.test.ts',
      titel: 'what was done before the decision is no answer to it',
    },
    ook: [
      {
        bestand: 'test/kern/achterdeuren.test.ts',
        titel: 'a phone call, or no word of how, does not do for what must be in writing',
      },
    ],
  },
  {
    id: '4.6',
    bron: '§5.1.3, §6',
    regel:
      'A warme overdracht needs a written ground, agreed veiligheidsafspraken and an overdrachtsgesprek or the reason why there is none.',
    bewijs: { bestand: 'test/kern/overdracht.test.ts', titel: 'warm is refused with %s' },
    ook: [{ bestand: 'test/kern/overdracht.test.ts', titel: 'warm is allowed with an overdrachtsgesprek that is %s' }],
  },
  {
    id: '4.7',
    bron: '§4.2',
    regel: 'An overdracht to a team with an open wachtlijst is refused until the gemeente has intervened.',
    bewijs: {
      bestand: 'test/kern/wachtlijst.test.ts',
      titel: 'is refused to that team, in this casus and when another casus told of it',
    },
    ook: [
      {
        bestand: 'test/verhalen/wachtlijst.test.ts',
        titel: 'geldt dat voor elke casus; het ingrijpen in een ervan maakt ze alle vrij',
      },
    ],
  },
  {
    id: '4.8',
    bron: '§5.1.2',
    regel: 'Lichte zorgen need both conditions: capable, and willing without control.',
    bewijs: { bestand: 'test/kern/triage.test.ts', titel: 'lichte zorgen need both conditions of §5.1.2' },
  },
  {
    id: '4.9',
    bron: '§5',
    regel: 'An opinion is refused without its holder and the facts it rests on.',
    bewijs: {
      bestand: 'test/kern/aanvullend.test.ts',
      titel: 'an opinion is taken only with its holder and the facts it rests on',
    },
  },
  {
    id: '4.10',
    bron: 'domein §4',
    regel:
      'Who is no member may not act, a state that moved on refuses with who and when, and a repeated click is no error.',
    bewijs: {
      bestand: 'test/scenario/wie-mag.test.ts',
      titel: 'a click on Bevestig ontvangst by someone who may not is answered to that person alone',
    },
    ook: [
      {
        bestand: 'test/kern/overdracht.test.ts',
        titel: 'once more is no event; confirming after it is refused with who refused and when',
      },
      { bestand: 'test/scenario/klikken.test.ts', titel: '%i times under new activity ids: one event' },
    ],
  },
  {
    id: '4.11',
    bron: 'domein §4',
    regel: 'A text with a direct identifier is refused and told, and nothing of it is stored.',
    bewijs: {
      bestand: 'test/toepassing/dienst.test.ts',
      titel: '%s in %s is refused and told, and nothing of it is kept or logged',
    },
  },
  {
    id: '5.1',
    bron: '§3.1.2',
    regel: 'Triage is due 5 werkdagen after receipt, named on werkdag 4, and climbs 2 werkdagen after.',
    bewijs: {
      bestand: 'test/verhalen/wachtlijst-vt.test.ts',
      titel: 'na drie dagen de waarschuwing, na drie weken de stuurgroep',
    },
  },
  {
    id: '5.2',
    bron: '§3.2, Add.7',
    regel:
      'A vervolgtraject is due 10 weeks after receipt, named at 8 weeks, climbs a week after and is said until it is met.',
    bewijs: {
      bestand: 'test/verhalen/triage.test.ts',
      titel: 'duurt te lang: na 8 weken een herinnering, na 10 het kanaal',
    },
  },
  {
    id: '5.3',
    bron: '§3.1.2, §3.2',
    regel:
      'Where no other term runs at VT, it is asked every 8 weeks whether the casus is still there, and unanswered again and again.',
    bewijs: { bestand: 'test/kern/zicht.test.ts', titel: 'is answered, and asked again eight weeks later' },
    ook: [{ bestand: 'test/kern/zicht.test.ts', titel: 'unanswered it is said again and again, for years' }],
  },
  {
    id: '5.4',
    bron: '§5.1.3',
    regel: 'What is to be sent to a team is sent within 2 werkdagen of the decision or of its return, or VT is told.',
    bewijs: {
      bestand: 'test/kern/zicht.test.ts',
      titel: 'sending ends it, and so does the decision that Veilig Thuis stays involved',
    },
    ook: [
      { bestand: 'test/kern/zicht.test.ts', titel: 'direct means direct: what is to be sent has a term of its own' },
    ],
  },
  {
    id: '5.8',
    bron: '§4.1, Add.7',
    regel: 'Receipt is due 2 werkdagen after sending; a reminder comes first and the ladder after, up to the gemeente.',
    bewijs: {
      bestand: 'test/verhalen/bevestigen.test.ts',
      titel: 'niet, niemand doet iets: de hele ladder',
    },
  },
  {
    id: '5.9',
    bron: '§4.2, Add.7',
    regel:
      'Picking up is due 2 weeks after sending; a check at a week, a reminder 2 werkdagen before and the ladder after.',
    bewijs: {
      bestand: 'test/verhalen/oppakken.test.ts',
      titel: 'niet, en niemand doet iets: Veilig Thuis moet de gemeente informeren',
    },
  },
  {
    id: '5.10',
    bron: '§4.1, §4.2',
    regel:
      'The gemeente is informed within 1 werkdag of a wachtlijst or of the step of the ladder, or VT and its leidinggevende are told, every day until it is done or its reason is gone.',
    bewijs: {
      bestand: 'test/kern/wachtlijst.test.ts',
      titel: 'tells VT, which informs the gemeente within one werkdag',
    },
    ook: [
      {
        bestand: 'test/kern/wachtlijst.test.ts',
        titel: 'the gemeente that is not informed in time is told to VT and its leidinggevende',
      },
    ],
  },
  {
    id: '5.11',
    bron: '§4.3, Add.6',
    regel: 'The professionals settle a meningsverschil in 2 werkdagen, or both leidinggevenden are told.',
    bewijs: {
      bestand: 'test/verhalen/meningsverschil.test.ts',
      titel: 'leidinggevenden na 2 werkdagen, gemeente na 5',
    },
  },
  {
    id: '5.12',
    bron: '§4.3, Add.6',
    regel: 'The leidinggevenden settle it in 5 werkdagen, or the gemeente is told.',
    bewijs: { bestand: 'test/verhalen/meningsverschil.test.ts', titel: 'gemeente na 5, stuurgroep na 10' },
  },
  {
    id: '5.13',
    bron: '§4.3, Add.6',
    regel: 'The gemeente settles it in 10 werkdagen, or the stuurgroep is told.',
    bewijs: { bestand: 'test/verhalen/meningsverschil.test.ts', titel: 'stuurgroep na 10, en weer Veilig Thuis' },
  },
  {
    id: '5.14',
    bron: '§5.1.1, §5.1.2',
    regel: 'At geen or lichte zorgen cliëntsysteem and melder are informed in writing within 5 werkdagen.',
    bewijs: {
      bestand: 'test/verhalen/clientsysteem.test.ts',
      titel: 'er gaan geen brieven uit: na 5 werkdagen hoort Veilig Thuis welke',
    },
    ook: [
      {
        bestand: 'test/kern/taken.test.ts',
        titel: 'the cliëntsysteem and the melder are informed apart, each ending its own term',
      },
    ],
  },
  {
    id: '5.15',
    bron: 'Add.2, §5.1.3',
    regel: 'After a koude overdracht VT informs the cliënt of the melding within 5 werkdagen.',
    bewijs: {
      bestand: 'test/verhalen/bevestigen.test.ts',
      titel: 'de cliënt hoort niets: na 5 werkdagen hoort Veilig Thuis dat',
    },
  },
  {
    id: '5.16',
    bron: '§3.3.4',
    regel: 'At HGO or ST SG those involved are informed within 5 werkdagen.',
    bewijs: {
      bestand: 'test/verhalen/triage.test.ts',
      titel: 'inbreng in het HGO: de betrokkenen worden op tijd geïnformeerd',
    },
    ook: [{ bestand: 'test/kern/triage.test.ts', titel: '%s: VT informs those involved' }],
  },
  {
    id: '5.17',
    bron: '§5.1.3',
    regel: 'After a koude overdracht the team discusses the melding within 2 weeks of the confirmation.',
    bewijs: {
      bestand: 'test/verhalen/bevestigen.test.ts',
      titel: 'de melding wordt niet besproken: na 2 weken, geteld vanaf de bevestiging',
    },
  },
  {
    id: '5.18',
    bron: '§5.1.3',
    regel: 'Monitoring is asked of the party that agreed to look, on the agreed date.',
    bewijs: {
      bestand: 'test/verhalen/clientsysteem.test.ts',
      titel: 'door het team: op de dag zelf wordt het gevraagd',
    },
  },
  {
    id: '5.19',
    bron: '§4.2, Add.7',
    regel: 'A wachtlijst of VT that lasts 3 weeks unbroken is told to the stuurgroep, after a warning by its pace.',
    bewijs: {
      bestand: 'test/scenario/wachtlijst-vt.test.ts',
      titel: 'three weeks unbroken: a warning by the pace first',
    },
  },
  {
    id: '5.20',
    bron: 'Add.7',
    regel:
      'While VT has a wachtlijst all its meldingen are screened every day before noon, or the leidinggevende is told.',
    bewijs: { bestand: 'test/scenario/wachtlijst-vt.test.ts', titel: 'every day a card; screened from it' },
    ook: [
      {
        bestand: 'test/scenario/wachtlijst-vt.test.ts',
        titel: 'not screened by noon, the leidinggevende hears at noon, on a Sunday too',
      },
    ],
  },
  {
    id: '5.21',
    bron: '§5.1.2, §5.1.3',
    regel:
      'The card of lichte zorgen lists what must be said, and that of a warme overdracht who gets the agreements in writing.',
    bewijs: { bestand: 'test/cards/kaarten.test.ts', titel: 'lichte zorgen list what must be said' },
    ook: [{ bestand: 'test/cards/kaarten.test.ts', titel: 'the volgkaart %s says who gets the agreements in writing' }],
  },
  {
    id: '5.23',
    bron: '§3.1.2, Add.7',
    regel: 'Direct gevaar in a screening takes the casus off the wachtlijst, and VT intervenes and stays responsible.',
    bewijs: {
      bestand: 'test/scenario/wachtlijst-vt.test.ts',
      titel: 'direct gevaar: the melding leaves the wachtlijst',
    },
  },
  {
    id: '5.24',
    bron: '§4.3',
    regel: 'A meningsverschil that returns is brought to the stuurgroep, which sees numbers and casusnummers only.',
    bewijs: {
      bestand: 'test/verhalen/meningsverschil.test.ts',
      titel: 'binnen zes maanden: de stuurgroep hoort een getal',
    },
  },
  {
    id: '5.25',
    bron: 'domein §5',
    regel:
      'A late confirmation counts and is recorded as late, an ended term pings no more, and only another team starts new terms.',
    bewijs: {
      bestand: 'test/kern/bevestigen.test.ts',
      titel: 'when late, the passing of the term is written down first',
    },
    ook: [
      { bestand: 'test/kern/bevestigen.test.ts', titel: 'whether it is late follows from when it was given' },
      { bestand: 'test/kern/termijnen.test.ts', titel: 'never pings again' },
      {
        bestand: 'test/kern/overdracht.test.ts',
        titel: 'once more to the same team is no event and starts no new terms',
      },
      { bestand: 'test/kern/overdracht.test.ts', titel: 'to another team withdraws the first and starts new terms' },
    ],
  },
  {
    id: '5.26',
    bron: 'domein §5',
    regel: 'No ping is missed, and none is doubled.',
    bewijs: { bestand: 'test/kern/eigenschappen.test.ts', titel: 'no lost or doubled ping' },
    ook: [
      {
        bestand: 'test/scenario/herstart.test.ts',
        titel: 'in the middle of sending: what may have arrived is sent again and says so',
      },
    ],
  },
];
