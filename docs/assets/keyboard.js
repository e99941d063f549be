/* What can be scrolled with a finger or a wheel can be scrolled with the keys: wide tables and long samples get the focus. */
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

  /* The theme does this for samples that are too wide. */
  function reachSample(code) {
    if (code.scrollHeight > code.clientHeight + 1) code.tabIndex = 0;
  }

  const sizes = new ResizeObserver((entries) =>
    entries.forEach(({ target }) => (target.matches("code") ? reachSample(target) : reach(target))),
  );

  function watch() {
    sizes.disconnect();
    document.querySelectorAll(".md-typeset__scrollwrap").forEach((table) => sizes.observe(table));
    document.querySelectorAll(":is(.hero-call, .samples) pre > code").forEach((code) => sizes.observe(code));
  }

  if (window.document$) window.document$.subscribe(() => requestAnimationFrame(watch));
  else document.addEventListener("DOMContentLoaded", () => requestAnimationFrame(watch));
})();
