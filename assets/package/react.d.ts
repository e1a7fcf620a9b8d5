// For React 19 and later: `import type {} from "victim-assistance-table/react";` in any file makes JSX know the element.

import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type {
  VictimAssistanceTable,
  VictimAssistanceTableAttributes,
  VictimAssistanceTableEvents,
} from "./victim-assistance-table.js";

type Listeners = {
  [K in keyof VictimAssistanceTableEvents as `on${K}`]?: (event: VictimAssistanceTableEvents[K]) => void;
};

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "victim-assistance-table": DetailedHTMLProps<HTMLAttributes<VictimAssistanceTable>, VictimAssistanceTable> &
        VictimAssistanceTableAttributes &
        Listeners;
    }
  }
}
