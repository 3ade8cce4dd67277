"use client";

import { useEffect, useEffectEvent } from "react";
import { sizeWords } from "#components/incidents/import/files/source-file.ts";
import { Button } from "#components/ui/button.tsx";
import { DropZone } from "#components/ui/fields/drop-zone.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { ProgressBar } from "#components/ui/marks/progress-bar.tsx";
import { useIsLong } from "#components/ui/use-is-long.ts";
import { FILE_LIMIT_BYTES } from "#lib/incidents/evidence/limits.ts";
import { useEditLayer } from "./edit-context.ts";

const LIMIT = sizeWords(FILE_LIMIT_BYTES);

/** Returns why a file can't be evidence, before it is sent, or undefined. The server looks at its bytes too. */
export function wrongFile(file: File | null): string | undefined {
  if (file?.size === 0) return "This file is empty. Choose another file";
  if (file && file.size > FILE_LIMIT_BYTES)
    return `This file has ${sizeWords(file.size)}. The limit is ${LIMIT}. Add a link to it instead`;
  return undefined;
}

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
    <Field label="File" optional={optional} error={error ?? wrongFile(file)}>
      <DropZone
        title={file ? `${file.name}, ${sizeWords(file.size)}` : "Drop a file, or paste a picture"}
        note={file ? undefined : `up to ${LIMIT}`}
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
