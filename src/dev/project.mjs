/** Where the project lies on this machine, and what its manifest says. Node's own modules only. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** Where commands leave screenshots and packages; ignored by git. */
export const artifacts = path.join(root, 'artifacts');

/**
 * A file of the project as JSON.
 * @param {string} file relative to the project's folder
 * @returns {any}
 */
export function readProjectJson(file) {
  return JSON.parse(readFileSync(path.join(root, file), 'utf8'));
}

/**
 * Ends the program with one sentence on standard error instead of a stack trace.
 * @param {unknown} error
 * @returns {never}
 */
export function fail(error) {
  console.error(error instanceof Error && !(error instanceof UserError) ? error.stack : String(error));
  process.exit(error instanceof UserError ? error.status : 1);
}

/** Something that the person at the keyboard can mend; its message is shown alone, without a stack trace. */
export class UserError extends Error {
  /**
   * @param {string} message a whole sentence
   * @param {number} status exit status
   */
  constructor(message, status = 1) {
    super(message);
    this.status = status;
  }

  /** @override */
  toString() {
    return this.message;
  }
}
