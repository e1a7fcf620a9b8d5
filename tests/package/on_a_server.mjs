// Importing the package where there is no browser does nothing, and fails nowhere.
import { define } from "victim-assistance-table";

console.log(typeof define);
