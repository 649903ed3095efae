package io.github.homelab4j.cli;

import io.github.homelab4j.core.InvalidPropsException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** The files of a new repository: those of the Maven archetype, which says what they are. */
final class Template {
  private static final String DESCRIPTOR = "/META-INF/maven/archetype-metadata.xml";
  private static final String RESOURCES = "/archetype-resources/";

  private final SortedMap<String, String> files = new TreeMap<>();
  private final Map<String, String> variables;

  private Template(Map<String, String> variables) {
    this.variables = variables;
  }

  static Template of(String javaPackage, String name) throws IOException {
    var template =
        new Template(
            Map.of(
                "${package}", javaPackage,
                "${groupId}", javaPackage,
                "${artifactId}", name,
                "${version}", "1.0-SNAPSHOT"));
    template.add("pom.xml", "pom.xml", true);
    try (var descriptor = resource(DESCRIPTOR)) {
      var sets =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(descriptor)
              .getElementsByTagName("fileSet");
      for (int i = 0; i < sets.getLength(); i++) {
        template.add((Element) sets.item(i));
      }
    } catch (ParserConfigurationException | SAXException e) {
      throw new IllegalStateException(e);
    }
    return template;
  }

  int size() {
    return files.size();
  }

  void write(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      try (Stream<Path> there = Files.list(folder)) {
        // A repository that was made on a server may be cloned first.
        if (there.anyMatch(file -> !file.endsWith(".git"))) {
          throw new InvalidPropsException("%s is not empty: name a new folder".formatted(folder));
        }
      }
    }
    for (var file : files.entrySet()) {
      var path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
  }

  private void add(Element set) throws IOException {
    var directory = text(set, "directory");
    var prefix = directory.isEmpty() ? "" : directory + "/";
    var isPackaged = set.getAttribute("packaged").equals("true");
    var target = isPackaged ? prefix + variables.get("${package}").replace('.', '/') + "/" : prefix;
    var includes = set.getElementsByTagName("include");
    for (int i = 0; i < includes.getLength(); i++) {
      var name = includes.item(i).getTextContent();
      add(prefix + name, target + name, set.getAttribute("filtered").equals("true"));
    }
  }

  private void add(String source, String target, boolean isFiltered) throws IOException {
    try (var in = resource(RESOURCES + source)) {
      var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      if (isFiltered) {
        for (var variable : variables.entrySet()) {
          text = text.replace(variable.getKey(), variable.getValue());
        }
      }
      files.put(target.replace("__dot__", "."), text);
    }
  }

  private static String text(Element set, String name) {
    return set.getElementsByTagName(name).item(0).getTextContent();
  }

  private static InputStream resource(String path) {
    var found = Template.class.getResourceAsStream(path);
    if (found == null) {
      throw new IllegalStateException("homelab4j-archetype is not on the class path");
    }
    return found;
  }
}
