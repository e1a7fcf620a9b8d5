// Says what in the package's manifest is not as its schema has it.
import { readFileSync } from "node:fs";
import Ajv from "ajv";

const read = (file) => JSON.parse(readFileSync(`node_modules/${file}`, "utf8"));
const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
const isValid = ajv.validate(read("custom-elements-manifest/schema.json"), read("victim-assistance-table/custom-elements.json"));
console.log(isValid ? "valid" : ajv.errorsText());
