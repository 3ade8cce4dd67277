/** Bullets as programs write them when a list is copied as text. Markdown has others. */
const BULLETS = "•‣▪●◦○·⁃";
const BULLET = new RegExp(`^([ \\t]*(?:> ?)*)[${BULLETS}][ \\t\\u00A0]+(?=\\S)`);
const FENCE = /^[ \t]{0,3}(`{3,}|~{3,})/;

/** Returns whether a line is an item of a list with such a bullet. */
export const hasBullet = (line: string): boolean => BULLET.test(line);

/** Returns Markdown with lines that start with a bullet as items of lists. Code between fences stays as it is. */
export function bulletItems(markdown: string): string {
  let open: string | null = null;
  const lines = markdown.split("\n").map((line) => {
    const [, fence] = FENCE.exec(line) ?? [];
    if (fence && open === null) open = fence;
    else if (fence && open !== null && fence.startsWith(open)) open = null;
    return open === null ? line.replace(BULLET, "$1- ") : line;
  });
  return lines.join("\n");
}
