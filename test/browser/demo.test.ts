import { existsSync } from 'node:fs';
import { chromium, type Browser, type Locator, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startDemo, type Demo } from '../steun/demo.ts';

const CHROMIUM = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
const IS_ER = existsSync(CHROMIUM);
const VERPLICHT = process.env['CI'] !== undefined && process.env['CI'] !== '';
if (!IS_ER && !VERPLICHT) {
  process.stderr.write(
    `\n*** GEEN CHROMIUM op ${CHROMIUM}: de browsertest wordt OVERGESLAGEN. Zet CHROMIUM_PATH. ***\n\n`,
  );
}

/** Where to put screenshots, to look at them by hand. */
const BEELDEN = process.env['SCHERMBEELDEN'];

describe.runIf(IS_ER || VERPLICHT)('the first minute of a new user, in Microsoft’s own Teams client', () => {
  let demo: Demo;
  let browser: Browser;
  let pagina: Page;

  const open = (gesprek: string): Promise<void> => pagina.getByRole('treeitem', { name: gesprek }).click();
  const kaart = (tekst: string | RegExp): Locator => pagina.locator('.ac-adaptiveCard').filter({ hasText: tekst });
  const beeld = async (naam: string): Promise<void> => {
    if (BEELDEN) await pagina.screenshot({ path: `${BEELDEN}/${naam}.png`, fullPage: true });
  };
  async function typ(tekst: string): Promise<void> {
    await pagina.locator('[role=textbox][contenteditable=true]').last().click();
    await pagina.keyboard.type(tekst);
    await pagina.keyboard.press('Enter');
  }

  beforeAll(async () => {
    demo = await startDemo();
    browser = await chromium.launch({
      executablePath: CHROMIUM,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    });
    pagina = await browser.newPage({ viewport: { width: 1500, height: 1100 } });
    // The client's fonts and icons come from a server that is not needed to work.
    await pagina.route(/cdn\.office\.net/, (route) => route.abort());
    // On a busy machine the client can lose the cards that come while it starts; a user would load the page again.
    for (let keer = 1; keer <= 4; keer++) {
      await pagina.goto(demo.url);
      await pagina.getByRole('treeitem', { name: 'Personal Chat' }).waitFor();
      await open('General');
      const staatEr = await kaart('VT-2026-0101')
        .first()
        .waitFor({ timeout: 15_000 })
        .then(() => true)
        .catch(() => false);
      if (staatEr) break;
    }
  }, 180_000);

  afterAll(async () => {
    await browser?.close();
    await demo?.stop();
  });

  it('given a fresh overdracht, when a member clicks Bevestig ontvangst, then the card says by whom and the team is responsible (§4.1)', async () => {
    await open('General');
    const dezeKaart = kaart('VT-2026-0101').first();
    await dezeKaart.waitFor();
    await beeld('1-kaart');
    await dezeKaart.getByRole('button', { name: 'Bevestig ontvangst' }).click();
    await kaart(/VT-2026-0101[\s\S]*Sam de Bruin/)
      .first()
      .waitFor();
    await beeld('2-ontvangen');
    expect(await kaart('VT-2026-0101').first().getByRole('button', { name: 'Bevestig ontvangst' }).count()).toBe(0);
  });

  it('given a proposal of Veilig Thuis, when a member accepts it, then the team is responsible, and not before (law 1)', async () => {
    await open('Personal Chat');
    await typ('wie is verantwoordelijk voor casus VT-2026-0108');
    const ervoor = kaart('VT-2026-0108').last();
    await ervoor.waitFor();
    expect(await ervoor.innerText()).toContain('Veilig Thuis West-Brabant');
    await open('General');
    const voorstel = kaart('VT-2026-0108').first();
    await voorstel.waitFor();
    await beeld('2a-voorstel');
    await voorstel.getByRole('button', { name: 'Aanvaard het voorstel' }).click();
    await kaart(/VT-2026-0108[\s\S]*Overgenomen[\s\S]*Sam de Bruin/)
      .first()
      .waitFor();
    await beeld('2b-aanvaard');
    await open('Personal Chat');
    await typ('wie is verantwoordelijk voor casus VT-2026-0108');
    await kaart(/VT-2026-0108[\s\S]*Wijkteam Breda Noord/)
      .last()
      .waitFor();
    await beeld('2c-antwoord');
  });

  it('then VT sees the same in its own channel', async () => {
    await open('Veilig Thuis');
    const volgkaart = kaart(/VT-2026-0101[\s\S]*Sam de Bruin/).first();
    await volgkaart.waitFor();
    await beeld('3-veilig-thuis');
    expect(await volgkaart.getByRole('button', { name: 'Neem de casus terug' }).count()).toBe(1);
  });

  it('when someone entitled asks who is responsible, then the answer names party, since when and the ground', async () => {
    await open('Personal Chat');
    await typ('wie is verantwoordelijk voor casus VT-2026-0101');
    const antwoord = kaart(/VT-2026-0101[\s\S]*Wijkteam Breda Noord/).last();
    await antwoord.waitFor();
    expect(await antwoord.innerText()).toMatch(/VT-2026-0101[\s\S]*§4\.1/);
    await beeld('4-antwoord');
  });

  it('when the clock passes two werkdagen, then the channel is pinged and the ladder climbs (§4.1, Add.7)', async () => {
    const gemeld = await demo.typ('+3 werkdagen', /Het is nu/);
    expect(gemeld).toMatch(/VT-2026-0102 {2}Termijn verlopen: ontvangst bevestigen/);
    await open('General');
    await kaart(/VT-2026-0102[\s\S]*te laat/)
      .first()
      .waitFor();
    await beeld('5-ladder-team');
    await open('Personal Chat');
    await kaart('VT-2026-0102').first().waitFor();
    await beeld('6-escalatie');
    await open('Veilig Thuis');
    await beeld('7-ladder-vt');
  });

  it('when the page is loaded anew, then each open overdracht stands there once, and what is asked is asked again', async () => {
    await pagina.reload();
    await open('General');
    // The head of its card names an overdracht; a message about it has another head.
    const kaarten = ['VT-2026-0101', 'VT-2026-0102', 'VT-2026-0103', 'VT-2026-0108'].map((nummer) =>
      kaart(new RegExp(`Overdracht van Veilig Thuis\\s*${nummer}`)),
    );
    for (const een of kaarten) await een.first().waitFor();
    expect(await Promise.all(kaarten.map((een) => een.count()))).toEqual([1, 1, 1, 1]);
    // The client draws the buttons of a card after its text.
    await kaart(/Overdracht van Veilig Thuis\s*VT-2026-0103/)
      .getByRole('button', { name: 'Pak op' })
      .waitFor();
    await beeld('8-herladen');
    await open('Veilig Thuis');
    await kaart('Dagelijkse screening').first().waitFor();
    await beeld('9-herladen-vt');
  });

  it('when Ctrl+C is pressed, then the demo and its client stop', async () => {
    expect(await demo.stop()).toBe(true);
  });
});
