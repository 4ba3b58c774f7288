import { defineOnce } from '../../dom/define-once.ts'
import { MotcuaIdentityDocumentField } from './identity-document-field.ts'

defineOnce(MotcuaIdentityDocumentField.tag, MotcuaIdentityDocumentField)

declare global { interface HTMLElementTagNameMap { [MotcuaIdentityDocumentField.tag]: MotcuaIdentityDocumentField } }
