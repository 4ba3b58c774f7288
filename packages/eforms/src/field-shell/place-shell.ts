import type { PropertyDeclarations } from 'lit'
import type { FieldProps } from '../fields/field.ts'
import { PlaceDirectory } from '../places/place-directory.ts'
import { placeFiles } from '../services/load-places.ts'
import { FieldShell } from './field-shell.ts'

/**
 * A place of the two-tier administration. The list of communes is fetched when somebody comes to the field.
 *
 * @attr {string} definitions - folder that has `reference/communes.json`; default: `definitions/` beside the script
 */
export abstract class PlaceShell extends FieldShell {
  static override properties: PropertyDeclarations = { ...FieldShell.properties, definitions: { type: String }, loadPlaces: { attribute: false } }

  declare definitions: string
  /** Gives the content of `reference/communes.json` instead of fetching it. Set it before the element is connected. */
  declare loadPlaces: (() => Promise<unknown>) | undefined
  readonly #places = new PlaceDirectory(() => (this.loadPlaces ?? placeFiles(this.definitions).loadPlaces)(), () => placeFiles(this.definitions).loadLegacyPlaces())
  #unsubscribe: (() => void) | undefined

  constructor() {
    super()
    this.definitions = ''
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.#unsubscribe ??= this.#places.state.subscribe(() => { this.requestUpdate() })
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#unsubscribe?.()
    this.#unsubscribe = undefined
  }

  protected get places(): PlaceDirectory { return this.#places }
  protected override get more(): Partial<FieldProps> { return { places: this.#places } }
}
