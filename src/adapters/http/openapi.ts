/** The API's own description, made from the same schemas that judge its input. */
import { z } from 'zod';
import { meldingSchema } from '../../kern/onderwerpen/melding.ts';
import { opdrachtSchema } from '../../kern/opdrachten.ts';

const schema = (bron: z.ZodType) => z.toJSONSchema(bron, { io: 'input', unrepresentable: 'any' });
const json = (inhoud: unknown) => ({ 'application/json': { schema: inhoud } });
const probleem = (beschrijving: string) => ({
  description: beschrijving,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Probleem' } } },
});
const casus = { description: 'De casus', content: json({ $ref: '#/components/schemas/Casus' }) };
const casusnummer = { name: 'casusnummer', in: 'path', required: true, schema: { type: 'string' } };
const vraag = (name: string, soort: object) => ({ name, in: 'query', required: false, schema: soort });
const tekst = { type: 'string' };
const moment = { type: 'string', format: 'date-time' };
const FOUTEN = {
  401: probleem('Niet herkend'),
  403: probleem('Niet toegestaan'),
  404: probleem('Niet gevonden of geen toegang'),
  503: probleem('De opslag werkt nu niet; vraag het later opnieuw'),
};

let gemaakt: object | undefined;

export function openapi(): object {
  gemaakt ??= {
    openapi: '3.1.0',
    info: { title: 'Zicht op veiligheid: intake voor het registratiesysteem van Veilig Thuis', version: '1' },
    security: [{ sleutel: [] }],
    paths: {
      '/api/v1/casussen': {
        post: {
          summary: 'Een melding vastleggen als casus',
          requestBody: { required: true, content: json({ $ref: '#/components/schemas/Melding' }) },
          responses: {
            200: casus,
            201: casus,
            409: probleem('Bestaat al met andere gegevens'),
            422: probleem('Niet begrepen'),
            ...FOUTEN,
          },
        },
        get: {
          summary: 'Casussen zoeken; `na` is de `volgende` van de vorige pagina',
          parameters: [
            vraag('team', tekst),
            vraag('gemeente', tekst),
            vraag('fase', tekst),
            vraag('teLaat', { type: 'boolean' }),
            vraag('na', tekst),
          ],
          responses: { 200: { description: 'Een pagina casussen' }, 422: probleem('Niet begrepen'), ...FOUTEN },
        },
      },
      '/api/v1/casussen/{casusnummer}': {
        get: {
          summary: 'Een casus met zijn journaal',
          parameters: [casusnummer],
          responses: { 200: casus, ...FOUTEN },
        },
      },
      '/api/v1/casussen/{casusnummer}/verantwoordelijke': {
        get: {
          summary: 'Wie is (of was) verantwoordelijk voor zicht op veiligheid',
          parameters: [casusnummer, vraag('op', moment)],
          responses: {
            200: {
              description: 'De verantwoordelijke',
              content: json({ $ref: '#/components/schemas/Verantwoordelijke' }),
            },
            422: probleem('Niet begrepen'),
            ...FOUTEN,
          },
        },
      },
      '/api/v1/casussen/{casusnummer}/opdrachten': {
        post: {
          summary: 'Een opdracht geven op een casus',
          parameters: [
            casusnummer,
            { name: 'Idempotency-Key', in: 'header', required: false, schema: tekst },
            { name: 'If-Match', in: 'header', required: false, schema: tekst },
          ],
          requestBody: { required: true, content: json({ $ref: '#/components/schemas/Opdracht' }) },
          responses: {
            200: casus,
            409: probleem('Geweigerd, met code en reden'),
            412: probleem('Intussen veranderd'),
            422: probleem('Niet begrepen'),
            429: probleem('Te veel sleutels in een etmaal bij deze casus'),
            ...FOUTEN,
          },
        },
      },
    },
    components: {
      securitySchemes: { sleutel: { type: 'http', scheme: 'bearer' } },
      schemas: {
        Melding: schema(meldingSchema),
        Opdracht: schema(opdrachtSchema),
        Casus: {
          type: 'object',
          required: ['casusnummer', 'gemeente', 'fase', 'verantwoordelijke', 'termijnen', 'journaal'],
        },
        Verantwoordelijke: {
          type: 'object',
          required: ['partij', 'tijdelijk', 'sinds', 'grondslag'],
          properties: {
            partij: { enum: ['veilig-thuis', 'lokale-toegang', 'clientsysteem'] },
            team: tekst,
            tijdelijk: { type: 'boolean' },
            reden: tekst,
            sinds: moment,
            tot: moment,
            grondslag: { type: 'object', properties: { gebeurtenis: tekst, bron: tekst } },
          },
        },
        Probleem: {
          type: 'object',
          required: ['type', 'title', 'status', 'code'],
          properties: { type: tekst, title: tekst, status: { type: 'integer' }, code: tekst },
        },
      },
    },
  };
  return gemaakt;
}
