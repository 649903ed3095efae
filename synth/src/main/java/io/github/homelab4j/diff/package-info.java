/** What changes in a cluster between two trees, as its reviewer wants to know it. */
package io.github.homelab4j.diff;
