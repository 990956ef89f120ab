import type { Change, ChangeKind, Resolution } from '../anchoring/types.ts';
import { t } from '../ui/i18n.ts';
import { CHANGE_LABEL } from '../ui/labels.ts';
import { passageWords } from './passage-words.ts';

interface Props {
  readonly place: Resolution | null;
  /** The page is being read, so passages are still looked for. */
  readonly reading: boolean;
}

/** Whether the passage is still what it was, and if not, what became of it word for word. */
export function PassageState({ place, reading }: Props) {
  const words = passageWords(place, reading);
  return (
    <div class={`passage passage-${words.tone}`}>
      <p class="passage-title">{words.text}</p>
      {words.more !== null && <p>{words.more}</p>}
      {place?.status === 'edited' && (
        <ul class="changes">
          {groupByWords(place.changes).map(({ kinds, was, now }) => (
            <li key={`${was} ${now}`}>
              <span class="change-kind">{kinds.map((kind) => t(CHANGE_LABEL[kind])).join(', ')}</span>{' '}
              {was !== '' && <del>{was}</del>}
              {was !== '' && now !== '' && <span aria-hidden="true"> → </span>}
              {now !== '' && <ins>{now}</ins>}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** The same words changed can be of two kinds (a figure in a quotation): they are shown once. */
function groupByWords(changes: readonly Change[]): { kinds: ChangeKind[]; was: string; now: string }[] {
  const groups: { kinds: ChangeKind[]; was: string; now: string }[] = [];
  for (const { kind, was, now } of changes) {
    const known = groups.find((group) => group.was === was && group.now === now);
    if (known === undefined) groups.push({ kinds: [kind], was, now });
    else known.kinds.push(kind);
  }
  return groups;
}
