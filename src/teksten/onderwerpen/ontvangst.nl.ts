/** The team confirms receipt of an overdracht, or refuses it (§4.1, §5.1.3). */
import { toonMoment } from '../../kern/tijd/werkdagen.ts';
import type { Onderwerpteksten } from '../onderwerp.ts';
import { door, TEAM_GAF_REDEN } from '../taal/woorden.nl.ts';

export const ontvangstTeksten = {
  gebeurtenis: {
    'ontvangst-bevestigd': ({ via, doorWie, laat }) =>
      `Ontvangst bevestigd door ${doorWie}${via === 'teams' ? '' : via === 'telefoon' ? ', per telefoon' : ', per e-mail'}${laat ? ' (te laat)' : ''}`,
    'overdracht-geweigerd': ({ reden }) => `Overdracht geweigerd: ${reden}`,
  },
  kort: { 'ontvangst-bevestigd': 'Ontvangst bevestigd door het team', 'overdracht-geweigerd': 'Overdracht geweigerd' },
  toelichting: { 'overdracht-geweigerd': () => TEAM_GAF_REDEN },
  aanvulling: { 'overdracht-geweigerd': 'de weigering' },
  weigering: {
    'al-bevestigd': ({ op, doorNaam }) =>
      `De ontvangst is al bevestigd door ${doorNaam} op ${toonMoment(op)}. Is dit toch niet voor jullie? Bel Veilig Thuis.`,
    'eerst-bevestigen': () => 'Bevestig eerst de ontvangst. Daarna kun je de casus oppakken.',
    'al-geweigerd': ({ op, doorNaam }) =>
      `De overdracht is al geweigerd op ${toonMoment(op)}${door(doorNaam)}. Veilig Thuis is verantwoordelijk.`,
  },
  termijn: { bevestigen: 'Ontvangst bevestigen' },
  teDoen: { bevestigen: 'Bevestig de ontvangst, of laat weten dat de casus niet voor jullie is.' },
  teDoenBijTeam: {
    bevestigen:
      'Het team heeft de ontvangst nog niet bevestigd. Bel het team. Krijg je een bevestiging, leg die dan vast.',
  },
  uitleg: {
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
  },
} satisfies Onderwerpteksten;
