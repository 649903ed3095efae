/** The stages of a synthesis, from a homelab to its files. */
package io.github.homelab4j.synth;
