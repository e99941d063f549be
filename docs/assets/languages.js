/* The language that a reader chose holds in closed boxes too. The theme looks for labels that are laid out, and those in a
   closed box are not. */
(() => {
  const sets = () => document.querySelectorAll("article .tabbed-set");
  const said = (label) => label.textContent.trim();

  function show(set, language) {
    const label = [...set.querySelectorAll(":scope > .tabbed-labels > label")].find((one) => said(one) === language);
    if (label) document.getElementById(label.htmlFor).checked = true;
    return Boolean(label);
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
  if (window.document$) window.document$.subscribe(arrive);
  else if (document.readyState === "loading") addEventListener("DOMContentLoaded", arrive);
  else arrive();
})();
