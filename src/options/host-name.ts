import { siteOf } from '../annotations/settings.ts';

export type HostName =
  | { readonly status: 'ok'; readonly host: string }
  | { readonly status: 'invalid'; readonly reason: 'empty' | 'not-a-host' | 'has-no-dot' };

/**
 * The site that a reader means by what they typed: a host name, or a whole web address pasted. In the form in which settings
 * hold it: lower case, ASCII (international names in their xn-- form), without `www.` and port.
 */
export function readHostName(typed: string): HostName {
  const text = typed.trim().toLowerCase();
  if (text === '') return { status: 'invalid', reason: 'empty' };
  const address = /^[a-z][a-z0-9+.-]*:\/\//.test(text) ? text : `http://${text}`;
  if (!/^https?:/.test(address) || !URL.canParse(address)) return { status: 'invalid', reason: 'not-a-host' };
  const url = new URL(address);
  const host = siteOf(url.hostname);
  // What a URL takes as a host (`a_b`, `*`) is more than what the web has names for.
  if (!/^(?:[a-z0-9-]+\.)*[a-z0-9-]+$|^\[[0-9a-f:.]+\]$/.test(host)) return { status: 'invalid', reason: 'not-a-host' };
  if (url.username !== '' || host.split('.').some(isBadLabel)) return { status: 'invalid', reason: 'not-a-host' };
  if (!host.includes('.') && !host.includes(':') && host !== 'localhost')
    return { status: 'invalid', reason: 'has-no-dot' };
  return { status: 'ok', host };
}

/** RFC 1123, section 2.1: up to 63 letters, digits and hyphens, no hyphen at either end. */
function isBadLabel(label: string): boolean {
  return label.length > 63 || label.startsWith('-') || label.endsWith('-');
}
