import type { Telling } from "./languages.ts";

/** One entry with its time as it is written in the text. */
export interface Row {
  time: string;
  words: string;
}

type Layout = (rows: readonly Row[], telling: Telling) => string;

const each =
  (write: (time: string, words: string, at: number) => string, between = "\n"): Layout =>
  (rows) =>
    rows.map(({ time, words }, at) => write(time, words, at)).join(between);

/** How a list tells its entries. */
export const LAYOUTS: Record<string, Layout> = {
  "a dash list": each((time, words) => `- ${time} ${words}`),
  "a dash list with dashes": each((time, words) => `- ${time} - ${words}`),
  "a star list with colons": each((time, words) => `* ${time}: ${words}`),
  "a bullet list with en dashes": each((time, words) => `• ${time} – ${words}`),
  "a numbered list": (rows) => rows.map(({ time, words }, at) => `${at + 1}. ${time} ${words}`).join("\n"),
  "bold times with colons": each((time, words) => `- **${time}:** ${words}`),
  "bold times with dashes": each((time, words) => `**${time}** — ${words}`, "\n\n"),
  "bold times above paragraphs": each((time, words) => `**${time}**\n${words}.`, "\n\n"),
  "times alone above paragraphs": each((time, words) => `${time}\n\n${words}.`, "\n\n"),
  "square brackets": each((time, words) => `- [${time}] ${words}`),
  "round brackets": each((time, words) => `(${time}) ${words}`),
  "code times": (rows) => rows.map(({ time, words }) => `- \`${time}\` ${words}`).join("\n"),
  "a wide table": (rows, { timeHead, eventHead }) =>
    [
      `| ${timeHead} | ${eventHead} |`,
      "| --- | --- |",
      ...rows.map(({ time, words }) => `| ${time} | ${words} |`),
    ].join("\n"),
  "a table with its times last": (rows, { timeHead, eventHead }) =>
    [
      `| ${eventHead} | ${timeHead} |`,
      "| --- | --- |",
      ...rows.map(({ time, words }) => `| ${words} | ${time} |`),
    ].join("\n"),
  "a table with people": (rows, { timeHead, eventHead, whoHead }) =>
    [
      `| ${timeHead} | ${whoHead} | ${eventHead} |`,
      "|---|---|---|",
      ...rows.map(({ time, words }) => `| ${time} | Ann | ${words} |`),
    ].join("\n"),
  "a table with numbers": (rows, { timeHead, eventHead }) =>
    [
      `| # | ${timeHead} | ${eventHead} |`,
      "|--:|---|---|",
      ...rows.map(({ time, words }, at) => `| ${at + 1} | ${time} | ${words} |`),
    ].join("\n"),
  "a table with durations": (rows, { timeHead, eventHead }) =>
    [
      `| ${timeHead} | ${eventHead} | Δ |`,
      "|---|---|---|",
      ...rows.map(({ time, words }, at) => `| ${time} | ${words} | ${at * 7 + 3} min |`),
    ].join("\n"),
  "a table without edges": (rows, { timeHead, eventHead }) =>
    [`${timeHead} | ${eventHead}`, "--- | ---", ...rows.map(({ time, words }) => `${time} | ${words}`)].join("\n"),
  "an HTML table": (rows, { timeHead, eventHead }) =>
    `<table><tr><th>${timeHead}</th><th>${eventHead}</th></tr>${rows.map(({ time, words }) => `<tr><td>${time}</td><td>${words}</td></tr>`).join("")}</table>`,
  tabs: each((time, words) => `${time}\t${words}`),
  "a table of tabs with its head": (rows, { timeHead, eventHead }) =>
    [`${timeHead}\t${eventHead}`, ...rows.map(({ time, words }) => `${time}\t${words}`)].join("\n"),
  headings: each((time, words) => `### ${time}\n\n${words}.`, "\n\n"),
  "headings with words": each((time, words) => `### ${time} – ${words}\n\nSeen.`, "\n\n"),
  "a definition list": each((time, words) => `${time}\n: ${words}`, "\n\n"),
  "an HTML definition list": (rows) =>
    `<dl>\n${rows.map(({ time, words }) => `<dt>${time}</dt>\n<dd>${words}</dd>`).join("\n")}\n</dl>`,
  "an HTML list": (rows) => `<ul>\n${rows.map(({ time, words }) => `<li>${time} ${words}</li>`).join("\n")}\n</ul>`,
  "an HTML list with bold": (rows) =>
    `<ul>${rows.map(({ time, words }) => `<li><strong>${time}</strong> – ${words}</li>`).join("")}</ul>`,
  breaks: each((time, words) => `${time} ${words}`, "<br>\n"),
  "breaks on one line": each((time, words) => `${time} - ${words}`, "<br />"),
  "HTML paragraphs": each((time, words) => `<p>${time} – ${words}</p>`),
  lines: each((time, words) => `${time} ${words}`),
  "lines with a hard break": each((time, words) => `${time} ${words}`, "\\\n"),
  paragraphs: each((time, words) => `${time} ${words}.`, "\n\n"),
  "paragraphs with colons": each((time, words) => `${time}: ${words}.`, "\n\n"),
  "words before brackets": each((time, words) => `- ${words} (${time})`),
  "words before a dash": each((time, words) => `- ${words} – ${time}`),
  "a quotation": each((time, words) => `> ${time} ${words}`),
  "a quoted list": each((time, words) => `> - ${time} ${words}`),
  code: (rows) => `\`\`\`\n${rows.map(({ time, words }) => `${time} ${words}`).join("\n")}\n\`\`\``,
  "indented code": each((time, words) => `    ${time} ${words}`),
  tasks: each((time, words) => `- [x] ${time} ${words}`),
  "a nested list": each((time, words) => `- ${time}\n  - ${words}`),
  sentences: each((time, words) => `At ${time}, ${words}.`, " "),
  "sentences as paragraphs": each((time, words) => `At ${time}, ${words}.`, "\n\n"),
  "sentences as items": each((time, words) => `- At ${time}, ${words}.`),
  "wrapped lines": each((time, words) => `- ${time}\n  ${words}`),
  "a loose list": each((time, words) => `- ${time} ${words}`, "\n\n"),
  "a list in bold": each((time, words) => `- **${time} ${words}**`),
  "signs before": each((time, words) => `- 🔴 ${time} ${words}`),
  "em dashes without blanks": each((time, words) => `- ${time}—${words}`),
  "a deep list": (rows) => `- Log\n${rows.map(({ time, words }) => `    - ${time}: ${words}`).join("\n")}`,
  "a list with details": each((time, words) => `- ${time}: ${words}\n  - seen on 3 of 12 hosts`),
  semicolons: each((time, words) => `- ${time}; ${words}`),
  commas: each((time, words) => `- ${time}, ${words}`),
  "italic times": each((time, words) => `*${time}* ${words}  `),
  "a wiki table": (rows, { timeHead, eventHead }) =>
    [`|| ${timeHead} || ${eventHead} ||`, ...rows.map(({ time, words }) => `| ${time} | ${words} |`)].join("\n"),
  "a MediaWiki table": (rows, { timeHead, eventHead }) =>
    [
      '{| class="wikitable"',
      `! ${timeHead} !! ${eventHead}`,
      ...rows.flatMap(({ time, words }) => ["|-", `| ${time} || ${words}`]),
      "|}",
    ].join("\n"),
  "a MediaWiki table with long rows": (rows, { timeHead, eventHead }) =>
    [
      '{| class="wikitable"',
      `! ${timeHead}`,
      `! ${eventHead}`,
      ...rows.flatMap(({ time, words }) => ["|-", `| ${time}`, `| ${words}`]),
      "|}",
    ].join("\n"),
  "an org table": (rows, { timeHead, eventHead }) =>
    [
      `| ${timeHead} | ${eventHead} |`,
      "|------+------|",
      ...rows.map(({ time, words }) => `| ${time} | ${words} |`),
    ].join("\n"),
  "a table without its head": each((time, words) => `| ${time} | ${words} |`),
  "an AsciiDoc table": (rows, { timeHead, eventHead }) =>
    [
      "|===",
      `|${timeHead} |${eventHead}`,
      "",
      ...rows.flatMap(({ time, words }) => [`|${time}`, `|${words}`, ""]),
      "|===",
    ].join("\n"),
  "a grid": (rows, { timeHead, eventHead }) => {
    const line = `+${"-".repeat(48)}+${"-".repeat(48)}+`;
    const row = (a: string, b: string) => `| ${a.padEnd(46)} | ${b.padEnd(46)} |`;
    return [
      line,
      row(timeHead, eventHead),
      line.replaceAll("-", "="),
      ...rows.flatMap(({ time, words }) => [row(time, words), line]),
    ].join("\n");
  },
  "a simple table": (rows, { timeHead, eventHead }) => {
    const line = `${"=".repeat(44)}  ${"=".repeat(40)}`;
    return [
      line,
      `${timeHead.padEnd(44)}  ${eventHead}`,
      line,
      ...rows.map(({ time, words }) => `${time.padEnd(44)}  ${words}`),
      line,
    ].join("\n");
  },
  "aligned columns": each((time, words) => `${time.padEnd(44)}${words}`),
  "a list-table": (rows, { timeHead, eventHead }) =>
    [
      ".. list-table::",
      "   :header-rows: 1",
      "",
      `   * - ${timeHead}`,
      `     - ${eventHead}`,
      ...rows.flatMap(({ time, words }) => [`   * - ${time}`, `     - ${words}`]),
    ].join("\n"),
  divs: each((time, words) => `<div><span>${time}</span> <span>${words}</span></div>`),
  details: (rows) =>
    `<details>\n<summary>Log</summary>\n\n${rows.map(({ time, words }) => `- ${time} ${words}`).join("\n")}\n\n</details>`,
  arrows: each((time, words) => `${time} → ${words}`),
  bars: each((time, words) => `${time} | ${words}`),
};
