/**
 * Who took the app away. Teams may still take what is sent to them, so nothing is sent: Veilig Thuis calls, and a ladder
 * goes on to the next. By Entra object id, in one small register.
 */
import type { Instant } from '../../kern/tijd/werkdagen.ts';
import { teksten } from '../../teksten/nl.ts';
import { VEILIG_THUIS, type Opslag } from '../poorten.ts';
import type { Adresboek, Rol } from './adresboek.ts';

/** Roles to which messages go in person. */
const AANSPREEKBAAR: ReadonlySet<Rol['rol']> = new Set<Rol['rol']>([
  'vt-leidinggevende',
  'team-leidinggevende',
  'contactambtenaar',
  'beheerder',
]);
export const isAanspreekbaar = ({ rol }: Rol): boolean => AANSPREEKBAAR.has(rol);

/** The key of whose role it is; a beheerder belongs to Veilig Thuis. */
export const organisatieVan = (rol: Rol): string =>
  'team' in rol ? rol.team : 'gemeente' in rol ? rol.gemeente : VEILIG_THUIS;

export const rolTekst = (rol: Rol, boek: Adresboek): string =>
  teksten.rol(rol.rol, 'team' in rol || 'gemeente' in rol ? boek.naam(organisatieVan(rol)) : '');

export type ZonderApp = Record<string, { conversatie: string; sinds: Instant }>;
export const ZONDER_APP = 'zonder-app';

export const leesZonderApp = async (opslag: Opslag): Promise<ReadonlySet<string>> =>
  new Set(Object.keys((await opslag.leesRegister<ZonderApp>(ZONDER_APP))?.waarde ?? {}));
