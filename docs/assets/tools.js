/* Shows the tools of a page, and loads one when it is used for the first time. A page without tools needs nothing more. */
(() => {
  const here = new URL("tools/", document.currentScript.src);
  const FIRST_USE = ["focusin", "pointerdown", "input", "toggle"];
  const STATE = "#query=";

  async function start(section) {
    if (section.dataset.state) return;
    section.dataset.state = "loading";
    const result = section.querySelector("[data-result]");
    result.setAttribute("aria-busy", "true");
    try {
      const tool = await import(new URL(`${section.dataset.tool}.js`, here));
      await tool.mount(section);
      section.dataset.state = "ready";
    } catch (error) {
      delete section.dataset.state; // the next use tries again
      result.textContent = "The tool could not be loaded. Check your connection, then try again.";
      console.error(error);
    }
    result.removeAttribute("aria-busy");
  }

  function reveal(sections) {
    for (const section of sections) {
      section.hidden = false;
      for (const event of FIRST_USE) section.addEventListener(event, () => start(section), { capture: true });
    }
    for (const link of document.querySelectorAll("[data-tool-link]")) link.hidden = false;
    arrive();
  }

  /* A link can carry a query; a link to a tool is followed once the tool is shown. */
  function arrive() {
    const query = document.querySelector("section[data-tool='query']");
    if (location.hash.startsWith(STATE) && query) {
      query.scrollIntoView();
      start(query);
    } else if (location.hash) {
      document.querySelector(`section[data-tool] > [id="${CSS.escape(location.hash.slice(1))}"]`)?.scrollIntoView();
    }
  }

  function show() {
    const sections = document.querySelectorAll("section[data-tool]");
    if (sections.length === 0) return;
    if (document.querySelector("link[data-tools]")) return reveal(sections);
    const style = document.createElement("link");
    style.rel = "stylesheet";
    style.href = new URL("tools.css", here);
    style.dataset.tools = "";
    style.onload = style.onerror = () => reveal(sections);
    document.head.append(style);
  }

  addEventListener("hashchange", arrive);
  /* The theme says when a page was changed without loading it anew. */
  if (window.document$) window.document$.subscribe(show);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", show);
  else show();
})();
