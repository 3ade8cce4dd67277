import { Pencil } from "lucide-react";
import { IconButton } from "../icon-button.tsx";
import styles from "./record-title.module.css";

type RecordTitleProps = {
  title: string;
  /** 1 on the record's page, 2 in its panel. */
  level: 1 | 2;
  /** Opens its editor, for anyone who can change it. */
  onEdit: ((anchor: HTMLElement) => void) | undefined;
  className?: string | undefined;
};

/** A record's title in full. Its edit button shows on hover. */
export function RecordTitle({ title, level, onEdit, className }: RecordTitleProps) {
  const Heading = level === 1 ? "h1" : "h2";
  return (
    <div className={styles.title}>
      <Heading className={className}>{title}</Heading>
      {onEdit ? (
        <IconButton
          className={styles.edit}
          label="Edit title"
          icon={<Pencil size={14} />}
          onClick={(event) => onEdit(event.currentTarget)}
        />
      ) : null}
    </div>
  );
}
