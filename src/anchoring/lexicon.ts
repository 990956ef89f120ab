/** Words whose change matters to a fact-checker, by what they do. All in the key form of `words.ts`: lower case, no apostrophes. */

const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

export const WEEKDAYS = list(
  'monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun mondays tuesdays wednesdays thursdays fridays saturdays sundays',
);
/** Abbreviations that are words of their own as well: dates only beside a figure. */
export const AMBIGUOUS_DATE_WORDS = list('mon wed sat sun may march mar dec jan august');
export const MONTHS = list(
  'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec',
);
export const DAY_WORDS = list(
  'today yesterday tomorrow tonight noon midnight midday overnight morning afternoon evening night weekend mornings afternoons evenings nights weekends spring summer autumn winter christmas easter',
);
export const TIME_UNITS = list(
  'second seconds minute minutes hour hours day days week weeks fortnight month months year years decade decades century centuries',
);
export const RELATIVE_WORDS = list('last next this past previous coming following earlier later ago same');
export const BEFORE_YEAR = list(
  'in since by until till before after from to of early late mid during through between and for around circa spring summer autumn fall winter year',
);

export const NUMBER_WORDS =
  list(`zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
  seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million
  millions billion billions trillion trillions dozen dozens half quarter quarters double triple quadruple twice thrice
  m mn bn k tn first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth twentieth
  percent percentage pence cents dollar dollars euro euros pound pounds`);
/** Different writings of one value. */
export const NUMBER_VALUES: ReadonlyMap<string, string> = new Map([
  ...'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
    .split(' ')
    .map((word, value) => [word, String(value)] as const),
  ['thirty', '30'],
  ['forty', '40'],
  ['fifty', '50'],
  ['sixty', '60'],
  ['seventy', '70'],
  ['eighty', '80'],
  ['ninety', '90'],
  ['first', '1st'],
  ['second', '2nd'],
  ['third', '3rd'],
  ['fourth', '4th'],
  ['fifth', '5th'],
  ['sixth', '6th'],
  ['seventh', '7th'],
  ['eighth', '8th'],
  ['ninth', '9th'],
  ['tenth', '10th'],
  ['percent', '%'],
  ['million', 'm'],
  ['mn', 'm'],
  ['billion', 'bn'],
  ['trillion', 'tn'],
  ['thousand', 'k'],
  ['dollars', '$'],
  ['euros', '€'],
  ['pounds', '£'],
] as const);

export const NEGATIONS =
  list(`not no never none nobody nothing nowhere neither nor cannot without unable lack lacks lacked lacking
  hardly barely scarcely fail fails failed failing refuse refuses refused`);
/** Verb forms that carry n't, without their apostrophe. */
export const CONTRACTED_NOT = list(
  'dont cant wont isnt wasnt arent werent doesnt didnt hasnt havent hadnt wouldnt couldnt shouldnt aint mustnt neednt mightnt',
);
/** Whether a word says no by itself; n't may carry 've. */
export function isNegation(key: string): boolean {
  return NEGATIONS.has(key) || CONTRACTED_NOT.has(key.replace(/(?<=nt)ve$/, '')) || key === 'notve';
}

export const NEGATING_PREFIXES = ['un', 'in', 'im', 'il', 'ir', 'dis', 'non', 'de'] as const;

export const HEDGES =
  list(`may might could would should can perhaps maybe possibly probably likely unlikely potentially presumably
  reportedly allegedly alleged apparently apparent seemingly seem seems seemed appear appears appeared supposedly supposed
  purportedly purported ostensibly suspected suspect believed thought understood rumoured rumored rumour rumor suggests
  suggested suggest estimated estimate estimates expected unconfirmed unverified possible probable potential conceivably arguably
  about around roughly approximately nearly almost some circa up least most more less fewer over under than
  largely mostly partly generally somewhat virtually practically often sometimes usually typically tend tends
  definitely certainly clearly undoubtedly surely`);
/** Words that hedge only before a figure. */
export const HEDGES_OF_NUMBERS = list('about around some up least most more less fewer over under than');
/** Words that say how something was said, or claim certainty, only in other surroundings. */
export const SAYING_VERBS = list(`say says said saying tell tells told telling claim claims claimed claiming stated
  stating announce announces announced announcing add adds added adding confirm confirms confirmed confirming deny denies denied
  denying insist insists insisted insisting argue argues argued arguing warn warns warned warning tweet tweets tweeted write writes
  wrote written reported reporting declare declares declared assert asserts asserted contend contends contended
  acknowledge acknowledges acknowledged admit admits admitted concede concedes conceded reveal reveals revealed explain explains
  explained noted suggest suggests suggested allege alleges alleged maintain maintains maintained accuse accuses accused
  reply replies replied respond responds responded ask asks asked commented remark remarks remarked mention
  mentions mentioned recall recalls recalled describe describes described predict predicts predicted testify testifies testified
  recount recounts recounted estimated vow vows vowed pledge pledges pledged promised
  conclude concludes concluded indicate indicates indicated emphasise emphasised emphasize emphasized stress stresses stressed
  quoted cite cites cited blame blames blamed believed joked exclaimed shouted whispered hinted
  speculated observed continued according`);
/** Those of them that commonly stand right after their speaker; a word before one of these is the speaker. */
export const SPEAKER_VERBS = list(`say says said tell tells told claims claimed stated announced add adds
  added confirms confirmed denies denied insists insisted argues argued warns warned tweeted wrote
  writes reported declared asserted contended acknowledged admitted conceded revealed explained explains noted notes suggested
  alleged maintained replied responded asked commented remarked recalled testified predicts predicted accused vowed pledged promised
  concluded stressed emphasised emphasized joked`);
export const SPEAKERS =
  list(`official officials spokesman spokeswoman spokesperson spokespeople source sources police officer officers
  witness witnesses authorities minister ministers president prosecutors prosecutor lawyer lawyers attorney analyst analysts expert
  experts researcher researchers scientist scientists critics supporters residents doctors doctor activists government company
  statement report he she they it we i who people insider insiders aide aides diplomat diplomats investigators organisers organizers
  relatives neighbours neighbors friends family opponents reporters journalists media agency agencies anonymous`);

/** Words that carry no matter of their own: they go with the change beside them. */
export const FUNCTION_WORDS =
  list(`a an the of in on at to for from by with and or but as that which who whom whose this these those it
  its he she they them his her their is was are were be been being am has have had having do does did will shall into onto
  upon out off up down over under then there than also s more most very just so such if when while after before since until
  per through during between among`);

/** Abbreviations after which a full stop ends no sentence. */
export const TITLES = list('mr mrs ms dr prof st gen sen rep gov lt col sgt capt cmdr rev jr sr hon no vs mt ft');
