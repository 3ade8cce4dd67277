import { CircleAlert } from "lucide-react";

/** One line under an input: what is wrong with what was typed. Empty when nothing is. */
export function FieldError({ id, message }: { id: string; message?: string | undefined }) {
  if (!message) return null;
  return (
    <p id={id} className="er" data-field-error>
      <CircleAlert size={14} />
      {message}
    </p>
  );
}
