/** A host that must never hear anything. */
export const STRANGER = 'stranger.example'

const AT = `http://${STRANGER}`

/** Diagrams that try to run something, to fetch something, to lead elsewhere, or to loosen Mermaid's own settings. */
export const HOSTILE_DIAGRAMS: readonly string[] = [
  'flowchart LR\n  A --> B\n  click A "javascript:parent.hacked=1"',
  `flowchart LR\n  A --> B\n  click A href "${AT}/click" _top`,
  'flowchart LR\n  A --> B\n  click A call alert("hacked")',
  `flowchart LR\n  A["<img src=${AT}/label onerror=parent.hacked=1>"] --> B`,
  'flowchart LR\n  A["<script>parent.hacked=1</script>x"] --> B',
  `flowchart LR\n  A["\`**x** ![y](${AT}/markdown)\`"] --> B`,
  `flowchart LR\n  A["<iframe src=${AT}/frame></iframe>"] --> B`,
  `flowchart LR\n  A@{ img: "${AT}/shape.png", label: "x", pos: "t", w: 60, h: 60 }\n  A --> B`,
  `flowchart LR\n  A --> B\n  style A fill:url(${AT}/style)`,
  `flowchart LR\n  A --> B\n  classDef x background:url(${AT}/class),fill:#f00\n  class A x`,
  `%%{init: {"securityLevel": "loose", "htmlLabels": true, "flowchart": {"htmlLabels": true}}}%%\nflowchart LR\n  A["<img src=${AT}/loose onerror=parent.hacked=1>"] --> B\n  click A "javascript:parent.hacked=1"`,
  `%%{init: {"themeCSS": "@import url(${AT}/css); * { background: url(${AT}/background) }"}}%%\nflowchart LR\n  A --> B`,
  `%%{init: {"fontFamily": "x; } @import url(${AT}/font); * {"}}%%\nflowchart LR\n  A --> B`,
  `%%{init: {"theme": "base", "themeVariables": {"primaryColor": "red; background: url(${AT}/variable)"}}}%%\nflowchart LR\n  A --> B`,
  `%%{init: {"dompurifyConfig": {"ADD_TAGS": ["script", "iframe"], "ADD_ATTR": ["onerror"]}}}%%\nflowchart LR\n  A["<img src=${AT}/purify onerror=parent.hacked=1>"] --> B`,
  `---\nconfig:\n  securityLevel: loose\n  secure: []\n  htmlLabels: true\n---\nflowchart LR\n  A["<img src=${AT}/front onerror=parent.hacked=1>"] --> B`,
  '%%{init: {"__proto__": {"hacked": 1}, "constructor": {"prototype": {"hacked": 1}}}}%%\nflowchart LR\n  A --> B',
  'flowchart LR\n  A["$$\\\\href{javascript:parent.hacked=1}{x}$$"] --> B',
  `sequenceDiagram\n  participant A\n  link A: x @ ${AT}/link\n  links A: {"y": "javascript:parent.hacked=1"}\n  A->>A: <img src=${AT}/message>`,
  `classDiagram\n  class A\n  click A href "javascript:parent.hacked=1" "x"\n  link A "${AT}/class-link"`,
  'stateDiagram-v2\n  [*] --> A\n  click A "javascript:parent.hacked=1"',
  `gantt\n  section <img src=${AT}/gantt onerror=parent.hacked=1>\n  x :a1, 2024-01-01, 1d\n  click a1 href "javascript:parent.hacked=1"`,
  `pie title <img src=${AT}/pie onerror=parent.hacked=1>\n  "<script>parent.hacked=1</script>" : 1\n  "b" : 2`,
  `flowchart LR\n  accTitle: <script>parent.hacked=1</script>\n  accDescr: <img src=${AT}/described onerror=parent.hacked=1>\n  A --> B`,
]
