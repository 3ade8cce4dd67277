import type { ReactNode } from "react";
import { SectionHead } from "./section-head.tsx";

type SectionProps = {
  title: string;
  /** Heading level: 2 on a page, 3 in a panel. */
  level?: 2 | 3 | undefined;
  count?: ReactNode;
  right?: ReactNode;
  children: ReactNode;
};

/** A part under its rule. */
export function Section({ children, ...head }: SectionProps) {
  return (
    <section className="sec">
      <SectionHead {...head} />
      {children}
    </section>
  );
}
