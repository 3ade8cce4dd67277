import { CircleAlert, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "../cx.ts";
import layoutStyles from "../roles/layout.module.css";
import styles from "./banner.module.css";

const ICONS = { info: Info, warn: TriangleAlert, bad: CircleAlert } as const;

type BannerProps = {
  tone?: "info" | "warn" | "bad" | undefined;
  /** Other than the tone's own icon. */
  icon?: ReactNode;
  /** One link or button on the right. */
  action?: ReactNode;
  className?: string | undefined;
  children: ReactNode;
};

/** One line about the state of this page: offline, a rejected part, a conflict. */
export function Banner({ tone = "info", icon, action, className, children }: BannerProps) {
  const Icon = ICONS[tone];
  return (
    <div className={cx(styles.banner, className)} data-tone={tone} role={tone === "bad" ? "alert" : "status"}>
      {icon ?? <Icon size={14} />}
      <span className={styles.words}>{children}</span>
      {action ? <span className={cx(layoutStyles.atEnd, styles.action)}>{action}</span> : null}
    </div>
  );
}
