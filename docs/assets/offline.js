/* Browsers start no worker for a page that is read from a disk. This runs its script in a frame, which is all that the search needs.
   Only the archive of the site has this file in its pages. */
if (location.protocol === "file:") {
  window.Worker = class extends EventTarget {
    constructor(url) {
      super();
      this.addEventListener("message", (event) => this.onmessage?.(event));
      const frame = document.createElement("iframe");
      frame.hidden = true;
      frame.title = "Search";
      this.frame = new Promise((resolve) => {
        frame.addEventListener("load", () => {
          frame.contentWindow.postMessage = (said) => {
            const data = structuredClone(said); // as between a page and a worker: nobody has the object of the other
            setTimeout(() => this.dispatchEvent(new MessageEvent("message", { data })));
          };
          resolve(frame.contentWindow);
        });
      });
      const script = document.createElement("script");
      script.src = new URL(url, location);
      frame.srcdoc = script.outerHTML;
      document.body.append(frame);
      this.terminate = () => frame.remove();
    }

    async postMessage(said) {
      const data = structuredClone(said);
      const inside = await this.frame;
      inside.dispatchEvent(new inside.MessageEvent("message", { data }));
    }
  };
}
