import { memo } from "react";
import type { ScoreLayout } from "#lib/story/score-layout.ts";
import styles from "./score.module.css";

type MarkLinksProps = { layout: ScoreLayout; onSelect: (id: string) => void };

/** A target over each glyph that selects the event here and in the list. The keyboard uses the list. */
export const MarkLinks = memo(function MarkLinks({ layout, onSelect }: MarkLinksProps) {
  return layout.marks.map(({ x, y, events }) => {
    const first = events[0];
    if (!first) return null;
    const name = `E${first.number} ${first.title}`;
    const words = events.length > 1 ? `${name}, and ${events.length - 1} more` : name;
    return (
      <button
        key={first.id}
        type="button"
        className={styles.mark}
        tabIndex={-1}
        aria-label={words}
        title={words}
        style={{ left: x - 9, top: y - 13 }}
        onClick={() => onSelect(first.id)}
      />
    );
  });
});
