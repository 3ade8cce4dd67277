import type { SeriesProblem, SeriesRole } from "./series.ts";

/** One column or labelled series: its name, what the name suggests, and its values by instant. */
export interface NamedValues {
  name: string;
  role: SeriesRole | null;
  values: ReadonlyMap<string, number | null>;
  /** True if at least one value has a percent sign. */
  hasPercentSign: boolean;
}

export type Agreed = { roles: (SeriesRole | null)[]; problems: SeriesProblem[] } | { unclear: string };

const guess = (text: string): SeriesProblem => ({ kind: "guess", line: null, text });

/** Decides the role of each series, by its name or, if that doesn't help, by its values, and reports every guess. */
export function agreeRoles(all: readonly NamedValues[]): Agreed {
  const roles = all.map(({ role, hasPercentSign }) => (hasPercentSign ? percentOf(role) : role));
  const has = (...wanted: SeriesRole[]) => roles.some((role) => role !== null && wanted.includes(role));
  if (pairs(has)) return firstOfEach(all, correctRates(roles, all));
  const shares = all.flatMap((one, index) => (isShare(roles[index] ?? null) ? [{ one, index }] : []));
  const [share] = shares;
  if (share && shares.length === 1) return agreeShare(all, share.index, roles[share.index] ?? null);
  const [first, second] = all;
  if (all.length === 1 && first) return agreeAlone(first, roles[0] ?? null);
  if (all.length === 2 && first && second) return agreeTwo(first, second, roles);
  return { unclear: "It isn't clear which column counts errors and which counts all requests. Rename them." };
}

function pairs(has: (...wanted: SeriesRole[]) => boolean): boolean {
  return (has("errors") && has("total", "good")) || (has("good") && has("total"));
}

const isShare = (role: SeriesRole | null) => role !== null && /ratio|percent/.test(role);
const percentOf = (role: SeriesRole | null): SeriesRole => (role?.startsWith("good") ? "good_percent" : "percent");

/** "Error rate" next to a request rate means errors per second. */
function correctRates(roles: (SeriesRole | null)[], all: readonly NamedValues[]): (SeriesRole | null)[] {
  return roles.map((role, index) => (role === "ratio" && most(all[index]) > 1 ? "errors" : role));
}

function firstOfEach(all: readonly NamedValues[], roles: (SeriesRole | null)[]): Agreed {
  const problems: SeriesProblem[] = [];
  const seen = new Set<SeriesRole>();
  const kept = roles.map((role, index) => {
    if (role === null || !seen.has(role)) {
      if (role !== null) seen.add(role);
      return role;
    }
    problems.push(guess(`“${all[index]?.name}” was left out, because an earlier column has the same kind of value.`));
    return null;
  });
  return { roles: kept, problems };
}

function agreeShare(all: readonly NamedValues[], index: number, role: SeriesRole | null): Agreed {
  const one = all[index];
  const totalAt = all.findIndex((other, at) => at !== index && other.role === "total");
  const total = all[totalAt];
  if (one && total && most(one) > 1 && role === "ratio" && isBelow(one, total)) {
    const roles = all.map(
      (_, at) => (at === index ? "errors" : at === totalAt ? "total" : null) satisfies SeriesRole | null,
    );
    return { roles, problems: [] };
  }
  const agreed = one ? agreeAlone(one, role) : { unclear: "There are no values." };
  if ("unclear" in agreed) return agreed;
  return {
    roles: all.map((_, at) => (at === index ? (agreed.roles[0] ?? null) : at === totalAt ? "total" : null)),
    problems: agreed.problems,
  };
}

function agreeAlone(one: NamedValues, role: SeriesRole | null): Agreed {
  const highest = most(one);
  if (role === "percent" || role === "good_percent") return { roles: [role], problems: [] };
  if (role === "ratio" || role === "good_ratio") {
    if (highest <= 1) return { roles: [role], problems: [] };
    if (highest > 100)
      return { unclear: `“${one.name}” goes up to ${highest}: that isn't a share. Add a column with all requests.` };
    const percent = role === "ratio" ? "percent" : "good_percent";
    return {
      roles: [percent],
      problems: [guess(`“${one.name}” goes up to ${highest}, so it was read as a percentage.`)],
    };
  }
  if (role === "errors" && highest > 1)
    return {
      roles: ["errors"],
      problems: [guess("There's a column of errors but none of all requests, so there's no share.")],
    };
  if (role === null || role === "errors") {
    if (highest > 1)
      return { unclear: `It isn't clear what “${one.name}” counts. Add a column with all requests, or use a share.` };
    return {
      roles: ["ratio"],
      problems: [guess(`“${one.name}” stays between 0 and 1, so it was read as the share of errors.`)],
    };
  }
  return { unclear: `“${one.name}” doesn't count errors. Add a column with errors.` };
}

function agreeTwo(first: NamedValues, second: NamedValues, roles: (SeriesRole | null)[]): Agreed {
  const [a = null, b = null] = roles;
  if (a === "errors" && b === null)
    return { roles: ["errors", "total"], problems: [guess(assumed(second, "all requests"))] };
  if (b === "errors" && a === null)
    return { roles: ["total", "errors"], problems: [guess(assumed(first, "all requests"))] };
  if (isBelow(first, second) && !isBelow(second, first))
    return { roles: ["errors", "total"], problems: [guess(assumed(first, "errors, because it's smaller"))] };
  if (isBelow(second, first) && !isBelow(first, second))
    return { roles: ["total", "errors"], problems: [guess(assumed(second, "errors, because it's smaller"))] };
  return { unclear: `It isn't clear whether “${first.name}” or “${second.name}” counts the errors. Rename them.` };
}

const assumed = ({ name }: NamedValues, as: string) => `“${name}” was read as ${as}.`;

function most(one: NamedValues | undefined): number {
  let highest = 0;
  for (const value of one?.values.values() ?? []) highest = Math.max(highest, value ?? 0);
  return highest;
}

/** Returns whether the first is never above the second at shared instants, and they share at least one. */
function isBelow(low: NamedValues, high: NamedValues): boolean {
  let shared = 0;
  for (const [at, value] of low.values) {
    const other = high.values.get(at);
    if (value === null || other === null || other === undefined) continue;
    if (value > other) return false;
    shared += 1;
  }
  return shared > 0;
}
