import { cx } from "#components/ui/cx.ts";
import textStyles from "#components/ui/roles/text.module.css";
import type { Factor } from "#lib/contract/factor.ts";
import styles from "./factor-button.module.css";

interface FactorButtonProps {
  factor: Pick<Factor, "id" | "number" | "statement">;
  onOpen: (id: string) => void;
}

/** The number and the statement of a factor, as a button that opens it. */
export const FactorButton = ({ factor, onOpen }: FactorButtonProps) => (
  <button type="button" className={styles.statement} onClick={() => onOpen(factor.id)}>
    <span className={cx(textStyles.muted, textStyles.figure)}>{factor.number}</span> {factor.statement}
  </button>
);
