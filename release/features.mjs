/** What may stand in the program, for wasm-opt: every browser that it runs in has had these since 2022. */
export const FEATURES = [
  "--enable-bulk-memory",
  "--enable-bulk-memory-opt",
  "--enable-call-indirect-overlong",
  "--enable-multivalue",
  "--enable-mutable-globals",
  "--enable-nontrapping-float-to-int",
  "--enable-reference-types",
  "--enable-sign-ext",
];

/** How each part is shrunk: in the plainest form first, where more of it is found to be the same. */
export const SHRINKING = ["--flatten", "--rereloop", "-Oz", "-Oz", ...FEATURES];
