/** Words of code and of libraries: nobody should read them in an answer. */
export const internal =
  /undefined|\bnull\b|NaN|\[object|Error\b|exception|node_modules|\.[jt]s\b|\bat \w+ \(|zod|botbuilder|restify|expected|received|invalid|stack/i;
