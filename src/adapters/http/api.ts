/** The intake API for VT's registration system (contract.md §3): translates HTTP to use cases and back. */
import type { Response, Server } from 'restify';
import { z } from 'zod';
import { heden, lopendeOverdracht, statusVan, verantwoordelijkeOp, type FaseNaam } from '../../kern/casus.ts';
import { instantSchema } from '../../kern/invoer.ts';
import { meldingSchema } from '../../kern/onderwerpen/melding.ts';
import { opdrachtSchema } from '../../kern/opdrachten.ts';
import { teksten } from '../../teksten/nl.ts';
import type { Dienst } from '../../toepassing/casus/dienst.ts';
import type { CasusMetEtag } from '../../toepassing/casus/mutatie.ts';
import type { Aanvrager } from '../../toepassing/casus/rechten.ts';
import type { Afgewezen, Resultaat } from '../../toepassing/casus/resultaat.ts';
import type { Logboek } from '../../toepassing/omgeving.ts';
import type { Klok, Zoekvraag } from '../../toepassing/poorten.ts';
import { veldfouten, type Veldfout } from './api-velden.ts';
import { openapi } from './openapi.ts';
import { koppelRoute, routeVan, stuurProbleem, type Afhandeling, type Httpverzoek } from './server.ts';

export interface ApiDelen {
  dienst: Dienst;
  klok: Klok;
  log: Logboek;
  /** Recognises the caller by the Authorization header. */
  herken(kop: string | undefined): Promise<Aanvrager | undefined>;
}

const STATUS: Record<string, number> = {
  'niet-gevonden': 404,
  'geen-recht': 403,
  verouderd: 412,
  'te-veel-sleutels': 429,
};
/** Refusals of a melding that one field causes: 409 is kept for a number that exists with other content. */
const MELDINGSVELD: Record<string, string> = {
  'casusnummer-ongeldig': 'casusnummer',
  'gemeente-onbekend': 'gemeente',
  'tijdstip-in-toekomst': 'meldingOntvangenOp',
};
const PAGINA = 100;
/** Long enough for any UUID or hash; the keys are kept with the casus. */
const LANGSTE_SLEUTEL = 200;

const zoekSchema = z.strictObject({
  team: z.string().min(1).max(60).optional(),
  gemeente: z.string().min(1).max(60).optional(),
  fase: z.enum(Object.keys(teksten.fase) as [FaseNaam, ...FaseNaam[]]).optional(),
  teLaat: z.enum(['true', 'false']).optional(),
  na: z.string().min(1).max(40).optional(),
});

/** The casus as the API shows it; content of an overdracht is not part of it. */
export function casusWeergave({ casus, document }: CasusMetEtag) {
  const { verantwoordelijke, vanaf } = casus.perioden.at(-1) ?? {};
  const overdracht = lopendeOverdracht(casus) ?? casus.overdrachten.at(-1);
  return {
    casusnummer: casus.casusnummer,
    gemeente: casus.gemeente,
    spoed: casus.spoed,
    fase: casus.fase,
    verantwoordelijke: { ...verantwoordelijke, sinds: vanaf },
    ...(casus.fase === 'meningsverschil' && casus.voorstel && { voorstel: casus.voorstel }),
    termijnen: casus.termijnen.map(({ naam, vervalt, bron }) => ({ naam, vervalt, bron: teksten.bron(bron) })),
    ...(overdracht && {
      overdracht: {
        nr: overdracht.nr,
        team: overdracht.team,
        wijze: overdracht.wijze,
        verzondenOp: overdracht.verzondenOp,
        status: statusVan(casus, overdracht),
        ...(overdracht.ontvangst && { ontvangst: overdracht.ontvangst }),
        ...(overdracht.overgenomen && { overgenomen: overdracht.overgenomen }),
        ...(overdracht.oppakken && { opgepakt: overdracht.oppakken }),
      },
    }),
    journaal: document.journaal.map(({ nr, soort, op, vastgelegdOp, door, bron }) => ({
      nr,
      soort,
      op,
      vastgelegdOp,
      door,
      bron,
    })),
  };
}

