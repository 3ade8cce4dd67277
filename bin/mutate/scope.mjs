// What is mutated, and what is not and why.
import { readFileSync } from "node:fs";
import { sources } from "../check-house.mjs";

/** Folders and files without behaviour that our tests could miss. */
const EXEMPT = [
  [/^lib\/contract\/(?!plain-error)/, "declares schemas. The API tests run them"],
  [/^lib\/base\/vocabulary\//, "tables of constants"],
  [/\/weights(\/|\.ts$)/, "learned weights, generated"],
  [/^lib\/base\/time\/zone-table\.ts$/, "a table of constants"],
  [/\/testing\//, "helpers of tests"],
  [/\.test\.tsx?$/, "tests"],
];

/** In the server, only code that decides about access is mutated. */
const authorizes = (path) => /\bauthorize[A-Za-z]*\(/.test(readFileSync(path, "utf8"));

/** The files to mutate under the given paths, or all of lib/ without a path. */
export function filesToMutate(paths) {
  const wanted = paths.length === 0 ? ["lib"] : paths.map((path) => path.replace(/^\.\//, "").replace(/\/$/, ""));
  return sources()
    .filter((path) => wanted.some((one) => path === one || path.startsWith(`${one}/`)))
    .filter((path) => /^(lib|server)\//.test(path) && !EXEMPT.some(([pattern]) => pattern.test(path)))
    .filter((path) => path.startsWith("lib/") || authorizes(path))
    .sort();
}
