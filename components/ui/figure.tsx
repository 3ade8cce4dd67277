type Part = { readonly text: string; readonly at: number; readonly isUnit: boolean };

/** A figure with its units set small: "18 h 30 m" or "428%". Words without a digit stay as they are. */
export function Figure({ text }: { text: string }) {
  return splitFigure(text).map((part) =>
    part.isUnit ? (
      <span key={part.at} className="u">
        {part.text}
      </span>
    ) : (
      part.text
    ),
  );
}

function splitFigure(text: string): Part[] {
  if (!/\d/.test(text)) return [{ text, at: 0, isUnit: false }];
  return [...text.matchAll(/[\d.,±+-]+|[^\d.,±+-]+/g)].map((match) => ({
    text: match[0],
    at: match.index,
    isUnit: !/\d/.test(match[0]),
  }));
}
