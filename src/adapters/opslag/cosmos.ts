/** The store in Cosmos DB: one item per casus and per register, each in its own partition, replaced on its ETag. */
import type { ItemDefinition, Resource, SqlQuerySpec } from '@azure/cosmos';
import { valtIn } from '../../toepassing/casus/casusdocument.ts';
import { pakIn, pakUit, type Opgeslagen } from '../../toepassing/casus/inpakken.ts';
import {
  OpslagFout,
  type CasusDocument,
  type Gelezen,
  type Opslag,
  type Zoekregel,
  type Zoekvraag,
} from '../../toepassing/poorten.ts';
import { richtIn, type CosmosInstellingen } from './cosmos-inrichting.ts';
import { codeVan, maakItem, vervangItem, type Gemerkt, type Itemplek } from './cosmos-schrijven.ts';

/** The casusnummer has a field of its own, to search and sort on: the id is its technical form. */
type CasusItem = Opgeslagen & { casusnummer: string };
interface RegisterItem {
  id: string;
  waarde: unknown;
}

/** An id that `naarId` never gives, so that the check cannot meet a casus or a register. */
const CONTROLE_ID = '~controle';
const MAX_ID = 1023;

/**
 * Cosmos DB refuses / \ ? # in an id, and an id is part of a URL, where `..` and a last space mean something else too.
 * Letters, digits, - and _ stay; every other byte becomes ~XX. `undefined` when no id can be made of it.
 */
