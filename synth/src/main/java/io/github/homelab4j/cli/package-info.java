/** The command line. */
package io.github.homelab4j.cli;
