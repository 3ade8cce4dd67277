/** A figure with its units set small: "18 h 30 m" or "428%". Words without a digit stay as they are. */
export function Figure({ text }: { text: string }) {
  const parts = /\d/.test(text) ? (text.match(/[\d.,±+-]+|[^\d.,±+-]+/g) ?? [text]) : [text];
  return parts.map((part, at) =>
    /\d/.test(part) || parts.length === 1 ? (
      part
    ) : (
      // Parts of one text never move, so their place is their key.
      <span key={`${at}${part}`} className="u">
        {part}
      </span>
    ),
  );
}
