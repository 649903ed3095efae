package io.github.homelab4j.check.secret;

/**
 * A secret that was found.
 *
 * @param what what it looks like, as {@code a token of GitHub}
 * @param secret the secret, which no message shows
 */
record Hit(String what, String secret) {}
