package io.github.homelab4j.core;

/**
 * Something that a chart or operator creates and others rely on. It is looked up in upstream's
 * sources, never guessed.
 *
 * @param kind its kind, as {@code Service}
 * @param name its name
 * @param namespace its namespace, or empty
 * @param detail what others rely on: a port, a label, a key
 * @param source where it stands, as {@code owner/repo@tag:path/of/file}
 */
public record ChartFact(String kind, String name, String namespace, String detail, String source) {}
