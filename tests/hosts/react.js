// A page that React renders, again and again, with the widget in it.
import { createElement as make, StrictMode, useEffect, useState } from "react";
import { createRoot } from "react-dom/client";

function Page() {
  const [times, setTimes] = useState(0);
  const [search, setSearch] = useState("");
  const [isShown, setShown] = useState(true);
  // A clock, a subscription: the page is rendered anew while the reader reads.
  useEffect(() => {
    const timer = setInterval(() => setTimes((times) => times + 1), 50);
    return () => clearInterval(timer);
  }, []);
  return make(
    "div",
    { className: `page-${times}` },
    make("output", null, times),
    make("p", { id: "search" }, search),
    make("button", { id: "toggle", onClick: () => setShown(!isShown) }, isShown ? "Hide" : "Show"),
    isShown &&
      make("victim-assistance-table", {
        instruments: "crpd oslo",
        "no-export": true,
        "onvat-change": ({ detail }) => setSearch(detail.search),
      }),
  );
}

createRoot(document.querySelector("#react")).render(make(StrictMode, null, make(Page)));
