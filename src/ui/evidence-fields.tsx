import { type Evidence, STANCES } from '../annotations/types.ts';
import { Button } from './button.tsx';
import { t } from './i18n.ts';
import { STANCE_LABEL } from './labels.ts';
import { Select } from './select.tsx';
import { TextField } from './text-field.tsx';

interface Props {
  readonly evidence: readonly Evidence[];
  /** Places in the list whose link is no web address. */
  readonly badLinks: readonly number[];
  readonly onChange: (evidence: readonly Evidence[]) => void;
}

const NEW_EVIDENCE: Evidence = {
  link: null,
  title: null,
  publisher: null,
  quote: null,
  stance: 'context',
  accessed: null,
  archived: null,
};

/** The sources of a flag: link and what the source says of the page. Fields that are not shown stay as they are. */
export function EvidenceFields({ evidence, badLinks, onChange }: Props) {
  const replace = (index: number, part: Partial<Evidence>): void =>
    onChange(evidence.map((one, at) => (at === index ? { ...one, ...part } : one)));
  return (
    <fieldset class="evidence-fields">
      <legend class="field-label">{t('evidenceHeading')}</legend>
      {evidence.map((one, index) => (
        <div key={index} class="evidence-row">
          <TextField
            label={t('evidenceLink', index + 1)}
            labelHidden
            inputMode="url"
            placeholder="https://"
            value={one.link ?? ''}
            error={badLinks.includes(index) ? t('evidenceBadLink') : null}
            onInput={(link) => replace(index, { link: link === '' ? null : link })}
          />
          <Select
            label={t('evidenceStance', index + 1)}
            labelHidden
            value={one.stance}
            options={STANCES.map((stance) => ({ value: stance, text: t(STANCE_LABEL[stance]) }))}
            onChange={(stance) => replace(index, { stance })}
          />
          <Button
            look="quiet"
            label={t('evidenceRemove', index + 1)}
            onPress={() => onChange(evidence.filter((_, at) => at !== index))}
          >
            <span aria-hidden="true">×</span>
          </Button>
        </div>
      ))}
      <Button onPress={() => onChange([...evidence, NEW_EVIDENCE])}>{t('evidenceAdd')}</Button>
    </fieldset>
  );
}
