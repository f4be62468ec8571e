/**
 * Runs in the page, before its own scripts. Marks the first dish's name and price as they are parsed, and keeps in
 * `firstDishPaintMs` when the browser had painted both.
 */
const paintedMs = new Map()

const marking = new MutationObserver(() => {
  const link = document.querySelector('main a[href*="/dishes/"]')
  const price = link?.closest('li, article')?.querySelector('.figures')
  if (!link || !price) return
  marking.disconnect()
  mark(link, 'name')
  mark(price, 'price')
})
marking.observe(document, { childList: true, subtree: true })

/** The browser reports text for the block that it stands in, which may be the element or the one around it. */
function mark(element, name) {
  for (const marked of [element, element.parentElement]) marked.setAttribute('elementtiming', name)
}

new PerformanceObserver((list) => {
  for (const { identifier, renderTime } of list.getEntries()) {
    if (!paintedMs.has(identifier)) paintedMs.set(identifier, renderTime)
  }
  if (paintedMs.size === 2) globalThis.firstDishPaintMs = Math.max(...paintedMs.values())
}).observe({ type: 'element', buffered: true })
