import type { ComponentProps } from "react";
import styles from "./section.module.css";
import { SectionHead } from "./section-head.tsx";

type SectionProps = Omit<ComponentProps<typeof SectionHead>, "className"> &
  Pick<ComponentProps<"section">, "ref" | "children"> & {
    /** For a link to the section; `id` is that of its heading, which names it. */
    anchor?: string | undefined;
  };

/** A section below its rule. */
export function Section({ ref, anchor, children, ...head }: SectionProps) {
  return (
    <section ref={ref} id={anchor} className={styles.section} aria-labelledby={head.id}>
      <SectionHead {...head} />
      {children}
    </section>
  );
}
