import { columnShares } from "../../printed/columns.ts";
import type { BlockOf, Cell } from "../../printed/printed.ts";

interface Placed {
  cell: Cell;
  x: number;
  y: number;
  columns: number;
  rows: number;
}

/**
 * Returns each cell with its place. A cell over several rows or columns ends where the table, its head or a cell before
 * it needs the room, because Typst rejects a table whose cells don't fit. A cell without room gets a new column.
 */
function placesOf({ headRows, rows }: BlockOf<"table">): Placed[] {
  const taken = new Set<string>();
  const isFree = (x: number, y: number) => !taken.has(`${x} ${y}`);
  const width = Math.max(1, ...rows.map((row) => row.reduce((sum, { columns }) => sum + columns, 0)));
  return rows.flatMap((row, y) =>
    row.map((cell): Placed => {
      let x = 0;
      while (!isFree(x, y)) x += 1;
      let columns = 1;
      while (columns < cell.columns && x + columns < width && isFree(x + columns, y)) columns += 1;
      const rowsLeft = (y < headRows ? headRows : rows.length) - y;
      const tall = Math.min(cell.rows, rowsLeft);
      for (let down = 0; down < tall; down += 1)
        for (let right = 0; right < columns; right += 1) taken.add(`${x + right} ${y + down}`);
      return { cell, x, y, columns, rows: tall };
    }),
  );
}

/** Returns a table in Typst, whose head is repeated on every page. `print` prints what a cell contains. */
export function typstTable(table: BlockOf<"table">, print: (cell: Cell) => string): string {
  const places = placesOf(table);
  const width = Math.max(0, ...places.map(({ x, columns }) => x + columns));
  if (width === 0) return "";
  const written = places.map(({ cell, x, y, columns, rows }) => ({
    isHead: y < table.headRows,
    text: `table.cell(x: ${x}, y: ${y}, colspan: ${columns}, rowspan: ${rows})[${cell.isHead ? `#strong[${print(cell)}]` : print(cell)}]`,
  }));
  const head = written.filter(({ isHead }) => isHead).map(({ text }) => text);
  const body = written.filter(({ isHead }) => !isHead).map(({ text }) => text);
  const shares = columnShares(table);
  const columns = Array.from({ length: width }, (_, at) => `${Math.max(1, Math.round((shares[at] ?? 0.1) * 1000))}fr`);
  const parts = [
    `columns: (${columns.join(", ")},)`,
    ...(head.length > 0 ? [`table.header(${head.join(", ")})`] : []),
    ...body,
  ];
  return `#table(${parts.join(",\n")})`;
}
