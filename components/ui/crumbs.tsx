import NextLink from "next/link";
import type { ReactNode } from "react";

export type Crumb = { label: string; href?: string | undefined };

/** Where this page hangs; tags of the thing itself may follow as children. */
export function Crumbs({ items, children }: { items: readonly Crumb[]; children?: ReactNode }) {
  return (
    <div className="crumb">
      <nav aria-label="Breadcrumb">
        <ol className="crumb">
          {items.map((item, at) => (
            <li key={item.label} className="crumb">
              {at > 0 ? <span aria-hidden="true">/</span> : null}
              {item.href ? (
                <NextLink className="link num" href={item.href}>
                  {item.label}
                </NextLink>
              ) : (
                <span className="num" aria-current="page">
                  {item.label}
                </span>
              )}
            </li>
          ))}
        </ol>
      </nav>
      {children}
    </div>
  );
}
