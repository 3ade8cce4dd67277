/** Returns whether a field of a form has text that it can't read, so sending the form would leave it out. */
export const hasUnread = (form: HTMLElement | null): boolean => form?.querySelector("[data-unread]") != null;

/** Focuses the first field with an error, once the errors of a rejected form are on the page. */
export function focusFirstError(form: HTMLElement | null): void {
  requestAnimationFrame(() => {
    const field = form?.querySelector("[data-field-error], [data-unread]")?.closest("[data-form-field]");
    field?.querySelector<HTMLElement>("textarea, input, select, button")?.focus();
  });
}
