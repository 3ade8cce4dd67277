import textStyles from "#components/ui/roles/text.module.css";
import { Specimen } from "./specimen.tsx";
import styles from "./styleguide.module.css";

const ROLES = [
  ["Surfaces", ["canvas", "surface", "raised", "sunken", "hover", "selected"]],
  ["Lines", ["rule", "rule-strong", "control", "ink"]],
  ["Accent", ["accent", "accent-solid", "accent-soft", "focus"]],
  [
    "Severity",
    ["sev1-solid", "sev1-soft", "sev2-solid", "sev2-soft", "sev3-solid", "sev3-soft", "sev4-solid", "sev4-soft"],
  ],
  ["Status", ["st-open", "st-progress", "st-verify", "st-blocked", "st-risk", "st-done"]],
  ["Ageing", ["age-0", "age-1", "age-2", "age-3", "age-4"]],
  ["Events", ["ev-signal", "ev-change", "ev-action", "ev-comms", "ev-recovery", "ev-note"]],
] as const;

const SIZES = [
  ["read", "44", "Reviews that get written"],
  ["read", "28", "GitLab.com database outage"],
  ["read", "18", "The job had reported success for nine days"],
  ["ui", "14", "Drill: rebuild a read replica from nothing"],
  ["ui", "13", "Sam can lend storage half a day"],
  ["ui", "12", "With Sam Whitaker, director"],
] as const;

/** Colours and type by their role. */
export function ColourSheet() {
  return (
    <Specimen title="Colour and type" note="by role" wide>
      {ROLES.map(([role, tokens]) => (
        <div key={role} className={styles.line}>
          <span className={styles.label}>{role}</span>
          {tokens.map((token) => (
            <span key={token} className={styles.swatch}>
              <i style={{ background: `var(--${token})` }} />
              {token}
            </span>
          ))}
        </div>
      ))}
      {SIZES.map(([face, size, text]) => (
        <p
          key={size}
          className={face === "read" ? textStyles.prose : undefined}
          style={{ fontSize: `var(--t-${size})`, lineHeight: 1.4 }}
        >
          {text}
        </p>
      ))}
      <p className={textStyles.code}>pg_basebackup --progress</p>
    </Specimen>
  );
}
