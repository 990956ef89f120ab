import { groupNames } from './link-names.ts';
import { groupPeople } from './link-people.ts';
import { type NameForm, nameForm } from './name-form.ts';
import { ENTITY_TYPES, type Entity, type Mention, type NameSpan } from './types.ts';

/** The fullest of an entity's names: most words, not in capitals alone, then the first. */
function fullestName(forms: readonly NameForm[]): string {
  const weight = (form: NameForm) => {
    const shouted = form.surface.length > 3 && form.surface === form.surface.toUpperCase() ? -0.5 : 0;
    return form.surface.split(' ').length * (form.acronym === '' ? 1 : 0.5) + shouted;
  };
  let best = forms[0]!;
  for (const form of forms) if (weight(form) > weight(best)) best = form;
  // "UK" and "Britain" have one word each: the one that is not an acronym is the fuller.
  if (best.acronym !== '') best = forms.find((form) => form.acronym === '') ?? best;
  return best.surface;
}

/**
 * Groups the names of a text into entities: the same name, a surname or given name after (or before) the full name, acronyms,
 * short forms, and the usual names of countries. Names of different types are never one entity. Ids are "e1", "e2" ... in
 * order of first mention; a bare surname that several people share carries all their ids in `ambiguous`.
 */
export function link(text: string, spans: readonly NameSpan[]): Entity[] {
  const groups: NameForm[][] = [];
  const shared = new Map<NameForm, readonly NameForm[][]>();
  for (const type of ENTITY_TYPES) {
    const forms = spans.filter((span) => span.type === type).map((span) => nameForm(text, span));
    if (forms.length === 0) continue;
    const ofNumber = new Map<number, NameForm[]>();
    const put = (group: number, form: NameForm) => {
      const list = ofNumber.get(group);
      if (list === undefined) ofNumber.set(group, [form]);
      else list.push(form);
    };
    if (type === 'PERSON') {
      const people = groupPeople(forms);
      forms.forEach((form, i) => {
        put(people.groupOf[i]!, form);
      });
      for (const [i, candidates] of people.ambiguous)
        shared.set(
          forms[i]!,
          candidates.map((group) => ofNumber.get(group)!),
        );
    } else {
      groupNames(text, forms).forEach((group, i) => {
        put(group, forms[i]!);
      });
    }
    groups.push(...ofNumber.values());
  }
  groups.sort((a, b) => a[0]!.span.start - b[0]!.span.start);
  const idOf = new Map(groups.map((group, n) => [group, `e${n + 1}`]));
  return groups.map((group) => ({
    id: idOf.get(group)!,
    type: group[0]!.span.type,
    name: fullestName(group),
    mentions: group.map((form): Mention => {
      const candidates = shared.get(form);
      const { start, end } = form.span;
      return candidates === undefined
        ? { start, end }
        : { start, end, ambiguous: candidates.map((other) => idOf.get(other)!) };
    }),
  }));
}