function stuurAfgewezen(res: Response, { code, tekst }: Afgewezen): void {
  stuurProbleem(res, { status: STATUS[code] ?? 409, code, title: tekst });
}

function stuurCasus(res: Response, status: number, stand: CasusMetEtag): void {
  res.header('ETag', `"${stand.etag}"`);
  res.send(status, casusWeergave(stand));
}

function stuurOnbegrepen(res: Response, velden: Veldfout[]): void {
  const title = 'Het bericht is niet begrepen. Verbeter de genoemde velden; zie /api/v1/openapi.json.';
  stuurProbleem(res, { status: 422, code: 'niet-begrepen', title, velden });
}

const kop = (req: Httpverzoek, naam: string): string | undefined => {
  const waarde = req.headers[naam];
  return typeof waarde === 'string' ? waarde : undefined;
};
/** Weak tags count too: a proxy that compresses makes a strong one weak. `*` asks for any casus, so nothing more. */
const etagsVan = (waarde: string | undefined): string[] | undefined =>
  waarde === undefined || waarde.trim() === '*'
    ? undefined
    : Array.from(waarde.matchAll(/"([^"]*)"/g), ([, tag = '']) => tag);
/** In a query `+` means a space, but who copies an instant with +01:00 means the plus; no instant holds a space. */
const metPlus = (waarde: string): string => waarde.replace(/ (?=\d\d:\d\d$)/, '+');

