package io.github.homelab4j.render;

import io.github.homelab4j.core.HostComponent;
import io.github.homelab4j.graph.ClusterModel;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/** Items of the secret store that a cluster and its machines read: the owner makes them. */
final class StoreItems {
  private final TreeMap<String, Set<String>> properties = new TreeMap<>();
  private final TreeMap<String, Set<String>> readers = new TreeMap<>();

  private StoreItems() {}

  /** Rows of item, properties and who reads it. */
  static List<List<String>> rows(ClusterModel model) {
    var items = new StoreItems();
    for (var unit : model.units()) {
      unit.objects()
          .filter(object -> object.kind().equals("ExternalSecret"))
          .flatMap(object -> StreamSupport.stream(object.at("/spec/data").spliterator(), false))
          .forEach(
              entry ->
                  items.add(
                      entry.at("/remoteRef/key").asText(),
                      entry.at("/remoteRef/property").asText(),
                      unit.name()));
    }
    for (var unit : model.hosts()) {
      ((HostComponent) unit.component().orElseThrow())
          .files().stream()
              .flatMap(file -> file.secrets().stream())
              .forEach(secret -> items.add(secret.item().item(), secret.key(), unit.name()));
    }
    return items.properties.entrySet().stream()
        .map(
            item ->
                List.of(
                    item.getKey(),
                    "`" + String.join("`, `", item.getValue()) + "`",
                    String.join(", ", items.readers.get(item.getKey()))))
        .toList();
  }

  private void add(String item, String property, String reader) {
    properties.computeIfAbsent(item, key -> new TreeSet<>()).add(property);
    readers.computeIfAbsent(item, key -> new TreeSet<>()).add(reader);
  }
}
