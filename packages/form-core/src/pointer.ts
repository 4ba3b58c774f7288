export { escapeSegment, pointerSegments } from '@motcua/core/json'
