/** Names of one country or city that articles use side by side; the first of a line is the fullest. Lower case, without stops. */
const VARIANTS = [
  'united states of america; united states; us; usa; america; u s; u s a',
  'united kingdom; uk; britain; great britain; u k',
  'united arab emirates; uae; emirates; u a e',
  'european union; eu',
  'democratic republic of congo; democratic republic of the congo; drc; dr congo; congo-kinshasa',
  'russian federation; russia',
  "people's republic of china; china; prc; mainland china",
  'south korea; republic of korea; rok; s korea',
  "north korea; democratic people's republic of korea; dprk; n korea",
  'czech republic; czechia',
  'myanmar; burma',
  "ivory coast; cote d’ivoire; cote d'ivoire",
  'netherlands; holland',
  'turkey; turkiye',
  'cabo verde; cape verde',
  'eswatini; swaziland',
  'east timor; timor-leste',
  'north macedonia; macedonia',
  'vatican city; vatican; holy see',
  'new york city; nyc; new york ny',
  'los angeles; la; l a',
  'washington dc; dc; d c; washington d c; district of columbia',
  'san francisco; san fran; sf',
  'kyiv; kiev',
  'mumbai; bombay',
  'kolkata; calcutta',
  'chennai; madras',
  'beijing; peking',
  'ho chi minh city; saigon',
  'saudi arabia; kingdom of saudi arabia; ksa',
  'new zealand; nz; aotearoa',
  'northern ireland; ni',
  'puerto rico; pr',
  'new south wales; nsw',
  'british columbia; bc; b c',
];

const representative = new Map<string, string>();
for (const line of VARIANTS) {
  const names = line.split('; ');
  for (const name of names) representative.set(name, names[0]!);
}

/** One key for all names of a country or city: "uk", "britain" and "united kingdom" give "united kingdom". Others stay. */
export function sameCountry(key: string): string {
  return representative.get(key) ?? key;
}
