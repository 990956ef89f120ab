import { ENTITY_TYPES, type EntityType } from '../entities/types.ts';
import {
  at,
  fail,
  type Parsed,
  parse,
  readBoolean,
  readFilledText,
  readList,
  readObject,
  readOneOf,
  shown,
} from './fields.ts';

/** Where marks are painted without being asked for. */
export const MARK_WHERE = ['everywhere', 'chosen-sites', 'on-click'] as const;
export type MarkWhere = (typeof MARK_WHERE)[number];

/** What can be marked: the types of names, and dates. */
export const MARK_KINDS = [...ENTITY_TYPES, 'DATE'] as const;
export type MarkKind = EntityType | 'DATE';

export interface Settings {
  readonly where: MarkWhere;
  /** Hosts on which marks are wanted when `where` is `chosen-sites`; a host covers its subdomains. */
  readonly sites: readonly string[];
  /** Hosts on which nothing is ever marked; they win over everything else. */
  readonly blockedSites: readonly string[];
  /** The one switch for all marks. */
  readonly marksOn: boolean;
  readonly kinds: Readonly<Record<MarkKind, boolean>>;
}

export const DEFAULT_SETTINGS: Settings = {
  where: 'everywhere',
  sites: [],
  blockedSites: [],
  marksOn: true,
  kinds: { PERSON: true, ORG: true, PLACE: true, GROUP: true, EVENT: true, WORK: true, PRODUCT: true, DATE: true },
};

/** A reader who picks sites by hand does not come near it. */
const SITES_LIMIT = 10_000;
/** The longest name that DNS knows (RFC 1035, section 2.3.4). */
const HOST_LIMIT = 253;

/**
 * A host as it is compared and stored: lower case, without the final dot, without a leading `www.`, so that a choice made on
 * `www.example.org` holds for the whole site. Takes `URL.hostname`; empty for pages without a host.
 */
export function siteOf(host: string): string {
  const bare = host.toLowerCase().replace(/\.$/, '');
  return bare.startsWith('www.') && bare.indexOf('.', 4) > 0 ? bare.slice(4) : bare;
}

/** Takes names outside ASCII as well, and keeps them in the form in which `URL.hostname` gives them. */
function readSite(value: unknown, path: string): string {
  const site = siteOf(readFilledText(value, path, HOST_LIMIT));
  const url = URL.canParse(`http://${site}/`) ? new URL(`http://${site}/`) : null;
  if (url === null || url.href !== `http://${url.hostname}/`) fail(path, `${shown(value)} is not the name of a host`);
  return url.hostname;
}

function readSites(value: unknown, path: string): string[] {
  return [...new Set(readList(value, path, SITES_LIMIT, readSite))];
}

/** Reads settings of unknown origin; hosts are brought to the form that is compared, repeats dropped. */
export function parseSettings(value: unknown): Parsed<Settings> {
  return parse(() => {
    const settings = readObject(value, '');
    const kinds = readObject(settings.kinds, 'kinds');
    return {
      where: readOneOf(settings.where, 'where', MARK_WHERE),
      sites: readSites(settings.sites, 'sites'),
      blockedSites: readSites(settings.blockedSites, 'blockedSites'),
      marksOn: readBoolean(settings.marksOn, 'marksOn'),
      kinds: Object.fromEntries(
        MARK_KINDS.map((kind) => [kind, readBoolean(kinds[kind], at('kinds', kind))]),
      ) as Settings['kinds'],
    };
  });
}

/** Whether a host is one of the sites or below one: `www.bbc.co.uk` is covered by `bbc.co.uk`, `notbbc.co.uk` is not. */
function isCovered(host: string, sites: readonly string[]): boolean {
  const site = siteOf(host);
  return sites.some((chosen) => site === chosen || site.endsWith(`.${chosen}`));
}

/** Whether nothing may be marked on a host, not even on a click. */
export function isBlocked(settings: Settings, host: string): boolean {
  return isCovered(host, settings.blockedSites);
}

/** Whether marks are painted on a host (`URL.hostname`) without being asked for. */
export function mayMark(settings: Settings, host: string): boolean {
  if (!settings.marksOn || isBlocked(settings, host)) return false;
  if (settings.where === 'everywhere') return true;
  return settings.where === 'chosen-sites' && isCovered(host, settings.sites);
}
