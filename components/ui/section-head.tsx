import type { ReactNode } from "react";

type SectionHeadProps = {
  title: ReactNode;
  count?: ReactNode;
  /** Link, button or words at the right end of the rule. */
  right?: ReactNode;
  id?: string | undefined;
};

/** The rule that carries a section: ink line, strong title, muted count, one thing at the right. */
export function SectionHead({ title, count, right, id }: SectionHeadProps) {
  return (
    <div className="sh">
      <h2 id={id}>{title}</h2>
      {count === undefined ? null : <span className="n">{count}</span>}
      {right ? <span className="right">{right}</span> : null}
    </div>
  );
}