export function koppelApi(server: Server, { dienst, klok, log, herken }: ApiDelen): void {
  /** Resolves with the casusnummer when there is such a casus: else it is just what someone typed, and is not logged. */
  type Handler = (req: Httpverzoek, res: Response, aanvrager: Aanvrager) => Promise<string | void>;

  function noteer(req: Httpverzoek, casusnummer: string, status: number, ms: number): void {
    const velden = { methode: req.method, route: routeVan(req), status, ms };
    log.info({ ...velden, ...(casusnummer !== '' && { casusnummer }) }, 'api');
  }

  const beveiligd =
    (handler: Handler): Afhandeling =>
    async (req, res) => {
      const begin = performance.now();
      const aanvrager = await herken(kop(req, 'authorization'));
      if (aanvrager) {
        const gevonden = await handler(req, res, aanvrager);
        noteer(req, gevonden ?? '', res.statusCode, Math.round(performance.now() - begin));
        return;
      }
      res.header('WWW-Authenticate', 'Bearer');
      const title = 'Niet herkend. Stuur een geldige sleutel mee in de kop Authorization: Bearer.';
      return stuurProbleem(res, { status: 401, code: 'niet-herkend', title });
    };
  const casusnummerVan = (req: Httpverzoek): string =>
    (req.params as Record<string, string | undefined>)['casusnummer'] ?? '';
  const query = (req: Httpverzoek): Record<string, string> => Object.fromEntries(new URLSearchParams(req.getQuery()));

  koppelRoute(server, 'get', '/api/v1/openapi.json', async (_req, res) => {
    res.send(200, openapi());
  });

  koppelRoute(
    server,
    'post',
    '/api/v1/casussen',
    beveiligd(async (req, res, aanvrager) => {
      const melding = meldingSchema.safeParse(req.body);
      if (!melding.success) return stuurOnbegrepen(res, veldfouten(melding.error, req.body));
      const resultaat = await dienst.registreer(melding.data, aanvrager);
      if (!resultaat.ok) {
        const { code, tekst } = resultaat;
        const veld = MELDINGSVELD[code];
        if (veld === undefined) return stuurAfgewezen(res, resultaat);
        return stuurProbleem(res, { status: 422, code, title: tekst, velden: [{ veld, melding: tekst }] });
      }
      res.header('Location', `/api/v1/casussen/${encodeURIComponent(resultaat.casus.casusnummer)}`);
      stuurCasus(res, resultaat.gewijzigd ? 201 : 200, resultaat);
    }),
  );

  koppelRoute(
    server,
    'get',
    '/api/v1/casussen',
    beveiligd(async (req, res, aanvrager) => {
      const gevraagd = query(req);
      const vraag = zoekSchema.safeParse(gevraagd);
      if (!vraag.success) return stuurOnbegrepen(res, veldfouten(vraag.error, gevraagd));
      const { teLaat, fase, ...rest } = vraag.data;
      const filter: Omit<Zoekvraag, 'teams' | 'maximum'> & { team?: string } = {
        ...rest,
        ...(fase && { fasen: [fase] }),
        ...(teLaat === 'true' && { vervallenOp: klok.nu() }),
      };
      const gevonden = await dienst.zoek({ ...filter, maximum: PAGINA + 1 }, aanvrager);
      const pagina = gevonden.slice(0, PAGINA);
      const casussen = pagina.map(({ id, vroegsteVerval, ...regel }) => ({
        casusnummer: id,
        ...regel,
        ...(vroegsteVerval && { vroegsteVerval, teLaat: vroegsteVerval <= klok.nu() }),
      }));
      const volgende = gevonden.length > PAGINA ? pagina.at(-1)?.id : undefined;
      res.send(200, { casussen, ...(volgende !== undefined && { volgende }) });
    }),
  );

  koppelRoute(
    server,
    'get',
    '/api/v1/casussen/:casusnummer',
    beveiligd(async (req, res, aanvrager) => {
      const gelezen = await dienst.lees(casusnummerVan(req), aanvrager);
      if (!gelezen.ok) return stuurAfgewezen(res, gelezen);
      stuurCasus(res, 200, gelezen);
      return gelezen.casus.casusnummer;
    }),
  );

  koppelRoute(
    server,
    'get',
    '/api/v1/casussen/:casusnummer/verantwoordelijke',
    beveiligd(async (req, res, aanvrager) => {
      const { op: tekst, ...rest } = query(req);
      const gevraagd = { ...rest, ...(tekst !== undefined && { op: metPlus(tekst) }) };
      const op = z.strictObject({ op: instantSchema.optional() }).safeParse(gevraagd);
      if (!op.success) return stuurOnbegrepen(res, veldfouten(op.error, gevraagd));
      const gelezen = await dienst.lees(casusnummerVan(req), aanvrager);
      if (!gelezen.ok) return stuurAfgewezen(res, gelezen);
      const periode = verantwoordelijkeOp(gelezen.casus, op.data.op ?? heden(gelezen.casus, klok.nu()));
      if (!periode) {
        const title = 'Op dat moment was er nog geen melding in deze casus. Vraag een later moment.';
        return stuurProbleem(res, { status: 404, code: 'voor-melding', title });
      }
      const { verantwoordelijke, vanaf: sinds, tot, gebeurtenis } = periode;
      res.send(200, {
        ...verantwoordelijke,
        sinds,
        ...(tot !== undefined && { tot }),
        grondslag: { gebeurtenis: gebeurtenis.soort, bron: gebeurtenis.bron },
      });
      return gelezen.casus.casusnummer;
    }),
  );

  koppelRoute(
    server,
    'post',
    '/api/v1/casussen/:casusnummer/opdrachten',
    beveiligd(async (req, res, aanvrager) => {
      const opdracht = opdrachtSchema.safeParse(req.body);
      if (!opdracht.success) return stuurOnbegrepen(res, veldfouten(opdracht.error, req.body));
      const sleutel = kop(req, 'idempotency-key');
      if (sleutel === '' || (sleutel?.length ?? 0) > LANGSTE_SLEUTEL) {
        return stuurOnbegrepen(res, [{ veld: 'Idempotency-Key', melding: `Gebruik 1 tot ${LANGSTE_SLEUTEL} tekens.` }]);
      }
      const etags = etagsVan(kop(req, 'if-match'));
      const casusnummer = casusnummerVan(req);
      const resultaat: Resultaat = await dienst.voerUit({
        casusnummer,
        opdracht: opdracht.data,
        aanvrager,
        ...(sleutel !== undefined && { sleutel }),
        ...(etags !== undefined && { etags }),
      });
      if (resultaat.ok) stuurCasus(res, 200, resultaat);
      else stuurAfgewezen(res, resultaat);
      return resultaat.ok || resultaat.bekend ? casusnummer : undefined;
    }),
  );
}
