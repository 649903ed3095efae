/** The engine as goals of a Maven build: a thin layer over the command line. */
package io.github.homelab4j.maven;
