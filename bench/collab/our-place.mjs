/** Drafts a new review of that incident. Returns where its text is: {url, name, headers} for a client. */
export async function ourPlace(afterword, api, incidentKey, template) {
  const { documentId, schemaVersion } = await api.post(`/incidents/${incidentKey}/reviews`, { template });
  const url = `${afterword.url.replace("http", "ws")}/collab?doc=${documentId}&v=${schemaVersion}`;
  return { url, name: documentId, headers: api.headers };
}
