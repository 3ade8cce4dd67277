import type { Telling } from "./languages.ts";

/** The parts of a text around its timeline. */
export interface Parts {
  title: string;
  label: string;
  timeline: string;
  list: string;
  cause: string;
}

type Frame = (parts: Parts, telling: Telling) => string;

const headed =
  (title: (text: string) => string, part: (text: string) => string): Frame =>
  (parts) =>
    [title(parts.title), parts.label.trim(), part(parts.timeline), parts.list, part(parts.cause), "-"]
      .filter((text) => text !== "")
      .join("\n\n");
const under = (sign: string) => (text: string) => `${text}\n${sign.repeat(Math.max(4, text.length * 2))}`;

/** How a text marks its title and headings. */
export const FRAMES: Record<string, Frame> = {
  Markdown: headed(
    (text) => `# ${text}`,
    (text) => `## ${text}`,
  ),
  "numbered headings": headed(
    (text) => `# ${text}`,
    (text) => `## 2. ${text}`,
  ),
  "signs in headings": headed(
    (text) => `# ${text}`,
    (text) => `## 🕐 ${text}`,
  ),
  "bold headings": headed(
    (text) => `**${text}**`,
    (text) => `**${text}**`,
  ),
  labels: headed(
    (text) => text,
    (text) => `${text}:`,
  ),
  underlines: headed(under("="), under("-")),
  AsciiDoc: headed(
    (text) => `= ${text}`,
    (text) => `== ${text}`,
  ),
  "a wiki": headed(
    (text) => `= ${text} =`,
    (text) => `== ${text} ==`,
  ),
  Jira: headed(
    (text) => `h1. ${text}`,
    (text) => `h2. ${text}`,
  ),
  HTML: headed(
    (text) => `<h1>${text}</h1>`,
    (text) => `<h2>${text}</h2>`,
  ),
  "only a title": ({ title, label, list }) => `# ${title}\n\n${label}${list}\n`,
  "another heading": (parts) =>
    `# ${parts.title}\n\n${parts.label}## Details\n\n${parts.list}\n\n## ${parts.cause}\n\n-\n`,
  "Windows lines": (parts, telling) => (FRAMES.Markdown as Frame)(parts, telling).replaceAll("\n", "\r\n"),
};
