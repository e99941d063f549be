/* The language that a reader chose holds in closed boxes too. The theme looks for labels that are laid out, and those in a
   closed box are not. */
(() => {
  const sets = () => document.querySelectorAll("article details:not([open]) .tabbed-set");
  const said = (label) => label.textContent.trim();
  const switched = new WeakSet();

  function show(set, language) {
    const label = [...set.querySelectorAll(":scope > .tabbed-labels > label")].find((one) => said(one) === language);
    if (!label) return false;
    document.getElementById(label.htmlFor).checked = true;
    switched.add(set);
    return true;
  }

  /* Of those that were chosen on any page, the last one that a set has. */
  function arrive() {
    const chosen = window.__md_get?.("__tabs") ?? [];
    sets().forEach((set) => chosen.some((language) => show(set, language)));
  }

  addEventListener("change", ({ target }) => {
    if (!target.matches?.(".tabbed-set > input")) return;
    const label = document.querySelector(`label[for="${CSS.escape(target.id)}"]`);
    if (label) sets().forEach((set) => show(set, said(label)));
  });
  /* The theme draws the line below the label when it is told of a change, and nothing can be drawn in a closed box. */
  function opened({ target }) {
    if (!target.matches?.("article details[open]")) return;
    for (const input of target.querySelectorAll(".tabbed-set > input:checked"))
      if (switched.delete(input.parentElement)) input.dispatchEvent(new Event("change"));
  }

  addEventListener("toggle", opened, true); // it does not bubble
  if (window.document$) window.document$.subscribe(arrive);
  else if (document.readyState === "loading") addEventListener("DOMContentLoaded", arrive);
  else arrive();
})();
