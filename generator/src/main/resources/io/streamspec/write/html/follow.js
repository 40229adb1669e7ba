// The table of contents shows where the reader is.
(() => {
  const contents = document.querySelector("nav.contents");
  if (!contents) {
    return;
  }
  const links = [...contents.querySelectorAll("a")];
  const sections = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
  let current = null;
  let waiting = false;

  const show = (link) => {
    current?.removeAttribute("aria-current");
    link?.setAttribute("aria-current", "true");
    current = link;
    if (link && contents.scrollHeight > contents.clientHeight) {
      const above = link.offsetTop - contents.scrollTop;
      if (above < 40 || above > contents.clientHeight - 80) {
        contents.scrollTop = link.offsetTop - contents.clientHeight / 3;
      }
    }
  };

  const follow = () => {
    waiting = false;
    const line = 120;
    let last = 0;
    sections.forEach((section, place) => {
      if (section && section.getBoundingClientRect().top <= line) {
        last = place;
      }
    });
    if (links[last] !== current) {
      show(links[last]);
    }
  };

  addEventListener("scroll", () => {
    if (!waiting) {
      waiting = true;
      requestAnimationFrame(follow);
    }
  }, { passive: true });
  follow();
})();
