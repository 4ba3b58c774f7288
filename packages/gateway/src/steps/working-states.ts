/** States in which a result may still come into being: received, being processed, waiting for payment. */
export const WORKING_STATES: readonly number[] = [2, 4, 6]
