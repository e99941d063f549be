// Two small helps for the reference. Every page is complete without them.

// Opens whatever encloses the place that the URL names: not every browser does so by itself.
function reveal() {
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)))
  if (!target) return
  let closed = false
  for (let outer = target.closest("details"); outer; outer = outer.parentElement.closest("details")) {
    closed ||= !outer.open
    outer.open = true
  }
  if (closed) target.scrollIntoView()
}

// Names the page that a reader came from in the form of a report.
function nameThePage() {
  const page = new URLSearchParams(location.search).get("page")
  const form = document.querySelector("[data-report] code")
  if (page && form) form.textContent = form.textContent.replace(/^(Page: +).*$/m, (_, label) => label + page)
}

function arrive() {
  reveal()
  nameThePage()
}

addEventListener("hashchange", reveal)
// A link to the place where the reader is already changes no URL, so there is no hashchange.
addEventListener("click", event => {
  const link = event.target.closest?.("a[href*='#']")
  if (link && link.href === location.href) reveal()
})
if (window.document$) document$.subscribe(arrive)
else if (document.readyState === "loading") addEventListener("DOMContentLoaded", arrive)
else arrive()
