/** `| :--- | --- |`: the line under the header of a Markdown table. */
export function isSeparatorRow(raw: string): boolean {
  const line = raw.trim();
  return line.length < 2000 && line.includes("-") && line.includes("|") && /^[\s|:-]+$/.test(line);
}

/**
 * Returns the cells of a table row. Escaped bars and bars in code don't divide cells. `||a||b||` is a header row in
 * wikis.
 */
export function splitRow(raw: string): string[] {
  const line = raw.trim().replace(/^\|\|/, "|").replace(/\|\|$/, "|");
  const text = line.replace(/^\|/, "").replace(/\|$/, "");
  const cells: string[] = [];
  let cell = "";
  let inCode = false;
  for (let index = 0; index < text.length; index += 1) {
    const sign = text.charAt(index);
    if (sign === "\\" && text.charAt(index + 1) === "|") {
      cell += "|";
      index += 1;
    } else if (sign === "|" && !inCode) {
      cells.push(cell.trim());
      cell = "";
      if (raw.trim().startsWith("||") && text.charAt(index + 1) === "|") index += 1;
    } else {
      if (sign === "`" && (inCode || text.indexOf("`", index + 1) > 0)) inCode = !inCode;
      cell += sign;
    }
  }
  cells.push(cell.trim());
  return cells;
}
