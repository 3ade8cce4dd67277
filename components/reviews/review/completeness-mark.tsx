import type { Completeness } from "#lib/reviews/review/completeness.ts";
import styles from "./completeness-mark.module.css";

/** Completeness of a section, by shape first: ring, dashed ring with a dot, ruled square, half, disc. */
export function CompletenessMark({ state }: { state: Completeness }) {
  return (
    <svg className={styles.mark} viewBox="0 0 12 12" fill="none" stroke="currentColor" aria-hidden="true">
      <Shape state={state} />
    </svg>
  );
}

function Shape({ state }: { state: Completeness }) {
  switch (state) {
    case "empty":
      return <circle cx={6} cy={6} r={4.5} strokeWidth={1.25} />;
    case "generated":
      return (
        <>
          <circle cx={6} cy={6} r={4.5} strokeWidth={1.25} strokeDasharray="2 1.5" />
          <circle cx={6} cy={6} r={1.5} fill="currentColor" stroke="none" />
        </>
      );
    case "facts":
      return <path d="M1.5 1.5h9v9h-9zM3.5 4.5h5M3.5 7.5h5" strokeWidth={1.25} />;
    case "part":
      return (
        <>
          <circle cx={6} cy={6} r={4.5} strokeWidth={1.25} />
          <path d="M6 1.5a4.5 4.5 0 0 0 0 9z" fill="currentColor" stroke="none" />
        </>
      );
    case "written":
      return <circle cx={6} cy={6} r={5} fill="currentColor" stroke="none" />;
  }
}
