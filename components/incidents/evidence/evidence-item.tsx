"use client";

import { FileText, ImageIcon, LineChart, Link2, Logs, SearchCode, X } from "lucide-react";
import Image from "next/image";
import type { ReactNode } from "react";
import { cx } from "#components/ui/cx.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import type { Attachment } from "#lib/contract/evidence.ts";
import styles from "./evidence-item.module.css";

const ICONS: Record<Attachment["kind"], ReactNode> = {
  link: <Link2 size={14} />,
  image: <ImageIcon size={14} />,
  file: <FileText size={14} />,
  query: <SearchCode size={14} />,
  log: <Logs size={14} />,
  series: <LineChart size={14} />,
};

type EvidenceItemProps = {
  row: Attachment;
  mayEdit: boolean;
  onRemove: () => void;
};

/** One piece of evidence: a small picture, a link, or text to unfold. */
export function EvidenceItem({ row, mayEdit, onRemove }: EvidenceItemProps) {
  return (
    <li className={styles.item}>
      {ICONS[row.kind]}
      <Inside row={row} />
      {mayEdit ? <IconButton label={`Remove “${row.title}”`} icon={<X size={14} />} onClick={onRemove} /> : null}
    </li>
  );
}

const isWeb = (url: string | null): url is string => url !== null && /^https?:/i.test(url);

function Inside({ row: { kind, title, url, text, file } }: { row: Attachment }) {
  if (file && kind === "image") {
    return (
      <a className={styles.picture} href={file.href} target="_blank" rel="noreferrer">
        <Image src={file.href} alt="" width={file.width ?? 400} height={file.height ?? 240} unoptimized />
        <span>{title}</span>
      </a>
    );
  }
  if (text !== null) {
    return (
      <details>
        <summary>{title}</summary>
        <pre className={textStyles.code}>{text}</pre>
        {isWeb(url) ? (
          <a className={textStyles.link} href={url} target="_blank" rel="noreferrer">
            {url.replace(/^https?:\/\//, "")}
          </a>
        ) : null}
      </details>
    );
  }
  const href = file?.href ?? (isWeb(url) ? url : null);
  if (href === null) return <span className={textStyles.breaksAnywhere}>{title}</span>;
  return (
    <a
      className={cx(textStyles.link, textStyles.breaksAnywhere)}
      href={href}
      target="_blank"
      rel="noreferrer"
      title={url ?? file?.name}
    >
      {title}
    </a>
  );
}
