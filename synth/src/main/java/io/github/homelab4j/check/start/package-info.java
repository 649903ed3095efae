/** The order in which a homelab starts: what needs what to run for the first time. */
package io.github.homelab4j.check.start;
