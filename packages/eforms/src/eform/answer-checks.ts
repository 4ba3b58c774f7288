/** A chunk that only a page with checks of its own needs. */
export { startChecks } from '@motcua/form-core/checks'
