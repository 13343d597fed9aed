export default function View(): null { return null; }
