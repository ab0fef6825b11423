/* What pages of a review share: the server writes; a page only asks it to, and says what came of it. */
"use strict";

const desk = { data: null };

const STOPPED = "The review has been stopped. Nothing was written. Start it again, and open the address that it prints in this tab.";

document.addEventListener("DOMContentLoaded", () => {
  const byId = (id) => document.getElementById(id);
  desk.data = JSON.parse(byId("desk-data").textContent);

  desk.ask = async (path, body) => {
    let response;
    try {
      response = await fetch(path, body && {
        method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body),
      });
    } catch {
      return refuse({ message: STOPPED, changes: [] });
    }
    const answer = await response.json().catch(() => ({ message: `The review answered ${response.status}.`, changes: [] }));
    return response.ok ? answer : refuse(answer, response.status);
  };

  // What the form itself can set right stays with the form; for the rest the page must be loaded again.
  function refuse(answer, status) {
    if (status === 400 || status === 422) return { refused: answer.message };
    byId("conflict-message").textContent = answer.message;
    byId("conflict-changes").textContent = answer.changes.join("\n");
    byId("conflict-changes").hidden = !answer.changes.length;
    byId("reload").hidden = !status;  // nobody would answer
    byId("conflict").hidden = false;
    for (const dialog of document.querySelectorAll("dialog[open]")) dialog.close();
    return { refused: answer.message };
  }

  // Whoever comes back to this page may have written to the file elsewhere.
  async function look() {
    if (document.hidden || !byId("conflict").hidden) return;
    const { version, changes } = await desk.ask(`state?since=${desk.data.version}`);
    if (version && version !== desk.data.version) {
      refuse({ message: `${desk.data.file} has changed since this page was loaded.`, changes }, 409);
    }
  }

  // What was typed outlives a reload, in its tab.
  desk.keep = (name, value) => {
    try { sessionStorage.setItem(`crosscheck.${name}`, JSON.stringify(value)); } catch { /* no store */ }
  };
  desk.kept = (name) => {
    try { return JSON.parse(sessionStorage.getItem(`crosscheck.${name}`)); } catch { return null; }
  };

  byId("reload").addEventListener("click", () => location.reload());
  addEventListener("focus", look);
  document.addEventListener("visibilitychange", look);
});
