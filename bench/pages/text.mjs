/** The paragraph that is typed in. */
export const MARK = "Letters are typed here:";

const WORDS = "The deploy reached production and checkout errors rose because a pool was exhausted. ";
const words = (count) => WORDS.repeat(count).trim();
const cell = `<td><p>${words(1)}</p></td>`;
const PAGE = [
  `<h3>${words(1)}</h3>`,
  ...[1, 2, 3].map(
    () => `<p>${words(2)} <strong>${words(1)}</strong> ${words(2)} <em>${words(1)}</em> ${words(2)}</p>`,
  ),
  `<ul>${`<li><p>${words(1)}</p></li>`.repeat(4)}</ul>`,
  `<table><tbody>${`<tr>${cell.repeat(3)}</tr>`.repeat(3)}</tbody></table>`,
].join("");

/** Parts of a text of so many pages as HTML, small enough to be pasted, with the marked paragraph in the middle. */
export function textParts(pages) {
  const half = Array.from({ length: pages / 6 / 2 }, () => PAGE.repeat(6));
  return [...half, `<p>${MARK}</p>`, ...half];
}

/** The same text as a page that has nothing to load. */
export const staticPage = (pages) =>
  `<!doctype html><meta charset="utf-8"><title>Text</title><main>${textParts(pages).join("")}<p id="last">The end.</p></main>`;
