/** Validation of what was written by a program that is not ours. */
package io.github.homelab4j.validate;
