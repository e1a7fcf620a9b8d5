// Texts that some rows have, to filter by; the last takes the filter away.
export const SEARCHED = ["rehab", "prosthe", "survivor", ""];
