package io.github.homelab4j.bench;

import io.github.homelab4j.bench.Contender.Folder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a user would take instead. Each reads the objects, builds and writes them, one a file; none
 * of them resolves, checks or reads back. {@code bench/peers/install} installs them.
 */
final class Peers {
  private static final String OBJECTS = "objects.json";

  private final BenchOptions options;
  private final Path installed;

  Peers(BenchOptions options) {
    this.options = options;
    this.installed = options.root().resolve("bench/target/peers");
  }

  List<Contender> contenders() {
    return List.of(
        new Contender(
            "cdk8s-ts",
            version("cdk8s-ts"),
            "node; an ApiObject an object in a Chart a component, App.synth()",
            Folder.EMPTY,
            (subject, inputs, out) ->
                Command.of(
                    installed.resolve("typescript"),
                    "node",
                    "main.js",
                    inputs.resolve(OBJECTS).toString(),
                    out.toString())),
        new Contender(
            "cdk8s-java",
            version("cdk8s-java"),
            "new JVM; the same from Java through jsii, all but the metadata as JSON patches",
            Folder.EMPTY,
            this::cdk8sJava),
        new Contender(
            "jsonnet",
            version("jsonnet"),
            "go-jsonnet -m, std.manifestYamlDoc for each object",
            Folder.EMPTY,
            (subject, inputs, out) ->
                Command.of(
                    options.root().resolve("bench/peers/jsonnet"),
                    program("jsonnet"),
                    "-S",
                    "-J",
                    inputs.toString(),
                    "-c",
                    "-m",
                    out.toString(),
                    "main.jsonnet")),
        new Contender(
            "cue",
            version("cue"),
            "CUE's Go library: builds and validates one value, encodes its parts",
            Folder.EMPTY,
            (subject, inputs, out) ->
                Command.of(
                    inputs,
                    program("cue-bench"),
                    inputs.resolve(OBJECTS).toString(),
                    out.toString())),
        new Contender(
            "kustomize",
            version("kustomize"),
            "kustomize build, one after the other for each cluster",
            Folder.EMPTY,
            (subject, inputs, out) ->
                Command.of(
                    inputs.resolve(KustomizeInput.FOLDER),
                    "sh",
                    "-ec",
                    "for each in *; do mkdir \"$2/$each\"; \"$1\" build \"$each\" -o \"$2/$each\"; done",
                    "sh",
                    program("kustomize"),
                    out.toString())));
  }

  private Command cdk8sJava(Subject subject, Path inputs, Path out) {
    var words = new ArrayList<>(options.java());
    words.addAll(List.of("-cp", options.classPath(), Cdk8sJava.class.getName()));
    words.addAll(List.of(inputs.resolve(OBJECTS).toString(), out.toString()));
    return new Command(words, options.root(), Map.of(), Optional.empty());
  }

  private String program(String name) {
    return installed.resolve("bin").resolve(name).toString();
  }

  private String version(String name) {
    return Machine.pins(installed.resolve("versions")).getOrDefault(name, "");
  }

  /** Writes what they read. */
  static void inputs(List<Export.Item> items, Path folder) {
    Export.write(items, folder.resolve(OBJECTS));
    KustomizeInput.write(items, folder);
  }
}