export function naarId(naam: string): string | undefined {
  const id = Buffer.from(naam, 'utf8')
    .toString('latin1')
    .replace(/[^A-Za-z0-9_-]/g, (teken) => `~${teken.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
  return id.length > 0 && id.length <= MAX_ID ? id : undefined;
}

function verplichtId(naam: string): string {
  const id = naarId(naam);
  if (id === undefined) throw new Error(`een naam van ${naam.length} tekens kan niet in Cosmos DB worden opgeslagen`);
  return id;
}

async function leesItem<T extends ItemDefinition>(
  { container, metTijdslimiet }: Itemplek,
  naam: string,
): Promise<(T & Resource) | undefined> {
  const id = naarId(naam);
  if (id === undefined) return undefined;
  const antwoord = await container.item(id, id).read<T>(metTijdslimiet());
  // 404 with 1003: not the item but its container is gone. That is no "unknown casus".
  if (antwoord.substatus === 1003) throw new Error(`de container ${container.id} bestaat niet meer in Cosmos DB`);
  return antwoord.resource;
}

/** The first rows of a query: one page request, unless Cosmos DB cuts a page short although there is more. */
async function haal<T>({ container, metTijdslimiet }: Itemplek, query: SqlQuerySpec, maximum: number): Promise<T[]> {
  const paginas = container.items.query<T>(query, { maxItemCount: maximum, ...metTijdslimiet() });
  const rijen: T[] = [];
  while (rijen.length < maximum && paginas.hasMoreResults()) {
    const { resources } = (await paginas.fetchNext()) as { resources: T[] | undefined };
    // Against its own type the client gives `undefined` for an empty page of a query over several partitions.
    rijen.push(...(resources ?? []));
  }
  return rijen.slice(0, maximum);
}

function naarItem(document: CasusDocument): CasusItem {
  return { ...pakIn(document), id: verplichtId(document.id), casusnummer: document.id };
}

function vanItem(item: CasusItem & Gemerkt & Resource): Gelezen<CasusDocument> {
  const { casusnummer, schrijfmerk: _schrijfmerk, _etag: etag, _rid, _self, _ts, ...rest } = item;
  // A real account adds this one too; the client's type does not know it.
  const { _attachments, ...document } = rest as typeof rest & { _attachments?: unknown };
  return { waarde: pakUit({ ...document, id: casusnummer }), etag };
}

function zoekQuery(vraag: Zoekvraag): SqlQuerySpec {
  const { casusnummer, gemeente, fasen, teams, kenmerk, zonderKenmerk, vervallenOp, na, voor } = vraag;
  const deel = (waarde: string | undefined, naam: string, sql: string) =>
    waarde === undefined ? [] : [{ sql, parameters: [{ name: naam, value: waarde }] }];
  const delen = [
    ...deel(casusnummer, '@casusnummer', 'c.casusnummer = @casusnummer'),
    ...deel(gemeente, '@gemeente', 'c.gemeente = @gemeente'),
    ...deel(vervallenOp, '@vervallenOp', 'c.vroegsteVerval <= @vervallenOp'),
    ...deel(zonderKenmerk, '@zonder', 'NOT ARRAY_CONTAINS(c.kenmerken, @zonder)'),
    ...deel(na, '@na', 'c.casusnummer > @na'),
    ...deel(voor, '@voor', 'c.casusnummer < @voor'),
  ];
  if (fasen) {
    delen.push({
      sql: `c.fase IN (${fasen.map((_, nr) => `@fase${nr}`).join(', ')})`,
      parameters: fasen.map((fase, nr) => ({ name: `@fase${nr}`, value: fase })),
    });
  }
  for (const [veld, gezocht] of [
    ['teams', teams],
    ['kenmerken', kenmerk === undefined ? undefined : [kenmerk].flat()],
  ] as const) {
    if (!gezocht) continue;
    // One ARRAY_CONTAINS per value uses the index on the array; an EXISTS over it would read every casus.
    delen.push({
      sql: `(${gezocht.map((_, nr) => `ARRAY_CONTAINS(c.${veld}, @${veld}${nr})`).join(' OR ')})`,
      parameters: gezocht.map((value, nr) => ({ name: `@${veld}${nr}`, value })),
    });
  }
  const waar = delen.length ? ` WHERE ${delen.map(({ sql }) => sql).join(' AND ')}` : '';
  return {
    query: `SELECT c.casusnummer, c.gemeente, c.fase, c.teams, c.vroegsteVerval FROM c${waar} ORDER BY c.casusnummer`,
    parameters: delen.flatMap(({ parameters }) => parameters),
  };
}

type ZoekRij = Omit<Zoekregel, 'id'> & { casusnummer: string };

/**
 * Opens the store in this Cosmos DB account and creates the database and the containers where they are missing.
 * Rejects with an Error in Dutch with the endpoint and the remedy when that does not succeed.
 */
export async function openCosmos(instellingen: CosmosInstellingen): Promise<Opslag> {
  const { client, metTijdslimiet, ...containers } = await richtIn(instellingen);
  const casussen: Itemplek = { container: containers.casussen, metTijdslimiet };
  const register: Itemplek = { container: containers.register, metTijdslimiet };
  let gesloten = false;
  // The client can still send after dispose(), so the store keeps count itself.
  const voer = async <T>(werk: () => Promise<T>): Promise<T> => {
    if (gesloten) throw new Error('de opslag is gesloten');
    try {
      return await werk();
    } catch (fout) {
      const code = codeVan(fout);
      throw code === undefined ? fout : new OpslagFout(code, fout);
    }
  };

  return {
    // A point read, also with a kring: a query would cost a second request for its plan.
    lees: (casusnummer, kring) =>
      voer(async () => {
        const item = await leesItem<CasusItem & Gemerkt>(casussen, casusnummer);
        return item && valtIn(kring, item) ? vanItem(item) : undefined;
      }),
    maak: (document) => voer(() => maakItem(casussen, naarItem(document))),
    vervang: (document, etag) => voer(() => vervangItem(casussen, naarItem(document), etag)),
    teWekken: (nu, maximum) =>
      voer(async () => {
        const query = {
          query: 'SELECT VALUE c.casusnummer FROM c WHERE c.wekOp <= @nu ORDER BY c.wekOp',
          parameters: [{ name: '@nu', value: nu }],
        };
        return haal<string>(casussen, query, maximum);
      }),
    zoek: (vraag) =>
      voer(async () => {
        if ([vraag.teams, vraag.fasen, vraag.kenmerk].some((lijst) => lijst?.length === 0)) return [];
        const rijen = await haal<ZoekRij>(casussen, zoekQuery(vraag), vraag.maximum);
        return rijen.map(({ casusnummer, ...rest }) => ({ id: casusnummer, ...rest }));
      }),
    leesRegister: <T>(naam: string) =>
      voer(async () => {
        const item = await leesItem<RegisterItem>(register, naam);
        return item && { waarde: item.waarde as T, etag: item._etag };
      }),
    schrijfRegister: (naam, waarde, etag) =>
      voer(() => {
        const item = { id: verplichtId(naam), waarde };
        return etag === undefined ? maakItem(register, item) : vervangItem(register, item, etag);
      }),
    controleer: (alleenLezen = false) =>
      voer(async () => {
        await leesItem(casussen, 'controle');
        if (!alleenLezen) await register.container.items.upsert({ id: CONTROLE_ID }, metTijdslimiet());
      }),
    sluit: async () => {
      gesloten = true;
      client.dispose();
    },
  };
}
