"use client";

import { useEffect, useEffectEvent } from "react";
import { Button } from "#components/ui/button.tsx";
import { DropZone } from "#components/ui/fields/drop-zone.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { ProgressBar } from "#components/ui/marks/progress-bar.tsx";
import { useIsLong } from "#components/ui/use-is-long.ts";
import { sizeWords } from "#lib/base/text/size-words.ts";
import { FILE_LIMIT_BYTES, fileFault } from "#lib/incidents/evidence/limits.ts";
import { useEditLayer } from "./edit-context.ts";

interface FileFieldProps {
  file: File | null;
  optional?: boolean | undefined;
  error?: string | undefined;
  onChange: (file: File | null) => void;
}

/** A file that is dropped, chosen or pasted, and how much of it is sent. */
export function FileField({ file, optional, error, onChange }: FileFieldProps) {
  const { sent } = useEditLayer();
  usePastedFile(onChange);
  return (
    <Field label="File" optional={optional} error={error ?? (file ? fileFault(file.size) : undefined)}>
      <DropZone
        title={file ? `${file.name}, ${sizeWords(file.size)}` : "Drop a file, or paste a picture"}
        note={file ? undefined : `up to ${sizeWords(FILE_LIMIT_BYTES)}`}
        disabled={sent !== null}
        onFiles={([first]) => onChange(first ?? null)}
      />
      {file && sent === null ? <Button onClick={() => onChange(null)}>Remove the file</Button> : null}
      {file && sent !== null ? <Sending name={file.name} share={sent} /> : null}
    </Field>
  );
}

function Sending({ name, share }: { name: string; share: number }) {
  return useIsLong() ? <ProgressBar label={`Sending ${name}`} value={Math.round(share * 100)} max={100} /> : null;
}

/** Catches a file that is pasted anywhere in the form. Office programs also paste a picture of the words. */
function usePastedFile(onFile: (file: File) => void): void {
  const take = useEffectEvent(onFile);
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const file = event.clipboardData?.files[0];
      if (!file || event.clipboardData?.getData("text/plain")) return;
      event.preventDefault();
      take(file);
    };
    document.addEventListener("paste", onPaste);
    return () => document.removeEventListener("paste", onPaste);
  }, []);
}

/** The same where the field isn't shown yet. */
export function PastedFile({ onFile }: { onFile: (file: File) => void }) {
  usePastedFile(onFile);
  return null;
}
