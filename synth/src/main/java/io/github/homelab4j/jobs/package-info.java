/** Work of a run on all cores. */
package io.github.homelab4j.jobs;
