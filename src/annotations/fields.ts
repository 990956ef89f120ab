/** What a parser gives back: the typed value, or which field is wrong and why. */
export type Parsed<T> = { readonly status: 'ok'; readonly value: T } | Invalid;

/**
 * `path` names the field as one would write it in code (`annotations[3].flag.kind`, empty for the value itself); `message`
 * is a sentence for the reader that begins with the path.
 */
export interface Invalid {
  readonly status: 'invalid';
  readonly path: string;
  readonly message: string;
}

/** Thrown by the readers of this file only; `parse` turns it into an `Invalid`. */
class InvalidField extends Error {
  readonly path: string;
  constructor(path: string, problem: string) {
    super(path === '' ? problem : `${path}: ${problem}`);
    this.path = path;
  }
}

/** Runs a reader that may call `fail`, and gives its value or the field it failed at. Other errors pass through. */
export function parse<T>(read: () => T): Parsed<T> {
  try {
    return { status: 'ok', value: read() };
  } catch (error) {
    if (error instanceof InvalidField) return { status: 'invalid', path: error.path, message: error.message };
    throw error;
  }
}

/** Refuses the field at `path`; `problem` completes the sentence "path: ...". Only inside `parse`. */
export function fail(path: string, problem: string): never {
  throw new InvalidField(path, problem);
}

/** The path of a member: `at('a', 'b')` is `a.b`, `at('a', 3)` is `a[3]`. */
export function at(path: string, member: string | number): string {
  if (typeof member === 'number') return `${path}[${member}]`;
  return path === '' ? member : `${path}.${member}`;
}

const SHOWN_LENGTH = 40;

/** A value as it may stand in an error message: short, and on one line. */
export function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  const text = JSON.stringify(value) ?? String(value);
  return text.length > SHOWN_LENGTH ? `${text.slice(0, SHOWN_LENGTH)}…` : text;
}

/** An object with named fields; fields that nobody asks for are left behind. */
export function readObject(value: unknown, path: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    fail(path, `${shown(value)} is not an object`);
  }
  return value as Record<string, unknown>;
}

/** A list of at most `limit` items, each read by `readItem` with its own path. */
export function readList<T>(
  value: unknown,
  path: string,
  limit: number,
  readItem: (item: unknown, path: string) => T,
): T[] {
  if (!Array.isArray(value)) fail(path, `${shown(value)} is not a list`);
  if (value.length > limit) fail(path, `${value.length} items are more than the ${limit} allowed`);
  return value.map((item, position) => readItem(item, at(path, position)));
}

/** A string of at most `limit` UTF-16 code units. */
export function readText(value: unknown, path: string, limit: number): string {
  if (typeof value !== 'string') fail(path, `${shown(value)} is not text`);
  if (value.length > limit) fail(path, `${value.length} characters are more than the ${limit} allowed`);
  return value;
}

/** Like `readText`, but empty text or nothing but white space is refused. */
export function readFilledText(value: unknown, path: string, limit: number): string {
  const text = readText(value, path, limit);
  if (text.trim() === '') fail(path, 'is empty');
  return text;
}

/** Null as it is, anything else by `read`. A field that is absent is not null and is refused. */
export function readNullable<T>(value: unknown, path: string, read: (value: unknown, path: string) => T): T | null {
  return value === null ? null : read(value, path);
}

export function readBoolean(value: unknown, path: string): boolean {
  if (typeof value !== 'boolean') fail(path, `${shown(value)} is not true or false`);
  return value;
}

/** A whole number from 0 on that a double holds exactly. */
export function readCount(value: unknown, path: string): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) {
    fail(path, `${shown(value)} is not a whole number from 0 on`);
  }
  return value;
}

/** One of the given strings, told in the error. */
export function readOneOf<T extends string>(value: unknown, path: string, allowed: readonly T[]): T {
  const found = allowed.find((item) => item === value);
  if (found === undefined) fail(path, `${shown(value)} is not one of ${allowed.join(', ')}`);
  return found;
}
