// Small helps for the reference. Every page is complete without them.

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

// What a reader opened is open again when the reader returns to the page, as by the back button. A tab forgets it when it is closed.
const branches = () => [...document.querySelectorAll("article details.branch")]
const place = () => `opened:${location.pathname}`

function remember(event) {
  if (!event.target.matches?.("article details.branch")) return
  const opened = branches().flatMap((branch, index) => (branch.open ? [index] : []))
  sessionStorage.setItem(place(), JSON.stringify(opened))
}

function reopen() {
  const all = branches()
  for (const index of JSON.parse(sessionStorage.getItem(place()) ?? "[]")) if (all[index]) all[index].open = true
}

// Names the page that a reader came from in the form of a report.
function nameThePage() {
  const page = new URLSearchParams(location.search).get("page")
  const form = document.querySelector("[data-report] code")
  if (page && form) form.textContent = form.textContent.replace(/^(Page: +).*$/m, (_, label) => label + page)
}

function arrive() {
  reopen()
  reveal()
  nameThePage()
}

addEventListener("hashchange", reveal)
addEventListener("toggle", remember, true) // it does not bubble
// A link to the place where the reader is already changes no URL, so there is no hashchange.
addEventListener("click", event => {
  const link = event.target.closest?.("a[href*='#']")
  if (link && link.href === location.href) reveal()
})
if (window.document$) document$.subscribe(arrive)
else if (document.readyState === "loading") addEventListener("DOMContentLoaded", arrive)
else arrive()
