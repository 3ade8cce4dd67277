import styles from "./brand.module.css";
import { Therefore } from "./therefore.tsx";

/** Mark and wordmark: in the masthead, and larger on the pages before sign-in. */
export function Brand({ size }: { size?: "md" | "lg" | undefined }) {
  return (
    <span className={styles.brand} data-size={size}>
      <Therefore className={undefined} />
      <span>Afterword</span>
    </span>
  );
}
