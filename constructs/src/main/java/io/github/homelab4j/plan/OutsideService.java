package io.github.homelab4j.plan;

/**
 * Something that a homelab relies on and does not run itself.
 *
 * @param name its name
 * @param what what it is for, in a few words
 * @param url where it is
 */
public record OutsideService(String name, String what, String url) {}
