/* A button on every page that puts the Markdown of the page on the clipboard. The Markdown lies beside the page, and a
   link in the page leads to it; without scripts the link alone is there. */
(() => {
  const LABEL = "Copy this page as Markdown";
  const ICON =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" aria-hidden="true">' +
    '<path d="M15 1H5a2 2 0 0 0-2 2v13h2V3h10V1Zm4 4H9a2 2 0 0 0-2 2v14c0 1.1.9 2 2 2h10a2 2 0 0 0 2-2V7a2 2 0 0 0-2-2Zm0 16H9V7h10v14Z"/></svg>';

  async function markdown(url) {
    const answer = await fetch(url);
    if (!answer.ok) throw new Error(`${url} answers with ${answer.status}`);
    return answer.text();
  }

  /* The item is made of a promise, because some browsers only let a click write that has not waited for anything. */
  function write(text) {
    if (!navigator.clipboard?.write) return text.then(writeBySelecting);
    const blob = text.then((value) => new Blob([value], { type: "text/plain" }));
    return navigator.clipboard.write([new ClipboardItem({ "text/plain": blob })]);
  }

  /* Pages that are served without TLS have no clipboard of the new kind. */
  function writeBySelecting(text) {
    const area = document.createElement("textarea");
    area.value = text;
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    if (!done) throw new Error("the browser does not let pages write to the clipboard");
  }

  function button(link) {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "md-content__button md-icon copy-page";
    made.title = LABEL;
    made.innerHTML = `${ICON}<span class="copy-page__status" role="status"></span>`;
    made.setAttribute("aria-label", LABEL);
    const status = made.lastElementChild;
    made.addEventListener("click", async () => {
      try {
        await write(markdown(link.href));
        status.textContent = "Copied";
        setTimeout(() => (status.textContent = ""), 2000);
      } catch {
        location.assign(link.href); // then the reader can copy it by hand
      }
    });
    return made;
  }

  function show() {
    const link = document.querySelector("article a[type='text/markdown']");
    if (link && !document.querySelector(".copy-page")) link.before(button(link));
  }

  /* The theme says when a page was changed without loading it anew. */
  if (window.document$) window.document$.subscribe(show);
  else document.addEventListener("DOMContentLoaded", show);
})();
