import { charClass, DIGIT, isWordClass, UPPER } from './char-classes.ts';

/** How much text is looked at, in UTF-16 code units: enough for some hundred words. */
const LOOKED_AT = 6000;
/** Fewer words than this tell nothing. */
const FEWEST_WORDS = 12;

/** The commonest small words of English, and of languages that share letters with it and that news is written in. */
const ENGLISH =
  'the of and to in a is that for it was on with as at by be this from have has had are were not but they he she his her their its an ' +
  'which who will would been said after more than when about into over up out or we you i what there one all can could if so no do';
const OTHERS =
  // German, Dutch, Afrikaans
  'der die das und ist nicht ein eine den dem des mit von für auf im zu sich auch wird bei nach wie aber oder sind war über ' +
  'het een van niet dat zijn op te voor aan met ook naar om bij maar nog wordt hebben heeft en ik je wat ' +
  // French, Spanish, Catalan, Portuguese, Italian, Romanian
  'le la les des du et un une est que qui dans pour pas sur au aux avec ce cette sont plus par se sa son ses nous vous il elle ' +
  'el los las de del que y en una por con para su al lo como más pero sus este ha fue son sobre entre cuando ' +
  'o os da do dos das em não uma com mais mas foi ao pela pelo também seu sua ' +
  'di che il per non con della del gli alla nel più anche sono dei delle ma dal ' +
  'și în nu mai care este cu pe ca au fost pentru ' +
  // Scandinavian, Finnish
  'och att det som på är av för med inte till har om ett var jag vi kan ' +
  'og det er på til som av for med ikke har den et jeg å ikkje af ' +
  'ja on ei että se hän mutta ovat myös oli kun ' +
  // Polish, Czech, Croatian, Hungarian, Turkish, Indonesian, Vietnamese, Tagalog, Swahili
  'w na nie się z że jest jak ale po przez przy dla jego ' +
  'v je se že na s to by jsou ale jako jeho k za ' +
  'i u je da se na za su od koji što nije ' +
  'a az és nem hogy egy volt van is meg csak már ' +
  've bir bu da de için ile olarak daha çok gibi olan ' +
  'yang dan di ini itu dengan untuk tidak dari dalam akan pada ' +
  'của và là có không được cho trong với các một ' +
  'ang ng sa na mga ay ito hindi ' +
  'ya wa na kwa katika ni la za kuwa';

const english = new Set(ENGLISH.split(' '));
/** Words that English has too ("on", "a", "is", "met") say nothing against it. */
const others = new Set(OTHERS.split(' ').filter((word) => !english.has(word)));

/**
 * Tells whether a text is English, by its small words: about four in ten words of English running text are among the
 * commonest sixty. Looks at the first 6,000 code units only. `unknown` when there are too few words to tell.
 */
export function detectLanguage(text: string): 'en' | 'unsupported' | 'unknown' {
  const end = Math.min(text.length, LOOKED_AT);
  let words = 0;
  let own = 0;
  let foreign = 0;
  let latin = 0;
  let letters = 0;
  let start = -1;
  for (let i = 0; i <= end; i += 1) {
    const code = i < end ? text.charCodeAt(i) : 32;
    const kind = charClass(code);
    if (isWordClass(kind)) {
      if (start < 0) start = i;
      if (kind !== DIGIT) {
        letters += 1;
        if (code < 0x250) latin += 1;
      }
      continue;
    }
    if (start < 0) continue;
    if (i - start <= 8) {
      const word = text.slice(start, i).toLowerCase();
      if (english.has(word)) own += 1;
      else if (charClass(text.charCodeAt(start)) !== UPPER && others.has(word)) foreign += 1;
    }
    words += 1;
    start = -1;
  }
  // Scripts without spaces have few "words": letters decide there.
  if (letters >= 20 && latin < letters * 0.6) return 'unsupported';
  if (words < FEWEST_WORDS) return 'unknown';
  if (own >= words * 0.2 && own > foreign * 1.3) return 'en';
  if (foreign >= words * 0.12 && foreign > own) return 'unsupported';
  // Headlines and lists have few small words; without any of another language they pass for English once enough are found.
  if (own >= words * 0.1 && own > foreign * 2) return 'en';
  return words < 60 ? 'unknown' : 'unsupported';
}
