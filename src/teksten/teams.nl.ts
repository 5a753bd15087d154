/** What the Teams adapter says by itself; everything about casussen is said by the use cases. */
export const teamsTeksten = {
  storing:
    'Er ging iets mis, en ik weet niet of dit is verwerkt. Vraag eerst de status op en probeer het daarna opnieuw. Blijft het misgaan, meld het dan bij de beheerder.',
  opslagWerktNiet:
    'De opslag van de bot werkt nu niet. Ga ervan uit dat dit niet is vastgelegd. Vraag over een paar minuten de status op en probeer het daarna opnieuw. Blijft het misgaan, meld het dan bij de beheerder.',
  knopOnleesbaar:
    'Ik kan deze knop niet lezen; er is niets gewijzigd. Vraag de kaart opnieuw op met: status en het casusnummer.',
  herhaling: 'Dit bericht sturen we nog een keer. Misschien had je het al.',
  nietOndersteund: 'Dit onderdeel van Teams wordt door deze bot niet gebruikt.',
};
