// The words by which the gate tells pages apart. Kept in one place, so that a language can be added without reading the code.

// A pattern that runs more than once is compiled to machine code, which takes longer than all look-ups of a gate: what is asked
// of many names is asked of sets.
/** Types of schema.org that only news has. */
export const NEWS_TYPES: ReadonlySet<string> = new Set(
  (
    'NewsArticle ReportageNewsArticle AnalysisNewsArticle OpinionNewsArticle BackgroundNewsArticle ReviewNewsArticle ' +
    'AskPublicNewsArticle AdvertiserContentNewsArticle LiveBlogPosting'
  ).split(' '),
);
export const OTHER_TYPES: ReadonlySet<string> = new Set(
  (
    'Product ProductGroup Recipe DiscussionForumPosting QAPage FAQPage HowTo SoftwareApplication WebApplication TechArticle ' +
    'APIReference ScholarlyArticle MedicalWebPage JobPosting Book Course LocalBusiness Restaurant RealEstateListing ProfilePage'
  ).split(' '),
);
export const LISTING_TYPES: ReadonlySet<string> = new Set(['CollectionPage', 'SearchResultsPage', 'ItemList']);

/** Names of `<meta>` elements that the systems of newsrooms write, in a list of names with a line each. */
export const NEWSROOM_META =
  /^(?:news_keywords|fb:pages|parsely-|sailthru\.|cxenseparse|cse_|vr:|syndication-source|original-source|article:content_tier|article:opinion|byl$|dc\.date\.issued|pdate|publish-date|tp:|story|mediator|prism\.section|revision_date)/m;

/** Words that news sites carry in their names, in the languages of the big presses. */
export const NEWS_NAME =
  /news|(?:times|post|(?<!word)press|today|weekly|review|radio|globe|register|standard|mirror|independent)(?![a-z])|herald|tribune|journal|gazette|daily|chronicle|guardian|telegraph|observer|reporter|courier|examiner|inquirer|dispatch|bulletin|magazine|tv\b|\bwire|argus|sentinel|monde|figaro|zeitung|blatt|spiegel|presse|diario|jornal|folha|prensa|noticias|razon|voz|corriere|giornale|gazzetta|nieuws|avis|novosti|vesti|gazeta/i;

/** Steps of an address, looked up in sets: compiling patterns as long as these would be most of a cold gate. */
export const OTHER_STEPS: ReadonlySet<string> = new Set(
  (
    'blogs blog recipes recipe recettes recette rezepte rezept products product shop store wiki docs doc ' +
    'documentation forums forum threads thread questions question how-to howto fiction doi abs status files file ' +
    'campaigns campaign about help support tag tags category author search watch imgres kb faq pulse developers ' +
    'developer api reference'
  ).split(' '),
);
export const OTHER_HOST =
  /^(?:blogs?|forums?|wiki|shop|store|docs?|support|help|developers?|community)\.|\.blog\b|blog\.|wiki|blogspot\./i;
export const NEWS_STEPS: ReadonlySet<string> = new Set(
  (
    'news article articles story stories politics world nation national international local business markets ' +
    'economy sports sport entertainment opinion science tech technology health culture lifestyle life money crime ' +
    'breaking-news media us uk europe asia africa americas society noticias noticia nachrichten artikel ' +
    'actualites actualite politique politik wirtschaft esporte economia societat chronik'
  ).split(' '),
);
export const DATED_PATH = /\/(?:19|20)\d{2}[/-]?(?:\d{1,2}|[a-z]{3})[/-]|\/(?:19|20)\d{6}\b|-(?:19|20)\d{6}/i;

// Plain ranges instead of \p{Lu} here: the gate runs cold on every page, and compiling Unicode classes would take most of its time.
/** "MADRID —", "WASHINGTON (AP)", "(Reuters)": how wire copy begins. */
export const DATELINE =
  /^\s*(?:[A-Z\u00c0-\u00de\u0410-\u042f][\w\u00c0-\u024f\u0400-\u04ff.' -]{2,30}(?:, [\w. ]{2,24})?\s*(?:\([^)]{2,24}\)\s*)?[—–]|[A-Z. ]{3,30}\s--?\s|.{0,40}\((?:AP|AFP|Reuters|UPI|CNN|dpa|ANSA|EFE|TASS|PTI|ANI|IANS|Xinhua|Bloomberg|Kyodo)\b)/;
/** Attribution, which journalism has in every other paragraph, in the languages of the big presses. */
export const ATTRIBUTION =
  /\b(?:said|says|told|according to|announced|reported|confirmed|spokes(?:man|woman|person)|police|officials?|dijo|afirmó|según|sagte|erklärte|teilte|laut|selon|déclaré|affirmé|disse|afirmou|segundo|secondo|ha detto|zei|volgens|uvedl|řekl|powiedział)(?![a-z])|сообщ|заявил|рассказал/gi;
/** The reader and the writer spoken of: the voice of blogs, guides and shops. Not "we", which is common inside quotes. */
export const VOICE = /\b(?:you|your|you're|you'll|I|I'm|I've|my|our)\b/g;

/**
 * Departments of a newsroom as the steps of an address, each with its forms in the languages of the big presses. Looked up in a
 * map: trying patterns on every step of every link was half of the gate's time.
 */
const DEPARTMENTS = [
  'politics politic politik politique politica política politika polityka',
  'sports sport deportes esportes sporten football soccer nfl nba cricket',
  'business economy economics markets money finance wirtschaft economie economia economía ekonomika',
  'world international welt monde mundo ausland asia europe africa middle-east americas world-news',
  'us uk national nation local regional metro states inland pais lokales community us-news uk-news local-news nation-news',
  'opinion opinions editorial editorials column columns columnist columnists comment commentisfree commentary letters op-ed op-eds oped meinung debats opinión opiniao',
  'entertainment celebrity celebrities showbiz movies film tv music book books art arts culture kultur cultura',
  'tech technology science sciences environment climate digital wissen wissenschaft ciencia',
  'life lifestyle life-style style food travel health leben reise vida',
  'crime courts police education weather traffic obituary obituaries deaths panorama sucesos',
  'video videos live liveblog live-blog photos gallery galleries podcasts e-edition eedition epaper e-paper breaking-news investigations features top-stories topstories',
];
export const DEPARTMENT_OF = new Map(
  DEPARTMENTS.flatMap((words, kind) => words.split(' ').map((word) => [word, kind] as const)),
);
/** Hosts of services that publishers use and hardly anyone else: audience measurement, header bidding, content ads, paywalls. */
export const PUBLISHER_SERVICES: readonly string[] = (
  'chartbeat scorecardresearch taboola outbrain parsely quantserve quantcast tinypass piano.io krxd prebid indexww amazon-adsystem sail-horizon ioam.de cxense ' +
  'permutive securepubads googletagservices marfeel teads onesignal viafoura coral. poool nativo'
).split(' ');
