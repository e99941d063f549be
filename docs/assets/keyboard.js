/* What can be scrolled with a finger or a wheel can be scrolled with the keys: wide tables get the focus. */
(() => {
  function reach(table) {
    const wide = table.scrollWidth > table.clientWidth;
    if (!wide) {
      for (const name of ["tabindex", "role", "aria-label"]) table.removeAttribute(name);
      return;
    }
    table.tabIndex = 0;
    table.setAttribute("role", "region");
    table.setAttribute("aria-label", "Table, wider than the page");
  }

  const sizes = new ResizeObserver((entries) => entries.forEach((entry) => reach(entry.target)));

  function watch() {
    sizes.disconnect();
    document.querySelectorAll(".md-typeset__scrollwrap").forEach((table) => sizes.observe(table));
  }

  if (window.document$) window.document$.subscribe(() => requestAnimationFrame(watch));
  else document.addEventListener("DOMContentLoaded", () => requestAnimationFrame(watch));
})();
