/** What is kept, who looks at it and who gets it, and what is erased in the end (domein.md §7, §9). */
import type { Onderwerpteksten } from '../onderwerp.ts';

export const bewarenTeksten = {
  gebeurtenis: {
    'inhoud-bekeken': ({ overdracht, gebeurtenis }) =>
      gebeurtenis === undefined
        ? `Inhoud van overdracht ${overdracht} geopend`
        : `Toelichting bij gebeurtenis ${gebeurtenis} geopend`,
    'dossier-verstrekt': ({ vorm, aangemeld }) =>
      `Dossier verstrekt ${vorm === 'html' ? 'om te lezen' : 'als gegevens (JSON)'}${
        aangemeld === undefined
          ? ''
          : aangemeld
            ? ', na aanmelden'
            : ', zonder aanmelden: wie de link opende is niet nagegaan'
      }`,
    gewist: () => 'Namen, vrije tekst en inhoud gewist: de bewaartermijn is voorbij',
  },
  uitleg: {
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
  },
} satisfies Onderwerpteksten;
