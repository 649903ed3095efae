package io.github.homelab4j.core;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * A Secret that is put together from values of the secret store: files of a given form, a fixed
 * name, a type. Only the form is written here; External Secrets fills it in the cluster.
 *
 * <pre>{@code
 * SecretTemplate.named("gitlab-smtp").source("password", props.smtp().key("password")).entry("smtp-password", "{{ .password }}")
 * }</pre>
 */
public final class SecretTemplate {
  private final String name;
  private final String type;
  private final Map<String, String> labels;
  private final Map<String, String> entries;
  private final Map<String, StoreKeyRef> sources;

  private SecretTemplate(
      String name,
      String type,
      Map<String, String> labels,
      Map<String, String> entries,
      Map<String, StoreKeyRef> sources) {
    this.name = name;
    this.type = type;
    this.labels = labels;
    this.entries = entries;
    this.sources = sources;
  }

  /** A Secret of type Opaque with this name. */
  public static SecretTemplate named(String name) {
    return new SecretTemplate(name, "Opaque", Map.of(), Map.of(), Map.of());
  }

  /** Another type, as {@code kubernetes.io/basic-auth}. */
  public SecretTemplate type(String type) {
    return new SecretTemplate(name, type, labels, entries, sources);
  }

  /** A label of the Secret. */
  public SecretTemplate label(String key, String value) {
    return new SecretTemplate(name, type, put(new TreeMap<>(labels), key, value), entries, sources);
  }

  /** A key of the Secret; {@code {{ .x }}} in its text stands for the source {@code x}. */
  public SecretTemplate entry(String key, String text) {
    return new SecretTemplate(
        name, type, labels, put(new LinkedHashMap<>(entries), key, text), sources);
  }

  /**
   * A value that entries name. A template's variable is an identifier: letters, digits and
   * underscores.
   */
  public SecretTemplate source(String variable, StoreKeyRef value) {
    return new SecretTemplate(
        name, type, labels, entries, put(new LinkedHashMap<>(sources), variable, value));
  }

  /** A key of the Secret that holds just one value of the store. */
  public SecretTemplate key(String key, StoreKeyRef value) {
    var variable = key.replaceAll("[^A-Za-z0-9]", "_");
    return source(variable, value).entry(key, "{{ .%s }}".formatted(variable));
  }

  String name() {
    return name;
  }

  String type() {
    return type;
  }

  Map<String, String> labels() {
    return labels;
  }

  Map<String, String> entries() {
    return entries;
  }

  Map<String, StoreKeyRef> sources() {
    return sources;
  }

  private static <V> Map<String, V> put(Map<String, V> map, String key, V value) {
    if (map.put(key, value) != null) {
      throw new InvalidPropsException("'%s' is given twice: keep one".formatted(key));
    }
    return Collections.unmodifiableMap(map);
  }
}
