import { EventGlyph } from "#components/ui/marks/event-glyph.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import { SHAPE_WORDS } from "../story/filter-story.ts";
import styles from "./legend.module.css";

const SHAPES = ["signal", "change", "step", "update", "recovery"] as const;
const CERTAINTIES = { exact: "time recorded", approx: "about", untimed: "order known, time unknown" } as const;

/** The meaning of the shapes and their outlines. */
export function Legend() {
  return (
    <div className={styles.legend}>
      {SHAPES.map((shape) => (
        <span key={shape}>
          <EventGlyph shape={shape} />
          {SHAPE_WORDS[shape]}
        </span>
      ))}
      <span className={layoutStyles.atEnd} />
      {(["exact", "approx", "untimed"] as const).map((certainty) => (
        <span key={certainty}>
          <EventGlyph shape="step" certainty={certainty} />
          {CERTAINTIES[certainty]}
        </span>
      ))}
    </div>
  );
}
