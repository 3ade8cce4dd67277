import textStyles from "../roles/text.module.css";

/**
 * Copies a text to the clipboard. False if the browser doesn't allow it. Without TLS pages have no clipboard API, so a
 * field is selected and copied as a person would.
 */
export async function copyText(text: string): Promise<boolean> {
  if (navigator.clipboard) {
    return navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
  }
  const field = document.createElement("textarea");
  field.value = text;
  field.className = textStyles.visuallyHidden ?? "";
  const focused = document.activeElement;
  // Within an open dialog, because focus can't leave it.
  (focused?.closest("[role=dialog]") ?? document.body).append(field);
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return done;
}
