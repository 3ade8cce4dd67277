"use client";

import { FileText, ImageIcon, LineChart, Link2, Logs, SearchCode, X } from "lucide-react";
import Image from "next/image";
import type { ReactNode } from "react";
import { IconButton } from "#components/ui/icon-button.tsx";
import type { Attachment } from "#lib/contract/evidence.ts";

const ICONS: Record<Attachment["kind"], ReactNode> = {
  link: <Link2 className="i s" />,
  image: <ImageIcon className="i s" />,
  file: <FileText className="i s" />,
  query: <SearchCode className="i s" />,
  log: <Logs className="i s" />,
  series: <LineChart className="i s" />,
};

type EvidenceItemProps = {
  row: Attachment;
  mayEdit: boolean;
  onRemove: () => void;
};

/** One piece of evidence: a picture small, a link to follow, text to unfold. */
export function EvidenceItem({ row, mayEdit, onRemove }: EvidenceItemProps) {
  return (
    <li className="evi">
      {ICONS[row.kind]}
      <Inside row={row} />
      {mayEdit ? (
        <IconButton label={`Take “${row.title}” off`} icon={<X className="i s" />} onClick={onRemove} />
      ) : null}
    </li>
  );
}

const isWeb = (url: string | null): url is string => url !== null && /^https?:/i.test(url);

function Inside({ row: { kind, title, url, text, file } }: { row: Attachment }) {
  if (file && kind === "image") {
    return (
      <a className="evi-p" href={file.href} target="_blank" rel="noreferrer">
        <Image src={file.href} alt="" width={file.width ?? 400} height={file.height ?? 240} unoptimized />
        <span>{title}</span>
      </a>
    );
  }
  if (text !== null) {
    return (
      <details>
        <summary>{title}</summary>
        <pre className="mono">{text}</pre>
        {isWeb(url) ? (
          <a className="lnk" href={url} target="_blank" rel="noreferrer">
            {url.replace(/^https?:\/\//, "")}
          </a>
        ) : null}
      </details>
    );
  }
  const href = file?.href ?? (isWeb(url) ? url : null);
  if (href === null) return <span className="brk-any">{title}</span>;
  return (
    <a className="lnk brk-any" href={href} target="_blank" rel="noreferrer" title={url ?? file?.name}>
      {title}
    </a>
  );
}
