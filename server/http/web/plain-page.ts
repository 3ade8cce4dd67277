/** Returns a page without scripts, for when the pages themselves can't be made. The lines are HTML. */
export const plainPage = (title: string, lines: readonly string[]): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Afterword</title>
<style>
  :root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
  main { max-width: 34rem; margin: 15vh auto 0; padding: 0 1.5rem; }
  h1 { font-size: 1.5rem; line-height: 1.3; }
</style>
<main role="alert">
  <h1>${title}</h1>
${lines.map((line) => `  <p>${line}</p>\n`).join("")}  <p><a href="">Try again</a></p>
</main>
</html>
`;
