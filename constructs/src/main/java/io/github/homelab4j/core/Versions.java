package io.github.homelab4j.core;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.homelab4j.unit.ImageRef;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * The pins of all charts, images and repositories, one line each in {@code versions.yaml}. A user's
 * own file replaces single lines: {@code Versions.defaults().with(Path.of("versions.yaml"))}.
 */
public final class Versions {
  private static final String RESOURCE = "/io/github/homelab4j/versions.yaml";
  private static final YAMLMapper YAML = new YAMLMapper();
  private static final Versions DEFAULTS = read();

  private final Map<String, String> charts;
  private final Map<String, String> images;
  private final Map<String, String> manifests;

  private Versions(Pins pins) {
    this.charts = Map.copyOf(pins.charts());
    this.images = Map.copyOf(pins.images());
    this.manifests = Map.copyOf(pins.manifests());
  }

  /** The pins that this library was tested with. */
  public static Versions defaults() {
    return DEFAULTS;
  }

  /**
   * These pins, with the lines of a file in their place.
   *
   * @throws InvalidPropsException when the file is not of the form of {@code versions.yaml}
   */
  public Versions with(Path file) {
    try (var in = Files.newInputStream(file)) {
      var own = parse(in);
      return new Versions(
          new Pins(
              merge(charts, own.charts()),
              merge(images, own.images()),
              merge(manifests, own.manifests())));
    } catch (IOException e) {
      throw new InvalidPropsException(
          "%s cannot be read as versions (%s): write charts, images and manifests as maps of key: pin"
              .formatted(file, e.getMessage()));
    }
  }

  /**
   * A chart's pin.
   *
   * @throws InvalidPropsException when there is none
   */
  public ChartPin chart(String key) {
    var text = pin("chart", charts, key);
    var colon = text.lastIndexOf(':');
    var url = text.substring(0, colon);
    var slash = url.lastIndexOf('/');
    var oci = url.startsWith("oci://");
    return new ChartPin(
        key,
        oci ? url : url.substring(0, slash),
        url.substring(slash + 1),
        text.substring(colon + 1));
  }

  /**
   * An image's pin.
   *
   * @throws InvalidPropsException when there is none
   */
  public ImageRef image(String key) {
    return ImageRef.of(pin("image", images, key));
  }

  /**
   * The pin of a repository with manifests.
   *
   * @throws InvalidPropsException when there is none
   */
  public ManifestsPin manifests(String key) {
    var text = pin("manifests", manifests, key);
    var at = text.lastIndexOf('@');
    return new ManifestsPin(key, text.substring(0, at), text.substring(at + 1));
  }

  private static String pin(String what, Map<String, String> pins, String key) {
    var text = pins.get(key);
    if (text == null) {
      throw new InvalidPropsException(
          "versions.yaml has no %s '%s' (it has %s): add a line for it"
              .formatted(what, key, String.join(", ", new TreeMap<>(pins).keySet())));
    }
    return text;
  }

  private static Map<String, String> merge(Map<String, String> base, Map<String, String> own) {
    var merged = new TreeMap<>(base);
    merged.putAll(own);
    return merged;
  }

  private static Versions read() {
    try (var in = Versions.class.getResourceAsStream(RESOURCE)) {
      return new Versions(parse(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Pins parse(InputStream in) throws IOException {
    return YAML.readValue(in, Pins.class);
  }

  private record Pins(
      Map<String, String> charts, Map<String, String> images, Map<String, String> manifests) {
    Pins {
      charts = charts == null ? Map.of() : charts;
      images = images == null ? Map.of() : images;
      manifests = manifests == null ? Map.of() : manifests;
    }
  }
}
