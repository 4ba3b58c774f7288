/// <reference types="vite/client" />
/** How suites answer forms: from within the page in `npm test`, through the driver at full counts. Typing itself is tested by key, by method and by engine. */
export const PACE = import.meta.env.MOTCUA_CONFORMANCE === 'full' ? 'fast' : 'at-once'
