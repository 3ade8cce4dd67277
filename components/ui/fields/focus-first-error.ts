/** Once the errors of a refused form are on the page, brings the focus to the first field that has one. */
export function focusFirstError(form: HTMLElement | null): void {
  requestAnimationFrame(() => {
    const field = form?.querySelector("[data-field-error]")?.closest("[data-form-field]");
    field?.querySelector<HTMLElement>("textarea, input, select, button")?.focus();
  });
}
