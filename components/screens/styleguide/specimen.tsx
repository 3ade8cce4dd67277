import type { ReactNode } from "react";
import { SectionHead } from "#components/ui/page/section-head.tsx";
import styles from "./styleguide.module.css";

export type ThemeName = "light" | "dark";

type SpecimenProps = { title: string; note?: string | undefined; wide?: boolean | undefined; children: ReactNode };

/** One component under its section rule. */
export function Specimen({ title, note, wide, children }: SpecimenProps) {
  return (
    <section className={styles.specimen} data-wide={wide || undefined}>
      <SectionHead title={title} count={note} />
      {children}
    </section>
  );
}

/** A state with its name in the left column. */
export function StateLine({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={styles.line}>
      <span className={styles.label}>{name}</span>
      {children}
    </div>
  );
}
