import type { ReactNode } from "react";

type PageHeadProps = { title: ReactNode; sub?: ReactNode; crumbs?: ReactNode; actions?: ReactNode };

/** The one h1 of a page with its crumbs above, a sentence below and its buttons at the right. */
export function PageHead({ title, sub, crumbs, actions }: PageHeadProps) {
  return (
    <div className="ph">
      <div>
        {crumbs}
        <h1>{title}</h1>
        {sub ? <p className="sub">{sub}</p> : null}
      </div>
      {actions ? <div className="acts">{actions}</div> : null}
    </div>
  );
}
