/** Measures how fast homelabs are synthesized, beside what else writes manifests. */
package io.github.homelab4j.bench;
