/** A chunk that only a draft of an older version of the form needs. */
export { migrateDraft } from '@motcua/form-core/draft'
