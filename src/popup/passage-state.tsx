import type { Resolution } from '../anchoring/types.ts';
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
          {place.changes.map(({ kind, was, now }) => (
            <li key={`${kind} ${was} ${now}`}>
              <span class="change-kind">{t(CHANGE_LABEL[kind])}</span> {was !== '' && <del>{was}</del>}
              {was !== '' && now !== '' && <span aria-hidden="true"> → </span>}
              {now !== '' && <ins>{now}</ins>}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
