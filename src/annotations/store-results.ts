import type { Invalid } from './fields.ts';
import { StorageFullError } from './storage-area.ts';
import type { Annotation, PageRecord } from './types.ts';

/** Stored data that could not be read. It is never thrown away: `keptAs` is the storage key under which it lies, as it was. */
export interface Damage {
  readonly keptAs: string;
  /** Which fields are wrong and why, in words. */
  readonly message: string;
}

/** A write or read that did not happen; the stored state is as it was before. */
export interface Failed {
  readonly status: 'failed';
  readonly reason: 'quota' | 'unknown';
  readonly message: string;
}

/** The store will not touch what lies in the area, because it was written by a newer version or has no readable version. */
export interface Refused {
  readonly status: 'refused';
  readonly reason: 'newer-schema' | 'unreadable-schema' | 'migration-failed';
  readonly message: string;
}

/**
 * What every operation of the store gives. `ok` may carry `damage` when something unreadable was moved out of the way of a
 * write. `damaged` is the answer to a read: `value` is what could be saved of the data (for a page: the annotations that are
 * sound, or null). `invalid` means that the caller passed something that the store would not be able to read again.
 */
export type StoreResult<T> =
  | { readonly status: 'ok'; readonly value: T; readonly damage?: Damage }
  | { readonly status: 'damaged'; readonly value: T; readonly damage: Damage }
  | Invalid
  | Failed
  | Refused;

/** `putAnnotation(page, annotation)` undoes a deletion; `page` is without it, and no longer stored when it has none left. */
export interface Deletion {
  readonly annotation: Annotation;
  readonly page: PageRecord;
}

export type DeleteResult = StoreResult<Deletion> | { readonly status: 'not-found'; readonly message: string };

/** What a repair of the index found: how many of its lines were put right, and under which keys damaged pages were set aside. */
export interface Repair {
  readonly lines: number;
  readonly damagedPages: readonly string[];
}

export function ok<T>(value: T, damage?: Damage): StoreResult<T> {
  return damage === undefined ? { status: 'ok', value } : { status: 'ok', value, damage };
}

/** What an error thrown by a storage area means to the caller. */
export function failedBy(error: unknown): Failed {
  const message = error instanceof Error ? error.message : String(error);
  return { status: 'failed', reason: error instanceof StorageFullError ? 'quota' : 'unknown', message };
}
