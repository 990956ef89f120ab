import { couldAbbreviate, initialsOf, type NameForm } from './name-form.ts';

/** Words that stand in many names: a short form made of them alone names nothing certain. */
const GENERIC = new Set(
  (
    'american national international united british royal federal state city new north south east west northern southern eastern western ' +
    'central department ministry office bank university college school institute committee commission council court party union group ' +
    'association society federation league club team house senate congress parliament assembly agency bureau service police army navy ' +
    'force guard center centre hospital church museum times post news journal first general public world european african asian chinese ' +
    'japanese indian german french russian day cup open championship championships prize award awards act agreement treaty plan street ' +
    'road river county island islands lake mount park airport bridge stadium san los la el de the media games studios energy trust fund company'
  ).split(' '),
);

function isShortOf(short: readonly string[], long: readonly string[]): boolean {
  if (short.length >= long.length || short.every((word) => GENERIC.has(word))) return false;
  const start = short.every((word, k) => word === long[k]);
  const end = short.every((word, k) => word === long[long.length - short.length + k]);
  return start || end;
}

/**
 * Groups mentions of one type other than PERSON: same name, acronym (defined in parentheses or by initials), and a beginning
 * or end of a longer name where only one longer name fits. Returns the group number of each form.
 */
export function groupNames(text: string, forms: readonly NameForm[]): number[] {
  const byKey = new Map<string, number>();
  const members: NameForm[] = [];
  const keyGroup = forms.map((form) => {
    let group = byKey.get(form.key);
    if (group === undefined) {
      group = members.length;
      byKey.set(form.key, group);
      members.push(form);
    }
    return group;
  });
  const parent = members.map((_, group) => group);
  const rootOf = (group: number): number => {
    let at = group;
    while (parent[at] !== at) at = parent[at]!;
    return at;
  };
  const join = (a: number, b: number) => {
    parent[rootOf(a)] = rootOf(b);
  };
  // "North Atlantic Treaty Organization (NATO)" and "NATO (North Atlantic Treaty Organization)"
  for (let i = 1; i < forms.length; i += 1) {
    const before = forms[i - 1]!;
    const after = forms[i]!;
    if (!/^\s*\(\s*(?:the |or )?["“']?$/.test(text.slice(before.span.end, after.span.start))) continue;
    const closing = text.slice(after.span.end, after.span.end + 3).trimStart();
    if (!/^["”']?\)/.test(closing)) continue;
    if (after.acronym !== '' && couldAbbreviate(after.acronym, before.words)) join(keyGroup[i]!, keyGroup[i - 1]!);
    else if (before.acronym !== '' && couldAbbreviate(before.acronym, after.words))
      join(keyGroup[i - 1]!, keyGroup[i]!);
  }
  members.forEach((form, group) => {
    if (parent[group] !== group) return;
    const isOther = (other: number) => rootOf(other) !== group;
    let found: number[] = [];
    if (form.acronym.length > 1) {
      found = members.flatMap((other, k) => (isOther(k) && initialsOf(other.words).includes(form.acronym) ? [k] : []));
    } else if (form.span.type !== 'PLACE' && form.span.type !== 'GROUP') {
      found = members.flatMap((other, k) => (isOther(k) && isShortOf(form.words, other.words) ? [k] : []));
    }
    const roots = new Set(found.map(rootOf));
    if (roots.size === 1) join(group, found[0]!);
  });
  return keyGroup.map(rootOf);
}
