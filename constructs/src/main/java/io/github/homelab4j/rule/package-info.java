/**
 * The rules that a homelab keeps: what each demands, why, and who says so. They are named here and
 * judged by the engine.
 */
package io.github.homelab4j.rule;
