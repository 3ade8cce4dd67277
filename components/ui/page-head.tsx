import type { ReactNode } from "react";
import { cx } from "./cx.ts";

type PageHeadProps = {
  title: ReactNode;
  sub?: ReactNode;
  crumbs?: ReactNode;
  actions?: ReactNode;
  className?: string | undefined;
};

/** The one h1 of a page with its crumbs above, a sentence below and its buttons at the right. */
export function PageHead({ title, sub, crumbs, actions, className }: PageHeadProps) {
  return (
    <div className={cx("ph", className)}>
      <div>
        {crumbs}
        <h1>{title}</h1>
        {sub ? <p className="sub">{sub}</p> : null}
      </div>
      {actions ? <div className="acts">{actions}</div> : null}
    </div>
  );
}
