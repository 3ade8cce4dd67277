import { ExternalLink } from "lucide-react";
import type { ReactNode } from "react";
import { cardTarget } from "#lib/document/link-address.ts";
import styles from "./link-card.module.css";

/** A link card for readers: one link around its title and host. Without a safe address only its words. */
export function ReadLinkCard({ href, children }: { href: unknown; children?: ReactNode }) {
  const target = cardTarget(href);
  if (target === null) return <p>{children}</p>;
  const isEmpty = !children || (Array.isArray(children) && children.length === 0);
  return (
    <p>
      <a className={styles.card} href={target.href} target="_blank" rel="noreferrer noopener">
        <span className={styles.title}>{isEmpty ? target.href : children}</span>
        <span className={styles.host}>
          {target.host} <ExternalLink size={12} />
        </span>
      </a>
    </p>
  );
}
