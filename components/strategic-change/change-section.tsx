import type { ReactNode } from "react";
import { SectionHead } from "#components/ui/section-head.tsx";

/** Heading level: 3 in the panel, 2 on the page. */
export type Level = 2 | 3;

interface ChangeSectionProps {
  title: string;
  level: Level;
  count?: ReactNode;
  aside?: ReactNode;
  children: ReactNode;
}

/** A part of a change under its rule, in the panel or on the page. */
export function ChangeSection({ title, level, count, aside, children }: ChangeSectionProps) {
  if (level === 2)
    return (
      <section className="sec">
        <SectionHead title={title} count={count} right={aside} />
        {children}
      </section>
    );
  return (
    <section>
      <h3>
        {title}
        {count === undefined ? null : <span className="n">{count}</span>}
        {aside ? <span className="right">{aside}</span> : null}
      </h3>
      {children}
    </section>
  );
}
