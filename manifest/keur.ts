/** Checks a Teams app: Microsoft's schema, offline, and the points it misses. Errors are Dutch, for who packs the app. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ajvDraft04 from 'ajv-draft-04';
import { unzlibSync } from 'fflate';

/** The files of the app by name. */
export type Bestanden = ReadonlyMap<string, Uint8Array>;

interface Manifest {
  version: string;
  icons: { color: string; outline: string };
  localizationInfo: { defaultLanguageTag: string; additionalLanguages?: { languageTag: string; file: string }[] };
  bots?: { commandLists?: { scopes: string[]; commands: { title: string; description: string }[] }[] }[];
}

const SCHEMAS = join(
  dirname(fileURLToPath(import.meta.resolve('@microsoft/app-manifest/package.json'))),
  'build/json-schemas/teams/v1.25',
);
// The schemas are draft 04 with formats and patterns that a strict Ajv refuses.
const ajv = new ajvDraft04.default({
  strict: false,
  unicodeRegExp: false,
  validateFormats: false,
  allErrors: true,
  logger: false,
});
const schema = (naam: string) => ajv.compile(JSON.parse(readFileSync(join(SCHEMAS, naam), 'utf8')));
const manifestSchema = schema('MicrosoftTeams.schema.json');
const taalSchema = schema('MicrosoftTeams.Localization.schema.json');

/** Manifest, then the files it names; with these the zip is complete. */
export function bestandsnamen(manifest: Manifest): string[] {
  const talen = manifest.localizationInfo.additionalLanguages ?? [];
  return ['manifest.json', manifest.icons.color, manifest.icons.outline, ...talen.map(({ file }) => file)];
}

/** What is wrong with the app; nothing when Teams will take it. */
export function keurManifest(bestanden: Bestanden): string[] {
  const manifest = json(bestanden, 'manifest.json');
  if ('fout' in manifest) return [manifest.fout];
  const tekst = JSON.stringify(manifest.waarde);
  const open = [...new Set(tekst.match(/\$\{\{\w+\}\}/g))];
  if (open.length > 0) return open.map((plek) => `manifest.json: ${plek} is niet ingevuld`);
  if (!manifestSchema(manifest.waarde)) return schemaFouten('manifest.json', manifestSchema.errors);
  const goed = manifest.waarde as Manifest;
  if (!goed.localizationInfo) return ['manifest.json: localizationInfo ontbreekt; zet de standaardtaal erin'];
  const ontbreekt = bestandsnamen(goed).filter((naam) => !bestanden.has(naam));
  if (ontbreekt.length > 0)
    return ontbreekt.map((naam) => `${naam}: dit bestand staat in het manifest, maar is er niet`);
  return [
    ...versieFouten(goed.version),
    ...icoonFouten(bestanden, goed.icons.color, 192),
    ...icoonFouten(bestanden, goed.icons.outline, 32),
    ...doorzichtigFouten(bestanden, goed.icons.outline),
    ...opdrachtFouten(goed),
    ...(goed.localizationInfo.additionalLanguages ?? []).flatMap(({ file }) => taalFouten(bestanden, goed, file)),
  ];
}

type Json = { waarde: unknown } | { fout: string };

function json(bestanden: Bestanden, naam: string): Json {
  const inhoud = bestanden.get(naam);
  if (!inhoud) return { fout: `${naam}: dit bestand is er niet` };
  try {
    return { waarde: JSON.parse(new TextDecoder().decode(inhoud)) };
  } catch {
    return { fout: `${naam}: dit is geen geldige JSON` };
  }
}

const schemaFouten = (naam: string, fouten: typeof manifestSchema.errors): string[] =>
  (fouten ?? []).map(({ instancePath, message = '', params }) => {
    const extra = 'additionalProperty' in params ? ` (${String(params['additionalProperty'])})` : '';
    return `${naam}: ${instancePath || 'het geheel'} past niet in het schema van Teams: ${message}${extra}`;
  });

