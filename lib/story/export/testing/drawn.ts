/** The elements of an SVG, one line each: the tag, its attributes and its text. */
export const drawn = (svg: string): string[] =>
  [...svg.matchAll(/<([a-z]+)((?: [\w:-]+="[^"]*")*)\/?>([^<]*)/g)].map(([, tag, attributes = "", text = ""]) =>
    [tag + attributes.replaceAll('"', ""), ...(text.trim() === "" ? [] : [`“${text}”`])].join(" "),
  );
