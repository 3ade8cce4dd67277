// Subjects of commits: short, and the change in the imperative. Rules: docs/style.md.
import "./check-node.mjs";
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { root } from "./run.mjs";

/** The last commit before the rules were checked. A clone has it, whatever its remotes are. */
const LAST_UNCHECKED = "60b19b816815e6eae19073a258b4fb40e977af1a";
const LONGEST_SUBJECT = 65;

/** Verbs that end like another form of a verb. */
const VERBS = /^(Bring|String|Spring|Ring|Need|Embed|Feed|Seed|Shed|Speed|Exceed|Proceed|Bias|Alias|Canvas)$/;
/** Nothing that was done, is being done or does something: Added, Adding, Adds. Focus and Pass are imperatives. */
const OTHER_FORM = /(ed|ing|[^su]s)$/;
const NOT_A_VERB = /^(An?|The|This|These|Some|No|New|It|We|I)$/;

/** Returns what breaks a rule in the subjects of commits, one line each. */
export function commitProblems(commits) {
  return commits.flatMap(({ id, subject }) => {
    const length = [...subject].length;
    const [first] = subject.split(/[\s,]/, 1);
    return [
      ...(length > LONGEST_SUBJECT ? [`has ${length} characters. The most is ${LONGEST_SUBJECT}`] : []),
      ...(subject.endsWith(".") ? ["ends with a full stop"] : []),
      ...(isImperative(first) ? [] : ['must start with an imperative, such as "Add"']),
    ].map((problem) => `${id} "${subject}" ${problem}`);
  });
}

const isImperative = (word) =>
  /^\p{Lu}[\p{L}'-]*$/u.test(word) && !NOT_A_VERB.test(word) && (VERBS.test(word) || !OTHER_FORM.test(word));

/**
 * Returns {checks, problems}: the number of commits since the rules are checked, and one line per violation. An archive
 * without a history and a shallow clone have nothing to check: `skipped` then says why.
 */
export function checkCommits(folder = root, since = LAST_UNCHECKED) {
  const git = (...args) =>
    execFileSync("git", args, { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  try {
    git("merge-base", "--is-ancestor", since, "HEAD");
  } catch {
    return { checks: 0, problems: [], skipped: `no history from ${since.slice(0, 8)} here` };
  }
  const commits = git("log", "--no-merges", "--format=%h %s", `${since}..HEAD`)
    .split("\n")
    .filter(Boolean)
    .map((line) => ({ id: line.split(" ", 1)[0], subject: line.slice(line.indexOf(" ") + 1) }));
  return { checks: commits.length, problems: commitProblems(commits) };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { checks, problems, skipped } = checkCommits();
  for (const problem of problems) console.error(problem);
  console.log(skipped ? `Skipped: ${skipped}.` : `${checks} commits, ${problems.length} breaches.`);
  process.exitCode = problems.length === 0 ? 0 : 1;
}
