/** Elements that never hold readable text, whatever their size. */
const UNREADABLE = new Set(
  'script style noscript template head link meta svg math iframe object embed video audio canvas map select option textarea input button dialog datalist progress meter'.split(
    ' ',
  ),
);
/** Elements that stand around an article rather than in it. */
const AROUND = new Set(['nav', 'aside', 'footer', 'form', 'menu']);
const AROUND_ROLES =
  /^(?:navigation|complementary|banner|contentinfo|search|dialog|alertdialog|alert|form|toolbar|menu|menubar|tablist|button|tooltip|status|doc-endnotes|note)$/i;

/**
 * Names that sites give to what is not the article, matched as whole words of `class` and `id`. Kept to words that were seen
 * on several sites; a site's own names do not belong here.
 */
const FURNITURE_NAME = new RegExp(
  `(?:^|-)(?:${[
    'ads?',
    'advert\\w*',
    'adsbygoogle',
    'adslot',
    'sponsor\\w*',
    'promo\\w*',
    'outbrain',
    'taboola',
    'shar(?:e|es|ing|er)',
    'sharebar',
    'sharedaddy',
    'addthis\\w*',
    'addtoany',
    'social\\w*',
    'related\\w*',
    'recirc\\w*',
    'recommend\\w*',
    'trending',
    'most-(?:read|popular|viewed|shared)',
    'popular',
    'read-?(?:more|next)',
    'more-(?:on|from|stories|news|in)',
    'see-?also',
    'newsletter\\w*',
    'sign-?up',
    'subscri\\w+',
    'paywall-(?:prompt|message|offer)',
    'comments?',
    'comment-?list',
    'disqus\\w*',
    'respond',
    'livefyre',
    'breadcrumbs?',
    'pagination',
    'pager',
    'sidebar',
    'side-bar',
    'masthead',
    'navbar',
    'nav',
    'menu',
    'footer',
    'cookies?',
    'consent',
    'gdpr',
    'popup',
    'modal',
    'overlay',
    'tooltip',
    'toolbar',
    'byline\\w*',
    'timestamp',
    'author-?(?:bio|box|info|card|meta)',
    'about-the-author',
    'tags?',
    'tag-?(?:list|cloud)s?',
    'topics?-list',
    'print-?only',
    'visually-?hidden',
    'sr-?only',
    'screen-reader(?:-text)?',
    'skip-?link',
    'donat\\w+',
    'copyright',
    'disclaimer',
  ].join('|')})(?:-|$)`,
);

/** Names of a body or of a layout: such an element is kept even when another word in its name is suspicious. */
const BODY_NAME =
  /(?:^|-)(?:article-?(?:body|content|text)|story-?(?:body|content|text)|post-?(?:body|content)|entry-?(?:body|content)|body-?(?:text|copy|content)|main-?content|content-?body|page-?content)(?:-|$)/;

/** Names of the paragraph that some sites set apart at the head of an article. */
const LEAD_NAME =
  /(?:^|-)(?:summary|lead|lede|intro|introduction|standfirst|deck|dek|chapeau|sapo|sommario|entradilla|first-paragraph)(?:-|$)/;

const LAYOUT_NAME =
  /^-?(?:has|with|without|no|not|layout|above|page|template|single|post|body|theme|is|l|grid|col|main)-.*(?:sidebar|nav|menu|footer|header|masthead|ads?|comments?|newsletter|overlay|modal|popup|popular|share)$/;

/** Site templates repeat a few hundred names on every page; the cap only bounds a page that makes names up without end. */
const MAX_REMEMBERED_NAMES = 5_000;
const rememberedNames = new Map<string, boolean>();

/** The tag name in lower case, as the sets of tags here have it. */
export function tagOf(element: Element): string {
  return element.localName;
}

/** Whether an element can't hold readable text: scripts, media, form fields. */
export function isUnreadable(tag: string): boolean {
  return UNREADABLE.has(tag);
}

/** Whether an element is hidden by its own markup. Style sheets are not asked: that would force a layout. */
export function isHiddenByMarkup(element: Element): boolean {
  if (element.hasAttribute('hidden')) return element.getAttribute('hidden') !== 'until-found';
  if (element.getAttribute('aria-hidden') === 'true') return true;
  const style = element.getAttribute('style');
  return style !== null && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style);
}

/**
 * Whether an element stands around the article (navigation, share bars, related links, newsletter boxes, comments, ads) or is
 * hidden, judged by its own tag, role, attributes and names alone. The caller decides what to do when it holds most of the
 * text: a page may wrap everything in a `<form>`.
 */
export function isFurniture(element: Element): boolean {
  const tag = tagOf(element);
  if (AROUND.has(tag) || isHiddenByMarkup(element)) return true;
  const role = element.getAttribute('role');
  if (role !== null && AROUND_ROLES.test(role)) return true;
  if (tag === 'body' || tag === 'article' || tag === 'main') return false;
  return hasFurnitureName(nameOf(element));
}

/** `class` and `id` of an element as lower case words joined by `-`: `articleBody js_share` -> `article-body-js-share`. */
export function nameOf(element: Element): string {
  const className = element.getAttribute('class');
  const id = element.getAttribute('id');
  return className === null ? (id ?? '') : id === null ? className : `${className} ${id}`;
}

/** Whether names as given by `nameOf` say that an element holds the body of an article. */
export function hasBodyName(name: string): boolean {
  return name !== '' && BODY_NAME.test(normalise(name));
}

/** Whether names as given by `nameOf` say that an element holds the lead of an article. */
export function hasLeadName(name: string): boolean {
  return name !== '' && LEAD_NAME.test(normalise(name));
}

function hasFurnitureName(name: string): boolean {
  if (name === '') return false;
  const known = rememberedNames.get(name);
  if (known !== undefined) return known;
  const result = !BODY_NAME.test(normalise(name)) && name.split(/\s+/).some((one) => isFurnitureWord(normalise(one)));
  if (rememberedNames.size >= MAX_REMEMBERED_NAMES) rememberedNames.clear();
  rememberedNames.set(name, result);
  return result;
}

/** One class or id. `has-sidebar`, `layout-right-sidebar`, `above-footer` speak of what stands elsewhere. */
function isFurnitureWord(words: string): boolean {
  return FURNITURE_NAME.test(words) && !LAYOUT_NAME.test(words);
}

function normalise(name: string): string {
  return name
    .slice(0, 300)
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
}
