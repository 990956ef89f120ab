import type { FoundDate } from '../browser/messages.ts';
import { t } from '../ui/i18n.ts';
import { Swatch } from '../ui/swatch.tsx';

/** Every date of the article with its value and why it has it, folded until asked for. */
export function DateList({ dates }: { readonly dates: readonly FoundDate[] }) {
  if (dates.length === 0) return null;
  return (
    <details class="dates">
      <summary>{t('datesHeading', dates.length)}</summary>
      <ul>
        {dates.map((date, index) => (
          // Two places of an article may say the same words, with the same value.
          <li key={index}>
            <p>
              <Swatch kind="DATE">{date.text}</Swatch> <code>{date.value}</code>
            </p>
            <p class="dates-reason">{date.reason}</p>
          </li>
        ))}
      </ul>
    </details>
  );
}
