export { createTestAuthority, restoreTestAuthority, restoreTestIdentity } from './testing/authority.ts'
export type { IssueOptions, TestAuthority, TestAuthorityJson, TestAuthorityOptions, TestIdentity, TestIdentityJson } from './testing/authority.ts'
export { minimalPdf } from './testing/minimal-pdf.ts'
export type { MinimalPdfOptions } from './testing/minimal-pdf.ts'
