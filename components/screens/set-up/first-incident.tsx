import { cx } from "#components/ui/cx.ts";
import { EventGlyph } from "#components/ui/marks/event-glyph.tsx";
import { FluidSignature } from "#components/ui/marks/fluid-signature.tsx";
import { Therefore } from "#components/ui/marks/therefore.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import styles from "./first-incident.module.css";

const EXAMPLE = [
  { at: "±17:20", shape: "change", words: "Snapshot of the production database taken by hand", certainty: "approx" },
  { at: "18:00", shape: "signal", words: "Database load rises, spam suspected", certainty: "exact" },
  { at: "22:00", shape: "signal", words: "Paged: replication to the secondary has stopped", certainty: "exact" },
  { at: "23:27", shape: "change", words: "Data directory removed on the primary", certainty: "exact" },
  { at: "", shape: "signal", words: "No dump to restore: the bucket is empty", certainty: "untimed" },
  { at: "17:00 +1", shape: "recovery", words: "Database restored from the 17:20 snapshot", certainty: "exact" },
  { at: "18:00 +1", shape: "recovery", words: "Service confirmed", certainty: "exact" },
] as const;

/** The result of a first import, with the incident of 31 January 2017 as an example. */
export function FirstIncident() {
  return (
    <aside className={styles.cover} aria-label="Import your first incident">
      <h2>Import your first incident</h2>
      <p className={styles.about}>
        Choose a recent one that you remember well. Notes, a chat export or an alert log is enough for a timeline and a
        first draft of the review.
      </p>
      <p className={styles.about}>
        You can import notes with times such as “14:05 paged”, chat exports, exports of paging, alerting, deploy and
        incident tools, CSV, and any JSON with times.
      </p>
      <figure className={styles.example} aria-labelledby="example">
        <div className={styles.head}>
          <b id="example">Example</b>
          <span className={textStyles.muted}>notes of 31 January 2017 at GitLab</span>
        </div>
        <div className={styles.line}>
          <FluidSignature
            heightPx={14}
            label="Impact in the example: degraded from 18:00, unavailable from 23:27, restored at 18:00 the next day"
            segments={[
              { kind: "latent", from: 0, to: 0.066 },
              { kind: "degraded", from: 0.066, to: 0.248 },
              { kind: "outage", from: 0.248, to: 0.96 },
              { kind: "restored", from: 0.96, to: 1 },
            ]}
          />
        </div>
        <table>
          <caption className={textStyles.visuallyHidden}>Events of the example</caption>
          <tbody>
            {EXAMPLE.map(({ at, shape, words, certainty }) => (
              <tr key={words}>
                <td className={cx(textStyles.figure, textStyles.unbroken)}>{at}</td>
                <td>
                  <EventGlyph shape={shape} certainty={certainty} />
                </td>
                <td>{words}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className={styles.result}>
          <Therefore className={styles.mark} />
          <span>The result: a timeline in order, key times, and a draft of the review.</span>
        </p>
      </figure>
    </aside>
  );
}
