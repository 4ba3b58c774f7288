export { catalogue } from './catalogue.ts'
export { createCatalogue, type Catalogue, type CatalogueEntry, type CatalogueOptions } from './create-catalogue.ts'
export { CatalogueOverlapError, ProcedureNotInForceError, UnknownProcedureError } from './errors.ts'
export { CHANNELS, CONFIDENCES, ENDINGS, FIELD_KINDS } from './definition.ts'
export type {
  Channel, CodeAlias, Confidence, CrossFieldRule, DefinitionIndexEntry, Derivation, Eligibility, Ending, FeeRule,
  FieldDefinition, FieldKind, FormDefinition, GroupDefinition, ItemDefinition, JsonSchema, LegalBasis, LocaleBundle,
  LocalizedText, Option, PageDefinition, Procedure, ProcedureResult, Provenance, RepeatDefinition, RequiredDocument, TimeLimit,
} from './definition.ts'
