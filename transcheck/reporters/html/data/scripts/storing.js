// What this browser remembers of the page's settings, for all pages of transcheck.

function stored(name) {
  try {
    return localStorage.getItem(`transcheck:${name}`) || "";
  } catch {
    return "";
  }
}

function store(name, value) {
  try {
    localStorage.setItem(`transcheck:${name}`, value);
  } catch {
    /* it holds until the page is closed */
  }
}
