package io.github.homelab4j.plan;

import java.time.Duration;

/**
 * The Git repository that holds {@code clusters/} and that Flux follows.
 *
 * @param url its HTTPS URL
 * @param branch the branch
 * @param interval how often Flux looks for a new commit
 */
public record GitSource(String url, String branch, Duration interval) {}
