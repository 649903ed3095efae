/** Waits for saves and compiles them: what keeps one JVM at work between two syntheses. */
package io.github.homelab4j.watch;
