import { Afterword } from "../lib/afterword.mjs";
import { join, setUp } from "../lib/api.mjs";
import { measureDraft } from "./draft-figure.mjs";
import { measureLists } from "./list-figures.mjs";
import { measureScript } from "./script-figure.mjs";
import { seed } from "./seed.mjs";
import { measureStart } from "./start-figure.mjs";

/** Measures the API, the pages and the start, on one server with 100,000 action items. */
export async function measureApi() {
  const afterword = await Afterword.open();
  try {
    const sql = await afterword.connect();
    const admin = await setUp(afterword);
    const { api } = await join(afterword, admin, { name: "Mona Member", role: "member" });
    const { id } = await api.get("/me");
    console.log("Writing 100,000 action items.");
    await seed(sql, id);
    const { teams } = await api.get("/me");
    const viewer = { id, teamIds: teams.map((team) => team.id) };
    const figures = await measureLists({ api, sql, viewer });
    figures.push(await measureDraft({ api }));
    figures.push(await measureScript({ url: afterword.url, admin }));
    figures.push(await measureStart(afterword));
    return figures;
  } finally {
    await afterword.close();
  }
}
