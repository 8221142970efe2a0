/* Runs in the page under test: what cannot be asked through Playwright. */

const numbers = (color) => color.match(/[\d.]+/g)?.map(Number) ?? [];

const luminance = (color) => {
  const [r, g, b] = numbers(color).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

const isClear = (element) => numbers(getComputedStyle(element).backgroundColor)[3] === 0;

window.measure = {
  /** WCAG's contrast of an element's text with what is behind it. */
  contrast(element) {
    let behind = element;
    while (behind.parentElement && isClear(behind)) behind = behind.parentElement;
    const both = [getComputedStyle(element).color, getComputedStyle(behind).backgroundColor].map(luminance);
    return (Math.max(...both) + 0.05) / (Math.min(...both) + 0.05);
  },

  /** Everything in the page that would have to be scrolled sideways, or is cut. */
  sideways: () =>
    [
      document.documentElement,
      ...document.querySelectorAll('.room, .ac-adaptiveCard, .ac-actionSet, .ac-pushButton > div'),
    ]
      .filter((element) => element.scrollWidth > element.clientWidth)
      .map((element) => element.className || element.tagName),
};
