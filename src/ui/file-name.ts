/** Long enough to tell articles apart, short enough for every file system with the date and ending added. */
const TITLE_LENGTH = 60;

/**
 * A file name from a title and an ISO 8601 date: `2019-11-08-pact-signed-in-vilnius.json`. Letters and digits of any script
 * stay, everything else becomes a hyphen, so that no title can name a folder, a hidden file or a device.
 */
export function fileNameFor(title: string, isoDate: string, extension: string): string {
  const words = title
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{Letter}\p{Mark}\p{Number}]+/gu, '-');
  const short = [...words]
    .slice(0, TITLE_LENGTH)
    .join('')
    .replace(/^-+|-+$/g, '');
  return `${[isoDate.slice(0, 10), short].filter((part) => part !== '').join('-')}.${extension}`;
}
