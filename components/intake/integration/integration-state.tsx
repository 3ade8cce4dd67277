import { Moment } from "#components/ui/labels/moment.tsx";
import { Status } from "#components/ui/labels/status.tsx";
import type { StatusKind } from "#components/ui/labels/status-glyph.tsx";
import { countWords } from "#lib/base/text/sentence.ts";
import { INTEGRATION_STATE_WORDS, type IntegrationState } from "#lib/base/vocabulary/integration.ts";
import type { IntegrationRow } from "#lib/contract/integration.ts";
import styles from "./integration-state.module.css";

const GLYPHS: Record<IntegrationState, StatusKind> = {
  receiving: "on-track",
  silent: "at-risk",
  refused: "blocked",
  never: "open",
  paused: "cancelled",
  archived: "cancelled",
};

/** The state as one glyph and word. */
export function IntegrationStateWord({ state }: { state: IntegrationState }) {
  return <Status kind={GLYPHS[state]}>{INTEGRATION_STATE_WORDS[state]}</Status>;
}

/** The same with the most informative figure: when, how often rejected, or for how long silent. */
export function IntegrationStateLine({ row }: { row: IntegrationRow }) {
  return (
    <Status kind={GLYPHS[row.state]} className={styles.line}>
      {wordsOf(row)}
    </Status>
  );
}

function wordsOf({ state, lastDeliveryAt, refusedToday, silentDays }: IntegrationRow) {
  if (state === "receiving" && lastDeliveryAt) return <Moment at={lastDeliveryAt} />;
  if (state === "refused") {
    if (refusedToday === 0) return "Rejected recently";
    return refusedToday === 1 ? "Rejected once today" : `Rejected ${refusedToday} times today`;
  }
  if (state === "silent" && silentDays !== null) return `Silent for ${countWords(silentDays, "day")}`;
  return INTEGRATION_STATE_WORDS[state];
}
