// npm run bench:styles [-- BUILD …]: measures the styles that a first visit loads, from built pages (.next by default).
import "../../bin/check-node.mjs";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { runInNewContext } from "node:vm";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { round, sum } from "../lib/statistics.mjs";

const PAGES = {
  "sign-in page": "(auth)/signin",
  home: "(main)",
  "a timeline": "(main)/incidents/[key]",
  "a review": "(main)/reviews/[key]",
};

const builds = process.argv.slice(2);
for (const build of builds.length > 0 ? builds : [".next"]) {
  console.log(build);
  for (const [name, folder] of Object.entries(PAGES)) console.log(`  ${name}: ${told(sheetsOf(build, folder))}`);
  const every = new Set(Object.values(PAGES).flatMap((folder) => [...sheetsOf(build, folder).keys()]));
  console.log(`  these pages have ${every.size} sheets in all`);
}

/** The stylesheets that the server links in the page of a folder of app/, by path: those of its layouts and its own. */
function sheetsOf(build, folder) {
  const manifest = manifestOf(build, `/${folder}/page`);
  const entries = [...layoutsOf(folder), `app/${folder}/page`];
  const paths = entries.flatMap((entry) => manifest.entryCSSFiles[`[project]/${entry}`] ?? []).map(({ path }) => path);
  return new Map(paths.map((path) => [path, readFileSync(join(build, path))]));
}

function layoutsOf(folder) {
  const parts = folder.split("/");
  return ["app/layout", ...parts.map((_, at) => `app/${parts.slice(0, at + 1).join("/")}/layout`)];
}

/** The manifest is a script that sets a global, keyed by page. */
function manifestOf(build, page) {
  const script = readFileSync(join(build, "server/app", `${page}_client-reference-manifest.js`), "utf8");
  const context = { globalThis: {} };
  runInNewContext(script, context);
  return context.globalThis.__RSC_MANIFEST[page];
}

function told(sheets) {
  const kilobytes = (sizes) => round(sum(sizes) / 1000);
  const bodies = [...sheets.values()];
  const packed = kilobytes(bodies.map((body) => gzipSync(body).length));
  const brotli = kilobytes(bodies.map((body) => brotliCompressSync(body).length));
  return `${packed} kB gzip, ${brotli} kB Brotli, ${kilobytes(bodies.map((body) => body.length))} kB, ${bodies.length} sheets`;
}
