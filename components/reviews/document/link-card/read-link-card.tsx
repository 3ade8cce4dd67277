import { ExternalLink } from "lucide-react";
import type { ReactNode } from "react";
import { cardTarget } from "#lib/document/link-address.ts";
import styles from "./link-card.module.css";

interface ReadLinkCardProps {
  href: unknown;
  /** The title contains links of its own, such as a cited event, so it can't be one. */
  hasLinks: boolean;
  children?: ReactNode;
}

/** A link card for readers: one link around its title and host. Without a safe address only its words. */
export function ReadLinkCard({ href, hasLinks, children }: ReadLinkCardProps) {
  const target = cardTarget(href);
  if (target === null) return <p>{children}</p>;
  const isEmpty = !children || (Array.isArray(children) && children.length === 0);
  const link = { href: target.href, target: "_blank", rel: "noreferrer noopener" };
  const host = (
    <>
      {target.host} <ExternalLink size={12} />
    </>
  );
  if (hasLinks)
    return (
      <div className={styles.card}>
        <span className={styles.title}>{children}</span>
        <span className={styles.host}>
          <a {...link}>{host}</a>
        </span>
      </div>
    );
  return (
    <p>
      <a className={styles.card} {...link}>
        <span className={styles.title}>{isEmpty ? target.href : children}</span>
        <span className={styles.host}>{host}</span>
      </a>
    </p>
  );
}
