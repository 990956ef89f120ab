/** What every exported file says of its own making; the core has no clock and no version, so the caller gives both. */
export interface ExportContext {
  /** When the file is made: ISO 8601 in UTC. */
  readonly exported: string;
  /** What makes it, with its version: `Newsgloss 0.1.0`. */
  readonly generator: string;
}
