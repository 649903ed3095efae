package io.github.homelab4j.apps;

import java.util.Map;

/**
 * What all objects of an {@link Application} have in common.
 *
 * @param name its name
 * @param namespace its namespace
 * @param pods labels of its pods
 */
record AppMeta(String name, String namespace, Map<String, String> pods) {}
