import "./grid_rows.css";
import { fill } from "../by_hand.js";
import { run } from "../page.js";

run("tbody tr", fill);
