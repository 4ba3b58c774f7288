export type TextBox = HTMLInputElement | HTMLTextAreaElement

/** What happened to a text box that the person did not do. */
export interface Watch {
  /** Every write to its text or selection by a script, with what stood there. */
  readonly rewrites: string[]
  /** Events the box has seen: `type inputType|key data`. */
  readonly events: string[]
  stop(): void
}

const EVENTS = ['keydown', 'keypress', 'keyup', 'compositionstart', 'compositionupdate', 'compositionend', 'beforeinput', 'input', 'change', 'blur'] as const

/** Watches a text box from the inside: nothing a page can do to its text or caret passes by these properties and methods. */
export function watchControl(box: TextBox): Watch {
  const rewrites: string[] = []
  const events: string[] = []
  const own = new Set<string>()
  const prototype: object = Object.getPrototypeOf(box)
  for (const name of ['value', 'selectionStart', 'selectionEnd', 'selectionDirection', 'defaultValue'] as const) {
    const property = Object.getOwnPropertyDescriptor(prototype, name)
    if (!property?.get || !property.set) continue
    const { get, set } = property
    own.add(name)
    Object.defineProperty(box, name, {
      configurable: true, get,
      set(this: TextBox, next: unknown) { rewrites.push(`${name}: ${JSON.stringify(get.call(this))} → ${JSON.stringify(next)}`); set.call(this, next) },
    })
  }
  for (const name of ['setSelectionRange', 'setRangeText', 'select', 'blur', 'remove'] as const) {
    own.add(name)
    Object.defineProperty(box, name, {
      configurable: true,
      value(this: TextBox, ...parameters: unknown[]) { rewrites.push(`${name}(${JSON.stringify(parameters)})`); return Reflect.apply(Reflect.get(prototype, name), this, parameters) },
    })
  }
  const note = (event: Event): void => { events.push(describeEvent(event)) }
  for (const type of EVENTS) box.addEventListener(type, note, { capture: true })
  return {
    rewrites, events,
    stop: () => {
      for (const name of own) Reflect.deleteProperty(box, name)
      for (const type of EVENTS) box.removeEventListener(type, note, { capture: true })
    },
  }
}

function describeEvent(event: Event): string {
  if (event instanceof KeyboardEvent) return `${event.type} ${event.key}${event.keyCode === 229 ? ' 229' : ''}`
  if (event instanceof InputEvent) return [event.type, event.inputType, event.data === null ? '' : JSON.stringify(event.data)].filter(Boolean).join(' ')
  if (event instanceof CompositionEvent) return `${event.type} ${JSON.stringify(event.data)}`
  return event.type
}
