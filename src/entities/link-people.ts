import type { NameForm } from './name-form.ts';

/** People of one text, each with the forms of its mentions; `ambiguous` lists groups that a bare name could mean as well. */
export interface PersonGroups {
  /** Group number of each form. */
  readonly groupOf: readonly number[];
  readonly ambiguous: ReadonlyMap<number, readonly number[]>;
}

const PARTICLES = new Set(
  'de da do dos del della di du la le van von der den ter ten bin bint ibn al el abu ben mac st san'.split(' '),
);

/** Short and long forms of given names that news uses side by side. */
const NICKNAMES = [
  'joseph joe joey',
  'robert bob bobby rob',
  'william bill billy will',
  'richard dick rick',
  'james jim jimmy',
  'john jack johnny',
  'michael mike mick',
  'thomas tom tommy',
  'edward ed eddie ted',
  'donald don',
  'daniel dan danny',
  'david dave',
  'stephen steve steven',
  'anthony tony',
  'benjamin ben',
  'samuel sam',
  'matthew matt',
  'christopher chris',
  'nicholas nick',
  'gregory greg',
  'kenneth ken',
  'ronald ron',
  'lawrence larry',
  'charles charlie chuck',
  'andrew andy drew',
  'alexander alex',
  'alexandra alex',
  'elizabeth liz beth',
  'katherine kate kathy',
  'catherine kate cathy',
  'margaret maggie',
  'patricia pat',
  'deborah debbie',
  'jennifer jen jenny',
  'susan sue',
  'jeffrey jeff',
  'timothy tim',
  'peter pete',
  'patrick pat',
  'bernard bernie',
  'vincent vince',
  'frederick fred',
  'albert al',
  'zachary zach',
];
const givenKey = new Map<string, string>();
for (const line of NICKNAMES) {
  const [first, ...rest] = line.split(' ');
  for (const name of rest) if (!givenKey.has(name)) givenKey.set(name, first!);
}

/** The surname of a full name: the last word with the particles before it ("van Dijk", "bin Salman"). */
function surnameOf(words: readonly string[]): string {
  let at = words.length - 1;
  while (at > 1 && PARTICLES.has(words[at - 1]!)) at -= 1;
  return words.slice(at).join(' ');
}

function givenMatch(a: string, b: string): boolean {
  if (a === b) return true;
  if (a.length === 1 || b.length === 1) return a[0] === b[0];
  return (givenKey.get(a) ?? a) === (givenKey.get(b) ?? b);
}

/** True when two full names can be one person: same surname, given names that agree, no middle initial that speaks against it. */
function samePerson(a: readonly string[], b: readonly string[]): boolean {
  if (a.at(-1) !== b.at(-1) || !givenMatch(a[0]!, b[0]!)) {
    // "Xi Jinping" and "President Xi Jinping" aside: one name inside the other ("Mohammed bin Salman Al Saud").
    const [short, long] = a.length < b.length ? [a, b] : [b, a];
    return short.length > 1 && long.join(' ').startsWith(`${short.join(' ')} `);
  }
  if (a.length > 2 && b.length > 2 && a.length === b.length) return givenMatch(a[1]!, b[1]!);
  return true;
}

/** Groups the PERSON mentions of a text. Bare names are linked to full ones anywhere in the text, headlines included. */
export function groupPeople(forms: readonly NameForm[]): PersonGroups {
  const groupOf = forms.map(() => -1);
  const full: { words: readonly string[]; group: number; first: number }[] = [];
  let groups = 0;
  const byKey = new Map<string, number>();
  forms.forEach((form, i) => {
    if (form.words.length < 2 || PARTICLES.has(form.words[0]!)) return;
    let group = byKey.get(form.key);
    if (group === undefined) {
      // The longest agreeing name first, so that "J. Smith" between two people stays with the one named last.
      const match = full.findLast((other) => samePerson(form.words, other.words));
      group = match === undefined ? groups++ : match.group;
      byKey.set(form.key, group);
      full.push({ words: form.words, group, first: i });
    }
    groupOf[i] = group;
  });
  const ambiguous = new Map<number, readonly number[]>();
  const bare = new Map<string, number>();
  forms.forEach((form, i) => {
    if (groupOf[i] !== -1) return;
    const matches = (test: (words: readonly string[]) => boolean) => [
      ...new Set(full.filter((f) => test(f.words)).map((f) => f.group)),
    ];
    let found = matches((words) => words.at(-1) === form.key || surnameOf(words) === form.key);
    if (found.length === 0) found = matches((words) => words[0] === form.key);
    if (found.length === 0)
      found = matches((words) => words.length > 2 && words.slice(1, -1).includes(form.key) && form.key.length > 3);
    if (found.length === 0) {
      let group = bare.get(form.key);
      if (group === undefined) {
        group = groups++;
        bare.set(form.key, group);
      }
      groupOf[i] = group;
      return;
    }
    // Of several the one named last before; if none was named yet, the first to come.
    let nearest = found[0]!;
    for (let k = i - 1; k >= 0; k -= 1) {
      if (found.includes(groupOf[k]!) && !ambiguous.has(k)) {
        nearest = groupOf[k]!;
        break;
      }
    }
    groupOf[i] = nearest;
    if (found.length > 1) ambiguous.set(i, found);
  });
  return { groupOf, ambiguous };
}
