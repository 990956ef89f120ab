/** The browser has read a Blob URL by then (ms); before, revoking it can break the download in Firefox. */
const REVOKE_AFTER_MS = 30_000;

/** Hands a text to the reader as a file, through a link that is pressed; needs no permission. `type` is a MIME type. */
export function downloadText(name: string, text: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), REVOKE_AFTER_MS);
}
