import { isSeparatorRow } from "#importers/lex/table.ts";

const FRONT_LIMIT = 200;

/** Number of lines of front matter (`---` or `+++` at the very top), its fences included; 0 when there is none. */
export function findFrontMatterEnd(raws: string[]): number {
  const open = raws[0]?.trim();
  if (open !== "---" && open !== "+++") return 0;
  for (let index = 1; index < Math.min(raws.length, FRONT_LIMIT); index += 1) {
    const line = raws[index] ?? "";
    if (line.trim() === open) return index + 1;
    if (open === "---" && !/^(?:\s|#|-|[\w"'.-]{1,60}\s*:|$)/.test(line.slice(0, 80))) return 0;
  }
  return 0;
}

/** Which lines are rows of a table: around a separator row, or at least two rows in a row that begin with a bar. */
export function findTableRows(raws: string[], fenced: boolean[]): boolean[] {
  const rows: boolean[] = new Array(raws.length).fill(false);
  const barred = (index: number) => !fenced[index] && (raws[index] ?? "").includes("|");
  const begins = (index: number) => barred(index) && /^\s{0,20}\|/.test((raws[index] ?? "").slice(0, 24));
  for (let index = 0; index < raws.length; index += 1) {
    if (fenced[index] || rows[index]) continue;
    const separated = index > 0 && barred(index - 1) && isSeparatorRow(raws[index] ?? "");
    if (separated) {
      rows[index - 1] = true;
      rows[index] = true;
      for (let next = index + 1; next < raws.length && barred(next); next += 1) rows[next] = true;
    } else if (begins(index) && (begins(index + 1) || rows[index - 1])) rows[index] = true;
    else if (begins(index) && index > 0 && begins(index - 1)) rows[index] = true;
  }
  return rows;
}
