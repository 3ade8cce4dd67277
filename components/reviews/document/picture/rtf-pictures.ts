/** A picture, or a group with pictures that aren't in the text: bullets, and copies in an old format. */
const GROUP = /\{(?:\\\*)?\\(pict|nonshppict|listpicture|background)\b/g;
const TYPES = [
  [/\\pngblip\b/, "image/png"],
  [/\\jpegblip\b/, "image/jpeg"],
] as const;

/** Returns where the group that starts at a brace ends. */
function groupEnd(rtf: string, start: number): number {
  let depth = 0;
  for (let at = start; at < rtf.length; at++) {
    const sign = rtf[at];
    if (sign === "\\") at++;
    else if (sign === "{") depth++;
    else if (sign === "}") {
      depth--;
      if (depth === 0) return at;
    }
  }
  return rtf.length;
}

/** Returns the text of a group without the groups in it. */
function ownText(group: string): string {
  const parts: string[] = [];
  let from = 1;
  for (let at = group.indexOf("{", from); at >= 0; at = group.indexOf("{", from)) {
    parts.push(group.slice(from, at));
    from = groupEnd(group, at) + 1;
  }
  // A control word would continue with the letters after a group.
  return [...parts, group.slice(from)].join(" ");
}

function fileOf(group: string): File | null {
  const text = ownText(group);
  const type = TYPES.find(([sign]) => sign.test(text))?.[1];
  const hex = text.replace(/\\[a-z]+-?\d* ?/g, "").replace(/[\s}]+/g, "");
  if (type === undefined || hex === "" || hex.length % 2 > 0 || /[^\da-f]/i.test(hex)) return null;
  const bytes = Uint8Array.from({ length: hex.length / 2 }, (_, at) =>
    Number.parseInt(hex.slice(2 * at, 2 * at + 2), 16),
  );
  return new File([bytes], "pasted picture", { type });
}

/**
 * Returns the pictures of a rich text (RTF), in its order. Office programs put the bytes there, and into their HTML only
 * the place of a file. Null for a picture in a format that a review can't show.
 */
export function picturesOfRtf(rtf: string): (File | null)[] {
  const found: (File | null)[] = [];
  const groups = new RegExp(GROUP);
  for (let match = groups.exec(rtf); match; match = groups.exec(rtf)) {
    const end = groupEnd(rtf, match.index);
    if (match[1] === "pict") found.push(fileOf(rtf.slice(match.index, end)));
    groups.lastIndex = end;
  }
  return found;
}
