// On a narrow screen the table of contents starts folded.
(() => {
  const contents = document.querySelector("nav.contents details");
  if (contents && matchMedia("(max-width: 63rem)").matches) {
    contents.open = false;
  }
})();
