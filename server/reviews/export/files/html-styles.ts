/** The styles of an exported page, on screen in both themes and on paper. */
export const HTML_STYLES = `
:root { color-scheme: light dark; --ink: #1c2324; --soft: #566364; --line: #d3dadb; --page: #fff; --fill: #f2f5f5; --link: #0b5c6b; --warn: #b26a00; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8eded; --soft: #a4b0b1; --line: #3a4547; --page: #14191a; --fill: #1f2627; --link: #7fc9d6; --warn: #e3a23c; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); font: 16px/1.55 "Hanken Grotesk", "Segoe UI", system-ui, sans-serif; overflow-wrap: anywhere; }
main { max-width: 46rem; margin: 0 auto; padding: 2.5rem 1.25rem 4rem; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 .5rem; }
h2 { font-size: 1.35rem; margin: 2.2rem 0 .6rem; }
h3 { font-size: 1.1rem; margin: 1.6rem 0 .4rem; }
h4 { font-size: 1rem; margin: 1.3rem 0 .3rem; }
p { margin: .6rem 0; }
a { color: var(--link); }
.note, figcaption { color: var(--soft); font-size: .875rem; }
.chip { background: var(--fill); border: 1px solid var(--line); border-radius: .25rem; padding: 0 .25rem; font-size: .85em; }
nav { border: 1px solid var(--line); border-radius: .5rem; padding: .75rem 1.25rem; margin: 1.5rem 0; }
nav h2 { font-size: 1rem; margin: 0; }
nav ol { list-style: none; margin: .5rem 0 0; padding: 0; }
nav li[data-level="2"] { padding-inline-start: 1.25rem; }
.wide { overflow-x: auto; margin: 1rem 0; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; }
caption { text-align: start; font-weight: 600; padding-bottom: .35rem; }
th, td { border: 1px solid var(--line); padding: .35rem .55rem; text-align: start; vertical-align: top; overflow-wrap: break-word; }
th { background: var(--fill); }
td p, th p, li p { margin: .15rem 0; }
ul.tasks { list-style: none; padding-inline-start: .25rem; }
ul.tasks > li { display: flex; gap: .5rem; align-items: baseline; }
blockquote { margin: 1rem 0; padding-inline-start: 1rem; border-inline-start: 3px solid var(--line); color: var(--soft); }
aside { margin: 1rem 0; padding: .6rem 1rem; background: var(--fill); border-inline-start: 4px solid var(--link); border-radius: .25rem; }
aside[data-tone="warning"] { border-color: var(--warn); }
.tone { font-size: .8rem; color: var(--soft); }
details { margin: 1rem 0; padding: .5rem 1rem; border: 1px solid var(--line); border-radius: .4rem; }
summary { font-weight: 600; }
pre { background: var(--fill); padding: .75rem 1rem; border-radius: .4rem; white-space: pre-wrap; }
code { font-family: "Geist Mono", ui-monospace, Consolas, monospace; font-size: .875em; }
figure { margin: 1.25rem 0; }
img { max-width: 100%; height: auto; }
hr { border: 0; border-top: 1px solid var(--line); margin: 2rem 0; }
ins { color: var(--link); text-decoration: underline; }
del { color: var(--soft); text-decoration: line-through; }
.by { font-size: .65em; color: var(--soft); }
.comments li { margin: .8rem 0; }
@page { margin: 18mm 16mm; @bottom-right { content: counter(page) " of " counter(pages); } }
@media print {
  :root { color-scheme: light; --ink: #000; --soft: #444; --line: #bbb; --page: #fff; --fill: #f4f4f4; --link: #000; --warn: #777; }
  body { font-size: 10.5pt; }
  main { max-width: none; padding: 0; }
  .wide { overflow: visible; }
  thead { display: table-header-group; }
  tr, figure, aside { break-inside: avoid; }
  h1, h2, h3, h4, caption { break-after: avoid; }
}
`;
