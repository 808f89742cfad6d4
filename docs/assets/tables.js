// A table that is wider than the page scrolls. The keyboard has to reach it then.
const sizes = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    target.tabIndex = target.scrollWidth > target.clientWidth ? 0 : -1;
  }
});

// The theme puts tables into these elements before.
addEventListener("load", () => {
  for (const table of document.querySelectorAll(".md-typeset__scrollwrap")) {
    sizes.observe(table);
  }
});
