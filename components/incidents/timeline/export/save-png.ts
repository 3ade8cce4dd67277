/** Pixels of the picture for each of its own, so that it is sharp on paper and on dense screens. */
const SCALE = 2;

function drawn(address: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => resolve(image);
    image.onerror = () => reject(new Error("This browser could not draw the picture."));
    image.src = address;
  });
}

async function toPng(svg: Blob): Promise<Blob> {
  const address = URL.createObjectURL(svg);
  try {
    const image = await drawn(address);
    const canvas = document.createElement("canvas");
    canvas.width = image.naturalWidth * SCALE;
    canvas.height = image.naturalHeight * SCALE;
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const png = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
    if (!png) throw new Error("This browser could not make a picture of that size.");
    return png;
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** Draws an SVG of this server as PNG and saves it under a name. Throws when it cannot be read or drawn. */
export async function savePng(href: string, filename: string): Promise<void> {
  const answer = await fetch(href);
  if (!answer.ok) throw new Error("The picture could not be read.");
  const address = URL.createObjectURL(await toPng(new Blob([await answer.text()], { type: "image/svg+xml" })));
  const link = document.createElement("a");
  link.href = address;
  link.download = filename;
  link.click();
  // The browser reads the address after the click.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
