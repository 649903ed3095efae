package io.github.homelab4j.hosts;

import io.github.homelab4j.core.BucketRef;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.FileKind;
import io.github.homelab4j.core.HostComponent;
import io.github.homelab4j.core.HostFiles;
import io.github.homelab4j.core.HostServiceRef;
import io.github.homelab4j.core.HostSetup;
import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.Loss;
import io.github.homelab4j.core.ObjectStoreRef;
import io.github.homelab4j.core.Provider;
import io.github.homelab4j.core.Recovery;
import io.github.homelab4j.plan.Machine;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import software.constructs.Construct;

/**
 * MinIO on a machine: an S3-compatible object store with buckets, each with a login of its own.
 *
 * <p>Provides {@link #bucket} and {@link #service}.
 */
@ComponentInfo(
    name = "minio",
    domain = Domain.HOSTS,
    upstream = "https://docs.min.io/community/minio-object-store/index.html")
public final class Minio extends HostComponent {
  static final String SERVICE = "s3";
  private static final String UNITS = "etc/systemd/system/";

  private final MinioProps props;

  /** Stores its settings. */
  public Minio(Construct scope, String id, MinioProps props) {
    super(scope, id, props);
    this.props = props;
  }

  /**
   * A bucket, and the login for it.
   *
   * @throws InvalidPropsException when it has none of that name
   */
  public BucketRef bucket(String name) {
    return props.buckets().stream()
        .filter(bucket -> bucket.name().equals(name))
        .findFirst()
        .map(
            bucket ->
                new ObjectStoreRef(
                        service().http(), props.region(), bucket.credentials(), Provider.of(this))
                    .bucket(name))
        .orElseThrow(
            () ->
                new InvalidPropsException(
                    "%s has no bucket '%s', only %s: add it to its buckets"
                        .formatted(
                            id(),
                            name,
                            props.buckets().stream().map(MinioProps.Bucket::name).toList())));
  }

  /** Where it answers, for what passes requests on. */
  public HostServiceRef service() {
    return HostServiceRef.providedBy(
        this, props.host(), props.host().service(SERVICE), Loss.DEGRADES);
  }

  @Override
  public List<String> notes() {
    return List.of(
        "MinIO's community edition is no longer maintained (its repository says so and was archived in February 2026); %s is the last release with programs to download. Successors that speak S3 are upstream's own AIStor, which wants a licence, and Garage: buckets and logins stay as they are for those who use them."
            .formatted(versions().manifests("minio").tag()),
        "What MinIO on %s keeps lies in %s of that machine: a copy elsewhere is yours to make."
            .formatted(props.host().name(), props.data()));
  }

  @Override
  public Optional<Recovery> recovery() {
    return Optional.of(
        Recovery.none(
            "the copies in buckets %s of MinIO on %s"
                .formatted(
                    props.buckets().stream()
                        .map(MinioProps.Bucket::name)
                        .collect(Collectors.joining(", ")),
                    props.host().name()),
            "Keep %s when the machine is set up again: everything else is restored from what is in it."
                .formatted(props.data())));
  }

  @Override
  public HostSetup setup(Machine machine) {
    return HostSetup.NOTHING
        .withDownloads(program("server", "minio"), program("client", "mc"))
        .withCommands(
            "id minio-user >/dev/null 2>&1 || useradd --system --no-create-home --shell /usr/sbin/nologin minio-user",
            "install -d -o minio-user -g minio-user -m 0750 " + props.data())
        .withUnits("minio.service", "minio-setup.service");
  }

  private HostSetup.Download program(String part, String name) {
    var url =
        "https://dl.min.io/%s/%s/release/linux-%s/archive/%s.%s"
            .formatted(
                part,
                name,
                props.architecture().name().toLowerCase(Locale.ROOT),
                name,
                versions().manifests(name).tag());
    return new HostSetup.Download(url, url + ".sha256sum", "/usr/local/bin/" + name);
  }

  @Override
  protected void define(HostFiles out) {
    var host = props.host();
    var files = new MinioFiles(props, service());
    out.addTemplate(
        host, MinioFiles.ENVIRONMENT, FileKind.ENVIRONMENT, files.environment(), files.root());
    out.add(host, UNITS + "minio.service", FileKind.SYSTEMD_UNIT, MinioUnits.server(props.data()));
    if (props.buckets().isEmpty()) {
      return;
    }
    out.addTemplate(host, MinioFiles.USERS, FileKind.ENVIRONMENT, files.users(), files.logins());
    for (var bucket : props.buckets()) {
      out.add(host, MinioPolicy.path(bucket), FileKind.S3_POLICY, MinioPolicy.of(bucket));
    }
    out.add(host, MinioFiles.SETUP, FileKind.SHELL, files.setup());
    out.add(host, UNITS + "minio-setup.service", FileKind.SYSTEMD_UNIT, MinioUnits.setup());
  }
}
