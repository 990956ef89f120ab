import controls from '../../ui/controls.css?inline';
import flagFields from '../../ui/flag-fields.css?inline';
import tokens from '../../ui/tokens.css?inline';
import css from './desk.css?inline';

/** Events that a page may listen to for its own shortcuts, editors and menus, and that are ours while they happen in our host. */
const OWN_EVENTS = [
  'input',
  'beforeinput',
  'copy',
  'cut',
  'paste',
  'click',
  'mousedown',
  'mouseup',
  'pointerdown',
  'pointerup',
  'contextmenu',
  'focusin',
  'focusout',
  'wheel',
  'touchstart',
  'touchend',
];
const KEY_EVENTS = ['keydown', 'keypress', 'keyup'] as const;

/**
 * The one element that ever stands in the page, and only while a button or an editor is shown: an empty `<div>` behind
 * `<body>` with a closed shadow root, outside the page's layout and in the top layer where the browser has one.
 */
export interface DeskHost {
  readonly root: ShadowRoot;
  /** Whether the keyboard's focus is inside. */
  hasFocus(): boolean;
  remove(): void;
}

/** Inserts the host. `onKey` sees each key pressed inside; none of them reaches the page. */
export function insertDeskHost(onKey: (event: KeyboardEvent) => void): DeskHost {
  const host = document.createElement('div');
  // An inline style wins over the page's own rules for div, and `all` over what they inherit.
  host.style.cssText =
    'all: initial !important; position: fixed !important; inset: 0 auto auto 0 !important; width: 0 !important; height: 0 !important; overflow: visible !important; border: 0 !important; padding: 0 !important; margin: 0 !important; background: none !important; z-index: 2147483647 !important;';
  const root = host.attachShadow({ mode: 'closed', delegatesFocus: false });
  addStyle(root, [tokens, controls, flagFields, css].join('\n'));
  const listening = new AbortController();
  for (const type of OWN_EVENTS)
    root.addEventListener(type, (event) => event.stopPropagation(), { signal: listening.signal, passive: true });
  for (const type of KEY_EVENTS) {
    // On the window and first, so that shortcuts of the page on its document never see what is typed here; the browser's own
    // doing (typing, Tab, Enter on a button) goes on.
    window.addEventListener(
      type,
      (event) => {
        if (event.target !== host) return;
        event.stopImmediatePropagation();
        if (type === 'keydown') onKey(event);
      },
      { signal: listening.signal, capture: true },
    );
  }
  document.documentElement.append(host);
  if ('popover' in host) {
    host.popover = 'manual';
    host.showPopover();
  }
  return {
    root,
    hasFocus: () => document.activeElement === host,
    remove: () => {
      listening.abort();
      host.remove();
    },
  };
}

function addStyle(root: ShadowRoot, text: string): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    root.adoptedStyleSheets = [sheet];
  } catch {
    // Older Firefox refuses constructed sheets from a content script.
    const style = document.createElement('style');
    style.textContent = text;
    root.append(style);
  }
}
