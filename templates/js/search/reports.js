// Which report a document belongs to, where there are several.

// The key of the report in whose folder an address is; undefined for what is in none.
export const keyIn = (address = "") => /^(?:reports|updates)\/([^/]+)\//.exec(address)?.[1];

// The key, of an address or of the title that it stands under; undefined for what belongs to none.
export const reportOf = ({ report, address, place }, { reports }) => report ?? keyIn(address) ?? reports.find(([, , title]) => title === place)?.[0];
