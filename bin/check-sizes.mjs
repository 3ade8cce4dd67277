// File sizes: a comfortable median, none too long, few very small files, and no separate helper whose only user has
// room for it.
import "./check-node.mjs";
import { readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { sources } from "./check-house.mjs";
import { root } from "./run.mjs";

const LIMITS = {
  median: { least: 45, most: 90 },
  p90: 200,
  largest: 400,
  small: 25,
  smallShare: 0.15,
  helper: 60,
  home: 150,
  family: 4,
};
const TEST = /\.(test|spec)\.tsx?$|^e2e\//;
/** Pages, entry points, workers, the contract and vocabularies may be as short as their subject. */
const SHORT_BY_NATURE = /^app\/|-worker\.ts$|(^|\/)index\.ts$|^lib\/contract\/|^lib\/base\/vocabulary\//;

/** Returns {checks, problems}: the number of files measured, and one line per violation. */
export function checkSizes() {
  const files = sources(/\.tsx?$/).map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));
  const problems = sizeProblems(files);
  return { checks: files.length, problems: files.length === 0 ? ["no file was checked"] : problems };
}

/** Returns one line per violation by these files, [{path, text}]. Tests count only as importers. */
export function sizeProblems(files) {
  const measured = files
    .filter(({ path }) => !TEST.test(path) && !/(^|\/)(generated|fixtures)\//.test(path))
    .map(({ path, text }) => ({ path, text, lines: text.split("\n").length - 1 }))
    .sort((a, b) => a.lines - b.lines);
  const at = (share) => measured[Math.min(measured.length - 1, Math.floor(measured.length * share))]?.lines ?? 0;
  const problems = measured
    .filter(({ lines }) => lines > LIMITS.largest)
    .map(({ path, lines }) => `${path}: ${lines} lines. The most is ${LIMITS.largest}`);
  const { least, most } = LIMITS.median;
  if (at(0.5) < least || at(0.5) > most)
    problems.push(`the median file has ${at(0.5)} lines. It must have ${least} to ${most}`);
  if (at(0.9) > LIMITS.p90) problems.push(`one file in ten has more than ${at(0.9)} lines; ${LIMITS.p90} is the limit`);
  const small = measured.filter(isSmall);
  if (small.length > measured.length * LIMITS.smallShare)
    problems.push(
      `${small.length} of ${measured.length} files have fewer than ${LIMITS.small} lines. The limit is ${LIMITS.smallShare * 100}%.`,
    );
  return [...problems, ...lonelyHelpers(measured, importersOf(files))];
}

const isConstant = (text) => !/=>|\bfunction\b|\bclass\b/.test(text);
const isSmall = ({ path, text, lines }) => lines < LIMITS.small && !SHORT_BY_NATURE.test(path) && !isConstant(text);
/** Parts of a screen have their own styles, and people look for them by what they see. */
const isHelper = ({ path, text, lines }) =>
  lines <= LIMITS.helper && path.endsWith(".ts") && !SHORT_BY_NATURE.test(path) && !isConstant(text);

/**
 * A small file with one importer should be part of it, and so should a helper in the folder of its importer, unless it
 * has its own test, its importer would grow too long, or it is one of a folder of at least four files with the same only
 * user.
 */
function lonelyHelpers(measured, importers) {
  const byPath = new Map(measured.map((file) => [file.path, file]));
  const onlyUser = (path) => {
    const [user, ...others] = importers.get(path) ?? [];
    return others.length === 0 ? user : undefined;
  };
  const family = Map.groupBy(measured, ({ path }) => `${dirname(path)} ${onlyUser(path)}`);
  return measured.flatMap((file) => {
    const { path, lines } = file;
    const user = onlyUser(path);
    if (!isSmall(file) && !(isHelper(file) && dirname(path) === dirname(user ?? ""))) return [];
    const home = byPath.get(user);
    if (
      !home ||
      family.get(`${dirname(path)} ${user}`).length >= LIMITS.family ||
      SHORT_BY_NATURE.test(user) ||
      areaOf(user) !== areaOf(path)
    )
      return [];
    return home.lines + lines > LIMITS.home ? [] : [`${path}: ${user} is its only user and has room for it`];
  });
}

const areaOf = (path) => path.split("/").slice(0, 2).join("/");

/** The files that import each file, by path. For a file loaded on demand, the importer has no path. */
function importersOf(files) {
  const importers = new Map();
  const add = (target, user) => importers.set(target, (importers.get(target) ?? new Set()).add(user));
  for (const { path, text } of files) {
    for (const [, how, from] of text.matchAll(/(\bfrom|\bimport\(|^import|vi\.mock\()\s*"([.#][^"]+)"/gm)) {
      const target = from.startsWith("#") ? from.slice(1) : normalize(join(dirname(path), from));
      add(target, how === "import(" ? `${path} on demand` : path);
    }
  }
  return importers;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { checks, problems } = checkSizes();
  for (const problem of problems) console.error(problem);
  console.log(`${checks} files, ${problems.length} breaches.`);
  process.exitCode = problems.length === 0 ? 0 : 1;
}
