// Imported first by everything that starts: says what to do when this Node is too old.
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);

if (major < 22 || (major === 22 && minor < 12)) {
  console.error(
    `Afterword needs Node 22.12 or later, and this is Node ${process.versions.node}.\n` +
      "What to do: start it through npm (npm start), which uses the Node that `npm ci` brought along. If that is this one,\n" +
      "`npm ci` left out optional packages, or there is none for this platform: install Node 22.12 or later.",
  );
  process.exit(1);
}
