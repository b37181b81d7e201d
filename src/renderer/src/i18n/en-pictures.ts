/** Diagrams and images. */
export const pictures = {
  diagram: 'Diagram',
  diagramOf: 'Diagram: {title}',
  source: 'Source',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  fit: 'Fit to the page',
  whole: 'Fit',
  saveAs: 'Save as {format}',
  saveFailed: 'Could not save',
  notDrawn: {
    unreadable:
      'This diagram could not be drawn{line, plural, =0 {} other {: Mermaid does not understand line #}}. Ask for it to be corrected, or correct its source.',
    'too-long': 'This diagram is too long to be drawn: Mermaid takes 50,000 characters. Split it in two.',
    'too-slow': 'This diagram took too long to be drawn. Ask for a simpler one.',
  },
  abbreviations: 'Abbreviations ({count, number})',
  load: 'Load image',
  loadFrom: 'Load image from {host}',
  loadNamed: 'Load image from {host}: {alt}',
  loading: 'Loading…',
  tryAgain: 'Try again',
  imageFailed: {
    'not-allowed': 'Only web addresses without a password are loaded.',
    'private-host':
      '{host} lies on this computer or in your own network. An answer may not fetch from there; open the address in your browser if you trust it.',
    'not-found': '{host} has no such image.',
    'refused-by-host': '{host} did not hand out the image.',
    'not-an-image': 'What {host} sent is not a PNG, JPEG, GIF, WebP or AVIF image.',
    'too-large': 'The image is larger than 10 MB.',
    'too-many-redirects': '{host} sent the request on too many times.',
    unreachable: '{host} could not be reached. Check your network connection, then try again.',
    undrawable: 'The image from {host} is damaged.',
  },
} as const
