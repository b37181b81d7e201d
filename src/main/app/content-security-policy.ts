export const PAGE_ORIGIN = 'app://nagare'

/** An origin of its own, and so a process of its own: a diagram that never ends holds up nobody. */
export const DIAGRAM_ORIGIN = 'app://diagram'
export const DIAGRAM_PAGE = `${DIAGRAM_ORIGIN}/diagram.html`

/**
 * The page may load itself and nothing else; it has no network. Trusted Types `'none'` means that no
 * string ever becomes HTML or script: everything on the screen is an element that React made.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  `frame-src ${DIAGRAM_PAGE}`,
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ')

/**
 * Of the frame in which Mermaid draws what a model wrote. It has no origin, no network and no file but its own
 * scripts; no inline script or handler runs in it, whatever a diagram brings in. Mermaid measures text with inline styles.
 */
export const DIAGRAM_SECURITY_POLICY = [
  'sandbox allow-scripts',
  "default-src 'none'",
  `script-src ${DIAGRAM_ORIGIN}/assets/`,
  "style-src 'unsafe-inline'",
  "base-uri 'none'",
  "form-action 'none'",
  `frame-ancestors ${PAGE_ORIGIN}`,
].join('; ')
