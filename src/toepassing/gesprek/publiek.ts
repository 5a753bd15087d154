/**
 * What may be said where others read along (domein.md §7, law 3): in a channel, group or meeting only what everybody
 * there may see, which is what the organisation linked to it may see. The rest goes to the asker's own chat, and the
 * conversation reads only that it did. Every answer to something typed or clicked passes here.
 */
import { isDeepStrictEqual } from 'node:util';
import { vrijeTekst } from '../../kern/journaal/wisbaar.ts';
import { teksten } from '../../teksten/nl.ts';
import { isVt, vanTeam, type Aanvrager } from '../casus/rechten.ts';
import type { KaartNaam } from '../kaarten/kaartmodellen.ts';
import type { Omgeving } from '../omgeving.ts';
import { STUURGROEP, VEILIG_THUIS } from '../poorten.ts';
import type { Adresboek, Rol } from '../streek/adresboek.ts';
import type { Koppelbaar } from '../streek/adressen.ts';
import { zeg, type Antwoord, type Beurt, type Publiek } from './gesprek-poort.ts';

/**
 * Who may read a card that is an answer. A new kind of card does not compile without; what no answer shows, what holds
 * content or free text, and what is of one person is for the asker alone.
 */
const PUBLIEK: Record<KaartNaam, Publiek> = {
  hulp: 'ieder',
  uitleg: 'ieder',
  antwoord: 'casus',
  status: 'casus',
  tijdlijn: 'casus',
  acties: 'casus',
  overdracht: 'casus',
  volgkaart: 'casus',
  'nieuwe-casus': 'casus',
  triage: 'casus',
  overdragen: 'casus',
  lijst: 'streek',
  screening: 'streek',
  adresboek: 'veilig-thuis',
  inhoud: 'vrager',
  toelichting: 'vrager',
  koppeling: 'vrager',
  dossier: 'vrager',
  voortgang: 'vrager',
  ping: 'vrager',
  'ping-bundel': 'vrager',
  onbezorgbaar: 'vrager',
  informeren: 'vrager',
  'wachtlijst-vt': 'vrager',
  stuurgroep: 'vrager',
  toezicht: 'vrager',
};

/** An answer that is ready, with what is needed to judge where it may be said. */
export interface Gegeven {
  beurt: Beurt;
  aanvrager: Aanvrager;
  antwoord: Antwoord;
  /** What someone else would get for the same; changes nothing and writes nothing down. */
  zoals(ander: Aanvrager): Promise<Antwoord>;
}

export interface Publiekswacht {
  /** What the conversation reads: the answer itself, or that it went to the asker's own chat. */
  deel(gegeven: Gegeven): Promise<Antwoord>;
}

export interface PubliekDelen {
  omgeving: Omgeving;
  adressen: Pick<Koppelbaar, 'gekoppeldAan'>;
}

/** What a linked organisation may see, as a role; nothing for one that is no longer in the adresboek. */
function rollenVan(boek: Adresboek, organisatie: string): Rol[] {
  if (organisatie === VEILIG_THUIS) return [{ rol: 'vt-medewerker' }];
  if (organisatie === STUURGROEP) return [{ rol: 'stuurgroep' }];
  if (boek.team(organisatie)) return [{ rol: 'team-lid', team: organisatie }];
  return boek.gemeente(organisatie) ? [{ rol: 'contactambtenaar', gemeente: organisatie }] : [];
}

/** Whether the people with these roles see whatever someone with this role sees. */
function gezienDoor(rollen: readonly Rol[], van: Rol): boolean {
  if (rollen.some(isVt)) return true;
  switch (van.rol) {
    case 'beheerder':
    case 'stuurgroep':
      return true;
    case 'vt-medewerker':
    case 'vt-leidinggevende':
      return false;
    case 'team-lid':
    case 'team-leidinggevende':
      return rollen.some((rol) => vanTeam(rol, van.team));
    case 'contactambtenaar':
      return rollen.some((rol) => rol.rol === 'contactambtenaar' && rol.gemeente === van.gemeente);
  }
}

