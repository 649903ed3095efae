package io.github.homelab4j.core;

/**
 * A Git repository with manifests at a tag.
 *
 * @param key its key in {@code versions.yaml}
 * @param url the repository's URL
 * @param tag the tag
 */
public record ManifestsPin(String key, String url, String tag) {}
