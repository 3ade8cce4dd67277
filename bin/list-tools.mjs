// Lists the tools whose files are read, from importers/tools: the importers in importers/open/tools.ts, the names in
// lib/incidents/import/tool-names.ts, and the links in docs/importing.md. Run it after you add an importer.
import "./check-node.mjs";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { root } from "./run.mjs";

const TOOLS = "importers/tools";
const GUIDE = "docs/importing.md";
const KINDS = { alerts: "Alerts", changes: "Changes", incidents: "Incident tools" };
const WRITTEN = "Written by npm run list:tools.";

/** The importers of the folder: {stem, name, reads}, by the name of their file. */
async function readImporters() {
  const files = readdirSync(join(root, TOOLS)).filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"));
  return Promise.all(
    files.sort().map(async (file) => {
      const exported = await import(pathToFileURL(join(root, TOOLS, file)));
      const [name, ...others] = Object.keys(exported).filter((key) => key.endsWith("Importer"));
      if (name === undefined || others.length > 0) throw new Error(`${TOOLS}/${file} must export one …Importer.`);
      return { stem: file.replace(/\.ts$/, ""), name, reads: exported[name].reads ?? {} };
    }),
  );
}

const registry = (importers) => `import type { Importer } from "#importers/base/importer.ts";
${importers.map(({ stem, name }) => `import { ${name} } from "#${TOOLS}/${stem}.ts";`).join("\n")}

/** The importers of tools, by the name of their file. ${WRITTEN} */
export const TOOL_IMPORTERS: readonly Importer[] = [
${importers.map(({ name }) => `  ${name},`).join("\n")}
];
`;

function listed(importers, kind, show) {
  const of = importers.filter(({ reads }) => reads[kind] !== undefined);
  const inOrder = of.sort((one, other) => one.reads[kind].localeCompare(other.reads[kind], "en"));
  return inOrder.map(({ stem, reads }) => show(reads[kind], stem)).join(", ");
}

// As the formatter breaks it.
const property = (name, value) => `  ${name}:${name.length + value.length > 115 ? "\n    " : " "}${value},`;

const names = (importers) => `/** The tools whose files are read, by kind. ${WRITTEN} */
export const TOOL_NAMES = {
${Object.keys(KINDS)
  .map((kind) => property(kind, JSON.stringify(listed(importers, kind, (tool) => tool))))
  .join("\n")}
} as const;
`;

function guide(importers, text) {
  return Object.entries(KINDS).reduce((guide, [kind, title]) => {
    const links = listed(importers, kind, (tool, stem) => `[${tool}](sources/${stem}.md)`);
    return guide.replace(new RegExp(`^- \\*\\*${title}\\*\\*: .*$`, "m"), `- **${title}**: ${links}.`);
  }, text);
}

/** The listing files as they must be: {path, text} of each. */
async function listings() {
  const importers = await readImporters();
  return [
    { path: "importers/open/tools.ts", text: registry(importers) },
    { path: "lib/incidents/import/tool-names.ts", text: names(importers) },
    { path: GUIDE, text: guide(importers, readFileSync(join(root, GUIDE), "utf8")) },
  ];
}

const current = (path) => (existsSync(join(root, path)) ? readFileSync(join(root, path), "utf8") : "");

/** Returns {problems}: a line for each listing that isn't current, and for each linked page that doesn't exist. */
export async function checkTools() {
  const files = await listings();
  const stale = files.filter(({ path, text }) => current(path) !== text);
  const pages = [...current(GUIDE).matchAll(/\]\((sources\/[\w-]+\.md)\)/g)].map(([, page]) => `docs/${page}`);
  const problems = [
    ...stale.map(({ path }) => `${path}: doesn't list the importers of ${TOOLS}. Run npm run list:tools.`),
    ...pages
      .filter((page) => !existsSync(join(root, page)))
      .map((page) => `${page}: is missing. ${GUIDE} links to it.`),
  ];
  return { problems };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const { path, text } of await listings()) writeFileSync(join(root, path), text);
  console.log("Listed the importers of tools.");
}
