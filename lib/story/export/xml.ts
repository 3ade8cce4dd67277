/** Removes what XML can't contain even when escaped: control characters and halves of surrogate pairs. */
const NO_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;" };

/** Escapes text for XML, between tags or in an attribute. */
export const escapeXml = (text: string): string =>
  text.replace(NO_XML, "").replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

type Attributes = Record<string, string | number | undefined>;

const round = (value: string | number) => (typeof value === "number" ? String(Math.round(value * 100) / 100) : value);

/** Returns one element. `inside` is already XML. */
export function element(name: string, attributes: Attributes, inside = ""): string {
  const written = Object.entries(attributes)
    .flatMap(([key, value]) => (value === undefined ? [] : [` ${key}="${escapeXml(round(value))}"`]))
    .join("");
  return inside === "" ? `<${name}${written}/>` : `<${name}${written}>${inside}</${name}>`;
}

/** Returns a text element. */
export const textElement = (attributes: Attributes, words: string): string =>
  element("text", attributes, escapeXml(words));
