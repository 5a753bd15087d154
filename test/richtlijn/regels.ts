/** The rules of domein.md §1 (the laws), §3 (table), §4 (bullets) and §5 (table, then bullets), in its order, each with its scenario. */
export interface Bewijs {
  readonly bestand: `test/${string}.test.ts`;
  /** A literal part of the title of the test. */
  readonly titel: string;
}

export interface Regel {
  /** Section of domein.md and place in it. */
  readonly id: string;
  /** Where the guideline says so. */
  readonly bron: string;
  readonly regel: string;
  /** The scenarios that prove it: more than one where the rule has more than one part. */
  readonly bewijs: readonly Bewijs[];
}

/** A line for a rule: its id, where the guideline says so, and the rule. Below it a line for each scenario: file, title. */
const TEKST = `
1.1 (§3.1.2, §4.3) Responsibility passes to a team only by its assent, and to VT for good only by its own.
  kern/model: gives nobody the casus without the assent of law 1
  kern/instemming: alone: that is a proposal, and the family stays in sight of Veilig Thuis
  kern/instemming: with the word of the team on the phone: recorded with who, how and when
1.2 (§3.1.2, §3.2) A casus for which VT is responsible always has a step of a running term ahead of it.
  kern/model: has a step ahead of it whenever Veilig Thuis is responsible
  toepassing/toezicht: a casus at Veilig Thuis in which nothing runs is found, told at once and woken
1.3 (§5) What a person reads of a casus never depends on who else asked: a shared conversation holds only what everybody there may see.
  scenario/publiek: what is asked, typed or by a button
  scenario/publiek: what is done by Action.Submit: every opdracht
3.1 (§3.1.2, Add.3) A melding makes VT responsible from the instant of its receipt, also when it is registered later.
  kern/melding: counts from the receipt, though it is registered days later
  kern/melding: starts the casus, with VT responsible
3.2 (§3.1.2, §3.3, Add.3) A triage that ends in a vervolgtraject by VT leaves VT responsible.
  kern/triage: %s: responsible after it is %s, fase %s (%s)
3.3 (§3.2, §5.1.3, Add.3) After an overdracht to a lokaal team was sent, VT stays responsible until receipt is confirmed.
  kern/overdracht: VT stays responsible until receipt is confirmed
3.4 (§4.1, §5.1.3) A confirmed receipt makes that team responsible, from the instant at which it was given.
  kern/bevestigen: moves responsibility to the team at that instant
  kern/bevestigen: moves responsibility at the instant it was given: %s
3.5 (§4.2, §2.3) Picking up leaves the team responsible and names the casusregisseur.
  kern/overdracht: names the casusregisseur, and leaves responsibility with the team
3.6 (Add.3) A refusal by the team leaves VT responsible, who is told at once.
  verhalen/weigeren: dezelfde dag: Veilig Thuis hoort het meteen
3.7 (§4.2) A team with a wachtlijst makes VT responsible, tijdelijk, before and after receipt.
  kern/wachtlijst: %s receipt makes VT responsible, tijdelijk, from that instant
  verhalen/wachtlijst: elke casus die nog niet is opgepakt komt bij Veilig Thuis, en een keer ingrijpen maakt ze vrij
3.8 (§4.2) After an intervention of the gemeente and a new confirmed overdracht the team is responsible.
  kern/wachtlijst: an intervention of the gemeente opens the way; the team holds it once it confirms
  toepassing/teamlijst: nothing more is handed to it, until one intervention lifts it for all
3.10 (§4.2, Add.7) A casus that cannot be picked up within 2 weeks for another reason stays with the team, and VT is told.
  verhalen/oppakken: door iets anders dan een wachtlijst: Veilig Thuis hoort waarom
  kern/wachtlijst: stays with the team, VT is told, and the term of picking up runs on
3.11 (§4.3, Add.6) A meningsverschil, raised by either side, makes VT responsible, tijdelijk.
  verhalen/meningsverschil: van twee kanten, en de klik komt opnieuw: het is er een
3.12 (§4.3) A settled meningsverschil makes the party responsible that was settled on, once it agrees; no longer tijdelijk.
  verhalen/meningsverschil: nadat het team weigerde: Veilig Thuis vindt dat het wel van het team is
  verhalen/meningsverschil: blijft een voorstel: Veilig Thuis houdt zicht tot iemand aanvaardt
  kern/instemming: and takes it back upon itself at once, which needs nobody else
3.13 (Add.5) Asking to hand back leaves the team responsible; acceptance makes VT responsible from that instant.
  verhalen/terugleggen: Veilig Thuis accepteert: zicht vanaf dat moment
3.14 (Add.5, §4.3) A hand-back that VT refuses leaves the team responsible, and a meningsverschil may be raised.
  verhalen/terugleggen: Veilig Thuis weigert en het team is het daar niet mee eens
3.15 (§5.1.3, Add.5) A signal of the team moves nothing, is told to VT at once, and VT can take the casus back.
  verhalen/terugleggen: het team geeft een signaal: Veilig Thuis hoort het meteen
3.17 (§3.1.2, Add.5) A new melding makes VT responsible from its receipt, and the triage term runs again.
  kern/melding: a new melding brings the casus back to VT from its receipt
  kern/verantwoordelijkheid: a new melding counts from its receipt
3.18 (§3.2, §5.1.2) Lichte zorgen: the overdracht to the cliëntsysteem makes it responsible.
  verhalen/clientsysteem: beide voorwaarden zijn er; alleen de melder krijgt een brief
3.19 (§5.1.1) Geen zorgen: VT closes and the cliëntsysteem is responsible.
  kern/triage: %s: responsible after it is %s, fase %s (%s)
  verhalen/clientsysteem: cliëntsysteem en melder krijgen op tijd een brief
3.20 (domein §3 (guideline silent)) A team that closes after stable safety leaves the cliëntsysteem responsible.
  verhalen/clientsysteem: door het team, na stabiele veiligheid: Veilig Thuis hoort het
3.21 (§3.2) An overdracht that VT withdraws before receipt leaves VT responsible.
  kern/overdracht: leaves the casus with VT; once more is no event; confirming after it is refused
4.1 (§3.1.2) Each of the five conclusions refuses every outcome but a vervolgtraject by VT, after which a warme overdracht is allowed.
  kern/triage: the conclusion %s keeps VT responsible
  kern/triage: after which a warme overdracht is allowed and a koude is not
4.2 (§3.3.1, §3.3.3) Lokale ondersteuning needs a multidisciplinary decision, and casusregie a contactpersoon.
  kern/triage: lokale ondersteuning is a multidisciplinary decision
  kern/triage: casusregie names its contactpersoon
4.3 (§3.1.2, Add.4) Warm is refused while a conclusion stands and nothing was set going since, and koud after an involvement of VT.
  kern/achterdeuren: %s is refused while nothing was set going
  kern/achterdeuren: a refusal by the wrong team is none: the next may be koud
  kern/achterdeuren: it is over once a team has confirmed, or the casus was closed
4.4 (§5.1.1, §5.1.2) Closing or giving to the cliëntsysteem asks the same by every door, and a team that asks to hand back does not close.
  kern/achterdeuren: closing by VT %s is a herziening first
  kern/achterdeuren: a team does not close while it asks Veilig Thuis to take the casus back
4.5 (§5.1.1, §5.1.2) A duty is not fulfilled by a date before it began, nor by a phone call where it must be in writing.
  kern/achterdeuren: what was done before the decision is no answer to it
  kern/achterdeuren: a phone call, or no word of how, does not do for what must be in writing
4.6 (§5.1.3, §6) A warme overdracht needs a written ground, agreed veiligheidsafspraken and an overdrachtsgesprek or the reason why there is none.
  kern/overdracht: warm is refused with %s
  kern/overdracht: warm is allowed with an overdrachtsgesprek that is %s
4.7 (§4.2) An overdracht to a team with an open wachtlijst is refused until the gemeente has intervened.
  kern/wachtlijst: is refused to that team, in this casus and when another casus told of it
  verhalen/wachtlijst: geldt dat voor elke casus; het ingrijpen in een ervan maakt ze alle vrij
4.8 (§5.1.2) Lichte zorgen need both conditions: capable, and willing without control.
  kern/triage: lichte zorgen need both conditions of §5.1.2
4.9 (§5) An opinion is refused without its holder and the facts it rests on.
  kern/aanvullend: an opinion is taken only with its holder and the facts it rests on
4.10 (domein §4) Who is no member may not act, a state that moved on refuses with who and when, and a repeated click is no error.
  scenario/wie-mag: a click on Bevestig ontvangst by someone who may not is answered to that person alone
  kern/overdracht: once more is no event; confirming after it is refused with who refused and when
  scenario/klikken: %i times under new activity ids: one event
4.11 (domein §4) A text with a direct identifier is refused and told, and nothing of it is stored.
  toepassing/dienst: %s in %s is refused and told, and nothing of it is kept or logged
5.1 (§3.1.2) Triage is due 5 werkdagen after receipt, named on werkdag 4, and climbs 2 werkdagen after.
  verhalen/wachtlijst-vt: na drie dagen de waarschuwing, na drie weken de stuurgroep
5.2 (§3.2, Add.7) A vervolgtraject is due 10 weeks after receipt, named at 8 weeks, climbs a week after and is said until it is met.
  verhalen/triage: duurt te lang: na 8 weken een herinnering, na 10 het kanaal
5.3 (§3.1.2, §3.2) Where no other term runs at VT, it is asked every 8 weeks whether the casus is still there, and unanswered again and again.
  kern/zicht: is answered, and asked again eight weeks later
  kern/zicht: unanswered it is said again and again, for years
5.4 (§5.1.3) What is to be sent to a team is sent within 2 werkdagen of the decision or of its return, or VT is told.
  kern/zicht: sending ends it, and so does the decision that Veilig Thuis stays involved
  kern/zicht: direct means direct: what is to be sent has a term of its own
5.8 (§4.1, Add.7) Receipt is due 2 werkdagen after sending; a reminder comes first and the ladder after, up to the gemeente.
  verhalen/bevestigen: niet, niemand doet iets: de hele ladder
5.9 (§4.2, Add.7) Picking up is due 2 weeks after sending; a check at a week, a reminder 2 werkdagen before and the ladder after.
  verhalen/oppakken: niet, en niemand doet iets: Veilig Thuis moet de gemeente informeren
5.10 (§4.1, §4.2) The gemeente is informed within 1 werkdag of a wachtlijst or of the step of the ladder, or VT and its leidinggevende are told, every day until it is done or its reason is gone.
  kern/wachtlijst: tells VT, which informs the gemeente within one werkdag
  kern/wachtlijst: the gemeente that is not informed in time is told to VT and its leidinggevende
5.11 (§4.3, Add.6) The professionals settle a meningsverschil in 2 werkdagen, or both leidinggevenden are told.
  verhalen/meningsverschil: leidinggevenden na 2 werkdagen, gemeente na 5
5.12 (§4.3, Add.6) The leidinggevenden settle it in 5 werkdagen, or the gemeente is told.
  verhalen/meningsverschil: gemeente na 5, stuurgroep na 10
5.13 (§4.3, Add.6) The gemeente settles it in 10 werkdagen, or the stuurgroep is told.
  verhalen/meningsverschil: stuurgroep na 10, en weer Veilig Thuis
5.14 (§5.1.1, §5.1.2) At geen or lichte zorgen cliëntsysteem and melder are informed in writing within 5 werkdagen.
  verhalen/clientsysteem: er gaan geen brieven uit: na 5 werkdagen hoort Veilig Thuis welke
  kern/taken: the cliëntsysteem and the melder are informed apart, each ending its own term
5.15 (Add.2, §5.1.3) After a koude overdracht VT informs the cliënt of the melding within 5 werkdagen.
  verhalen/bevestigen: de cliënt hoort niets: na 5 werkdagen hoort Veilig Thuis dat
5.16 (§3.3.4) At HGO or ST SG those involved are informed within 5 werkdagen.
  verhalen/triage: inbreng in het HGO: de betrokkenen worden op tijd geïnformeerd
  kern/triage: %s: VT informs those involved
5.17 (§5.1.3) After a koude overdracht the team discusses the melding within 2 weeks of the confirmation.
  verhalen/bevestigen: de melding wordt niet besproken: na 2 weken, geteld vanaf de bevestiging
5.18 (§5.1.3) Monitoring is asked of the party that agreed to look, on the agreed date.
  verhalen/clientsysteem: door het team: op de dag zelf wordt het gevraagd
5.19 (§4.2, Add.7) A wachtlijst of VT that lasts 3 weeks unbroken is told to the stuurgroep, after a warning by its pace.
  scenario/wachtlijst-vt: three weeks unbroken: a warning by the pace first
5.20 (Add.7) While VT has a wachtlijst all its meldingen are screened every day before noon, or the leidinggevende is told.
  scenario/wachtlijst-vt: every day a card; screened from it
  scenario/wachtlijst-vt: not screened by noon, the leidinggevende hears at noon, on a Sunday too
5.21 (§5.1.2, §5.1.3) The card of lichte zorgen lists what must be said, and that of a warme overdracht who gets the agreements in writing.
  cards/kaarten: lichte zorgen list what must be said
  cards/kaarten: the volgkaart %s says who gets the agreements in writing
5.23 (§3.1.2, Add.7) Direct gevaar in a screening takes the casus off the wachtlijst, and VT intervenes and stays responsible.
  scenario/wachtlijst-vt: direct gevaar: the melding leaves the wachtlijst
5.24 (§4.3) A meningsverschil that returns is brought to the stuurgroep, which sees numbers and casusnummers only.
  verhalen/meningsverschil: binnen zes maanden: de stuurgroep hoort een getal
5.25 (domein §5) A late confirmation counts and is recorded as late, an ended term pings no more, and only another team starts new terms.
  kern/bevestigen: when late, the passing of the term is written down first
  kern/bevestigen: whether it is late follows from when it was given
  kern/termijnen: never pings again
  kern/overdracht: once more to the same team is no event and starts no new terms
  kern/overdracht: to another team withdraws the first and starts new terms
5.26 (domein §5) No ping is missed, and none is doubled.
  kern/eigenschappen: no lost or doubled ping
  scenario/herstart: in the middle of sending: what may have arrived is sent again and says so
`;

/** @throws Error when a line is neither a rule nor a scenario of one */
export function leesRegels(tekst: string): readonly Regel[] {
  const regels: (Regel & { bewijs: Bewijs[] })[] = [];
  for (const lijn of tekst.trim().split('\n')) {
    const [, id, bron, regel] = /^(\d\.\d+) \((.+?)\) (\S.*)$/.exec(lijn) ?? [];
    const [, bestand, titel] = /^ {2}([\w/-]+): (.+)$/.exec(lijn) ?? [];
    if (id !== undefined && bron !== undefined && regel !== undefined) regels.push({ id, bron, regel, bewijs: [] });
    else if (bestand !== undefined && titel !== undefined && regels.length > 0)
      regels.at(-1)?.bewijs.push({ bestand: `test/${bestand}.test.ts`, titel });
    else throw new Error(`no rule and no scenario: ${lijn}`);
  }
  return regels;
}

export const REGELS = leesRegels(TEKST);
