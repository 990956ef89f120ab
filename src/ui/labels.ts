import type { ChangeKind } from '../anchoring/types.ts';
import type { MarkKind, MarkWhere } from '../annotations/settings.ts';
import type { FlagKind, FlagStatus, Stance } from '../annotations/types.ts';
import type { MessageKey } from './i18n.ts';

/** The words for the closed lists of the domain, by the name of their text in `_locales`. */

export const KIND_LABEL = {
  PERSON: 'kindPerson',
  ORG: 'kindOrg',
  PLACE: 'kindPlace',
  GROUP: 'kindGroup',
  EVENT: 'kindEvent',
  WORK: 'kindWork',
  PRODUCT: 'kindProduct',
  DATE: 'kindDate',
} as const satisfies Record<MarkKind, MessageKey>;

export const FLAG_LABEL = {
  'needs-source': 'flagNeedsSource',
  'source-disagrees': 'flagSourceDisagrees',
  'unverified-quote': 'flagUnverifiedQuote',
  'number-unclear': 'flagNumberUnclear',
  'out-of-date': 'flagOutOfDate',
  'headline-mismatch': 'flagHeadlineMismatch',
  'opinion-as-fact': 'flagOpinionAsFact',
  'missing-context': 'flagMissingContext',
  'image-caption': 'flagImageCaption',
  corrected: 'flagCorrected',
  verified: 'flagVerified',
} as const satisfies Record<FlagKind, MessageKey>;

export const FLAG_STATUS_LABEL = {
  open: 'flagStatusOpen',
  checking: 'flagStatusChecking',
  resolved: 'flagStatusResolved',
} as const satisfies Record<FlagStatus, MessageKey>;

export const STANCE_LABEL = {
  supports: 'stanceSupports',
  refutes: 'stanceRefutes',
  context: 'stanceContext',
} as const satisfies Record<Stance, MessageKey>;

export const CHANGE_LABEL = {
  number: 'changeNumber',
  date: 'changeDate',
  name: 'changeName',
  negation: 'changeNegation',
  quote: 'changeQuote',
  attribution: 'changeAttribution',
  hedge: 'changeHedge',
  wording: 'changeWording',
} as const satisfies Record<ChangeKind, MessageKey>;

export const WHERE_LABEL = {
  everywhere: 'whereEverywhere',
  'chosen-sites': 'whereChosenSites',
  'on-click': 'whereOnClick',
} as const satisfies Record<MarkWhere, MessageKey>;