/** The same thing said, whoever may read it. */
const isGelijk = ({ publiek: _van, ...een }: Antwoord, { publiek: _aan, ...ander }: Antwoord): boolean =>
  isDeepStrictEqual(een, ander);

/** Whether one of these texts stands in it as a text of its own or a part of one, and not within a word. */
function bevat(waarde: unknown, woorden: readonly string[]): boolean {
  if (typeof waarde === 'string') return woorden.some((een) => staatIn(waarde, een));
  return typeof waarde === 'object' && waarde !== null && Object.values(waarde).some((deel) => bevat(deel, woorden));
}
const staatIn = (geheel: string, deel: string): boolean =>
  geheel.split(deel).some((voor, nr, delen) => {
    const na = delen[nr + 1];
    return na !== undefined && !/[\p{L}\p{N}]$/u.test(voor) && !/^[\p{L}\p{N}]/u.test(na);
  });

export function maakPubliek({ omgeving, adressen }: PubliekDelen): Publiekswacht {
  const publiekVan = (antwoord: Antwoord): Publiek =>
    antwoord.publiek ?? (antwoord.soort === 'kaart' ? PUBLIEK[antwoord.bericht.kaart] : 'vrager');

  /** Words that people typed are content too, and are not for a conversation (domein.md §7). */
  async function heeftVrijeTekst(antwoord: Antwoord): Promise<boolean> {
    if (antwoord.soort !== 'kaart' || !('casusnummer' in antwoord.bericht.model)) return false;
    const { model } = antwoord.bericht;
    const gelezen = await omgeving.opslag.lees(model.casusnummer);
    return bevat(model, gelezen?.waarde.journaal.flatMap(vrijeTekst) ?? []);
  }

  async function magHier({ beurt, aanvrager, antwoord, zoals }: Gegeven): Promise<boolean> {
    const publiek = publiekVan(antwoord);
    if (publiek === 'ieder') return true;
    if (publiek === 'vrager') return false;
    const { conversatie } = beurt.waar;
    const boek = omgeving.adresboek();
    const rollen = (await adressen.gekoppeldAan(conversatie)).flatMap((organisatie) => rollenVan(boek, organisatie));
    // Not by comparing answers: that the whole list or "niet gevonden" is the same for both says what else there is.
    const allesGezien = aanvrager.rollen.every((rol) => gezienDoor(rollen, rol));
    switch (publiek) {
      case 'veilig-thuis':
        return rollen.some(isVt);
      case 'streek':
        return allesGezien;
      case 'casus': {
        if (await heeftVrijeTekst(antwoord)) return false;
        const gesprek: Aanvrager = { id: conversatie, naam: '', kanaal: 'teams', rollen };
        return allesGezien || isGelijk(antwoord, await zoals(gesprek));
      }
    }
  }

  /** To the asker's own chat. It is no message of a term, so it waits in no outbox: what fails is said here. */
  async function naarVrager(antwoord: Antwoord, { wie, correlatie }: Beurt): Promise<Antwoord> {
    const adres = { persoon: wie.aadObjectId };
    const { uitkomst } = await omgeving.postbode.bezorg(
      antwoord.soort === 'kaart' ? { adres, bericht: antwoord.bericht } : { adres, tekst: antwoord.tekst },
    );
    omgeving.log.info({ correlatie, uitkomst }, 'antwoord in eigen chat');
    switch (uitkomst) {
      case 'bezorgd':
        return zeg(teksten.chat['in-eigen-chat'](), 'ieder');
      case 'onzeker':
        return zeg(teksten.chat['eigen-chat-onzeker'](), 'ieder');
      case 'mislukt':
      case 'uitgesteld':
        return zeg(teksten.chat['geen-eigen-chat'](), 'ieder');
    }
  }

  return {
    async deel(gegeven) {
      const { beurt, antwoord } = gegeven;
      const onderOns = beurt.alleenVrager || beurt.waar.soort === 'persoonlijk';
      return onderOns || (await magHier(gegeven)) ? antwoord : naarVrager(antwoord, beurt);
    },
  };
}
