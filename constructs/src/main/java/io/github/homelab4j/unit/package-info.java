/** Values with a unit or a grammar: what a plain {@code String} or {@code int} would let pass. */
package io.github.homelab4j.unit;
