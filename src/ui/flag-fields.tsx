import { FLAG_KINDS, FLAG_STATUSES, type Flag, type FlagKind } from '../annotations/types.ts';
import { EvidenceFields } from './evidence-fields.tsx';
import { t } from './i18n.ts';
import { FLAG_LABEL, FLAG_STATUS_LABEL } from './labels.ts';
import { Select } from './select.tsx';

interface Props {
  readonly flag: Flag | null;
  /** Places in the list of evidence whose link is no web address. */
  readonly badLinks: readonly number[];
  readonly onChange: (flag: Flag | null) => void;
}

const NO_FLAG = 'none';
const NEW_FLAG = { status: 'open', rating: null, evidence: [] } as const;

/** Kind, status and evidence of a flag, or no flag. What is not shown of a flag (its rating) stays as it is. */
export function FlagFields({ flag, badLinks, onChange }: Props) {
  const choose = (kind: FlagKind | typeof NO_FLAG): void =>
    onChange(kind === NO_FLAG ? null : { ...(flag ?? NEW_FLAG), kind });
  return (
    <>
      <div class="field-row">
        <Select
          label={t('flagLabel')}
          value={flag?.kind ?? NO_FLAG}
          options={[
            { value: NO_FLAG, text: t('flagNone') },
            ...FLAG_KINDS.map((kind) => ({ value: kind, text: t(FLAG_LABEL[kind]) })),
          ]}
          onChange={choose}
        />
        {flag !== null && (
          <Select
            label={t('flagStatusLabel')}
            value={flag.status}
            options={FLAG_STATUSES.map((status) => ({ value: status, text: t(FLAG_STATUS_LABEL[status]) }))}
            onChange={(status) => onChange({ ...flag, status })}
          />
        )}
      </div>
      {flag !== null && (
        <EvidenceFields
          evidence={flag.evidence}
          badLinks={badLinks}
          onChange={(evidence) => onChange({ ...flag, evidence })}
        />
      )}
    </>
  );
}
