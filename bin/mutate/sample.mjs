// Samples the mutants of many files, if running all of them takes too long.
import { hashOf } from "./memory.mjs";

const SEED = "afterword";

/**
 * Sets aside all mutants except `size` of them, and returns how many could be chosen. The same sources and the
 * same seed give the same sample, and a larger sample contains a smaller one.
 */
export function takeSample(files, size, seed = SEED) {
  const all = files.flatMap(({ path, mutants }) =>
    mutants.map((mutant, at) => ({ mutant, order: hashOf(`${seed} ${path} ${at}`) })),
  );
  const counted = all.filter(({ mutant }) => !mutant.atLoad).sort((a, b) => (a.order < b.order ? -1 : 1));
  const chosen = new Set(counted.slice(0, size).map(({ mutant }) => mutant));
  for (const { mutant } of all) mutant.aside = !chosen.has(mutant);
  return counted.length;
}