/** Teams wants three plain numbers; the schema takes any text. */
const versieFouten = (versie: string): string[] =>
  /^(0|[1-9]\d{0,4})(\.(0|[1-9]\d{0,4})){2}$/.test(versie)
    ? []
    : [`manifest.json: versie '${versie}' klopt niet; gebruik drie getallen, zoals 1.0.0`];

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Width, height and colour type stand at fixed places in the first chunk (PNG, §11.2.2). */
function icoonFouten(bestanden: Bestanden, naam: string, maat: number): string[] {
  const inhoud = bestanden.get(naam) ?? new Uint8Array();
  if (inhoud.length < 33 || PNG.some((byte, plek) => inhoud[plek] !== byte)) return [`${naam}: dit is geen PNG`];
  const beeld = new DataView(inhoud.buffer, inhoud.byteOffset);
  const [breed, hoog] = [beeld.getUint32(16), beeld.getUint32(20)];
  return breed === maat && hoog === maat ? [] : [`${naam}: is ${breed}×${hoog} pixels; het moet ${maat}×${maat} zijn`];
}

/**
 * A transparent icon has an alpha channel, and nothing in its corner. The first pixel of the first line has no
 * neighbours, so every PNG filter leaves its bytes as they are.
 */
function doorzichtigFouten(bestanden: Bestanden, naam: string): string[] {
  const inhoud = bestanden.get(naam) ?? new Uint8Array();
  const fout = [`${naam}: de achtergrond moet doorzichtig zijn (PNG met alfakanaal)`];
  const KLEUR_MET_ALFA = 6;
  if (inhoud[24] !== 8 || inhoud[25] !== KLEUR_MET_ALFA) return inhoud.length < 33 ? [] : fout;
  try {
    return unzlibSync(beelddata(inhoud))[4] === 0 ? [] : fout;
  } catch {
    return [`${naam}: dit plaatje is beschadigd`];
  }
}

function beelddata(png: Uint8Array): Uint8Array {
  const beeld = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const stukken: number[] = [];
  for (let plek = 8; plek + 8 <= png.length; plek += 12 + beeld.getUint32(plek)) {
    const soort = String.fromCharCode(...png.subarray(plek + 4, plek + 8));
    if (soort === 'IDAT') stukken.push(...png.subarray(plek + 8, plek + 8 + beeld.getUint32(plek)));
  }
  return Uint8Array.from(stukken);
}

const MAXIMUM_OPDRACHTEN = 12;

function opdrachtFouten({ bots = [] }: Manifest): string[] {
  return bots.flatMap(({ commandLists = [] }) => {
    const scopes = commandLists.flatMap((lijst) => lijst.scopes);
    const dubbeleScope =
      scopes.length === new Set(scopes).size ? [] : ['manifest.json: een scope staat in twee lijsten'];
    const perLijst = commandLists.flatMap(({ scopes: waar, commands }) => {
      const titels = commands.map(({ title }) => title.toLowerCase());
      const plek = `manifest.json: de opdrachten voor ${waar.join(' en ')}`;
      return [
        ...(commands.length > MAXIMUM_OPDRACHTEN ? [`${plek}: ${commands.length}, en er mogen er 12 zijn`] : []),
        ...(new Set(titels).size < titels.length ? [`${plek}: een opdracht staat er dubbel in`] : []),
      ];
    });
    return [...dubbeleScope, ...perLijst];
  });
}

/** A translation that misses a text shows the default language in between; one that names too much is refused. */
function taalFouten(bestanden: Bestanden, manifest: Manifest, naam: string): string[] {
  const gelezen = json(bestanden, naam);
  if ('fout' in gelezen) return [gelezen.fout];
  if (!taalSchema(gelezen.waarde)) return schemaFouten(naam, taalSchema.errors);
  const sleutels = Object.keys(gelezen.waarde as object).filter((sleutel) => sleutel !== '$schema');
  const beschrijvingen = opdrachtPaden(manifest).map((pad) => `${pad}.description`);
  const nodig = ['name.short', 'name.full', 'description.short', 'description.full', ...beschrijvingen];
  // Titles are what one types to the bot, which understands Dutch: they need no translation.
  const mag = new Set([...nodig, ...opdrachtPaden(manifest).map((pad) => `${pad}.title`)]);
  return [
    ...nodig.filter((sleutel) => !sleutels.includes(sleutel)).map((sleutel) => `${naam}: ${sleutel} ontbreekt`),
    ...sleutels
      .filter((sleutel) => !mag.has(sleutel))
      .map((sleutel) => `${naam}: ${sleutel} staat niet in het manifest`),
  ];
}

const opdrachtPaden = ({ bots = [] }: Manifest): string[] =>
  bots.flatMap(({ commandLists = [] }, bot) =>
    commandLists.flatMap(({ commands }, lijst) =>
      commands.map((_, nr) => `bots[${bot}].commandLists[${lijst}].commands[${nr}]`),
    ),
  );
