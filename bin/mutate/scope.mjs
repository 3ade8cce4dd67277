// What is mutated, and what is not and why.
import { readFileSync } from "node:fs";
import { sources } from "../check-house.mjs";

/** Folders and files without behaviour of their own that a test of ours could miss. */
const EXEMPT = [
  [/^lib\/contract\/(?!plain-error)/, "declares schemas; the API tests run them"],
  [/^lib\/base\/vocabulary\//, "tables of constants"],
  [/\/weights(\/|\.ts$)/, "learned weights, generated"],
  [/^lib\/base\/time\/zone-table\.ts$/, "a table of constants"],
  [/\/testing\//, "helpers of tests"],
  [/\.test\.tsx?$/, "tests"],
];

/** Of the server, what decides about access. */
const authorizes = (path) => /\bauthorize[A-Za-z]*\(/.test(readFileSync(path, "utf8"));

/** The files to mutate under the given paths; all of lib/ without one. */
export function filesToMutate(paths) {
  const wanted = paths.length === 0 ? ["lib"] : paths.map((path) => path.replace(/^\.\//, "").replace(/\/$/, ""));
  return sources()
    .filter((path) => wanted.some((one) => path === one || path.startsWith(`${one}/`)))
    .filter((path) => /^(lib|server)\//.test(path) && !EXEMPT.some(([pattern]) => pattern.test(path)))
    .filter((path) => path.startsWith("lib/") || authorizes(path))
    .sort();
}
