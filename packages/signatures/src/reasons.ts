/**
 * Why a part of a verdict failed or could not be decided. Codes are stable; the words for people come from `reasonText`.
 * Names follow the published attacks on PDF signatures and RFC 5280 / RFC 5652.
 */
export const REASONS = [
  // The file
  'PDF_MALFORMED', 'PDF_UNSUPPORTED', 'ENCRYPTED', 'TOO_LARGE', 'LOOP_LIMIT', 'NO_SIGNATURE', 'SIGFIELD_EMPTY',
  'DUPLICATE_OBJECT_SHADOW', 'APPENDED_WITHOUT_XREF',
  // The signed bytes
  'BR_NOT_FROM_ZERO', 'BR_MALFORMED', 'BR_OVERLAP', 'GAP_NOT_CONTENTS', 'NOT_WHOLE_FILE', 'CONTENTS_MISSING', 'CONTENTS_EMPTY', 'CONTENTS_NOT_CANONICAL',
  'SUBFILTER_UNKNOWN',
  // What was saved after the signature
  'LATER_CHANGE_PAGE', 'LATER_CHANGE_FONT', 'LATER_CHANGE_CONTENT', 'LATER_CHANGE_ANNOT', 'LATER_CHANGE_FORM', 'LATER_CHANGE_STRUCT', 'LATER_CHANGE_INFO',
  'OVERLAY_ANNOTATION', 'DOCMDP_VIOLATION',
  // The signature container
  'CMS_MALFORMED', 'NO_SIGNER', 'MULTI_SIGNER', 'ECONTENT_PRESENT', 'ATTR_MISSING', 'ATTR_DUPLICATE', 'CONTENT_TYPE', 'DIGEST_MISMATCH', 'SIG_INVALID',
  'ESS_MISSING', 'ESS_MISMATCH', 'ALG_WEAK', 'ALG_MISMATCH', 'ALG_UNSUPPORTED', 'CERT_NOT_FOUND', 'CERT_UNPROVEN',
  // The certificate
  'EXPIRED', 'NOT_YET', 'NOT_CA', 'PATHLEN', 'KEY_USAGE', 'EKU', 'CRITICAL_EXTENSION', 'NO_PATH', 'SELF_SIGNED', 'REVOCATION_UNKNOWN',
  // Time, authority, binding
  'TIME_MISSING', 'TIME_UNPROVEN', 'TIME_IN_FUTURE', 'TIME_BEFORE_CERT', 'TIME_AFTER_CERT',
  'AUTHORITY_NOT_CHECKED', 'SIGNER_NOT_OF_AGENCY', 'BINDING_MISSING', 'BINDING_MISMATCH',
] as const
export type ReasonCode = (typeof REASONS)[number]

/** The parts of a verdict that can differ from one another. */
export const SIGNATURE_ASPECTS = ['integrity', 'coverage', 'identity', 'trust', 'revocation', 'time', 'authority'] as const
export type SignatureAspect = (typeof SIGNATURE_ASPECTS)[number]

export interface AspectVerdict {
  /** `unknown`: nothing speaks against it, and nothing proves it. */
  status: 'passed' | 'failed' | 'unknown'
  reasons: readonly ReasonCode[]
}

export const PASSED: AspectVerdict = { status: 'passed', reasons: [] }
export const failed = (...reasons: readonly ReasonCode[]): AspectVerdict => ({ status: 'failed', reasons: [...new Set(reasons)] })
export const unknown = (...reasons: readonly ReasonCode[]): AspectVerdict => ({ status: 'unknown', reasons })
/** Failed when there are reasons, passed when there are none. */
export const judged = (reasons: Iterable<ReasonCode>): AspectVerdict => {
  const list = [...reasons]
  return list.length > 0 ? failed(...list) : PASSED
}
