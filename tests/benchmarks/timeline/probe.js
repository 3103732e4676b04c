/* Put into every page before anything else: remembers when it was last changed and painted, and the
   longest task. `painted` is the time of the second frame after the last change, in ms since navigation. */
(() => {
  const probe = (window.__probe = { painted: 0, longest: 0, pending: 0 });
  const changed = () => {
    probe.pending += 1;
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        probe.pending -= 1;
        probe.painted = performance.now();
      }),
    );
  };
  const all = { childList: true, subtree: true, attributes: true, characterData: true };
  new MutationObserver(changed).observe(document, all);
  new PerformanceObserver((list) => {
    for (const task of list.getEntries()) {
      probe.longest = Math.max(probe.longest, task.duration);
      probe.painted = Math.max(probe.painted, task.startTime + task.duration);
    }
  }).observe({ type: "longtask", buffered: true });
  const busy = () => probe.pending || document.querySelector("[aria-busy=true]");
  probe.quiet = () => probe.painted > 0 && !busy() && performance.now() - probe.painted > 500;
  probe.seen = () => {
    const kinds = ["navigation", "resource"];
    const files = kinds.flatMap((kind) => performance.getEntriesByType(kind));
    const paint = performance.getEntriesByName("first-contentful-paint")[0];
    return {
      drawn: Math.max(probe.painted, paint ? paint.startTime : 0),
      longest: { load: probe.longest },
      nodes: document.querySelectorAll("*").length,
      requests: files.length,
      transferred: files.reduce((sum, file) => sum + file.transferSize, 0),
      steps: {},
    };
  };
})();
